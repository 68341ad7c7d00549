import { addDays, addMonths, type CivilDate } from '../dates/index.ts';
import type { Knowledge } from '../knowledge/index.ts';

/** The last day from which `months` lead to `date` or earlier; at a month's end all longer months give way to it. */
const latestBefore = (date: CivilDate, months: number): CivilDate => {
  const [day, end] = [addMonths(date, -months), addDays(addMonths(addDays(date, 1), -months), -1)];
  return day > end ? day : end;
};

/**
 * The last birth date whose holder has reached folkepensionsalderen on a day (pens-1a). Undefined when nobody has, which
 * only happens with no data.
 */
export const latestBirthDateReached = (knowledge: Knowledge, date: CivilDate): CivilDate | undefined => {
  const rows = knowledge.pensionAges;
  for (const [index, row] of [...rows.entries()].reverse()) {
    const next = rows[index + 1];
    const latest = latestBefore(date, row.years * 12 + row.months);
    const bounded = next?.bornFrom && latest >= next.bornFrom ? addDays(next.bornFrom, -1) : latest;
    if (row.bornFrom === null || bounded >= row.bornFrom) return bounded;
  }
  return undefined;
};

/** Whether someone born on a day has reached folkepensionsalderen on another (pens-1a). */
export const hasReachedPensionAge = (knowledge: Knowledge, born: CivilDate, date: CivilDate): boolean => {
  const row = knowledge.pensionAges.findLast(({ bornFrom }) => bornFrom === null || bornFrom <= born);
  return row !== undefined && addMonths(born, row.years * 12 + row.months) <= date;
};
