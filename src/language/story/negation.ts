import type { Clause } from './clauses.ts';
import { emptying, negators, subjects, verbs } from './vocabulary.ts';
import type { Word } from './words.ts';

const light = (key: string): boolean =>
  subjects.has(key) || verbs.has(key) || ['nu', 'jo', 'slet', 'der'].includes(key);

const negates = (words: readonly Word[], at: number): boolean =>
  negators.has(words[at]?.key ?? '') && !emptying.has(words[at + 1]?.key ?? '');

const reaches = (words: readonly Word[], at: number, target: number): boolean => {
  const reach = negators.get(words[at]?.key ?? '') ?? 0;
  return target - at <= (words[at + 1]?.key === 'at' ? Infinity : reach);
};

/** Nothing that stands further back is about these words. */
const furthest = 15;

/**
 * Where the one word stands that denies others; -1 when none does. Undefined when two make it hard to say. The `denials`
 * that the words themselves consist of do not count.
 */
export const denialOf = (
  words: readonly Word[],
  clause: Clause,
  start: number,
  end: number,
  denials = 0,
): number | undefined => {
  const found: number[] = [];
  const nobody = words[clause.start]?.key === 'ingen' && verbs.has(words[clause.start + 1]?.key ?? '');
  if (nobody) return undefined;
  for (let at = Math.max(clause.start, start - furthest); at < start; at++)
    if (negates(words, at) && reaches(words, at, start)) found.push(at);
  const [last, other] = [found.at(-1), found.at(-2)];
  if (last === start - 1 && other !== undefined && words[last]?.key !== 'uden') found.splice(0, found.length, last);
  const inner: number[] = [];
  for (let at = start; at < end; at++) if (negates(words, at)) inner.push(at);
  found.push(...inner.slice(0, Math.max(0, inner.length - denials)));
  const opening = found.length === 0 && start - clause.start <= 1;
  for (let at = end; opening && at < Math.min(clause.end, end + 6); at++) {
    const key = words[at]?.key ?? '';
    if (negates(words, at)) {
      found.push(at);
      break;
    }
    if (!light(key)) break;
  }
  return found.length > 1 ? undefined : (found[0] ?? -1);
};

/**
 * Whether the words from `start` to before `end` are denied in their clause: by a "no" before or among them, or, when they
 * open the clause, by one after its verb. Undefined when it is hard to say.
 */
export const isDenied = (words: readonly Word[], clause: Clause, start: number, end: number): boolean | undefined => {
  const at = denialOf(words, clause, start, end);
  return at === undefined ? undefined : at >= 0;
};
