import { present, sectionUnder, type Block, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { candidateBlocks, provisionSection } from './provisionBlocks.ts';
import { correctionSection, reasonSection } from './reasons.ts';
import { untranslatedNote } from './doubt.ts';
import { sourceSection } from './sources.ts';
import type { ContactView, OutcomeView } from './views.ts';
import { endButtons } from './endButtons.ts';

const verdicts = {
  must: 'contact.must',
  'must-if-changed': 'contact.mustIfChanged',
  should: 'contact.should',
} as const;

const listOf = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

const contactBlocks = ({ verdict, statement, details }: ContactView, phrases: Phrases): Block[] => [
  { kind: 'strong', text: phrases.say(verdicts[verdict]) },
  { kind: 'text', text: statement },
  ...listOf(details),
];

const changesOf = ({ upcoming }: OutcomeView, phrases: Phrases): string[] =>
  upcoming.map(({ date, provisions }) =>
    phrases.say('outcome.upcomingChange', { date: phrases.date(date), provisions: provisions.join(', ') }),
  );

/** The authority by name when only one can decide the case. */
const closingOf = ({ governing, candidates }: OutcomeView, phrases: Phrases): string => {
  const [only, other] = new Set([...governing, ...candidates].map(({ decidedBy }) => decidedBy));
  const authority = phrases.say(only === undefined || other !== undefined ? 'authority.either' : `authority.${only}`);
  return phrases.say('outcome.closing', { authority });
};

/** Where a walk ends: what governs or may govern, what to do, why, and on what it stands. */
export const outcomeCard = (view: OutcomeView, phrases: Phrases): Page => ({
  summary: view.conclusion,
  speak: [
    view.title,
    view.conclusion,
    phrases.say('outcome.contact'),
    phrases.say(verdicts[view.contact.verdict]),
  ].join(' '),
  blocks: [
    ...present(view.note, (text) => ({ kind: 'box', blocks: [{ kind: 'text', text }] })),
    { kind: 'title', text: view.title },
    { kind: 'text', text: view.conclusion },
    { kind: 'subtle', text: phrases.say('outcome.asOf', { date: phrases.date(view.asOf) }) },
    ...untranslatedNote(view, phrases),
    ...view.governing.map((provision) => provisionSection(provision, phrases)),
    ...sectionUnder(phrases.say('outcome.candidates'), view.candidates.flatMap(candidateBlocks)),
    ...sectionUnder(phrases.say('outcome.missing'), listOf(view.missing)),
    ...sectionUnder(phrases.say('outcome.contact'), contactBlocks(view.contact, phrases)),
    ...sectionUnder(phrases.say('outcome.upcoming'), listOf(changesOf(view, phrases))),
    ...reasonSection(view, phrases),
    ...sourceSection([...view.sources, ...view.contact.sources], phrases),
    { kind: 'text', text: closingOf(view, phrases) },
    ...correctionSection(view, phrases),
  ],
  actions: endButtons(view, phrases),
});
