import { addDays, isCivilDate, type CivilDate } from '../dates/index.ts';
import type { CommandId, DecisionTree, Menu, Question } from '../trees/index.ts';
import { normalise } from './normalise.ts';

/** A typed answer is a few words; anything longer is a story, and is not compared with option labels. */
const longestAnswer = 200;

/** The option id a typed text means: its number on the card, label, id or synonym. Undefined when none is meant. */
export const matchOption = (question: Question, text: string): string | undefined => {
  if (!('options' in question) || text.length > longestAnswer) return undefined;
  const said = normalise(text);
  if (/^\d{1,2}$/u.test(said)) return question.options[Number(said) - 1]?.id;
  return question.options.find(({ id, label, synonyms }) =>
    [id, label, ...synonyms].some((word) => normalise(word) === said),
  )?.id;
};

/** The command a typed text is, when the whole text is one of its words. */
export const matchCommand = (menu: Menu, text: string): CommandId | undefined => {
  if (text.length > longestAnswer) return undefined;
  const said = normalise(text) || text.trim();
  const found = Object.entries(menu.commands).find(([, words]) =>
    words.some((word) => (normalise(word) || word) === said),
  );
  return found?.[0] as CommandId | undefined;
};

/** The tree whose trigger a typed text is. */
export const matchTree = (trees: Iterable<DecisionTree>, text: string): string | undefined => {
  if (text.length > longestAnswer) return undefined;
  const said = normalise(text);
  return [...trees].find(({ title, triggers }) => [title, ...triggers].some((trigger) => normalise(trigger) === said))
    ?.id;
};

const relative: Readonly<Record<string, number>> = {
  'i dag': 0,
  idag: 0,
  'i morgen': 1,
  imorgen: 1,
  'i gaar': -1,
  igaar: -1,
};
const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
const two = (number: string | number): string => String(number).padStart(2, '0');

/** A day as people type it: 2027-01-05, 5/1-2027, 5.1.27, 5. januar 2027, i dag. Without a year it is today's year. */
export const matchDate = (text: string, today: CivilDate): CivilDate | undefined => {
  if (text.length > longestAnswer) return undefined;
  const said = normalise(text);
  const days = relative[said];
  if (days !== undefined) return addDays(today, days);
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})$/u.exec(said);
  const danish = /^(\d{1,2}) (\d{1,2}|\p{L}+)(?: (\d{4}|\d{2}))?$/u.exec(said);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : danish
      ? [danish[3] ?? today.slice(0, 4), danish[2], danish[1]]
      : [];
  if (!year || !month || !day) return undefined;
  const named = months.findIndex((name) => month.length >= 3 && name.startsWith(month));
  const written = `${year.length === 2 ? '20' : ''}${year}-${two(named >= 0 ? named + 1 : month)}-${two(day)}`;
  return isCivilDate(written) ? written : undefined;
};
