import { calendarPath } from '../../../calendar/index.ts';
import { stageDeadlines, type StageDeadlines } from '../../../rules/index.ts';
import { ownerOf } from './facts.ts';
import { joined, type Composed, type Composer, type Ending } from './section.ts';

const oneStandard = (
  { knowledge, phrases, publicUrl, asOf }: Ending,
  { standard, events, deadlines }: StageDeadlines,
): Composed => {
  const heading = phrases.say('deadline.heading');
  if (!deadlines) return { sections: [{ heading, text: phrases.say('deadline.notCovered'), items: [] }], cited: [] };
  const isSheet = ownerOf(knowledge, { id: standard })?.unnamed;
  const items = deadlines.flatMap(({ due, text, counting, national, doubt }) => [
    { text: phrases.say('deadline.due', { date: phrases.longDate(due), rule: text }), doubt },
    counting,
    ...(national ? [] : [phrases.say(isSheet ? 'deadline.sheet' : 'deadline.local')]),
  ]);
  const url = publicUrl === undefined ? undefined : `${publicUrl}${calendarPath({ standard, events })}`;
  const verifiedOn = knowledge.standard(standard)?.verifiedOn ?? asOf;
  return {
    sections: [
      { heading, items, ...(url === undefined ? {} : { link: { label: phrases.say('calendar.link'), url } }) },
    ],
    danish: true,
    cited: deadlines.map(({ source, at }) => ({
      citation: { source, at },
      verifiedOn: knowledge.source(source)?.fetchedOn ?? verifiedOn,
    })),
  };
};

/** The last days that follow from the day given, with how each was counted; or that nothing starts a clock here. */
export const deadlineSection: Composer = (ending) => {
  const found = stageDeadlines(ending.knowledge, ending.answers, ending.asOf);
  if (found.length > 0) return joined(found.map((standard) => oneStandard(ending, standard)));
  const { phrases, asOf } = ending;
  return {
    sections: [
      {
        heading: phrases.say('deadline.heading'),
        text: phrases.say('deadline.none', { date: phrases.date(asOf) }),
        items: [],
      },
    ],
    cited: [],
  };
};
