import type { SourceView } from '../../cards/index.ts';
import type { CivilDate } from '../../dates/index.ts';
import type { Citation, Knowledge } from '../../knowledge/index.ts';

/** A citation with the day its source was last read for it. */
export interface Cited {
  readonly citation: Citation;
  readonly verifiedOn: CivilDate;
}

/** Citations that were all checked on one day. */
export const citedOn = (citations: readonly Citation[], verifiedOn: CivilDate): readonly Cited[] =>
  citations.map((citation) => ({ citation, verifiedOn }));

const byNumber = new Intl.Collator('da', { numeric: true });
const withoutSign = (place: string): string => place.replace(/^§+ ?/u, '');

/** Paragraphs as they come in the act, so that a reader finds them again; other places as they were cited. */
const inOrder = (places: ReadonlySet<string>): readonly string[] => {
  const all = [...places];
  if (!all.every((place) => place.startsWith('§'))) return all;
  return all.sort((one, other) => byNumber.compare(withoutSign(one), withoutSign(other)));
};

/** One line a source, with all its places and the earliest day any of them was checked. */
export const sourceViews = (knowledge: Knowledge, cited: readonly Cited[]): readonly SourceView[] => {
  const lines = new Map<string, { places: Set<string>; verifiedOn: CivilDate }>();
  for (const { citation, verifiedOn } of cited) {
    const line = lines.get(citation.source) ?? { places: new Set<string>(), verifiedOn };
    line.places.add(citation.at);
    if (verifiedOn < line.verifiedOn) line.verifiedOn = verifiedOn;
    lines.set(citation.source, line);
  }
  return [...lines].flatMap(([id, { places, verifiedOn }]) => {
    const source = knowledge.source(id);
    if (!source) return [];
    const link = source.link === undefined ? {} : { link: source.link };
    return [{ label: source.title, at: inOrder(places).join(' · '), verifiedOn, ...link }];
  });
};
