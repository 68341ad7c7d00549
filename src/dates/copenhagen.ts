import { civilDate, type CivilDate } from './civilDate.ts';

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });
const long = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', dateStyle: 'long' });
const full = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', dateStyle: 'full' });
const noon = (date: CivilDate): Date => new Date(`${date}T12:00:00Z`);

/** The calendar day in Copenhagen at an instant, whatever the server's own time zone. */
export const copenhagenDay = (instant: Date): CivilDate => civilDate(inCopenhagen.format(instant));

/** A day as Danish readers write it: "22. november 2026". */
export const danishDate = (date: CivilDate): string => long.format(noon(date));

/** A day with its weekday: "søndag den 22. november 2026". */
export const danishLongDate = (date: CivilDate): string => full.format(noon(date));

const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
/** A day in English, such as "1 July 2025". */
export const englishDate = (date: CivilDate): string => english.format(noon(date));

const englishFull = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
/** A day in English with its weekday, such as "Sunday 22 November 2026". */
export const englishLongDate = (date: CivilDate): string => englishFull.format(noon(date));
