import type { ContactView, OutcomeView, ProvisionView } from '../../cards/index.ts';
import type { Track } from '../../knowledge/index.ts';
import { contactVerdict, decisionFor, factsFrom, type Decision } from '../../rules/index.ts';
import {
  asOfDay,
  isQuestion,
  type Answers,
  type DecisionTree,
  type Outcome,
  type Position,
} from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import { citedBy, provisionView } from './provisionViews.ts';
import { answerText, questionText } from './questionView.ts';
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
      statement: duty?.statement ?? '',
      details: duty
        ? [
            ...duty.details.map(({ text }) => text),
            ...(duty.doubt === undefined ? [] : [phrases.say('outcome.doubt', { doubt: duty.doubt })]),
          ]
        : [],
      sources: [],
    },
    cited: duty
      ? citedOn([...duty.citations, ...duty.details.flatMap(({ citations }) => citations)], duty.verifiedOn)
      : [],
  };
};

/** The card for the end of a walk: what governs, why, and where it says so. */
export const outcomeView = (
  tree: DecisionTree,
  walk: Walk,
  position: Position & { outcome: Outcome },
  scene: Scene,
  note?: string,
): OutcomeView => {
  const { knowledge, today } = scene;
  const { answers } = walk;
  const asOf = asOfDay(answers, today);
  const decision = decisionFor({ knowledge, asOf, answers });
  const viewsOf = (tracks: readonly Track[]): readonly ProvisionView[] =>
    tracks.flatMap((track) => provisionView(knowledge, track, asOf));
  const label = (id: string): string => knowledge.provision(id)?.label ?? id;
  const counts = new Map<string, string>(decision.reasons.map(({ fact, provision }) => [fact, label(provision)]));
  const whyAsked = (id: string): string => {
    const node = tree.nodes[id];
    return node && isQuestion(node) ? label(node.why.provision) : '';
  };
  const contact = contactOf(scene, decision, answers);
  const own = position.outcome.citations.flatMap((citation) =>
    citedOn([citation], knowledge.source(citation.source)?.fetchedOn ?? asOf),
  );
  return {
    kind: 'outcome',
    tree: tree.id,
    treeTitle: tree.title,
    run: walk.run,
    answers,
    asOf,
    title: position.outcome.outcome,
    conclusion: position.outcome.conclusion,
    governing: viewsOf(decision.governing),
    candidates: viewsOf(decision.candidates),
    missing: decision.missing.map((fact) => questionText(tree, fact)),
    reasons: position.path.map((id) => ({
      question: id,
      text: questionText(tree, id),
      answer: answerText(tree, id, answers[id] ?? ''),
      provision: counts.get(id) ?? whyAsked(id),
    })),
    contact: contact.view,
    upcoming: decision.upcoming.map(({ date, provisions }) => ({ date, provisions: provisions.map(label) })),
    sources: sourceViews(knowledge, [
      ...own,
      ...citedBy(knowledge, [...decision.governing, ...decision.candidates], asOf),
      ...contact.cited,
    ]),
    ...(note === undefined ? {} : { note }),
  };
};
