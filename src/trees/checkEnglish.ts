import { basename } from 'node:path';
import { normalise, type PlacedFault } from '../knowledge/index.ts';
import type { EnglishMenu, EnglishTree } from './english.ts';
import { isDecide, isQuestion, type DecisionTree, type Menu } from './schema.ts';

type Path = readonly PropertyKey[];
type Helped = { readonly help?: string | undefined } | undefined;

const menuFile = 'dialogs/en/menu.yaml';
const keysOf = (entries: object | undefined): string[] => Object.keys(entries ?? {});

/** Every key that is missing or unknown, held against the keys of the Danish file. */
const parity = (file: string, path: Path, needed: readonly string[], given: readonly string[]): PlacedFault[] => [
  ...needed
    .filter((key) => !given.includes(key))
    .map((key) => ({
      file,
      path,
      what: `"${key}" has no English text.`,
      why: 'Someone who reads English would be answered in Danish there.',
      cure: `Add "${key}" with its text in English.`,
    })),
  ...given
    .filter((key) => !needed.includes(key))
    .map((key) => ({
      file,
      path: [...path, key],
      what: `"${key}" is not in the Danish file.`,
      why: 'A text that nothing asks for misleads whoever edits it.',
      cure: 'Correct the id, or remove the text.',
    })),
];

const helpParity = (file: string, path: Path, danish: Helped, english: Helped): PlacedFault[] =>
  parity(file, path, danish?.help === undefined ? [] : ['help'], english?.help === undefined ? [] : ['help']);

const checkNodes = (file: string, tree: DecisionTree, english: EnglishTree): PlacedFault[] =>
  Object.entries(tree.nodes).flatMap(([id, node]) => {
    const texts = english.nodes[id];
    const path = ['nodes', id];
    if (isDecide(node) || !texts) return [];
    const kind = isQuestion(node) ? 'question' : 'outcome';
    if (!(kind in texts))
      return [
        {
          file,
          path,
          what: `"${id}" is ${kind === 'question' ? 'a question' : 'an outcome'} in the Danish file.`,
          why: 'Both languages lead along the same tree.',
          cure: `Write "${kind}" and what belongs to it.`,
        },
      ];
    if (!isQuestion(node) || !('question' in texts)) return [];
    const written = 'options' in node ? node.options : [];
    return [
      ...helpParity(file, path, node, texts),
      ...parity(
        file,
        [...path, ...(texts.options ? ['options'] : [])],
        written.map((option) => option.id),
        keysOf(texts.options),
      ),
      ...written
        .filter((option) => texts.options?.[option.id])
        .flatMap((option) => helpParity(file, [...path, 'options', option.id], option, texts.options?.[option.id])),
    ];
  });

/** Where the English texts of a tree are more or less than what the tree writes itself; `tree` is as its file holds it. */
export const checkEnglishTree = (file: string, tree: DecisionTree, english: EnglishTree): PlacedFault[] => {
  const asked = Object.entries(tree.nodes).flatMap(([id, node]) => (isDecide(node) ? [] : [id]));
  return [
    ...parity(file, ['nodes'], asked, keysOf(english.nodes)),
    ...parity(file, english.settings.date ? ['settings'] : [], keysOf(tree.settings), keysOf(english.settings)),
    ...parity(file, keysOf(english.forms).length > 0 ? ['forms'] : [], keysOf(tree.forms), keysOf(english.forms)),
    ...Object.entries(english.settings).flatMap(([id, texts]) =>
      tree.settings[id] ? helpParity(file, ['settings', id], tree.settings[id], texts) : [],
    ),
    ...checkNodes(file, tree, english),
  ];
};

/** Every file of English texts belongs to a tree and is named like it, and every tree has one. */
export const checkEnglishFiles = (
  trees: ReadonlyMap<string, DecisionTree>,
  english: ReadonlyMap<string, EnglishTree>,
): PlacedFault[] => {
  const ids = [...trees.values()].map(({ id }) => id);
  const named = [...english.values()].map(({ id }) => id);
  return [
    ...[...trees]
      .filter(([, { id }]) => !named.includes(id))
      .map(([file, { id }]) => ({
        file,
        path: ['id'],
        what: `"${id}" has no texts in English.`,
        why: 'The topic would be closed to those who read English.',
        cure: `Write dialogs/en/trees/${id}.yaml with the same ids.`,
      })),
    ...[...english]
      .filter(([file, { id }]) => !ids.includes(id) || `${id}.yaml` !== basename(file))
      .map(([file, { id }]) => ({
        file,
        path: ['id'],
        what: `the id "${id}" is not that of a tree and of this file.`,
        why: 'Texts are laid over the tree that has the same id.',
        cure: 'Give the id, the file and the tree in dialogs/trees the same name.',
      })),
  ];
};

