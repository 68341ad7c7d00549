import type { ContactView, OutcomeView, ProvisionView, QuestionView, SourceView } from '../cards/index.ts';
import { danishDate, type CivilDate } from '../dates/index.ts';
import type { Citation, Knowledge, Track } from '../knowledge/index.ts';
import { contactVerdict, decisionFor, factsFrom, hints, type Decision } from '../rules/index.ts';
import {
  asOfDay,
  atMostLeft,
  isQuestion,
  optionOf,
  replay,
  type Answers,
  type DecisionTree,
  type Outcome,
  type Position,
  type Question,
  type Setting,
} from '../trees/index.ts';
import type { Phrases } from '../cards/index.ts';
import type { Walk } from './state.ts';

/** What view builders need: where the walk is, and what the guide knows and says. */
export interface Scene extends Setting {
  readonly phrases: Phrases;
}

/** Citations as the reader sees them: one line a source and place, with the day it was checked. */
export const sourceViews = (
  knowledge: Knowledge,
  cited: readonly { citation: Citation; verifiedOn: CivilDate }[],
): readonly SourceView[] => {
  const seen = new Map<string, SourceView>();
  for (const { citation, verifiedOn } of cited) {
    const source = knowledge.source(citation.source);
    if (!source) continue;
    seen.set(`${citation.source} ${citation.at}`, {
      label: source.title,
      at: citation.at,
      verifiedOn,
      ...(source.link === undefined ? {} : { link: source.link }),
    });
  }
  return [...seen.values()];
};

const questionOf = (tree: DecisionTree, id: string): Question | DecisionTree['settings'][string] | undefined => {
  const node = tree.nodes[id];
  return node && isQuestion(node) ? node : tree.settings[id];
};

/** The text of a question, for naming it outside its own card. */
export const questionText = (tree: DecisionTree, id: string): string => questionOf(tree, id)?.question ?? id;

/** An answer in the user's words: the option's label, or the day. */
export const answerText = (tree: DecisionTree, id: string, answer: string): string =>
  optionOf(tree, id, answer)?.label ?? danishDate(answer as CivilDate);

const helpOf = (
  question: Question | DecisionTree['settings'][string],
  answers: Answers,
  { knowledge, today, phrases }: Scene,
): string | undefined => {
  const hint = 'hint' in question && question.hint !== undefined ? question.hint : undefined;
  const day = hint === undefined ? undefined : hints[hint]?.({ knowledge, asOf: asOfDay(answers, today), answers });
  const said = day === undefined ? undefined : phrases.say('question.latest-birth-date', { date: danishDate(day) });
  const parts = [question.help, said].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
};

/** The card for the open question, or for an earlier one that is shown again to be corrected. */
export const questionView = (
  tree: DecisionTree,
  walk: Walk,
  scene: Scene,
  shown?: string,
  note?: string,
): QuestionView | undefined => {
  const position = replay(tree, walk.answers, scene);
  const id = shown ?? (position.kind === 'question' ? position.id : undefined);
  const question = id === undefined ? undefined : questionOf(tree, id);
  if (id === undefined || !question) return undefined;
  const chosen = walk.answers[id];
  const help = helpOf(question, walk.answers, scene);
  const before = position.path.indexOf(id);
  return {
    kind: 'question',
    tree: tree.id,
    treeTitle: tree.title,
    run: walk.run,
    answers: walk.answers,
    asOf: asOfDay(walk.answers, scene.today),
    question: id,
    text: question.question,
    ...(help === undefined ? {} : { help }),
    input: 'options' in question ? 'choice' : 'date',
    options:
      'options' in question
        ? question.options.map(({ id: option, label, help: about }) => ({
            id: option,
            label,
            ...(about === undefined ? {} : { help: about }),
          }))
        : [],
    ...(chosen === undefined ? {} : { chosen }),
    progress: {
      number: (before < 0 ? position.path.length : before) + 1,
      atMostLeft: before < 0 ? atMostLeft(tree, position, walk.answers, scene) : position.path.length - before - 1,
    },
    canGoBack: position.path.length > 0,
    ...(note === undefined ? {} : { note }),
  };
};

