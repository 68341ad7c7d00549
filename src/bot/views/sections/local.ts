import { standardsOfCourse } from '../../../rules/index.ts';
import { noteOf, ownerOf, tellFacts, wholeOf } from './facts.ts';
import { joined, type Composed, type Composer } from './section.ts';
import { topicsAt } from './topicGroups.ts';

/**
 * What the municipality's own standard adds at this stage, or plainly that it is not here. A document that does not name
 * its municipality is told as just that, never as this municipality's.
 */
export const localSection: Composer = (ending) => {
  const { knowledge, answers, asOf, phrases } = ending;
  const standards = standardsOfCourse(knowledge, answers, asOf);
  const isOwn = standards.some((standard) => ownerOf(knowledge, standard)?.unnamed === false);
  const none: Composed = {
    sections: [{ heading: phrases.say('local.heading'), text: phrases.say('local.none'), items: [] }],
    cited: [],
  };
  return joined([
    ...(isOwn ? [] : [none]),
    ...standards.map((standard) => {
      const { items, cited } = tellFacts(ending, standard, topicsAt(answers.stage), asOf);
      const { title } = standard;
      const heading = phrases.say(ownerOf(knowledge, standard)?.unnamed ? 'local.sheet' : 'local.standard', { title });
      const text = [noteOf(ending, standard), ...(items.length === 0 ? [phrases.say('local.silent')] : [])].join(' ');
      return { sections: [{ heading, text, items }], cited: [...wholeOf(ending, standard), ...cited] };
    }),
  ]);
};