/** The topics of the English menu are those of the Danish one. */
export const checkEnglishMenu = ({ menu }: Menu, english: EnglishMenu): PlacedFault[] =>
  parity(
    menuFile,
    ['menu'],
    menu.map(({ tree }) => tree),
    keysOf(english.menu),
  );

/** Words as they are compared when someone types them. */
const spoken = (word: string): string => normalise(word) || word;

interface Word {
  readonly file: string;
  readonly path: Path;
  readonly word: string;
  readonly owner: string;
}

/** English words that already mean something else, typed at the same time. `known` are words with what they mean. */
const ambiguous = (known: ReadonlyMap<string, string>, words: readonly Word[]): PlacedFault[] => {
  const owners = new Map(known);
  return words.flatMap(({ file, path, word, owner }) => {
    const other = owners.get(spoken(word));
    owners.set(spoken(word), other ?? owner);
    return other === undefined || other === owner
      ? []
      : [
          {
            file,
            path,
            what: `"${word}" means ${other} too.`,
            why: 'Words of both languages are understood in both, and a typed word must mean one thing.',
            cure: 'Choose another word.',
          },
        ];
  });
};

const optionWords = (file: string, english: EnglishTree): readonly (Word & { readonly node: string })[] =>
  Object.entries(english.nodes).flatMap(([node, texts]) =>
    Object.entries(('options' in texts ? texts.options : undefined) ?? {}).flatMap(([id, { label, synonyms }]) =>
      [label, ...synonyms].map((word) => ({
        ...{ file, node, word, owner: `"${id}"` },
        path: ['nodes', node, 'options', id],
      })),
    ),
  );

/** English words that mean two things, alone or beside the Danish ones. Trees are with the options that the knowledge gives. */
export const checkEnglishWords = (
  trees: ReadonlyMap<string, DecisionTree>,
  menu: Menu,
  english: ReadonlyMap<string, EnglishTree>,
  englishMenu: EnglishMenu,
): PlacedFault[] => {
  const commands = ({ commands: all }: Pick<Menu, 'commands'>): readonly Word[] =>
    Object.entries(all).flatMap(([id, words]) =>
      words.map((word, at) => ({
        ...{ file: menuFile, word, owner: `the command "${id}"` },
        path: ['commands', id, at],
      })),
    );
  const ownersOf = (words: readonly Word[]): [string, string][] =>
    words.map(({ word, owner }) => [spoken(word), owner]);
  const danishCommands = ownersOf(commands(menu));
  const starts = ({ id, title, triggers }: DecisionTree | EnglishTree): readonly Word[] =>
    [title, ...triggers].map((word, at) => ({
      ...{ file: `dialogs/en/trees/${id}.yaml`, word, owner: `the topic "${id}"` },
      path: at === 0 ? ['title'] : ['triggers', at - 1],
    }));
  const englishCommands = commands(englishMenu);
  const allCommands = [...danishCommands, ...ownersOf(englishCommands)];
  // "yes" and "no" answer questions, so only they may be both a command and an option.
  const reserved = allCommands.filter(([, owner]) => owner !== 'the command "yes"' && owner !== 'the command "no"');
  const byId = new Map([...trees.values()].map((tree) => [tree.id, tree]));
  return [
    ...ambiguous(new Map(danishCommands), englishCommands),
    ...ambiguous(
      new Map([...allCommands, ...[...trees.values()].flatMap((tree) => ownersOf(starts(tree)))]),
      [...english.values()].flatMap(starts),
    ),
    ...[...english].flatMap(([file, texts]) => {
      const words = optionWords(file, texts);
      return Object.entries(byId.get(texts.id)?.nodes ?? {}).flatMap(([node, asked]) => {
        if (!isQuestion(asked) || !('options' in asked)) return [];
        const danish = asked.options.flatMap(({ id, label, synonyms }, at) =>
          [String(at + 1), id, label, ...synonyms].map((word): [string, string] => [spoken(word), `"${id}"`]),
        );
        return ambiguous(
          new Map([...reserved, ...danish]),
          words.filter((word) => word.node === node),
        );
      });
    }),
  ];
};
