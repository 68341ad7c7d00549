import { normalise, type Knowledge, type PlacedFault } from '../knowledge/index.ts';
import { hints, rules } from '../rules/index.ts';
import { checkForms, checkShows } from './checkShows.ts';
import { arrowsOf, circles, reachable } from './graph.ts';
import { isDecide, isOutcome, isQuestion, type DecisionTree, type Menu, type Question } from './schema.ts';

type Path = readonly PropertyKey[];

/** Words as they are compared when someone types them; "?" alone is a word too. */
const spoken = (words: string): string => normalise(words) || words;

/** What a decide node must handle: every value its rule may return, and no other. */
const checkDecide = (file: string, path: Path, name: string, next: Readonly<Record<string, string>>): PlacedFault[] => {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule)
    return [
      {
        file,
        path: [...path, 'decide'],
        what: `the rule "${name}" does not exist.`,
        why: 'Only functions in src/rules can decide.',
        cure: `Use one of: ${Object.keys(rules).join(', ')}.`,
      },
    ];
  const missing = rule.values.filter((value) => !Object.hasOwn(next, value));
  const extra = Object.keys(next).filter((value) => !rule.values.includes(value));
  return [
    ...missing.map((value) => ({
      file,
      path: [...path, 'next'],
      what: `the result "${value}" of "${name}" leads nowhere.`,
      why: 'A walk that got this result would have no answer.',
      cure: `Add "${value}: <node>" under next.`,
    })),
    ...extra.map((value) => ({
      file,
      path: [...path, 'next', value],
      what: `"${name}" never returns "${value}".`,
      why: 'An arrow that nothing can take is a misspelling or a leftover.',
      cure: 'Correct the value or remove the arrow.',
    })),
  ];
};

const checkQuestion = (
  file: string,
  path: Path,
  question: Pick<Question, 'why'> & { options?: readonly { id: string; label: string; synonyms: readonly string[] }[] },
  knowledge: Knowledge,
): PlacedFault[] => {
  const faults: PlacedFault[] = [];
  if (!knowledge.provision(question.why.provision))
    faults.push({
      file,
      path: [...path, 'why', 'provision'],
      what: `the provision "${question.why.provision}" is unknown.`,
      why: 'The reason for asking must lead to a paragraph.',
      cure: 'Use an id from knowledge/law.',
    });
  const { options } = question;
  if (!options) return faults;
  if (!options.some(({ id }) => id === 'unknown'))
    faults.push({
      file,
      path: [...path, 'options'],
      what: 'the question has no "unknown" option.',
      why: 'Someone who does not know must be able to say so.',
      cure: 'Add an option with id "unknown" and label "Ved ikke".',
    });
  const owners = new Map<string, string>();
  for (const [index, { id, label, synonyms }] of options.entries())
    for (const key of new Set([String(index + 1), id, label, ...synonyms].map(spoken))) {
      const owner = owners.get(key);
      if (owner !== undefined)
        faults.push({
          file,
          path: [...path, 'options', index],
          what: `"${key}" means both "${owner}" and "${id}".`,
          why: 'A typed answer would be taken for the wrong option.',
          cure: 'Keep the word on one of the options.',
        });
      owners.set(key, id);
    }
  return faults;
};

