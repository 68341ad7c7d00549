import { Tally } from './numbers.ts';
import { OwnTexts } from './ownTexts.ts';
import { Postings, toOneLength, Triples } from './postings.ts';
import { profilesOf } from './profiles.ts';
import { SearchIndex } from './SearchIndex.ts';
import type { Thesaurus } from './thesaurus.ts';
import { Vocabulary, type Feature } from './vocabulary.ts';
import { weights } from './weights.ts';

/** Something that can be asked about, with the ways it is asked and all that is said about it. */
export interface Subject {
  readonly id: string;
  readonly asks: readonly string[];
  readonly body: readonly string[];
  /** True for what is known so that it can be told apart, and not answered. */
  readonly isOutside?: boolean;
}

/** Weighs rarity: what stands everywhere says nothing. */
const idfOf = (all: number, having: number): number =>
  Math.log(1 + (all - having + 0.5) / (having + 0.5)) ** weights.rarity;

/** Notes what a text was found to say. */
const note = (said: Tally, place: number, places: Triples): void => {
  for (const one of said.used) places.add(one, place, said.of(one));
};
const sumUp = (said: Tally, sums: Tally): void => {
  for (const one of said.used) sums.add(one, said.of(one));
};

/** How rare each feature is among the asks. */
const rarities = (postings: Postings, features: number, asks: number): Float32Array =>
  Float32Array.from({ length: features }, (_, feature) => {
    const { from, to } = postings.of(feature);
    return idfOf(asks, Math.max(1, to - from));
  });

/** Weighs what each ask says by its rarity, so that all asks are of one length. */
const normalise = (count: number, ...parts: readonly (readonly [Postings, Float32Array])[]): void => {
  const norms = new Float32Array(count);
  for (const [postings, idf] of parts)
    for (let feature = 0; feature < idf.length; feature++) {
      const { from, to } = postings.of(feature);
      for (let at = from; at < to; at++) {
        const worth = (postings.weights[at] ?? 0) * (idf[feature] ?? 0);
        postings.weights[at] = worth;
        norms[postings.places[at] ?? 0] = (norms[postings.places[at] ?? 0] ?? 0) + worth ** 2;
      }
    }
  toOneLength(
    norms,
    parts.map(([postings]) => postings),
  );
};

/** Reads the texts of our own by the place they came in, each of their words once. */
const readerOf = (vocabulary: Vocabulary, own: OwnTexts): ((text: number, said: Tally, beside?: Tally) => void) => {
  const meanings: (readonly Feature[])[] = own.words.map((word) => vocabulary.meaningOf(word));
  return (text, said, beside) => {
    const numbers = own.text(text);
    const row = new Array<readonly Feature[]>(numbers.length);
    for (let index = 0; index < numbers.length; index++) row[index] = meanings[numbers[index] ?? 0] ?? [];
    vocabulary.take(row, said, beside);
  };
};

/** Builds the index of some subjects. Takes some hundred milliseconds for ten thousand asks. */
export const buildIndex = (subjects: readonly Subject[], thesaurus: Thesaurus): SearchIndex => {
  const own = new OwnTexts();
  for (const { asks, body } of subjects) {
    for (const text of asks) own.add(text);
    for (const text of body) own.add(text);
  }
  const vocabulary = Vocabulary.learn(thesaurus, own);
  const askOwner = Uint32Array.from(subjects.flatMap(({ asks }, owner) => asks.map(() => owner)));
  const [askTriples, pairTriples, spokenTriples] = [new Triples(), new Triples(), new Triples()];
  const [said, beside, worth] = [new Tally(), new Tally(), new Tally()];
  const readOwn = readerOf(vocabulary, own);
  let ask = 0;
  let text = 0;
  const read = (pairsToo?: Tally): void => {
    said.clear();
    pairsToo?.clear();
    readOwn(text++, said, pairsToo);
    sumUp(said, worth);
  };
  for (const [owner, one] of subjects.entries()) {
    worth.clear();
    for (const _ of one.asks) {
      read(beside);
      note(said, ask, askTriples);
      note(beside, ask, pairTriples);
      ask++;
    }
    for (const _ of one.body) read();
    for (const feature of worth.used)
      spokenTriples.add(feature, owner, worth.of(feature) / (worth.of(feature) + weights.saturation));
  }
  vocabulary.close();
  const sizes = vocabulary.sizes;
  const asks = Postings.of(askTriples, sizes.features);
  const pairs = Postings.of(pairTriples, sizes.pairs);
  const spoken = Postings.of(spokenTriples, sizes.features);
  const within = new Uint8Array(sizes.features);
  for (let feature = 0; feature < sizes.features; feature++) {
    const { from, to } = spoken.of(feature);
    for (let at = from; at < to; at++) if (!subjects[spoken.places[at] ?? 0]?.isOutside) within[feature] = 1;
  }
  const idf = rarities(asks, sizes.features, ask);
  const pairIdf = rarities(pairs, sizes.pairs, ask);
  normalise(ask, [asks, idf], [pairs, pairIdf]);
  const [features, besides] = profilesOf(
    [
      { asks, features: sizes.features },
      { asks: pairs, features: sizes.pairs },
    ],
    askOwner,
    subjects.length,
  );
  return new SearchIndex({
    vocabulary,
    ids: subjects.map(({ id }) => id),
    ...{ askOwner, asks, pairs, spoken, idf, pairIdf, within },
    profiles: { features, pairs: besides },
    unknownIdf: idfOf(ask, 1),
  });
};
