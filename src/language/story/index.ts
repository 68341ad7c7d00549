import { agesIn, type OldFound } from './ages.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { daysIn } from './dates.ts';
import { earlierIn } from './earlier.ts';
import { eventCues, eventReader } from './events.ts';
import { needCues, needOf } from './need.ts';
import { onsetsIn } from './onset.ts';
import { vocabularyOf } from './pattern.ts';
import { pensionAgeOf } from './pension.ts';
import { aboutOf, type About } from './persons.ts';
import { speller } from './spelling.ts';
import { factCues, statementsOf, type Statement } from './statements.ts';
import type { FactFound, FactName, Setting, Story } from './types.ts';
import { wordsOf, type Word } from './words.ts';

export type { DateFound, FactFound, FactName, Setting, Story, StoryEvent } from './types.ts';

const spell = speller(vocabularyOf([...factCues, ...needCues, ...eventCues]));

const oldsIn = (words: readonly Word[], clauses: readonly Clause[], about: readonly About[], thisYear: number) =>
  clauses.flatMap((clause, index): readonly OldFound[] =>
    (about[index] !== 'citizen' && about[index] !== 'staff') || clause.supposes
      ? []
      : agesIn(words, clause.start, clause.end, thisYear).filter(
          ({ beside, start }) =>
            beside || (about[index] === 'citizen' && clause.asks === undefined && start < clause.guesses),
        ),
  );

/** The last statement of each fact; one that takes back leaves none. Whoever lives in a care home needs care. */
const lastOf = (statements: readonly Statement[]): readonly Statement[] => {
  const last = new Map<FactName, Statement>();
  for (const statement of statements)
    if (!statement.weak || !last.has(statement.fact)) last.set(statement.fact, statement);
  const home = last.get('housing');
  if (home?.value === 'care-home' && !last.has('careNeed'))
    last.set('careNeed', { ...home, fact: 'careNeed', value: 'yes' });
  return [...last.values()];
};

/** Nobody tells a story at greater length; what is longer is not read. */
const longestText = 20_000;

/**
 * What a Danish text tells about the citizen it is about: facts, age, year of birth and days. Gives only what is stated:
 * no question, guess or wish, and nothing about anyone else. A text of more than 20,000
 * characters is not read. Pure, in time in proportion to the text's length; never throws.
 */
export const readStory = (text: string, setting: Setting): Story => {
  if (text.length > longestText) return { facts: [], dates: [] };
  const read = wordsOf(text);
  const words = spell(read.words);
  const clauses = clausesOf({ ...read, words });
  const about = aboutOf(words, clauses);
  const days = daysIn(words, clauses, read.text, setting.today);
  const thisYear = Number(setting.today.slice(0, 4));
  const olds = oldsIn(words, clauses, about, thisYear);
  const need = needOf(words, clauses, about);
  const inOrder = [
    ...statementsOf(words, clauses, about, thisYear),
    ...onsetsIn(words, clauses, about),
    ...earlierIn(words, clauses, about, days),
  ].sort((one, other) => one.start - other.start);
  const aged = olds.flatMap((old): Statement[] => {
    const value = pensionAgeOf(old, setting);
    return value === undefined ? [] : [{ fact: 'pensionAge', value, start: old.start, end: old.end }];
  });
  const facts = lastOf([...inOrder, ...aged, ...(need ? [need] : [])]).flatMap(
    ({ fact, value, start, end }): FactFound[] => {
      const [first, final] = [words[start], words[end - 1]];
      return value === null || first === undefined || final === undefined
        ? []
        : [{ fact, value, ...read.place(first.from, final.to) }];
    },
  );
  const eventOf = eventReader(words, clauses, about);
  const age = olds.findLast(({ old }) => old.kind === 'age')?.old.value;
  const birthYear = olds.findLast(({ old }) => old.kind === 'birthYear')?.old.value;
  return {
    facts: facts.sort((one, other) => one.from - other.from),
    ...(age === undefined ? {} : { age }),
    ...(birthYear === undefined ? {} : { birthYear }),
    dates: days
      .filter((day) => !olds.some(({ start, end }) => day.start < end && start < day.end))
      .map((found) => {
        const [first, last] = [words[found.start], words[found.end - 1]];
        const event = eventOf(found);
        const { said } = read.place(first?.from ?? 0, last?.to ?? 0);
        return { day: found.day, said, ...(event === undefined ? {} : { event }) };
      }),
  };
};
