import { wordSet } from './tokens.ts';

const ones = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'];
const teens = ['ti', 'elleve', 'tolv', 'tretten', 'fjorten', 'femten', 'seksten', 'sytten', 'atten', 'nitten'];
const tens = ['tyve', 'tredive', 'fyrre', 'halvtreds', 'tres', 'halvfjerds', 'firs', 'halvfems'];
const others: Readonly<Record<string, string>> = {
  et: '1',
  een: '1',
  nitten: '19',
  fyrretyve: '40',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};

const table: ReadonlyMap<string, string> = new Map([
  ...ones.map((word, value) => [word, String(value)] as const),
  ...teens.map((word, value) => [word, String(value + 10)] as const),
  ...tens.flatMap((ten, index) => [
    [ten, String(index * 10 + 20)] as const,
    ...ones.slice(1).map((one, value) => [`${one}og${ten}`, String(index * 10 + 21 + value)] as const),
    [`etog${ten}`, String(index * 10 + 21)] as const,
  ]),
  ...Object.entries(others),
]);

/** The digits that a word from nul to nioghalvfems stands for. */
export const digitsOfWord = (key: string): string | undefined => table.get(key);

/** Words that people put between the parts of a number that they read aloud. */
export const fillers =
  wordSet(`og saa de sidste sidst fire 4 er derefter dernaest bindestreg streg tankestreg minus dash
  punktum mellemrum efterfulgt af med cifre ciffer tal tallene loebenummer loebenr loebe kontrol kontrolcifre kontrolcifrene
  slutter slutning ender endelse endelsen paa foerste seks herefter resten plus and then last the digits is ends in with
  skraastreg underscore slash hyphen komma samt hendes hans`);
