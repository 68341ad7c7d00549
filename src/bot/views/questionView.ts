import type { Phrases, QuestionView, SourceView } from '../../cards/index.ts';
import { isCivilDate, type CivilDate } from '../../dates/index.ts';
import { hints } from '../../rules/index.ts';
import {
  asOfDay,
  atMostLeft,
  isQuestion,
  optionOf,
  replay,
  type Answers,
  type DecisionTree,
  type Question,
} from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import type { Scene } from './scene.ts';
import { citedOn, sourceViews } from './sourceViews.ts';

/** A question node, or a setting that can be answered at any time. */
type Asked = Question | DecisionTree['settings'][string];

/** The question of an id; undefined when the tree asks no such thing. */
export const questionOf = (tree: DecisionTree, id: string): Asked | undefined => {
  const node = tree.nodes[id];
  return node && isQuestion(node) ? node : tree.settings[id];
};

/** The text of a question, for naming it outside its own card. */
export const questionText = (tree: DecisionTree, id: string): string => questionOf(tree, id)?.question ?? id;

/** An answer in the user's words: the option's label, or the day. */
export const answerText = (tree: DecisionTree, id: string, answer: string, phrases: Phrases): string =>
  optionOf(tree, id, answer)?.label ?? (isCivilDate(answer) ? phrases.date(answer) : answer);

/** An answer of a walk in the user's words, which say so when no one gave it. */
export const toldText = (
  tree: DecisionTree,
  { answers, assumed = [] }: Pick<Walk, 'answers' | 'assumed'>,
  id: string,
  phrases: Phrases,
): string => {
  const answer = answerText(tree, id, answers[id] ?? '', phrases);
  return assumed.includes(id) ? phrases.say('answer.assumed', { answer }) : answer;
};

const helpOf = (question: Asked, answers: Answers, { knowledge, today, phrases }: Scene): string | undefined => {
  const hint = 'hint' in question && question.hint !== undefined ? hints[question.hint] : undefined;
  const day = hint?.({ knowledge, asOf: asOfDay(answers, today), answers });
  const said = day === undefined ? undefined : phrases.say('question.latest-birth-date', { date: phrases.date(day) });
  const parts = [question.help, said].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
};

/**
 * The card for the open question, or for `shown`, an earlier one that is to be corrected. Undefined when the walk has
 * ended and no question is named.
 */
export const questionView = (
  tree: DecisionTree,
  walk: Walk,
  scene: Scene,
  shown?: string,
  note?: string,
): QuestionView | undefined => {
  const { answers, run } = walk;
  const position = replay(tree, answers, scene);
  const id = shown ?? (position.kind === 'question' ? position.id : undefined);
  const question = id === undefined ? undefined : questionOf(tree, id);
  if (id === undefined || !question) return undefined;
  const chosen = answers[id];
  const help = helpOf(question, answers, scene);
  const before = position.path.indexOf(id);
  const left =
    before < 0
      ? atMostLeft(tree, position, answers, scene)
      : position.path.length - before - 1 + openLeft(tree, position, answers, scene);
  const options = 'options' in question ? question.options : [];
  return {
    kind: 'question',
    tree: tree.id,
    treeTitle: tree.title,
    run,
    answers,
    asOf: asOfDay(answers, scene.today),
    question: id,
    text: question.question,
    ...(help === undefined ? {} : { help }),
    input: 'options' in question ? 'choice' : 'date',
    options: options.map(({ id: option, label, help: about }) => ({
      id: option,
      label,
      ...(about === undefined ? {} : { help: about }),
    })),
    ...(chosen === undefined ? {} : { chosen }),
    progress: { number: (before < 0 ? position.path.length : before) + 1, atMostLeft: left },
    canGoBack: position.path.length > 0,
    ...(note === undefined ? {} : { note }),
  };
};

/** Questions that may still come after an earlier one is corrected: the open one and those behind it. */
const openLeft = (tree: DecisionTree, position: ReturnType<typeof replay>, answers: Answers, scene: Scene): number =>
  position.kind === 'question' ? 1 + atMostLeft(tree, position, answers, scene) : 0;

/** "Hvorfor spørger du?": the reason with its source, as it stands on a day. */
export const whyOf = (
  tree: DecisionTree,
  id: string,
  { knowledge }: Scene,
  asOf: CivilDate,
): { reason: string; sources: readonly SourceView[] } | undefined => {
  const question = questionOf(tree, id);
  if (!question) return undefined;
  const found = knowledge.provisionOn(question.why.provision, asOf);
  const value = found?.kind === 'in-force' ? found.wording : knowledge.provision(question.why.provision)?.values.at(-1);
  return {
    reason: question.why.text,
    sources: value ? sourceViews(knowledge, citedOn(value.citations, value.verifiedOn)) : [],
  };
};
