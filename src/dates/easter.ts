import { addDays, civilDate, type CivilDate } from './civilDate.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** Easter Sunday of a Gregorian year, by the formula of Meeus, Jones and Butcher; `days` after it (before when negative). */
export const fromEaster = (year: number, days: number): CivilDate => {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const drift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - drift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * shift + 114;
  return addDays(civilDate(`${String(year)}-${two(Math.floor(march / 31))}-${two((march % 31) + 1)}`), days);
};
