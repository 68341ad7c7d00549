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

/** Places in the order they were cited, those in one paragraph together: "§ 10 · § 46, stk. 1 · stk. 4 og 5". */
const placesOf = (places: ReadonlySet<string>): string => {
  const paragraphs = new Map<string, string[]>();
  for (const place of places) {
    const [, paragraph = place, within] = /^(§ \d+(?: [a-z])?), (stk\..+)$/u.exec(place) ?? [];
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), within ?? '']);
  }
  return [...paragraphs]
    .flatMap(([paragraph, within]) => [
      ...(within.includes('') ? [paragraph] : []),
      ...within.filter(Boolean).map((part, index) => (index === 0 ? `${paragraph}, ${part}` : part)),
    ])
    .join(' · ');
};

/** One line a source, with all its places in the order they were cited and the earliest day any of them was checked. */
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
    return [{ label: source.title, at: placesOf(places), verifiedOn, ...link }];
  });
};
