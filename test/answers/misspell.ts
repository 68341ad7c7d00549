import { knowledge } from '../helpers/content.ts';

/** A Danish keyboard, row above row; a key's neighbours stand beside it. */
const keyboard = ['qwertyuiopå', 'asdfghjklæø', 'zxcvbnm'];
const neighbours = new Map<string, string>(
  keyboard.flatMap((row, at) =>
    Array.from(row).map((key, column) => {
      const around = [row, keyboard[at - 1], keyboard[at + 1]].map((near) =>
        near?.slice(Math.max(0, column - 1), column + 2),
      );
      return [key, around.join('').replace(key, '')] as const;
    }),
  ),
);

/** One slip of a finger in a word, at a place in it. */
type Slip = (letters: readonly string[], at: number, next: () => number) => readonly string[];

const slips: Readonly<Record<string, Slip>> = {
  exchange: (letters, at) => {
    const first = Math.min(at, letters.length - 2);
    return [...letters.slice(0, first), letters[first + 1]!, letters[first]!, ...letters.slice(first + 2)];
  },
  drop: (letters, at) => letters.toSpliced(at, 1),
  double: (letters, at) => letters.toSpliced(at, 0, letters[at]!),
  neighbour: (letters, at, next) => {
    const near = neighbours.get(letters[at]!.toLowerCase()) ?? 'e';
    return letters.toSpliced(at, 1, near[Math.floor(next() * near.length)]!);
  },
};

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
/** Words that name a municipality. */
const names = new Set(
  [
    ...knowledge.words.municipalities,
    ...knowledge.municipalities.flatMap(({ name, aliases }) => [name, ...aliases]),
  ].flatMap(wordsIn),
);
const namesPlace = (word: string): boolean => names.has(word) || names.has(word.replace(/s$/u, ''));

/** A text with one slip in one of its words of at least four letters; as it is when it has no such word. */
export const misspell = (text: string, next: () => number): string => {
  const words = [...text.matchAll(/(?<![\p{L}\p{N}§])\p{L}{4,}(?![\p{L}\p{N}])/gu)].filter(
    ([word]) => !namesPlace(word.toLowerCase()),
  );
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)];
  const match = pick(words);
  const slip = pick(Object.values(slips));
  if (!match || !slip) return text;
  const [word] = match;
  const letters = Array.from(word);
  for (;;) {
    const spelt = slip(letters, Math.floor(next() * letters.length), next).join('');
    // Two letters alike may have changed places.
    if (spelt !== word || new Set(letters).size === 1)
      return text.slice(0, match.index) + spelt + text.slice(match.index + word.length);
  }
};
