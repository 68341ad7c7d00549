import { frozenMessage } from '../../../src/bot/send.ts';
import { forSubmit, plainText, renderCard, type AdaptiveCard, type View } from '../../../src/cards/index.ts';
import { civilDate } from '../../../src/dates/index.ts';
import { shownTexts } from '../cardLinter.ts';
import type { User } from './user.ts';

/** Every kind of card that the guide makes. */
export type Kind = View['kind'] | 'frozen' | 'ways';

/** A card to be tried, and the way to it. */
export interface Trial {
  readonly kind: Kind;
  readonly name: string;
  /** In a conversation of its own. */
  readonly anew?: true;
  /** Which of the newest cards, when more came at once. */
  readonly at?: -2;
  readonly reach: (user: User) => Promise<void>;
}

/** Closed for these trials, so that there is a card for what is closed. */
export const closed: readonly string[] = ['record-who-must'];

const inVejen = ['Hvor hurtigt skal træningen i gang i Vejen?', 'How soon must the training begin in Vejen?'] as const;
const story =
  'Vi har en kvinde på 84, der er svækket efter influenza. Hun har ligget hjemme og ikke været på sygehus. Hun får hjælp morgen og aften på grund af alderdom. Hvilken paragraf gælder for genoptræning?';
/** Two subjects in one breath: neither stands out, so the user is asked. */
const unsure = ['hvilken udvikling elsker at træning', 'complain about a or of curiosity'] as const;

/** What a card says that has no twin of its own. */
const saidOn = (card: AdaptiveCard): string =>
  shownTexts(card)
    .join('\n')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\\(.)/gu, '$1');

/** A card that the guide shows in Teams alone, drawn by the page. */
const given = (user: User, kind: Kind, card: AdaptiveCard, twin = saidOn(card)): Promise<void> =>
  user.given((conversation) => {
    user.guide.show(conversation, forSubmit(card), { kind, language: user.phrases.language, twin, speak: card.speak });
  });
const givenView = (user: User, view: View): Promise<void> =>
  given(user, view.kind, renderCard(view, user.phrases), plainText(view, user.phrases));

const frozen = ({ phrases, guide: { guide } }: User): AdaptiveCard => {
  const tree = (phrases.language === 'en' ? guide.dialogs.treesEnglish : guide.dialogs.trees).get('tjekliste')!;
  const questions = Object.values(tree.nodes).flatMap((node) => ('question' in node ? [node.question] : []));
  const answered = questions.slice(0, 3).map((question) => ({ question, answer: phrases.say('answer.unknown') }));
  const view = { treeTitle: tree.title, answered, asOf: civilDate('2026-11-22'), version: guide.version };
  return frozenMessage(view, phrases).card;
};

/** A question after a story: stories are read in Danish alone, and a client may be English all the same. */
const afterStory = ({ guide: { guide } }: User): View => {
  const tree = guide.dialogs.treesEnglish.get('hvilken-paragraf')!;
  const asked = Object.entries(tree.nodes).flatMap(([question, node]) =>
    'options' in node
      ? [{ question, text: node.question, options: node.options.map(({ id, label }) => ({ id, label })) }]
      : [],
  );
  const [told, open] = [asked.slice(0, 2), asked[2]!];
  const understood = told.map(({ question, text, options }) => ({
    ...{ question, text, answer: options[0]!.label },
    provision: '',
  }));
  return {
    ...{ kind: 'question', tree: tree.id, run: 'r1', answers: {}, treeTitle: tree.title, input: 'choice' },
    ...{ ...open, asOf: civilDate('2026-11-22'), progress: { number: 3, atMostLeft: 2 }, canGoBack: true, understood },
  };
};

const leaderReport = ({ phrases }: User): View => {
  const [week, before] = ['47', '46'].map((number) => phrases.say('leader.week', { week: number, year: '2026' }));
  const items = [phrases.say('leader.line', { topic: phrases.say('feedback.unclear'), count: '3' })];
  return {
    kind: 'leader-report',
    week: week!,
    totals: [
      { name: phrases.say('leader.answered'), value: '112' },
      { name: phrases.say('leader.unanswered'), value: '9' },
    ],
    sections: [{ heading: phrases.say('leader.reasons'), items }],
    weeks: [{ id: '2026-W46', label: before! }],
  };
};

