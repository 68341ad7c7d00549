import type { CivilDate } from '../dates/index.ts';
import { lengthNamed, type ArticleAnswer, type Knowledge } from '../knowledge/index.ts';
import { latestBirthDateReached } from '../rules/index.ts';

const englishUnits = {
  workdays: ['working day', 'working days'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
} as const;

const lengthOn = (
  knowledge: Knowledge,
  standard: string,
  step: string,
  date: CivilDate,
  english: boolean,
): string | undefined => {
  for (const { values } of knowledge.deadlineStandard(standard)?.rules ?? []) {
    const rule = values.findLast(({ validFrom }) => validFrom <= date) ?? values[0];
    if (rule?.deadline?.step !== step) continue;
    const { length, unit } = rule.deadline;
    const danish = knowledge.deadlineWords?.counting.units[unit];
    const [one, many] = english ? englishUnits[unit] : [danish?.one, danish?.many];
    return `${String(length)} ${(length === 1 ? one : many) ?? unit}`;
  }
  return undefined;
};

/** Folkepensionsalderen in whole years for those who reach it on a day. */
export const pensionYearsOn = (knowledge: Knowledge, date: CivilDate): number | undefined => {
  const born = latestBirthDateReached(knowledge, date);
  return born === undefined ? undefined : Number(date.slice(0, 4)) - Number(born.slice(0, 4));
};

/** An article's answer with its figures in place, each read where it stands. */
export const filled = (knowledge: Knowledge, answer: ArticleAnswer, date: CivilDate): ArticleAnswer => {
  const fill = (text: string, english = false): string =>
    text
      .replace(
        lengthNamed,
        (whole, standard: string, step: string) => lengthOn(knowledge, standard, step, date, english) ?? whole,
      )
      .replace(/\{pensionAge\}/gu, (whole) => {
        const years = pensionYearsOn(knowledge, date);
        return years === undefined ? whole : `${String(years)}${english ? '' : ' år'}`;
      });
  return {
    ...answer,
    say: fill(answer.say),
    points: answer.points.map(({ text, citations }) => ({ text: fill(text), citations })),
    english: fill(answer.english, true),
  };
};
