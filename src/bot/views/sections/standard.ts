import type { Knowledge, Standard, Topic } from '../../../knowledge/index.ts';
import { optionOf } from '../../../trees/index.ts';
import { noteOf, ownerOf, tellFacts, wholeOf } from './facts.ts';
import {
  joined,
  mostText,
  nothing,
  roomOf,
  type Composed,
  type Composer,
  type Ending,
  type Section,
} from './section.ts';
import { groupNames, topicsOf } from './topicGroups.ts';

/** A standard by the municipality it is from, for telling two apart. */
const nameOf = (knowledge: Knowledge, standard: Standard): string => {
  const owner = ownerOf(knowledge, standard);
  return owner && !owner.unnamed ? `${owner.name}: ${standard.title}` : standard.title;
};

const topicSection = (ending: Ending, standard: Standard, topic: Topic): Composed => {
  const { items, cited } = tellFacts(ending, standard, [topic], ending.asOf);
  return items.length === 0 ? nothing : { sections: [{ heading: ending.phrases.say(`topic.${topic}`), items }], cited };
};

/**
 * Takes from a list, in order, all that there is still room for; what stands alone is always taken. What is left is named,
 * to be chosen alone: no sentence is cut.
 */
const whatFits = <T extends { readonly told: Composed }>(all: readonly T[], taken = 0): { fits: T[]; rest: T[] } => {
  const [fits, rest]: [T[], T[]] = [[], []];
  let left = mostText - taken;
  for (const one of all) {
    const room = roomOf(one.told);
    if (room > left && all.length > 1) rest.push(one);
    else {
      fits.push(one);
      left -= room;
    }
  }
  return { fits, rest };
};

/** An answer to the question of topics in the user's words, such as "Pris og kørsel". */
const groupName = ({ tree }: Ending, group: string): string => optionOf(tree, 'topic', group)?.label ?? group;

/** Groups of topics that there is no room for, by the words to choose them with. */
const moreSection = (ending: Ending, groups: readonly string[]): readonly Section[] =>
  groups.length === 0
    ? []
    : [
        {
          heading: ending.phrases.say('standard.more'),
          text: ending.phrases.say('standard.chooseMore'),
          items: groups.map((group) => groupName(ending, group)),
        },
      ];

const groupOf = (ending: Ending, standard: Standard, group: string) => ({
  group,
  told: joined(topicsOf(group).map((topic) => topicSection(ending, standard, topic))),
});

const isEarly = ({ asOf }: Ending, { validFrom }: Standard): boolean => validFrom > asOf;

/** What is said where a standard says nothing: that it is silent, or that the day is before it. */
const silenceOf = (ending: Ending, standard: Standard): string =>
  ending.phrases.say(isEarly(ending, standard) ? 'standard.tooEarly' : 'standard.silent');

/** What one standard says on the chosen topics, topic by topic; silence is said. */
export const standardSection: Composer = (ending) => {
  const { knowledge, answers } = ending;
  const standard = knowledge.standard(answers.standard ?? '');
  if (!standard) return nothing;
  const groups = groupNames(answers.topic)
    .map((group) => groupOf(ending, standard, group))
    .filter(({ told }) => told.sections.length > 0);
  const { fits, rest } = whatFits(groups);
  const told = joined(fits.map((group) => group.told));
  const heading = nameOf(knowledge, standard);
  const silent = groups.length === 0 ? [silenceOf(ending, standard)] : [];
  const text = [noteOf(ending, standard), ...silent].join(' ');
  const more = moreSection(
    ending,
    rest.map(({ group }) => group),
  );
  return joined([
    { sections: [{ heading, text, items: [] }], cited: wholeOf(ending, standard) },
    told,
    { sections: more, cited: [] },
  ]);
};

/** The chosen standards, and which of the topics that can be chosen each says something on. */
const overview = (ending: Ending, standards: readonly Standard[]): Composed => ({
  sections: groupNames(undefined).flatMap((group) => {
    const says = (standard: Standard): boolean =>
      tellFacts(ending, standard, topicsOf(group), ending.asOf).items.length > 0;
    if (!standards.some(says)) return [];
    const items = standards.map((standard) =>
      ending.phrases.say(says(standard) ? 'comparison.says' : 'comparison.silent', {
        standard: nameOf(ending.knowledge, standard),
      }),
    );
    return [{ heading: groupName(ending, group), items }];
  }),
  cited: standards.flatMap((standard) => wholeOf(ending, standard)),
});

/** Two or more standards beside each other on one topic: a section each, and silence said where there is any. */
export const comparisonSection: Composer = (ending) => {
  const { knowledge, answers, phrases, asOf } = ending;
  const all = knowledge.municipalities.flatMap(({ standards }) => standards);
  const others = all.filter(
    ({ id }) => id !== answers.standard && (answers.compare === 'all' || id === answers.compare),
  );
  const chosen = [...all.filter(({ id }) => id === answers.standard), ...others];
  const topic = answers.topic;
  if (topic === undefined || topic === 'all' || topic === 'unknown') {
    const early = chosen.filter((standard) => isEarly(ending, standard));
    const intro = {
      heading: phrases.say('comparison.heading'),
      text: phrases.say('comparison.chooseTopic'),
      items: early.map((standard) => `${nameOf(knowledge, standard)}: ${phrases.say('standard.tooEarly')}`),
    };
    const begun = chosen.filter((standard) => !early.includes(standard));
    return joined([{ sections: [intro], cited: [] }, overview(ending, begun)]);
  }
  const told = chosen.map((standard) => {
    const { items, cited } = tellFacts(ending, standard, topicsOf(topic), asOf);
    return { standard, told: { sections: [{ heading: nameOf(knowledge, standard), items }], cited } };
  });
  const notes = chosen.reduce((room, standard) => room + noteOf(ending, standard).length, 0);
  const { fits } = whatFits(told, notes);
  return joined(
    told.map((one) => {
      const { standard } = one;
      const items = one.told.sections.flatMap((section) => section.items);
      const isTold = items.length === 0 || fits.includes(one);
      const text = [
        noteOf(ending, standard),
        ...(items.length === 0 ? [silenceOf(ending, standard)] : []),
        ...(isTold ? [] : [phrases.say('comparison.tooLong')]),
      ].join(' ');
      return {
        sections: [{ heading: nameOf(knowledge, standard), text, items: isTold ? items : [] }],
        cited: [...wholeOf(ending, standard), ...(isTold ? one.told.cited : [])],
      };
    }),
  );
};