const provisionView = (knowledge: Knowledge, track: Track, date: CivilDate): ProvisionView[] => {
  const found = knowledge.provisionOn(track.provision, date);
  if (found?.kind !== 'in-force') return [];
  const { provision, wording } = found;
  const doubts = [...new Set([track.doubt, wording.doubt].filter((doubt) => doubt !== undefined))];
  return [
    {
      id: provision.id,
      label: provision.label,
      title: wording.title,
      gives: wording.gives,
      strength: wording.strength,
      conditions: wording.conditions.map(({ text }) => text),
      remember: wording.remember.map(({ text }) => text),
      decidedBy: wording.decidedBy,
      validFrom: wording.validFrom,
      start: wording.start,
      certainty: track.certainty === 'verified' ? wording.certainty : track.certainty,
      doubts,
    },
  ];
};

const citedBy = (knowledge: Knowledge, tracks: readonly Track[], date: CivilDate) =>
  tracks
    .flatMap(({ provision, with: beside }) => [provision, ...beside])
    .flatMap((id) => {
      const found = knowledge.provisionOn(id, date);
      if (found?.kind !== 'in-force') return [];
      const { wording } = found;
      const all = [
        ...wording.citations,
        ...[...wording.conditions, ...wording.remember].flatMap(({ citations }) => citations),
      ];
      return all.map((citation) => ({ citation, verifiedOn: wording.verifiedOn }));
    });

/** Whether, and why, the municipality must be contacted after this outcome. */
const contactView = (knowledge: Knowledge, decision: Decision, answers: Answers): ContactView => {
  const verdict = contactVerdict(decision, factsFrom(answers));
  const duty = knowledge.dutyOn(
    verdict === 'should' ? 'contact-when-authority-decides' : 'contact-on-change',
    decision.date,
  );
  return {
    verdict,
    statement: duty?.statement ?? '',
    details: duty?.details.map(({ text }) => text) ?? [],
    sources: duty
      ? sourceViews(
          knowledge,
          [...duty.citations, ...duty.details.flatMap(({ citations }) => citations)].map((citation) => ({
            citation,
            verifiedOn: duty.verifiedOn,
          })),
        )
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
  const asOf = asOfDay(walk.answers, today);
  const decision = decisionFor({ knowledge, asOf, answers: walk.answers });
  const views = (tracks: readonly Track[]) => tracks.flatMap((track) => provisionView(knowledge, track, asOf));
  const label = (id: string): string => knowledge.provision(id)?.label ?? id;
  const reason = new Map<string, string>(decision.reasons.map(({ fact, provision }) => [fact, label(provision)]));
  const verified = decision.governing.concat(decision.candidates);
  const contact = contactView(knowledge, decision, walk.answers);
  const own = position.outcome.citations.map((citation) => ({
    citation,
    verifiedOn: knowledge.source(citation.source)?.fetchedOn ?? asOf,
  }));
  return {
    kind: 'outcome',
    tree: tree.id,
    treeTitle: tree.title,
    run: walk.run,
    answers: walk.answers,
    asOf,
    title: position.outcome.outcome,
    conclusion: position.outcome.conclusion,
    governing: views(decision.governing),
    candidates: views(decision.candidates),
    missing: decision.missing.map((fact) => questionText(tree, fact)),
    reasons: position.path.map((id) => {
      const node = tree.nodes[id];
      const why = node && isQuestion(node) ? label(node.why.provision) : '';
      return {
        question: id,
        text: questionText(tree, id),
        answer: answerText(tree, id, walk.answers[id] ?? ''),
        provision: reason.get(id) ?? why,
      };
    }),
    contact,
    upcoming: decision.upcoming.map(({ date, provisions }) => ({ date, provisions: provisions.map(label) })),
    sources: sourceViews(knowledge, [...own, ...citedBy(knowledge, verified, asOf)]),
    ...(note === undefined ? {} : { note }),
  };
};

/** The reason for asking, with its source. */
export const whyOf = (
  tree: DecisionTree,
  id: string,
  { knowledge }: Scene,
  asOf: CivilDate,
): { reason: string; sources: readonly SourceView[] } | undefined => {
  const question = questionOf(tree, id);
  if (!question) return undefined;
  const found = knowledge.provisionOn(question.why.provision, asOf);
  const last = knowledge.provision(question.why.provision)?.values.at(-1);
  const value = found?.kind === 'in-force' ? found.wording : last;
  return {
    reason: question.why.text,
    sources: value
      ? sourceViews(
          knowledge,
          value.citations.map((citation) => ({ citation, verifiedOn: value.verifiedOn })),
        )
      : [],
  };
};
