/**
 * What we ask. Promises that a tree's graph is fully known before it is played, and that the same tree, answers and day
 * always lead to the same place. Never renders and never keeps state.
 */
export { inspectDialogs, inspectDialogShapes, loadDialogs, type Dialogs } from './load.ts';
export { englishMenuFileSchema, englishTreeSchema } from './english.ts';
export { foldPaths, type Ledger, type Path } from './paths.ts';
export { arrowsOf, reachable, type Arrow } from './graph.ts';
export { asOfDay, atMostLeft, optionOf, replay, type Answers, type Position, type Setting } from './replay.ts';
export {
  commandIds,
  isDecide,
  isOutcome,
  isQuestion,
  menuFileSchema,
  phrasesFileSchema,
  treeSchema,
  type CommandId,
  type DecisionTree,
  type Menu,
  type MenuItem,
  type Option,
  type Outcome,
  type Part,
  type Shows,
  type TreeNode,
  type Question,
} from './schema.ts';
