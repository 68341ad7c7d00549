const folds: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };

/** Text as names, answers and commands are compared: lower case, æ/ø/å as ae/oe/aa, no punctuation but §, single spaces. Never throws. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[æøå]/gu, (letter) => folds[letter] ?? letter)
    .replace(/[^\p{L}\p{N}§]+/gu, ' ')
    .trim();
