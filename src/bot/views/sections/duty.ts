import { citedOn } from '../sourceViews.ts';
import type { Composed, Ending } from './section.ts';

/** How much of a duty is told: all, or without what would crowd others. */
export type Telling = 'whole' | 'in-short';

/** One duty as it stands on the day: its sentence, its lines, and what is not settled; or that the day is not covered. */
export const dutySection = ({ knowledge, asOf, phrases }: Ending, id: string, telling: Telling): Composed => {
  const duty = knowledge.dutyOn(id, asOf);
  if (!duty) {
    const [heading, text] = [phrases.say('duty.notCovered'), phrases.say('deadline.notCovered')];
    return { sections: [{ heading, text, items: [] }], cited: [] };
  }
  const statements = telling === 'whole' ? [...duty.details, ...duty.more] : duty.details;
  return {
    sections: [
      {
        heading: duty.title,
        text: duty.statement,
        items: [...statements.map(({ text }) => text), { doubt: duty.doubt }],
      },
    ],
    cited: citedOn([...duty.citations, ...statements.flatMap(({ citations }) => citations)], duty.verifiedOn),
    danish: true,
  };
};
