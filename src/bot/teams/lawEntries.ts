import type { ShareView } from '../../cards/index.ts';
import type { Provision, ProvisionOn, Wording } from '../../knowledge/index.ts';
import type { Scene } from '../views/scene.ts';
import { citedOn, sourceViews } from '../views/sourceViews.ts';
import { oneLine, type Entry } from './entry.ts';

type Repeal = Extract<ProvisionOn, { kind: 'repealed' }>['repeal'];

const listed = (heading: string, items: readonly string[]): ShareView['sections'] =>
  items.length === 0 ? [] : [{ heading, items }];

const inForceCard = ({ label }: Provision, wording: Wording, scene: Scene): ShareView => {
  const { phrases, knowledge, today } = scene;
  const { title, gives, conditions, remember, decidedBy, start, validFrom, citations, verifiedOn, doubt } = wording;
  const statements = [...conditions, ...remember].flatMap((statement) => statement.citations);
  return {
    title: `${label}: ${title}`,
    text: gives,
    facts: [
      { name: phrases.say('outcome.decidedBy'), value: phrases.say(`authority.${decidedBy}`) },
      {
        name: phrases.say('outcome.inForce'),
        value: phrases.say(start === 'exact' ? 'outcome.since' : 'outcome.sinceAtLatest', {
          date: phrases.date(validFrom),
        }),
      },
    ],
    sections: [
      ...listed(
        phrases.say('outcome.conditions'),
        conditions.map(({ text }) => text),
      ),
      ...listed(
        phrases.say('outcome.remember'),
        remember.map(({ text }) => text),
      ),
    ],
    notes: doubt === undefined ? [] : [phrases.say('outcome.doubt', { doubt })],
    asOf: today,
    sources: sourceViews(knowledge, citedOn([...citations, ...statements], verifiedOn)),
  };
};

const repealedLine = ({ phrases }: Scene, { validFrom, note }: Repeal): string =>
  phrases.say('share.repealed', { date: phrases.date(validFrom), note });

const repealedCard = ({ label }: Provision, repeal: Repeal, scene: Scene): ShareView => ({
  title: label,
  text: repealedLine(scene, repeal),
  sections: [],
  notes: repeal.doubt === undefined ? [] : [scene.phrases.say('outcome.doubt', { doubt: repeal.doubt })],
  asOf: scene.today,
  sources: sourceViews(scene.knowledge, citedOn(repeal.citations, repeal.verifiedOn)),
});

/** How many answers of the day name each provision. */
const namedIn = ({ knowledge, today }: Scene): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { id } of knowledge.articles)
    for (const provision of knowledge.answerOn(id, today)?.provisions ?? [])
      counts.set(provision, (counts.get(provision) ?? 0) + 1);
  return counts;
};

/** Every provision as it stands on the day. One that only begins later is told with the day that it begins. */
export const lawEntries = (scene: Scene): readonly Entry[] => {
  const { knowledge, today } = scene;
  const counts = namedIn(scene);
  return knowledge.provisionIds.flatMap((id): Entry[] => {
    const found = knowledge.provisionOn(id, today);
    if (!found) return [];
    const { provision } = found;
    const later = found.kind === 'not-covered' ? provision.values[0] : undefined;
    const value = found.kind === 'in-force' ? found.wording : found.kind === 'repealed' ? found.repeal : later;
    if (!value) return [];
    const isRepealed = value.status === 'repealed';
    const title = isRepealed ? [] : [{ text: value.title, weight: 2 }];
    return [
      {
        id: `law:${id}`,
        title: provision.label,
        line: oneLine(isRepealed ? repealedLine(scene, value) : `${value.title}. ${value.gives}`),
        fields: [
          { text: provision.label, weight: 3 },
          ...provision.aliases.map((text) => ({ text, weight: 2.5 })),
          ...title,
        ],
        names: [id],
        usual: found.kind === 'in-force' ? (counts.get(id) ?? 0) : 0,
        card: () => (isRepealed ? repealedCard(provision, value, scene) : inForceCard(provision, value, scene)),
      },
    ];
  });
};
