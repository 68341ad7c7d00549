import type { Knowledge, Standard, Topic } from '../../../knowledge/index.ts';
import { noteOf, tellFacts } from './facts.ts';
import { joined, nothing, type Composed, type Composer, type Ending } from './section.ts';
import { topicsOf } from './topicGroups.ts';

/** A standard by the municipality it is from, for telling two apart. */
const nameOf = (knowledge: Knowledge, { id, title }: Standard): string => {
  const owner = knowledge.municipalities.find(({ standards }) => standards.some((standard) => standard.id === id));
  return owner && !owner.unnamed ? `${owner.name}: ${title}` : title;
};

const topicSection = (ending: Ending, standard: Standard, topic: Topic): Composed => {
  const { items, cited } = tellFacts(ending, standard, [topic], ending.asOf);
  return items.length === 0 ? nothing : { sections: [{ heading: ending.phrases.say(`topic.${topic}`), items }], cited };
};

/** What one standard says on the chosen topics, topic by topic; silence is said. */
export const standardSection: Composer = (ending) => {
  const { knowledge, answers, phrases } = ending;
  const standard = knowledge.standard(answers.standard ?? '');
  if (!standard) return nothing;
  const told = joined(topicsOf(answers.topic).map((topic) => topicSection(ending, standard, topic)));
  const heading = nameOf(knowledge, standard);
  const early = standard.validFrom > ending.asOf;
  const silent = early ? phrases.say('standard.tooEarly') : phrases.say('standard.silent');
  const text = [noteOf(ending, standard), ...(told.sections.length === 0 ? [silent] : [])].join(' ');
  return { sections: [{ heading, text, items: [] }, ...told.sections], cited: told.cited };
};

/** The chosen standards, and which topics each says something on. */
const overview = (ending: Ending, standards: readonly Standard[]): Composed => ({
  sections: topicsOf(undefined).flatMap((topic) => {
    const saying = standards.filter((standard) => tellFacts(ending, standard, [topic], ending.asOf).items.length > 0);
    if (saying.length === 0) return [];
    return [
      {
        heading: ending.phrases.say(`topic.${topic}`),
        items: standards.map((standard) =>
          ending.phrases.say(saying.includes(standard) ? 'comparison.says' : 'comparison.silent', {
            standard: nameOf(ending.knowledge, standard),
          }),
        ),
      },
    ];
  }),
  cited: [],
});

/** Two or more standards beside each other on one topic: a section each, and silence said where there is any. */
export const comparisonSection: Composer = (ending) => {
  const { knowledge, answers, phrases, asOf } = ending;
  const all = knowledge.municipalities.flatMap(({ standards }) => standards);
  const chosen = all.filter(({ id }) => id === answers.standard || answers.compare === 'all' || id === answers.compare);
  const topic = answers.topic;
  if (topic === undefined || topic === 'all' || topic === 'unknown') {
    const { sections } = overview(ending, chosen);
    const intro = {
      heading: phrases.say('comparison.heading'),
      text: phrases.say('comparison.chooseTopic'),
      items: [],
    };
    const cited = chosen.map(({ source, verifiedOn }) => ({
      citation: { source, at: phrases.say('comparison.whole') },
      verifiedOn,
    }));
    return { sections: [intro, ...sections], cited };
  }
  return joined(
    chosen.map((standard) => {
      const { items, cited } = tellFacts(ending, standard, topicsOf(topic), asOf);
      const silent = items.length === 0 ? [phrases.say('standard.silent')] : [];
      const text = [noteOf(ending, standard), ...silent].join(' ');
      return { sections: [{ heading: nameOf(knowledge, standard), text, items }], cited };
    }),
  );
};
