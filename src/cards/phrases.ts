import { danishDate, danishLongDate, englishDate, englishLongDate, type CivilDate } from '../dates/index.ts';
import { InternalError } from '../errors.ts';
import { phraseFills, type Fills, type PhraseKey } from './phraseFills.ts';

/** A language that the guide speaks. */
export type Language = 'da' | 'en';

/** The guide's own sentences, in one language. */
export interface Phrases {
  readonly language: Language;
  /** A day as the language writes it. */
  readonly date: (day: CivilDate) => string;
  /** The same with its weekday. */
  readonly longDate: (day: CivilDate) => string;
  /** The sentence, whole: throws InternalError rather than show a missing sentence or an open placeholder. */
  readonly say: <K extends PhraseKey>(
    key: K,
    ...fills: [Fills<K>[keyof Fills<K>]] extends [never] ? [] : [Fills<K>]
  ) => string;
}

/** A mistake in dialogs/phrases.yaml; `path` leads to the line. */
export interface PhraseFault {
  readonly path: readonly string[];
  readonly what: string;
  readonly why: string;
  readonly cure: string;
}

const placeholder = /\{([^{}]*)\}/gu;
const namesIn = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(placeholder)].map(([, name = '']) => name))].sort();
const braced = (names: readonly string[]): string =>
  names.length === 0 ? 'no placeholder' : names.map((name) => `{${name}}`).join(', ');

/** The sentences in `record`, ready to be said. Does not check them: `phraseFaults` does, once, at start-up. */
export const phrasesFrom = (record: Readonly<Record<string, string>>, language: Language = 'da'): Phrases => ({
  language,
  date: language === 'en' ? englishDate : danishDate,
  longDate: language === 'en' ? englishLongDate : danishLongDate,
  say: (key, ...fills) => {
    const sentence = Object.hasOwn(record, key) ? record[key] : undefined;
    if (sentence === undefined)
      throw new InternalError(
        `There is no phrase "${key}".`,
        'A card would be silent where it must speak.',
        `Add "${key}" to dialogs/phrases.yaml.`,
      );
    const values = new Map<string, string>(Object.entries(fills[0] ?? {}));
    return sentence.replace(placeholder, (whole, name: string) => {
      const value = values.get(name);
      if (value === undefined)
        throw new InternalError(
          `Nothing fills ${whole} in the phrase "${key}".`,
          'The user would see the placeholder.',
          'Remove it from dialogs/phrases.yaml, or fill it.',
        );
      return value;
    });
  },
});

const faultsOf = (key: string, sentence: string | undefined): PhraseFault[] => {
  const needed = Object.hasOwn(phraseFills, key) ? phraseFills[key as PhraseKey] : undefined;
  const at = { path: ['phrases', key] };
  if (needed === undefined)
    return [
      {
        ...at,
        what: `no one says the phrase "${key}".`,
        why: 'A sentence that is never said misleads whoever edits it.',
        cure: 'Correct the key or remove the phrase.',
      },
    ];
  if (sentence === undefined)
    return [
      {
        ...at,
        what: `the phrase "${key}" is missing.`,
        why: 'A card needs this sentence.',
        cure: `Add "${key}" with ${braced(needed)}.`,
      },
    ];
  if (sentence.trim() === '')
    return [
      { ...at, what: `the phrase "${key}" is empty.`, why: 'A card needs this sentence.', cure: 'Write the sentence.' },
    ];
  const expected = [...needed].sort();
  const found = namesIn(sentence);
  return found.join() === expected.join()
    ? []
    : [
        {
          ...at,
          what: `the phrase "${key}" holds ${braced(found)}.`,
          why: `The code fills ${braced(expected)} and nothing else.`,
          cure: `Write the sentence with ${braced(expected)}.`,
        },
      ];
};

/** Every missing or unknown key, empty sentence, and placeholder that the code does not fill; none for good phrases. */
export const phraseFaults = (record: Readonly<Record<string, string>>): PhraseFault[] =>
  [...new Set([...Object.keys(phraseFills), ...Object.keys(record)])].flatMap((key) =>
    faultsOf(key, Object.hasOwn(record, key) ? record[key] : undefined),
  );
