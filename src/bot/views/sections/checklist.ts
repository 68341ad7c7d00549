import type { ChecklistPoint } from '../../../knowledge/index.ts';
import { citedOn } from '../sourceViews.ts';
import { joined, nothing, type Composed, type Composer, type Ending } from './section.ts';

const missing: readonly (string | undefined)[] = ['no', 'partly', 'unknown'];

/** What follows an English question begins like a sentence of its own. */
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const missingPoint = ({ phrases, answers }: Ending, point: ChecklistPoint): Composed => {
  const answer = answers[point.id];
  const state =
    answer === 'partly' ? 'checklist.partly' : answer === 'unknown' ? 'checklist.unknown' : 'checklist.missing';
  return {
    sections: [
      {
        heading: point.title,
        text: phrases.say(state, { asks: point.asks }),
        items: [
          ...point.todo.map(({ text }) => text),
          phrases.say('checklist.who', { who: phrases.language === 'en' ? begun(point.who) : point.who }),
          { doubt: point.doubt },
        ],
      },
    ],
    cited: citedOn([...point.citations, ...point.todo.flatMap(({ citations }) => citations)], point.verifiedOn),
    danish: true,
  };
};

/** What is missing in a course, what to do about it and who usually does it; then what is in order. */
export const checklistSection: Composer = (ending) => {
  const { knowledge, answers, phrases } = ending;
  const checklist = knowledge.checklist(answers.course ?? '');
  if (!checklist) return nothing;
  const lacking = checklist.points.filter(({ id }) => missing.includes(answers[id]));
  const titles = (answer: string): string[] =>
    checklist.points.flatMap(({ id, title }) => (answers[id] === answer ? [title] : []));
  const rest = (['yes', 'not-relevant'] as const).flatMap((answer) => {
    const items = titles(answer);
    return items.length === 0 ? [] : [{ heading: phrases.say(`checklist.${answer}`), items }];
  });
  const first = checklist.points[0];
  return joined([
    ...lacking.map((point) => missingPoint(ending, point)),
    {
      sections: rest,
      danish: rest.length > 0,
      cited: first
        ? citedOn(
            checklist.points.flatMap(({ citations }) => citations),
            first.verifiedOn,
          )
        : [],
    },
  ]);
};
