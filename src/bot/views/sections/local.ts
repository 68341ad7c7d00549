import { standardsOfCourse } from '../../../rules/index.ts';
import { noteOf, tellFacts } from './facts.ts';
import { nothing, type Composer } from './section.ts';
import { topicsAt } from './topicGroups.ts';

/** What the municipality's own standard adds at this stage, or plainly that it is not here. */
export const localSection: Composer = (ending) => {
  const { knowledge, answers, asOf, phrases } = ending;
  const standards = standardsOfCourse(knowledge, answers, asOf);
  if (standards.length === 0) {
    const heading = phrases.say('local.heading');
    return { sections: [{ heading, text: phrases.say('local.none'), items: [] }], cited: [] };
  }
  return standards.reduce((all, standard) => {
    const { items, cited } = tellFacts(ending, standard, topicsAt(answers.stage), asOf);
    const heading = phrases.say('local.standard', { title: standard.title });
    const text = [noteOf(ending, standard), ...(items.length === 0 ? [phrases.say('local.silent')] : [])].join(' ');
    return { sections: [...all.sections, { heading, text, items }], cited: [...all.cited, ...cited] };
  }, nothing);
};
