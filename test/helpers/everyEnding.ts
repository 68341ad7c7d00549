import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeView } from '../../src/bot/views/outcomeView.ts';
import { questionView } from '../../src/bot/views/questionView.ts';
import type { Scene } from '../../src/bot/views/scene.ts';
import { summaryView } from '../../src/bot/views/summaryView.ts';
import {
  phrasesFrom,
  type OutcomeView,
  type Phrases,
  type QuestionView,
  type SummaryView,
} from '../../src/cards/index.ts';
import { civilDate, type CivilDate } from '../../src/dates/index.ts';
import { isQuestion, replay, type Answers, type DecisionTree } from '../../src/trees/index.ts';
import { dialogs, knowledge, projectRoot } from './content.ts';

/** What the end of a walk is shown as. */
export type EndView = OutcomeView | SummaryView;

/** One end of a walk, on one of the days that the ledger knows. */
export interface Ending {
  readonly tree: DecisionTree;
  readonly today: CivilDate;
  readonly answers: Answers;
  readonly outcome: string;
  /** The questions that were passed, in order. */
  readonly path: readonly string[];
}

/** A place in a ledger: an end, or a question with where each of its answers leads. */
type Line =
  | { readonly kind: 'end'; readonly outcome: string }
  | { readonly kind: 'question'; readonly id: string; readonly ways: readonly (readonly [string, string])[] };
interface Group {
  readonly days: readonly CivilDate[];
  /** Every place stands before those that it leads to. */
  readonly lines: ReadonlyMap<string, Line>;
}

const readLine = (told: string): Line => {
  if (told.startsWith('= ')) return { kind: 'end', outcome: told.slice(2).split(' · ')[0] ?? '' };
  const at = told.indexOf(': ');
  const ways = told
    .slice(at + 2)
    .split(', ')
    .flatMap((way) => {
      const [by = '', to = ''] = way.split(' → ');
      return by.split('|').map((one) => [one, to] as const);
    });
  return { kind: 'question', id: told.slice(0, at), ways };
};

const readLedger = (tree: string): readonly Group[] =>
  readFileSync(join(projectRoot, 'test/ledger', `${tree}.txt`), 'utf8')
    .trim()
    .split('\n\n')
    .map((group) => {
      const [on = '', ...lines] = group.split('\n');
      const named = lines.map((line) => {
        const [, name = '', told = ''] = /^ {2}([0-9a-f]+) (.*)$/u.exec(line) ?? [];
        return [name, readLine(told)] as const;
      });
      return { days: on.slice(3).split(', ').map(civilDate), lines: new Map(named) };
    });

/** How much room an answer takes on a card: it is a reason, can be corrected, and travels with every button. */
const roomOf = (tree: DecisionTree, id: string, answer: string): number => {
  const node = tree.nodes[id];
  if (!node || !isQuestion(node)) return 0;
  const option = 'options' in node ? node.options.find((one) => one.id === answer) : undefined;
  const missing = answer === 'unknown' ? node.question.length : 0;
  return 2 * node.question.length + (option?.label.length ?? 20) + 6 * (id.length + answer.length) + missing;
};

/** A part of a walk, with the room that its answers take. */
interface Way {
  readonly room: number;
  readonly answers: Answers;
}
const nowhere: Way = { room: 0, answers: {} };
type Better = (one: Way, other: Way) => boolean;
const heavier: Better = (one, other) => one.room > other.room;
const lighter: Better = (one, other) => one.room < other.room;

const put = (ways: Map<string, Way>, to: string, way: Way, better: Better): void => {
  const known = ways.get(to);
  if (!known || better(way, known)) ways.set(to, way);
};

/** The walks of a group that are looked at: to each end the longest and the shortest, and the longest along each arrow. */
const walksOf = (tree: DecisionTree, { lines }: Group): readonly Answers[] => {
  const [start = ''] = lines.keys();
  const step = (id: string, by: string): Way => ({ room: roomOf(tree, id, by), answers: { [id]: by } });
  const join = (one: Way, other: Way): Way => ({
    room: one.room + other.room,
    answers: { ...one.answers, ...other.answers },
  });
  const reach = (better: Better): Map<string, Way> => {
    const to = new Map([[start, nowhere]]);
    for (const [name, line] of lines)
      if (line.kind === 'question')
        for (const [by, next] of line.ways) put(to, next, join(to.get(name) ?? nowhere, step(line.id, by)), better);
    return to;
  };
  const [long, short] = [reach(heavier), reach(lighter)];
  const onwards = new Map<string, Way>();
  for (const [name, line] of [...lines].reverse())
    if (line.kind === 'end') onwards.set(name, nowhere);
    else
      for (const [by, next] of line.ways)
        put(onwards, name, join(step(line.id, by), onwards.get(next) ?? nowhere), heavier);
  const walks = [...lines].flatMap(([name, line]) =>
    line.kind === 'end'
      ? [long.get(name), short.get(name)]
      : line.ways.map(([by, next]) =>
          join(join(long.get(name) ?? nowhere, step(line.id, by)), onwards.get(next) ?? nowhere),
        ),
  );
  const distinct = walks.flatMap((walk) => (walk ? [[JSON.stringify(walk.answers), walk.answers] as const] : []));
  return [...new Map(distinct).values()];
};

