import { Postings, type KeptPostings } from './postings.ts';
import { SearchIndex, type Built } from './SearchIndex.ts';
import { Vocabulary, type KeptVocabulary } from './vocabulary.ts';

/** An index in a form that can be kept between starts: maps, arrays and numbers, and nothing that a user wrote. */
export interface KeptIndex extends Pick<Built, 'ids' | 'askOwner' | 'idf' | 'pairIdf' | 'unknownIdf' | 'within'> {
  readonly vocabulary: KeptVocabulary;
  readonly asks: KeptPostings;
  readonly pairs: KeptPostings;
  readonly spoken: KeptPostings;
  readonly profiles: { readonly features: KeptPostings; readonly pairs: KeptPostings };
}

/** What to keep of an index. */
export const keepIndex = ({ built }: SearchIndex): KeptIndex => ({
  ...built,
  vocabulary: built.vocabulary.kept(),
  asks: built.asks.kept(),
  pairs: built.pairs.kept(),
  spoken: built.spoken.kept(),
  profiles: { features: built.profiles.features.kept(), pairs: built.profiles.pairs.kept() },
});

/** The index that was kept: it finds the same as the one that was built. */
export const openIndex = (kept: KeptIndex): SearchIndex =>
  new SearchIndex({
    ...kept,
    vocabulary: Vocabulary.from(kept.vocabulary),
    asks: new Postings(kept.asks),
    pairs: new Postings(kept.pairs),
    spoken: new Postings(kept.spoken),
    profiles: { features: new Postings(kept.profiles.features), pairs: new Postings(kept.profiles.pairs) },
  });
