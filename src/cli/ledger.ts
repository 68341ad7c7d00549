import type { Content } from '../content.ts';
import { addDays, civilDate, type CivilDate } from '../dates/index.ts';
import { contactVerdict, verdictFor, factsFrom, standardsOfCourse, stageDeadlines } from '../rules/index.ts';
import { foldPaths, isOutcome, type Answers, type DecisionTree, type Shows } from '../trees/index.ts';

/** Days on which a course's event may lie: before Christmas, on a Sunday, and on an ordinary Tuesday. */
const sampleDays = ['2026-12-18', '2026-11-22', '2026-11-24'].map(civilDate);

/** The ledger of one tree: on which days the answers lead where, and how many ways there are. */
export interface TreeLedger {
  readonly tree: string;
  readonly lines: readonly string[];
  readonly paths: number;
}

const toldBy =
  ({ knowledge }: Content, asOf: CivilDate, answers: Answers) =>
  (shown: Shows): string => {
    if (typeof shown === 'object')
      return 'duty' in shown ? shown.duty : [shown.prefix, ...shown.dutyBy.map((id) => answers[id] ?? '')].join('-');
    switch (shown) {
      case 'governing': {
        const decision = verdictFor({ knowledge, asOf, answers });
        const ids = (tracks: typeof decision.governing): string =>
          tracks.map(({ provision }) => provision).join('+') || 'none';
        const open = decision.candidates.length === 0 ? '' : ` open ${ids(decision.candidates)}`;
        return `${ids(decision.governing)}${open} contact ${contactVerdict(decision, factsFrom(answers))}`;
      }
      case 'deadlines': {
        const due = stageDeadlines(knowledge, answers, asOf).flatMap(({ standard, deadlines }) =>
          (deadlines ?? []).map((deadline) => `${standard}/${deadline.step}@${deadline.due}`),
        );
        return due.join('+') || 'no-deadline';
      }
      case 'local':
        return (
          standardsOfCourse(knowledge, answers, asOf)
            .map(({ id }) => id)
            .join('+') || 'no-local-standard'
        );
      case 'contacts':
        return `contacts(${answers.standard ?? answers.municipality ?? ''})`;
      case 'standard':
        return `standard(${answers.standard ?? ''}, ${answers.topic ?? ''})`;
      case 'comparison':
        return `comparison(${answers.standard ?? ''}, ${answers.compare ?? ''}, ${answers.topic ?? ''})`;
      case 'checklist':
        return `checklist(${answers.course ?? ''})`;
    }
  };

/** The days on which a tree can lead elsewhere: each boundary of the law, and the day before it. */
export const windowsOf = ({ knowledge }: Content): readonly CivilDate[] => [
  ...new Set(knowledge.boundaries.slice(1).flatMap((boundary) => [addDays(boundary, -1), boundary])),
];

/** Every way through a tree on each of these days; days that read alike stand together. */
export const ledgerOf = (content: Content, tree: DecisionTree, days: readonly CivilDate[]): TreeLedger | undefined => {
  const alike = new Map<string, { days: CivilDate[]; lines: readonly string[] }>();
  let paths = 0;
  for (const today of days) {
    const ledger = foldPaths(tree, { knowledge: content.knowledge, today }, sampleDays, ({ answers, outcome }) => {
      const node = tree.nodes[outcome];
      const shown = node && isOutcome(node) ? node.shows.map(toldBy(content, today, answers)) : [];
      return [outcome, ...shown].join(' · ');
    });
    if (!ledger) return undefined;
    paths += ledger.paths;
    const key = ledger.lines.join('\n');
    const group = alike.get(key);
    if (group) group.days.push(today);
    else alike.set(key, { days: [today], lines: ledger.lines });
  }
  const lines = [...alike.values()].flatMap(({ days: on, lines: told }) => [
    `on ${on.join(', ')}`,
    ...told.map((line) => `  ${line}`),
    '',
  ]);
  return { tree: tree.id, lines, paths };
};

const nameIn = (line: string): string | undefined => /^ {2}([0-9a-f]{7,}) /u.exec(line)?.[1];
const namesOf = (lines: readonly string[]): ReadonlySet<string | undefined> => new Set(lines.map(nameIn));
/** Whether a line differs by itself: all that it leads to stands in the other ledger too. */
const byItself = (line: string, others: ReadonlySet<string | undefined>): boolean =>
  [...line.matchAll(/→ ([0-9a-f]{7,})/gu)].every(([, name]) => others.has(name));
const isEnd = (line: string): boolean => line.includes(' = ');

/** The lines that stand more often in one list than in another. */
const surplus = (lines: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const times = left.get(line) ?? 0;
    if (times > 0) left.set(line, times - 1);
    return times === 0;
  });
};

/** How one ledger differs from another. */
export interface Difference {
  /** All lines that stand in one of them only. */
  readonly count: number;
  /** Those that differ by themselves, marked as in a diff: days, plain ends, ways. The others only lead to them. */
  readonly causes: readonly string[];
}

/** Holds two ledgers against each other. What differs by itself is told, and what only leads there is counted. */
export const differenceOf = (before: readonly string[], after: readonly string[]): Difference => {
  const [gone, come] = [surplus(before, after), surplus(after, before)];
  const causes = (lines: readonly string[], others: ReadonlySet<string | undefined>, mark: string): string[] => {
    const own = lines.filter((line) => byItself(line, others)).map((line) => `${mark} ${line}`);
    const ends = own.filter(isEnd).sort((one, other) => one.length - other.length);
    const days = own.filter((line) => line.startsWith(`${mark} on `));
    return [...days, ...ends, ...own.filter((line) => !isEnd(line) && !days.includes(line))];
  };
  return {
    count: gone.length + come.length,
    causes: [...causes(gone, namesOf(after), '-'), ...causes(come, namesOf(before), '+')],
  };
};
