import type { CivilDate } from '../../dates/index.ts';
import type { DutyValue, Track } from '../../knowledge/index.ts';
import { decisionFor, factNames, factValues, type Handover } from '../../rules/index.ts';
import type { Answers, DecisionTree } from '../../trees/index.ts';
import { citedBy, provisionView } from './provisionViews.ts';
import type { Scene } from './scene.ts';
import { citedOn, type Cited } from './sourceViews.ts';
import { consentDuty, isTold, toldBeginning, toldOf } from './told.ts';

/** What is taken up with others: a walk as it stands, a question, or nothing yet. */
export interface Matter {
  readonly asOf: CivilDate;
  readonly handover: Handover;
  /** By its id, or what was answered in its place. */
  readonly municipality: string | undefined;
  /** What it is called on the card, in its language. */
  readonly topic?: string;
  /** The tree in Danish, and what was answered on the way. */
  readonly walk?: {
    readonly tree: DecisionTree;
    readonly answers: Answers;
    readonly path: readonly string[];
    /** The questions on the way whose answer no one gave. */
    readonly assumed?: readonly string[];
  };
  /** What was asked about, with its title in Danish. */
  readonly article?: { readonly id: string; readonly title: string };
}

/** What a draft says, and what it stands on. */
export interface Draft {
  readonly lines: readonly string[];
  readonly cited: readonly Cited[];
}

/** The need of someone of whom nothing more is told than that it is about training and help. */
const trainings = ['regain', 'maintain', 'rehabilitation'] as const;
/** More names than these help no one. */
const mostNamed = 6;

/** The facts that tell which law it is on the day: those of the walk, or those that the course stands for. */
const factsBehind = ({ walk, handover: { track, course } }: Matter): readonly Answers[] => {
  if (!walk) return [];
  if (factNames.some((name) => walk.answers[name] !== undefined)) return [walk.answers];
  const withoutPlan = (need: string): Answers => ({ need, hospitalPlan: 'none' });
  const needs: readonly string[] = factValues.need;
  if (course !== undefined) return needs.includes(course) ? [withoutPlan(course)] : [];
  return track === 'everyday' ? trainings.map(withoutPlan) : [];
};

/** The law as the guide names it on the day, by its provisions; said to be possible where it is not settled. */
const rulesOf = (scene: Scene, matter: Matter, isOpen: (id: string) => boolean): Draft => {
  const { knowledge, phrases } = scene;
  const { asOf, article } = matter;
  const said = (tracks: readonly Track[], key: 'draft.rules' | 'draft.mayBe'): Draft => {
    const open = tracks.filter(({ provision }) => isOpen(provision));
    const labels = [
      ...new Set(open.flatMap((track) => provisionView(knowledge, track, asOf).map(({ label }) => label))),
    ];
    if (labels.length === 0 || labels.length > mostNamed) return { lines: [], cited: [] };
    const line = phrases.say(key, { date: phrases.date(asOf), provisions: labels.join(' · ') });
    return { lines: [line], cited: citedBy(knowledge, open, asOf, 'in-short') };
  };
  const named = article ? (knowledge.answerOn(article.id, asOf)?.provisions ?? []) : [];
  if (named.length > 0)
    return said(
      named.map((provision) => ({ provision, with: [], certainty: 'verified' })),
      // An answer also names what it sets its own provision apart from.
      named.length > 1 ? 'draft.mayBe' : 'draft.rules',
    );
  const decisions = factsBehind(matter).map((answers) => decisionFor({ knowledge, asOf, answers }));
  const governing = decisions.flatMap((decision) => decision.governing);
  const candidates = decisions.flatMap((decision) => decision.candidates);
  return candidates.length === 0 && decisions.length === 1
    ? said(governing, 'draft.rules')
    : said([...governing, ...candidates], 'draft.mayBe');
};

/** What the walk may have told already, so that it is a blank only where it has not. */
const asked = {
  change: ['hospitalPlan', 'consent'],
  decision: ['received'],
};

/** True when the walk is about a plan from the hospital, so that there is one. */
const hasPlan = ({ handover: { track = '', course } }: Matter): boolean =>
  track.startsWith('plan-') || course === 'hospital-plan';

/** What only the user knows: the list of the draft, and what the walk could have told and has not. */
const blanksOf = (scene: Scene, matter: Matter, duty: DutyValue): Draft => {
  const { knowledge, phrases } = scene;
  const { asOf, handover } = matter;
  const list = handover.isChange ? knowledge.dutyOn('contact-draft-change', asOf) : duty;
  const details = list?.details ?? [];
  const questions = handover.isChange ? asked.change : handover.isDecision ? asked.decision : [];
  const open = questions.filter((id) => !isTold(matter, id) && !(id === 'hospitalPlan' && hasPlan(matter)));
  const consent = open.includes('consent') ? knowledge.dutyOn(consentDuty, asOf) : undefined;
  const items = [...details.map(({ text }) => text), ...open.flatMap((id) => toldBeginning(scene, matter, id) ?? [])];
  return {
    lines: items.map((item) => phrases.say('draft.blank', { item })),
    cited: [
      ...(list ? citedOn([...list.citations, ...details.flatMap(({ citations }) => citations)], list.verifiedOn) : []),
      ...(consent ? citedOn(consent.citations, consent.verifiedOn) : []),
    ],
  };
};

/**
 * What to say: what it is about on the day, what is known, the law, and what only the user can fill in. Made of what was
 * chosen and of nothing that was typed. No lines for a day that is not covered. `scene` is in Danish.
 */
export const draftOf = (scene: Scene, matter: Matter, isOpen: (id: string) => boolean): Draft => {
  const { knowledge, phrases } = scene;
  const { asOf, handover, article } = matter;
  const duty = knowledge.dutyOn(handover.draft, asOf);
  if (!duty) return { lines: [], cited: [] };
  const blanks = blanksOf(scene, matter, duty);
  const told = toldOf(scene, matter);
  const rules = rulesOf(scene, matter, isOpen);
  return {
    lines: [
      duty.statement,
      ...(article ? [phrases.say('draft.topic', { topic: article.title })] : []),
      ...told.lines,
      ...rules.lines,
      ...blanks.lines,
    ],
    cited: [...citedOn(duty.citations, duty.verifiedOn), ...told.cited, ...rules.cited, ...blanks.cited],
  };
};
