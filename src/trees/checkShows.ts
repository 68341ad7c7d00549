import type { Knowledge, PlacedFault } from '../knowledge/index.ts';
import { isOutcome, isQuestion, type DecisionTree } from './schema.ts';

/** The answers to a question that a walk can still hold when it goes on: those that do not end it at once. */
const lastingAnswers = (tree: DecisionTree, id: string): readonly string[] | undefined => {
  const node = tree.nodes[id];
  if (!node || !isQuestion(node) || !('options' in node)) return undefined;
  return node.options.flatMap((option) => {
    const next = tree.nodes[option.next];
    return next && isOutcome(next) ? [] : [option.id];
  });
};

const combine = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((all, list) => all.flatMap((one) => list.map((item) => [...one, item])), [[]]);

/** Duties that an outcome would show and no file holds, for every answer that can lead there. */
export const checkShows = (file: string, tree: DecisionTree, knowledge: Knowledge): PlacedFault[] => {
  const faults: PlacedFault[] = [];
  const needs = (path: readonly PropertyKey[], duty: string): void => {
    if (!knowledge.hasDuty(duty))
      faults.push({
        file,
        path,
        what: `the duty "${duty}" is unknown.`,
        why: 'The outcome would have a hole where its text belongs.',
        cure: 'Add it in knowledge/duties, or correct the name.',
      });
  };
  for (const [id, node] of Object.entries(tree.nodes)) {
    if (!isOutcome(node)) continue;
    for (const [index, shown] of node.shows.entries()) {
      const path = ['nodes', id, 'shows', index];
      if (typeof shown === 'string') continue;
      if ('duty' in shown) {
        needs([...path, 'duty'], shown.duty);
        continue;
      }
      const lists = shown.dutyBy.map((question) => lastingAnswers(tree, question));
      const missing = shown.dutyBy.find((_, which) => lists[which] === undefined);
      if (missing !== undefined)
        faults.push({
          file,
          path: [...path, 'dutyBy'],
          what: `"${missing}" is not a question with options.`,
          why: 'A duty can only be named by an answer.',
          cure: 'Use the id of a question with options.',
        });
      else
        for (const answers of combine(lists.map((list) => list ?? [])))
          needs([...path, 'dutyBy'], [shown.prefix, ...answers].join('-'));
    }
  }
  return faults;
};

/** Forms must hold questions with options; anything else could not be filled in on one card. */
export const checkForms = (file: string, tree: DecisionTree): PlacedFault[] =>
  Object.entries(tree.forms).flatMap(([id, { questions }]) =>
    questions.flatMap((question, index) => {
      const node = tree.nodes[question];
      if (node && isQuestion(node) && 'options' in node) return [];
      return [
        {
          file,
          path: ['forms', id, 'questions', index],
          what: `"${question}" is not a question with options.`,
          why: 'It could not be filled in on the form.',
          cure: 'Name questions with options.',
        },
      ];
    }),
  );
