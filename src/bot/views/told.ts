import type { PhraseKey } from '../../cards/index.ts';
import { decisionFor, factNames } from '../../rules/index.ts';
import { citedBy } from './provisionViews.ts';
import { reasonsOf } from './endedWalk.ts';
import type { Draft, Matter } from './draft.ts';
import type { Scene } from './scene.ts';

/** How the one who rings or writes begins to tell an answer, by the question it was given to. */
const toldAs: Readonly<Record<string, Extract<PhraseKey, `told.${string}`>>> = {
  occasion: 'told.occasion',
  acute: 'told.acute',
  workplace: 'told.workplace',
  track: 'told.track',
  earlier: 'told.earlierDecision',
  need: 'told.need',
  hospitalPlan: 'told.hospitalPlan',
  pensionAge: 'told.pensionAge',
  comparableNeed: 'told.comparableNeed',
  ageRelatedLoss: 'told.ageRelatedLoss',
  careNeed: 'told.careNeed',
  personalAssistance: 'told.personalAssistance',
  earlierDecision: 'told.earlierDecision',
  needChanged: 'told.needChanged',
  housing: 'told.housing',
  course: 'told.course',
  stage: 'told.stage',
  eventDate: 'told.eventDate',
  goals: 'told.goals',
  knowledge: 'told.knowledge',
  coordination: 'told.coordination',
  roles: 'told.roles',
  whole: 'told.whole',
  about: 'told.about',
  received: 'told.received',
  standard: 'told.standard',
  topic: 'told.topic',
  compare: 'told.compare',
};

/** The duty that tells of the citizen's consent. */
export const consentDuty = 'contact-draft-consent';

/** The beginning of a sentence that an answer, or a blank, ends; undefined where none is written. */
export const toldBeginning = (
  { knowledge, phrases }: Scene,
  { asOf }: Matter,
  question: string,
): string | undefined => {
  if (question === 'consent') return knowledge.dutyOn(consentDuty, asOf)?.statement;
  const key = toldAs[question];
  return key === undefined ? undefined : phrases.say(key);
};

/** True for what the user has said: not for what is assumed, and not for "unknown". */
export const isTold = ({ walk }: Matter, question: string): boolean => {
  const answer = walk?.answers[question];
  return answer !== undefined && answer !== 'unknown' && walk?.assumed?.includes(question) !== true;
};

/**
 * What was answered on the way, as one who rings would say it. Where the citizen lives is told by who is asked. A
 * provision is named where the decision stands on it: why a question was asked is no reason to give others.
 */
export const toldOf = (scene: Scene, matter: Matter): Draft => {
  const { walk, asOf } = matter;
  if (!walk) return { lines: [], cited: [] };
  const { tree, answers } = walk;
  const { knowledge, phrases } = scene;
  const path = walk.path.filter((id) => id !== 'municipality' && isTold(matter, id));
  const facts = factNames.some((name) => answers[name] !== undefined);
  const decided = facts ? decisionFor({ knowledge, asOf, answers }).reasons : [];
  const counts = new Map<string, string>(
    decided
      .filter(
        ({ fact, provision }) => path.includes(fact) && knowledge.provisionOn(provision, asOf)?.kind === 'in-force',
      )
      .map(({ fact, provision }) => [fact, provision]),
  );
  const lines = reasonsOf(scene, tree, { path }, { answers }, counts).map(({ question, text, answer, provision }) => {
    const told = toldBeginning(scene, matter, question) ?? text;
    return counts.has(question)
      ? phrases.say('outcome.reason', { question: told, answer, provision })
      : phrases.say('draft.told', { told, answer });
  });
  const tracks = [...counts.values()].map((provision) => ({ provision, with: [], certainty: 'verified' as const }));
  return { lines, cited: citedBy(knowledge, tracks, asOf, 'in-short') };
};
