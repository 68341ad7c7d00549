import type {
  MenuItemView,
  OutcomeView,
  ProvisionView,
  QuestionView,
  ReasonView,
  SourceView,
  View,
} from '../../src/cards/index.ts';
import { civilDate } from '../../src/dates/index.ts';

/** Views written by hand for tests of cards: the shape is real, the law in them is not to be relied on. */
export const walk = { tree: 'hvilken-paragraf', run: 'r1', answers: { date: '2026-11-22', need: 'regain' } } as const;

export const sourceView: SourceView = {
  label: 'Serviceloven (LBK 155/2025)',
  at: '§ 86, stk. 1',
  verifiedOn: civilDate('2026-11-21'),
  link: 'https://www.retsinformation.dk/eli/lta/2025/155',
};

export const buttonQuestion: QuestionView = {
  kind: 'question',
  ...walk,
  treeTitle: 'Hvilken paragraf gælder?',
  asOf: civilDate('2026-11-22'),
  question: 'pensionAge',
  text: 'Har borgeren nået folkepensionsalderen?',
  help: 'Alderen står i borgerens sag.',
  input: 'choice',
  options: [
    { id: 'reached', label: 'Ja' },
    { id: 'not-reached', label: 'Nej' },
    { id: 'unknown', label: 'Ved ikke' },
  ],
  progress: { number: 3, atMostLeft: 4 },
  canGoBack: true,
};

export const choiceQuestion: QuestionView = {
  ...buttonQuestion,
  question: 'need',
  text: 'Hvad har borgeren brug for?',
  help: 'Vælg det, der fylder mest lige nu.',
  options: [
    { id: 'regain', label: 'Genoptræning', help: 'for at få mistede evner tilbage' },
    { id: 'maintain', label: 'Træning, der holder evnerne ved lige' },
    { id: 'help', label: 'Hjælp i hverdagen', help: 'personlig pleje eller praktiske opgaver' },
    { id: 'relief', label: 'Afløsning af en pårørende' },
    { id: 'nursing', label: 'Sygepleje' },
    { id: 'unknown', label: 'Ved ikke' },
  ],
  progress: { number: 1, atMostLeft: 6 },
  canGoBack: false,
};

export const helpedQuestion: QuestionView = {
  ...buttonQuestion,
  note: 'Disse svar faldt bort: Har behovet ændret sig?',
  options: [
    { id: 'reached', label: 'Ja', help: 'Borgeren får eller kan få folkepension.' },
    { id: 'not-reached', label: 'Nej', help: 'Borgeren er yngre.' },
  ],
  chosen: 'reached',
};

export const dateQuestion: QuestionView = {
  ...buttonQuestion,
  question: 'date',
  text: 'Hvilken dag skal vurderingen gælde for?',
  input: 'date',
  options: [],
  chosen: '2026-11-22',
  progress: { number: 2, atMostLeft: 0 },
};

export const provisionView: ProvisionView = {
  id: 'sel-86-1',
  label: 'serviceloven § 86, stk. 1',
  title: 'Genoptræning uden sygehusophold',
  gives: 'Kommunen skal tilbyde træning, når en borger har mistet fysiske evner efter sygdom.',
  strength: 'must',
  conditions: ['Borgeren har ikke en plan for genoptræning fra sygehuset.', 'Tabet af evner er fysisk.'],
  remember: ['Træningen er for en tid og har et mål.'],
  decidedBy: 'municipality',
  validFrom: civilDate('2015-01-01'),
  start: 'at-latest',
  certainty: 'inferred',
  doubts: ['Kommunen vurderer, om tabet af evner er stort nok.'],
};

export const regionProvision: ProvisionView = {
  ...provisionView,
  id: 'ael-10',
  label: 'ældreloven § 10',
  title: 'Forebyggelse og genoptræning',
  gives: 'Ældre med brug for pleje kan få et forløb, der styrker dem i hverdagen.',
  conditions: [],
  remember: [],
  decidedBy: 'region',
  validFrom: civilDate('2025-07-01'),
  start: 'exact',
  certainty: 'verified',
  doubts: [],
};

const reasonView: ReasonView = {
  question: 'need',
  text: 'Hvad har borgeren brug for?',
  answer: 'Genoptræning',
  provision: 'serviceloven § 86, stk. 1',
};

export const outcome: OutcomeView = {
  kind: 'outcome',
  ...walk,
  treeTitle: 'Hvilken paragraf gælder?',
  asOf: civilDate('2026-11-22'),
  title: 'Genoptræning efter serviceloven',
  conclusion: 'Borgeren hører under serviceloven § 86, stk. 1.',
  governing: [provisionView],
  candidates: [],
  missing: [],
  reasons: [
    reasonView,
    {
      question: 'pensionAge',
      text: 'Har borgeren nået folkepensionsalderen?',
      answer: 'Nej',
      provision: 'ældreloven § 2, stk. 1',
    },
  ],
  contact: {
    verdict: 'must-if-changed',
    statement: 'Kontakt visitator, når du ser, at behovet er et andet end før.',
    details: ['Fortæl, hvad du har set, og hvornår.', 'Skriv det i journalen samme dag.'],
    sources: [{ label: 'Vejen Kommunes kvalitetsstandard', at: 'side 2', verifiedOn: civilDate('2026-11-20') }],
  },
  upcoming: [{ date: civilDate('2027-01-01'), provisions: ['sundhedsloven § 140', 'sundhedsloven § 140 a'] }],
  sources: [sourceView],
};

