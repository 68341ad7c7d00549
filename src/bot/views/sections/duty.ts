import { citedOn } from '../sourceViews.ts';
import { nothing, type Composed, type Ending } from './section.ts';

/** One duty as it stands on the day: its sentence, its lines, and what is not settled. */
export const dutySection = ({ knowledge, asOf, phrases }: Ending, id: string): Composed => {
  const duty = knowledge.dutyOn(id, asOf);
  if (!duty) return nothing;
  const statements = [...duty.details, ...duty.more];
  const doubt = duty.doubt === undefined ? [] : [phrases.say('outcome.doubt', { doubt: duty.doubt })];
  return {
    sections: [{ heading: duty.title, text: duty.statement, items: [...statements.map(({ text }) => text), ...doubt] }],
    cited: citedOn([...duty.citations, ...statements.flatMap(({ citations }) => citations)], duty.verifiedOn),
  };
};
