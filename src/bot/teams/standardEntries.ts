import type { ShareView } from '../../cards/index.ts';
import { topics, type Standard, type Topic } from '../../knowledge/index.ts';
import type { Scene } from '../views/scene.ts';
import { noteOf, ownerOf, tellContact, tellFacts, wholeOf } from '../views/sections/facts.ts';
import { withDoubts } from '../views/sections/section.ts';
import { citedOn, sourceViews, type Cited } from '../views/sourceViews.ts';
import { oneLine, type Entry } from './entry.ts';

interface Told {
  readonly items: readonly (string | { readonly text?: string; readonly doubt?: string | undefined })[];
  readonly cited: readonly Cited[];
}

/** What a standard says on a topic on the day; its contacts are a topic of their own. */
const told = (scene: Scene, standard: Standard, topic: Topic): Told => {
  const { items, cited } = tellFacts(scene, standard, [topic], scene.today);
  if (topic !== 'contacts' || standard.validFrom > scene.today) return { items, cited };
  return {
    items: [...items, ...standard.contacts.map((contact) => tellContact(contact, 'all'))],
    cited: [
      ...cited,
      ...standard.contacts.flatMap(({ at }) => citedOn([{ source: standard.source, at }], standard.verifiedOn)),
    ],
  };
};

const nameOf = (scene: Scene, standard: Standard): string => {
  const owner = ownerOf(scene.knowledge, standard);
  return owner && !owner.unnamed ? `${owner.name}: ${standard.title}` : standard.title;
};

const cardOf = (scene: Scene, standard: Standard, chosen: readonly Topic[], title: string): ShareView | undefined => {
  const { phrases, knowledge, today } = scene;
  const parts = chosen
    .map((topic) => ({ heading: phrases.say(`topic.${topic}`), ...told(scene, standard, topic) }))
    .filter(({ items }) => items.length > 0);
  if (parts.length === 0) return undefined;
  return {
    title,
    text: noteOf(scene, standard),
    sections: withDoubts(
      parts.map(({ heading, items }) => ({ heading, items })),
      phrases,
    ),
    notes: [],
    asOf: today,
    sources: sourceViews(knowledge, [...wholeOf(scene, standard), ...parts.flatMap(({ cited }) => cited)]),
  };
};

const textOf = (item: Told['items'][number] | undefined): string =>
  typeof item === 'string' ? item : (item?.text ?? '');

const entriesOf = (scene: Scene, standard: Standard): readonly Entry[] => {
  const { phrases, knowledge } = scene;
  const owner = ownerOf(knowledge, standard);
  const name = nameOf(scene, standard);
  const names = [standard.id, ...(owner ? [owner.id] : [])];
  const common = [
    { text: name, weight: 2 },
    ...[...(owner?.aliases ?? []), ...(knowledge.words.names[standard.id] ?? [])].map((text) => ({
      text,
      weight: 1.5,
    })),
    ...standard.provisions.map((id) => ({ text: knowledge.provision(id)?.label ?? '', weight: 1 })),
  ];
  const whole: Entry = {
    id: `standard:${standard.id}`,
    title: name,
    line: oneLine(noteOf(scene, standard)),
    fields: common.map(({ text, weight }) => ({ text, weight: weight * 1.25 })),
    names,
    usual: 0,
    card: () => cardOf(scene, standard, topics, name),
  };
  const parts = topics.flatMap((topic): Entry[] => {
    const { items } = told(scene, standard, topic);
    if (items.length === 0) return [];
    const title = `${name} · ${phrases.say(`topic.${topic}`)}`;
    return [
      {
        id: `standard:${standard.id}:${topic}`,
        title,
        line: oneLine(textOf(items[0])),
        fields: [...common, { text: phrases.say(`topic.${topic}`), weight: 2 }],
        names,
        usual: 0,
        card: () => cardOf(scene, standard, [topic], title),
      },
    ];
  });
  return parts.length === 0 ? [] : [whole, ...parts];
};

/** Every document that says something on the day: as a whole, and topic by topic. */
export const standardEntries = (scene: Scene): readonly Entry[] =>
  [...scene.knowledge.municipalities.flatMap(({ standards }) => standards), ...scene.knowledge.guidance].flatMap(
    (standard) => entriesOf(scene, standard),
  );
