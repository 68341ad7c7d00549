import type { CivilDate } from '../dates/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { readStory, type Story } from '../language/index.ts';
import { hasReachedPensionAge, latestBirthDateReached } from '../rules/index.ts';
import { pensionYearsOn } from './fills.ts';
import type { QuestionIndex } from './questionIndex.ts';

/** Whether someone of an age, or born in a year, has reached folkepensionsalderen. */
const pensionAgeOn =
  (knowledge: Knowledge, date: CivilDate) =>
  ({ years, birthYear }: { years?: number; birthYear?: number }): 'reached' | 'not-reached' | 'unknown' => {
    if (latestBirthDateReached(knowledge, date) === undefined) return 'unknown';
    if (birthYear !== undefined) {
      const first = hasReachedPensionAge(knowledge, `${String(birthYear)}-01-01` as CivilDate, date);
      const last = hasReachedPensionAge(knowledge, `${String(birthYear)}-12-31` as CivilDate, date);
      return first === last ? (first ? 'reached' : 'not-reached') : 'unknown';
    }
    const limit = pensionYearsOn(knowledge, date);
    if (years === undefined || limit === undefined) return 'unknown';
    return years >= limit ? 'reached' : 'not-reached';
  };

/** What a text tells about a citizen, on a day. */
export const storyIn = ({ knowledge }: QuestionIndex, text: string, date: CivilDate): Story =>
  readStory(text, { today: date, pensionAge: pensionAgeOn(knowledge, date) });
