import { citedOn } from '../sourceViews.ts';
import { nothing, type Composed, type Ending } from './section.ts';

/** How much of a duty is told: all, or without what would crowd others. */
export type Telling = 'whole' | 'in-short';

/** One duty as it stands on the day: its sentence, its lines, and what is not settled. */
export const dutySection = ({ knowledge, asOf }: Ending, id: string, telling: Telling): Composed => {
  const duty = knowledge.dutyOn(id, asOf);
  if (!duty) return nothing;
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
  };
};
