import type { Block, SourceLine } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { SourceView } from './views.ts';

const lineOf = ({ label, at, verifiedOn, link }: SourceView, phrases: Phrases): SourceLine => ({
  place: `${label}, ${at}`,
  checked: phrases.say('source.checked', { date: phrases.date(verifiedOn) }),
  ...(link === undefined ? {} : { link }),
});

/** A section with one line for each place in a source, each place once; nothing when there are none. */
export const sourceSection = (sources: readonly SourceView[], phrases: Phrases): Block[] => {
  const items = [
    ...new Map(sources.map((source) => [`${source.label}, ${source.at}`, lineOf(source, phrases)])).values(),
  ];
  if (items.length === 0) return [];
  const text = phrases.say(items.some(({ link }) => link !== undefined) ? 'source.headingWithLinks' : 'source.heading');
  return [
    {
      kind: 'section',
      blocks: [
        { kind: 'heading', text },
        { kind: 'sources', items },
      ],
    },
  ];
};
