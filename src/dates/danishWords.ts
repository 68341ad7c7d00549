const weekdays = [
  ['mandag'],
  ['tirsdag'],
  ['onsdag'],
  ['torsdag'],
  ['fredag'],
  ['loerdag', 'lordag'],
  ['soendag', 'sondag'],
];
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
const numbers = 'nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten'.split(' ');
const folds: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };
const shortest = 3;
const begins = (name: string, word: string): boolean => word.length >= shortest && name.startsWith(word);

/** A typed date as it is compared: lower case, æ/ø/å as ae/oe/aa, and the marks that stand in dates as single spaces. */
export const foldDate = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[æøå]/gu, (letter) => folds[letter] ?? letter)
    .replace(/[\s.,/!?–-]+/gu, ' ')
    .trim();

/** ISO number of a weekday, written out or cut to three letters or more; undefined for any other word. */
export const weekdayNamed = (word: string): number | undefined => {
  const index = weekdays.findIndex((names) => names.some((name) => begins(name, word)));
  return index < 0 ? undefined : index + 1;
};

/** Number of a month from its digits or its name, cut to three letters or more; undefined for any other word. */
export const monthNamed = (word: string): number | undefined => {
  if (/^\d{1,2}$/u.test(word)) return Number(word);
  const index = months.findIndex((name) => begins(name, word));
  return index < 0 ? undefined : index + 1;
};

/** A count in digits or, up to fourteen, in words. */
export const countNamed = (word: string): number | undefined => {
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  const index = numbers.indexOf(word === 'et' ? 'en' : word);
  return index < 0 ? undefined : index;
};