/** A day before all that has been read of any deadline. */
const early = '2010-01-04';
const withEarlyDay = (tree: DecisionTree, answers: Answers): Answers[] => {
  const days = Object.keys(answers).filter((id) => {
    const node = tree.nodes[id];
    return node && isQuestion(node) && 'input' in node;
  });
  return days.length === 0 ? [] : [{ ...answers, ...Object.fromEntries(days.map((id) => [id, early])) }];
};

export const phrases: Phrases = phrasesFrom(dialogs.phrases);

/** The day and the words in which an ending is told. */
export const sceneOn = (today: CivilDate): Scene => ({
  knowledge,
  phrases,
  today,
  publicUrl: 'https://paragrafguiden.example.dk',
});
const run = '01234567-89ab-4cde-8f01-23456789abcd';

/** Where answers lead, as the bot shows it. */
export const viewOf = ({ tree, today, answers }: Pick<Ending, 'tree' | 'today' | 'answers'>): EndView => {
  const scene = sceneOn(today);
  const position = replay(tree, answers, scene);
  if (position.kind !== 'outcome') throw new Error(`${tree.id} has no end for ${JSON.stringify(answers)}`);
  const walk = { tree: tree.id, run, answers };
  if (position.outcome.shows.includes('governing')) return outcomeView(tree, walk, position, scene);
  const then = dialogs.menu.menu.filter((item) => position.outcome.then.includes(item.tree));
  return summaryView(tree, walk, position, scene, then);
};

const found = new Map<string, readonly Ending[]>();

/**
 * The endings of a tree on every day of its ledger, folded: walks that end on the same line of the ledger differ in their
 * answers, so of these it gives the walk with the longest answers, the one with the shortest, and the longest through each
 * answer to each question. The walk command proves that the ledger holds every path.
 */
export const endingsOf = (tree: DecisionTree): readonly Ending[] => {
  const endings =
    found.get(tree.id) ??
    readLedger(tree.id).flatMap((group) => {
      const walks = walksOf(tree, group).flatMap((answers) => [answers, ...withEarlyDay(tree, answers)]);
      return group.days.flatMap((today) =>
        walks.map((answers) => {
          const position = replay(tree, answers, sceneOn(today));
          if (position.kind !== 'outcome') throw new Error(`${tree.id} has no end for ${JSON.stringify(answers)}`);
          return { tree, today, answers, outcome: position.id, path: position.path };
        }),
      );
    });
  found.set(tree.id, endings);
  return endings;
};

/** Every question of a tree on every day of its ledger, as it is met with the longest answers before it. */
export const questionViewsOf = (tree: DecisionTree): readonly QuestionView[] => {
  const met = new Map<string, { readonly way: Way; readonly today: CivilDate; readonly id: string }>();
  for (const { today, answers, path } of endingsOf(tree)) {
    let way = nowhere;
    for (const id of path) {
      const key = `${today} ${id}`;
      const known = met.get(key);
      if (!known || way.room > known.way.room) met.set(key, { way, today, id });
      const by = answers[id] ?? '';
      way = { room: way.room + roomOf(tree, id, by), answers: { ...way.answers, [id]: by } };
    }
  }
  return [...met.values()].flatMap(({ way, today, id }) => {
    const view = questionView(tree, { tree: tree.id, run, answers: way.answers }, sceneOn(today));
    if (view?.question !== id) throw new Error(`${tree.id} does not ask ${id} after ${JSON.stringify(way.answers)}`);
    const settings = Object.keys(tree.settings).map((setting) =>
      questionView(tree, { tree: tree.id, run, answers: way.answers }, sceneOn(today), setting),
    );
    return [view, ...settings.filter((one) => one !== undefined)];
  });
};
