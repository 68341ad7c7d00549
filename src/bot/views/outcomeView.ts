import { doubtText, type ContactView, type OutcomeView, type ProvisionView } from '../../cards/index.ts';
import type { Track } from '../../knowledge/index.ts';
import { contactVerdict, decisionFor, factsFrom, type Decision } from '../../rules/index.ts';
import type { Answers, DecisionTree } from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import { citedBy, provisionView } from './provisionViews.ts';
import { endedWalk, ownCitations, reasonsOf, type Ended } from './endedWalk.ts';
import { questionText } from './questionView.ts';
import type { Scene } from './scene.ts';
import { citedOn, sourceViews, type Cited } from './sourceViews.ts';

/** Whether, and why, the municipality must be contacted after this outcome, and what that stands on. */
const contactOf = (
  { knowledge, phrases }: Scene,
  decision: Decision,
  answers: Answers,
): { view: ContactView; cited: readonly Cited[] } => {
  const verdict = contactVerdict(decision, factsFrom(answers));
  const duty = knowledge.dutyOn(
    verdict === 'should' ? 'contact-when-authority-decides' : 'contact-on-change',
    decision.date,
  );
  return {
    view: {
      verdict,
      statement: duty?.statement ?? phrases.say('deadline.notCovered'),
      details: duty
        ? [
            ...duty.details.map(({ text }) => text),
            ...(duty.doubt === undefined ? [] : [doubtText(duty.doubt, phrases)]),
          ]
        : [],
      sources: [],
    },
    cited: duty
      ? citedOn([...duty.citations, ...duty.details.flatMap(({ citations }) => citations)], duty.verifiedOn)
      : [],
  };
};

/** Of more than these, which may all govern while much is unknown, only the names are told. */
const mostExplained = 6;
const explained = (candidates: readonly ProvisionView[]): readonly ProvisionView[] =>
  candidates.length > mostExplained ? candidates.map((candidate) => ({ ...candidate, gives: '' })) : candidates;

/** The card for the end of a walk: what governs, why, and where it says so. */
export const outcomeView = (tree: DecisionTree, walk: Walk, ended: Ended, scene: Scene, note?: string): OutcomeView => {
  const { knowledge } = scene;
  const { answers } = walk;
  const shared = endedWalk(tree, walk, ended, scene, note);
  const { asOf } = shared;
  const decision = decisionFor({ knowledge, asOf, answers });
  const viewsOf = (tracks: readonly Track[]): readonly ProvisionView[] =>
    tracks.flatMap((track) => provisionView(knowledge, track, asOf));
  const label = (id: string): string => knowledge.provision(id)?.label ?? id;
  const counts = new Map<string, string>(decision.reasons.map(({ fact, provision }) => [fact, provision]));
  const contact = contactOf(scene, decision, answers);
  return {
    kind: 'outcome',
    ...shared,
    // What the law gives is told in its own words, which are Danish.
    ...(scene.phrases.language === 'en' ? { untranslated: true } : {}),
    governing: viewsOf(decision.governing),
    candidates: explained(viewsOf(decision.candidates)),
    missing: decision.missing.map((fact) => questionText(tree, fact)),
    reasons: reasonsOf(scene, tree, ended, walk, counts),
    contact: contact.view,
    upcoming: decision.upcoming.map(({ date, provisions }) => ({ date, provisions: provisions.map(label) })),
    sources: sourceViews(knowledge, [
      ...ownCitations(knowledge, ended, asOf),
      ...citedBy(knowledge, decision.governing, asOf),
      ...citedBy(knowledge, decision.candidates, asOf, 'in-short'),
      ...contact.cited,
    ]),
  };
};