/** Each goes on where the one before stopped, unless it begins anew. */
export const trials = [
  {
    kind: 'welcome',
    name: 'welcome',
    // The page itself welcomes in Danish.
    reach: (user) =>
      user.isEnglish
        ? givenView(user, { kind: 'welcome', items: user.guide.guide.dialogs.menuEnglish.menu })
        : Promise.resolve(),
  },
  { kind: 'menu', name: 'menu', reach: (user) => user.say('menu') },
  { kind: 'help', name: 'help', reach: (user) => user.press(user.phrases.say('action.help')) },
  { kind: 'question', name: 'question-many', reach: (user) => user.begin('hvilken-paragraf') },
  {
    kind: 'question',
    name: 'question-few',
    reach: async (user) => {
      await user.choose(['regain'], 'Enter');
      await user.choose(['none'], 'Space');
    },
  },
  { kind: 'why', name: 'why', reach: (user) => user.press(user.phrases.say('action.why'), 'Enter') },
  {
    kind: 'confirm-restart',
    name: 'confirm',
    reach: (user) => user.press(user.phrases.say('action.restart'), 'Space'),
  },
  { kind: 'note', name: 'note', reach: (user) => user.say(user.in('tak', 'thanks')) },
  {
    kind: 'outcome',
    name: 'outcome',
    reach: async (user) => {
      await user.press(user.phrases.say('action.continue'), 'Enter');
      for (const number of ['1', '1', '1', '2', '1']) await user.say(number);
    },
  },
  { kind: 'handoff-ask', name: 'handoff-ask', reach: (user) => user.press(user.phrases.say('action.handoff')) },
  { kind: 'handoff', name: 'handoff', reach: (user) => user.choose(['vejen'], 'Enter') },
  {
    kind: 'menu',
    name: 'menu-personal-data',
    anew: true,
    reach: (user) =>
      user.say(user.in('Min borger hedder Jens Hansen, 010203-1234', 'My citizen is Jens Hansen, 010203-1234')),
  },
  {
    kind: 'question',
    name: 'question-date',
    reach: async (user) => {
      await user.begin('klage');
      await user.choose(['refusal']);
    },
  },
  {
    kind: 'summary',
    name: 'summary',
    reach: async (user) => {
      await user.card.locator('input[type="date"]').fill('2026-11-20');
      await user.press(user.phrases.say('action.answer'), 'Enter');
    },
  },
  // What is shared stands above the card with the ways on.
  { kind: 'shared', name: 'shared', at: -2, reach: (user) => user.press(user.phrases.say('action.share')) },
  {
    kind: 'ways',
    name: 'ways',
    reach: ({ guide, phrases }) => Promise.resolve(guide.tell('ways', phrases, 'share.hint')),
  },
  { kind: 'text', name: 'text', reach: (user) => user.say(user.in('som tekst', 'show as text')) },
  {
    kind: 'summary',
    name: 'summary-deadlines',
    anew: true,
    reach: async (user) => {
      await user.begin('naeste-skridt');
      await user.choose(['regain']);
      await user.say('2');
      await user.choose(['vejen']);
      await user.say(user.in('18. december 2026', '18 December 2026'));
    },
  },
  {
    kind: 'form',
    name: 'form',
    anew: true,
    reach: async (user) => {
      await user.begin('tjekliste');
      await user.choose(['regain']);
    },
  },
  {
    kind: 'summary',
    name: 'checklist',
    reach: (user) => user.choose(['yes', 'partly', 'no', 'not-relevant', 'unknown'], 'Space'),
  },
  {
    kind: 'summary',
    name: 'comparison',
    anew: true,
    reach: async (user) => {
      await user.begin('kommunens-standard');
      await user.say('1');
      await user.choose(['deadlines']);
      await user.choose(['all']);
    },
  },
  { kind: 'offer', name: 'offer-choose', anew: true, reach: (user) => user.say(user.in(...unsure)) },
  {
    kind: 'offer',
    name: 'offer-municipality',
    reach: (user) => user.say(user.in('Hvad med aktivitetscentret?', 'The citizen and the day centre')),
  },
  {
    kind: 'offer',
    name: 'offer-outside',
    reach: (user) => user.say(user.in('Hvor mange panodil må hun få?', 'What is the capital of Peru?')),
  },
  {
    kind: 'offer',
    name: 'offer-closed',
    reach: (user) => user.say(user.in('Hvem har journalpligt?', 'Who must keep the records?')),
  },
  { kind: 'answer', name: 'answer', reach: (user) => user.say(user.in(...inVejen)) },
  { kind: 'feedback', name: 'feedback', reach: (user) => user.say(user.in('forkert svar', 'wrong answer')) },
  {
    kind: 'question',
    name: 'question-story',
    anew: true,
    reach: (user) => (user.isEnglish ? givenView(user, afterStory(user)) : user.say(story)),
  },
  {
    kind: 'error',
    name: 'error',
    reach: async (user) => {
      user.guide.isFailing = true;
      await user.say('2').finally(() => (user.guide.isFailing = false));
    },
  },
  { kind: 'frozen', name: 'frozen', reach: (user) => given(user, 'frozen', frozen(user)) },
  { kind: 'leader-report', name: 'leader-report', reach: (user) => givenView(user, leaderReport(user)) },
] as const satisfies readonly Trial[];

type Tried = (typeof trials)[number]['kind'];
/** Does not compile while a kind of view has no trial; the error names it. */
export const everyKindIsTried: Kind extends Tried ? true : Exclude<Kind, Tried> = true;