/** Everything about one tree that its graph and the knowledge can show to be wrong. */
export const checkTree = (file: string, tree: DecisionTree, knowledge: Knowledge): PlacedFault[] => {
  const faults: PlacedFault[] = [];
  if (!tree.nodes[tree.start])
    faults.push({
      file,
      path: ['start'],
      what: `the start "${tree.start}" is not a node.`,
      why: 'The dialog could not begin.',
      cure: 'Name a node that exists.',
    });
  for (const [id, node] of Object.entries(tree.nodes)) {
    const path = ['nodes', id];
    const arrows = arrowsOf(id, node);
    if (!isOutcome(node) && arrows.length === 0)
      faults.push({
        file,
        path,
        what: `"${id}" is a dead end.`,
        why: 'Every walk must end in an outcome.',
        cure: 'Give it somewhere to lead.',
      });
    for (const arrow of arrows)
      if (!tree.nodes[arrow.to])
        faults.push({
          file,
          path: arrow.path,
          what: `"${arrow.to}" is not a node, so "${id}" is a dead end for "${arrow.by}".`,
          why: 'Every walk must end in an outcome.',
          cure: 'Name a node that exists, or add it.',
        });
    if (isDecide(node)) faults.push(...checkDecide(file, path, node.decide, node.next));
    if (isQuestion(node) && 'hint' in node && node.hint !== undefined && !Object.hasOwn(hints, node.hint))
      faults.push({
        file,
        path: [...path, 'hint'],
        what: `the hint "${node.hint}" does not exist.`,
        why: 'The question would promise a fact that nothing computes.',
        cure: `Use one of: ${Object.keys(hints).join(', ')}.`,
      });
    if (isQuestion(node)) faults.push(...checkQuestion(file, path, node, knowledge));
    if (isOutcome(node))
      for (const [index, { source }] of node.citations.entries())
        if (!knowledge.source(source))
          faults.push({
            file,
            path: [...path, 'citations', index, 'source'],
            what: `the source "${source}" is unknown.`,
            why: 'A citation must lead the reader to a document.',
            cure: 'Use an id from knowledge/sources.yaml.',
          });
  }
  for (const [id, setting] of Object.entries(tree.settings)) {
    faults.push(...checkQuestion(file, ['settings', id], setting, knowledge));
    if (tree.nodes[id])
      faults.push({
        file,
        path: ['settings', id],
        what: `"${id}" is both a setting and a node.`,
        why: 'One name means one question.',
        cure: 'Rename one of them.',
      });
  }
  faults.push(...checkShows(file, tree, knowledge), ...checkForms(file, tree));
  const met = reachable(tree);
  // Without a start nothing is reached, and that has been said once.
  for (const id of Object.keys(tree.nodes))
    if (met.size > 0 && !met.has(id))
      faults.push({
        file,
        path: ['nodes', id],
        what: `"${id}" can never be reached.`,
        why: 'What no walk meets is dead weight, or an arrow is missing.',
        cure: 'Lead an arrow to it or remove it.',
      });
  for (const { arrow, through } of circles(tree))
    faults.push({
      file,
      path: arrow.path,
      what: `a circle: ${[...through, arrow.to].join(' → ')}.`,
      why: 'A walk in a circle never ends.',
      cure: 'Lead this arrow onwards instead of back.',
    });
  return faults;
};

/** What only shows when the trees and the menu are seen together. */
export const checkTogether = (trees: ReadonlyMap<string, DecisionTree>, menu: Menu): PlacedFault[] => {
  const faults: PlacedFault[] = [];
  const ids = new Set([...trees.values()].map(({ id }) => id));
  for (const [index, { tree }] of menu.menu.entries())
    if (!ids.has(tree))
      faults.push({
        file: 'dialogs/menu.yaml',
        path: ['menu', index, 'tree'],
        what: `the tree "${tree}" does not exist.`,
        why: 'The menu would offer what cannot be started.',
        cure: 'Use the id of a file in dialogs/trees.',
      });
  for (const [file, { nodes }] of trees)
    for (const [id, node] of Object.entries(nodes))
      if (isOutcome(node))
        for (const [index, tree] of node.then.entries())
          if (!ids.has(tree))
            faults.push({
              file,
              path: ['nodes', id, 'then', index],
              what: `the tree "${tree}" does not exist.`,
              why: 'The next step could not be taken.',
              cure: 'Use the id of a file in dialogs/trees.',
            });
  const owners = new Map<string, string>();
  const own = (file: string, path: Path, word: string, owner: string): void => {
    const other = owners.get(spoken(word));
    if (other !== undefined && other !== owner)
      faults.push({
        file,
        path,
        what: `"${word}" already starts ${other}.`,
        why: 'The same words would start two things.',
        cure: 'Keep the words in one place.',
      });
    owners.set(spoken(word), owner);
  };
  for (const [command, words] of Object.entries(menu.commands))
    for (const [index, word] of words.entries())
      own('dialogs/menu.yaml', ['commands', command, index], word, `the command "${command}"`);
  // "ja" and "nej" answer questions, so only they may be both a command and an option.
  const reserved = new Map(owners);
  for (const word of [...menu.commands.yes, ...menu.commands.no]) reserved.delete(spoken(word));
  for (const [file, { nodes }] of trees)
    for (const [id, node] of Object.entries(nodes))
      if (isQuestion(node) && 'options' in node)
        for (const [index, { label, synonyms }] of node.options.entries())
          for (const word of [label, ...synonyms]) {
            const owner = reserved.get(spoken(word));
            if (owner !== undefined)
              faults.push({
                file,
                path: ['nodes', id, 'options', index],
                what: `"${word}" is ${owner} too.`,
                why: 'A typed word must mean one thing.',
                cure: 'Choose another word for the option.',
              });
          }
  for (const [file, { id, title, triggers }] of trees) {
    own(file, ['title'], title, `"${id}"`);
    for (const [index, trigger] of triggers.entries()) own(file, ['triggers', index], trigger, `"${id}"`);
  }
  return faults;
};
