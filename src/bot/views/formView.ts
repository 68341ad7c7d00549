import type { FormView } from '../../cards/index.ts';
import { asOfDay, atMostLeft, isQuestion, type DecisionTree, type Position } from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import type { Scene } from './scene.ts';

/** The form that begins at the open question, when none of its questions is answered yet; else undefined. */
export const formView = (
  tree: DecisionTree,
  walk: Walk,
  position: Position,
  scene: Scene,
  note?: string,
): FormView | undefined => {
  const [form, found] = Object.entries(tree.forms).find(([, { questions }]) => questions[0] === position.id) ?? [];
  if (form === undefined || !found || found.questions.some((id) => walk.answers[id] !== undefined)) return undefined;
  const questions = found.questions.flatMap((id) => {
    const node = tree.nodes[id];
    if (!node || !isQuestion(node) || !('options' in node)) return [];
    const options = node.options.map((option) => ({ id: option.id, label: option.label }));
    return [{ id, text: node.question, options }];
  });
  const left = atMostLeft(tree, position, walk.answers, scene);
  return {
    kind: 'form',
    tree: tree.id,
    treeTitle: tree.title,
    run: walk.run,
    answers: walk.answers,
    asOf: asOfDay(walk.answers, scene.today),
    form,
    title: found.title,
    questions,
    progress: { number: position.path.length + 1, atMostLeft: Math.max(0, left - questions.length + 1) },
    canGoBack: position.path.length > 0,
    ...(note === undefined ? {} : { note }),
  };
};
