import type { CivilDate } from '../dates/index.ts';
import { InputError } from '../errors.ts';
import type { ArticleAnswer, Knowledge } from '../knowledge/index.ts';
import type { Story } from '../language/index.ts';
import { deadlines, eventsOf, type Deadline } from '../rules/index.ts';
import type { LocalPart } from './reply.ts';

const lengthNamed = /\{length:([a-z0-9-]+)\/([a-z0-9-]+)\}/gu;

/** The steps whose deadlines an answer speaks of, by standard. */
const stepsOf = (answers: readonly ArticleAnswer[], parts: readonly LocalPart[]): ReadonlyMap<string, Set<string>> => {
  const steps = new Map<string, Set<string>>();
  const add = (standard: string, step: string): void => {
    steps.set(standard, (steps.get(standard) ?? new Set()).add(step));
  };
  const said = answers.flatMap(({ say, points }) => [say, ...points.map(({ text }) => text)]).join(' ');
  for (const [, standard = '', step = ''] of said.matchAll(lengthNamed)) add(standard, step);
  for (const { standard, facts } of parts)
    for (const { value } of facts) if (value.deadline) add(standard.id, value.deadline.step);
  return steps;
};

/**
 * The last days that the dates of a story lead to, for the deadlines that an answer speaks of. A date that the story does
 * not tie to an event is counted from only where the standard has one event for the step. `answers` are as written, with their
 * figures not yet filled in.
 */
export const deadlinesIn = (
  knowledge: Knowledge,
  answers: readonly ArticleAnswer[],
  parts: readonly LocalPart[],
  dates: Story['dates'],
): readonly Deadline[] => {
  if (dates.length === 0) return [];
  return [...stepsOf(answers, parts)].flatMap(([id, steps]) => {
    const standard = knowledge.deadlineStandard(id);
    if (!standard) return [];
    const known = eventsOf(standard);
    const events: Record<string, CivilDate> = {};
    for (const { day, event } of dates) if (event !== undefined && known.includes(event)) events[event] = day;
    const days = new Set(dates.map(({ day }) => day));
    const [only] = days;
    const [first] = known;
    if (Object.keys(events).length === 0 && days.size === 1 && only !== undefined && first !== undefined)
      events[first] = only;
    if (Object.keys(events).length === 0) return [];
    try {
      return deadlines(knowledge, id, events).filter(({ step }) => steps.has(step));
    } catch (error) {
      // A date before all that has been read counts from nothing; the rule itself is still told.
      if (error instanceof InputError) return [];
      throw error;
    }
  });
};