export const openOutcome: OutcomeView = {
  ...outcome,
  note: 'Dit svar er rettet.',
  title: 'Kommunen skal afgøre det',
  conclusion: 'Det kan ikke siges sikkert, hvilken paragraf der gælder.',
  governing: [],
  candidates: [provisionView, regionProvision],
  missing: ['Har borgeren brug for pleje i hverdagen?'],
  reasons: [],
  upcoming: [],
  contact: { ...outcome.contact, verdict: 'should', details: [], sources: [] },
  sources: [],
};

const long = (words: number): string =>
  'Borgeren har et behov, der kræver hjælp hver dag. '.repeat(Math.ceil(words / 9)).trim();

/** The biggest outcome that the rules can plausibly give: every list long, every sentence of a full length. */
export const biggestOutcome: OutcomeView = {
  ...outcome,
  conclusion: long(27),
  governing: [
    {
      ...provisionView,
      gives: long(27),
      conditions: Array.from({ length: 3 }, () => long(18)),
      remember: [long(18), long(18)],
    },
  ],
  candidates: Array.from({ length: 8 }, (_, index) => ({
    ...provisionView,
    label: `serviceloven § ${String(80 + index)} a, stk. 2`,
    gives: long(18),
  })),
  missing: Array.from({ length: 4 }, () => 'Har borgeren et nedsat funktionsniveau på grund af alder?'),
  reasons: Array.from({ length: 6 }, (_, index) => ({
    ...reasonView,
    question: `question-${String(index)}`,
    text: 'Har borgeren et nedsat funktionsniveau på grund af alder?',
  })),
  contact: { ...outcome.contact, statement: long(18), details: [long(9), long(9), long(9)] },
  sources: Array.from({ length: 12 }, (_, index) => ({
    ...sourceView,
    at: `§ ${String(80 + index)} a, stk. 2, nr. 3`,
    link: `${sourceView.link ?? ''}#P${String(80 + index)}`,
  })),
};

const items: readonly MenuItemView[] = [
  {
    tree: 'hvilken-paragraf',
    label: 'Hvilken paragraf gælder?',
    description: 'Find den paragraf, der styrer borgerens hjælp.',
  },
  {
    tree: 'kontakt-kommunen',
    label: 'Skal jeg kontakte kommunen?',
    description: 'Se, om du har pligt til at ringe eller skrive.',
  },
];
const manyItems: readonly MenuItemView[] = Array.from({ length: 8 }, (_, index) => ({
  tree: `emne-${String(index)}`,
  label: `Emne ${String(index)}`,
  description: 'En kort linje om emnet.',
}));

/** One of every view there is, by a name for the test. */
export const views: Readonly<Record<string, View>> = {
  'question with buttons': buttonQuestion,
  'question with a choice': choiceQuestion,
  'question with helped buttons': helpedQuestion,
  'question with a date': dateQuestion,
  why: {
    kind: 'why',
    reason: 'Alderen afgør, hvilken lov der gælder for borgeren.',
    sources: [sourceView],
    question: buttonQuestion,
  },
  'why with a choice': { kind: 'why', reason: 'Behovet peger på paragraffen.', sources: [], question: choiceQuestion },
  outcome,
  'open outcome': openOutcome,
  'biggest outcome': biggestOutcome,
  welcome: { kind: 'welcome', items },
  'welcome with many topics': { kind: 'welcome', items: manyItems },
  menu: { kind: 'menu', items, note: 'Det forstod jeg ikke. Vælg et emne, eller skriv hjælp.' },
  'menu with many topics': { kind: 'menu', items: manyItems },
  help: { kind: 'help' },
  note: { kind: 'note', text: 'Det var så lidt. Du kan altid spørge igen.' },
  'note with a walk': { kind: 'note', text: 'Det kort hører til en ældre gennemgang.', resume: walk },
  'confirm restart': { kind: 'confirm-restart', ...walk, treeTitle: 'Hvilken paragraf gælder?' },
  error: { kind: 'error', reference: 'K7-3F2A' },
  feedback: { kind: 'feedback', run: 'r1' },
  'leader report': {
    kind: 'leader-report',
    week: 'uge 47 i 2026',
    totals: ['Besvaret', 'Uden svar', 'Afvist', 'Rettet', 'Tommel ned', 'Tommel op'].map((name) => ({
      name,
      value: '12',
    })),
    sections: Array.from({ length: 5 }, (_, at) => ({
      heading: `Afsnit ${String(at)}`,
      items: Array.from(
        { length: 7 },
        () => 'genoptræning efter et ophold på sygehuset: 4 (Vejen Kommune 3, Herlev 1)',
      ),
    })),
    weeks: [46, 45, 44, 43].map((week) => ({ id: `2026-W${String(week)}`, label: `uge ${String(week)} i 2026` })),
  },
  text: {
    kind: 'text',
    text: 'Genoptræning efter serviceloven\n\nHvem afgør: kommunen\nGælder: fra 1. juli 2025\n\n- Første linje\n- Anden linje',
  },
};
