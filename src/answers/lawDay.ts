import type { CivilDate } from '../dates/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Story } from '../language/index.ts';

/**
 * The day whose rules answer a question: the day of asking, or the day of what is to happen where the rules change before
 * then. Only a day that the text ties to one event counts ("udskrives den 4. januar"): other days may be anything.
 */
export const lawDay = (knowledge: Knowledge, date: CivilDate, dates: Story['dates']): CivilDate => {
  const days = new Set(dates.flatMap(({ day, event }) => (event !== undefined && day > date ? [day] : [])));
  const [day, ...others] = days;
  if (day === undefined || others.length > 0) return date;
  return knowledge.boundaries.some((boundary) => boundary > date && boundary <= day) ? day : date;
};
