import { typedDate, type CivilDate } from '../dates/index.ts';
import { normalise } from '../knowledge/index.ts';
import { danishDay } from './englishDays.ts';
import type { CommandId, DecisionTree, Menu, Question } from '../trees/index.ts';

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

/**
 * A day as people type it: 2027-01-05, 5/1-2027, 5. januar, i dag, på mandag, uge 48, 5 January. Without a year it is the
 * nearest one.
 */
export const matchDate = (text: string, today: CivilDate): CivilDate | undefined =>
  typedDate(text, today) ?? (text.length > longestAnswer ? undefined : typedDate(danishDay(text), today));
