import { cueOf, type Cue } from './cues.ts';
import { firstNameKind } from './firstNames.ts';
import { isCommon, isOrdinary } from './ordinary.ts';
import { surnameKind } from './surnames.ts';
import type { Token } from './tokens.ts';

/** What the lists know of a word. */
export interface NameWord {
  readonly first: 'clear' | 'unclear' | undefined;
  readonly last: 'known' | 'sure' | 'likely' | undefined;
  readonly cue: Cue | undefined;
  /** Never a part of a name. */
  readonly common: boolean;
  /** Common, or a place, or someone whose name a test or an illness bears. */
  readonly ordinary: boolean;
}

/** Looks each word of a text up once. */
export class NameWords {
  readonly #known = new Map<string, NameWord>();

  of(key: string): NameWord {
    const before = this.#known.get(key);
    if (before) return before;
    const common = isCommon(key);
    const word: NameWord = {
      first: firstNameKind(key),
      last: surnameKind(key),
      cue: cueOf(key),
      common,
      ordinary: common || isOrdinary(key),
    };
    this.#known.set(key, word);
    return word;
  }
}

/** How a word is written: with a capital, as one capital letter, or in a way that says nothing. */
export type Case = 'capital' | 'initial' | 'level';

const upper = /^\p{Lu}/u;
const lower = /\p{Ll}/u;

/** `shouted`: capitals say nothing in this text. */
export const caseOf = ({ raw }: Token, shouted: boolean): Case => {
  const code = raw.charCodeAt(0);
  if ((code >= 97 && code <= 122) || !upper.test(raw)) return 'level';
  if (raw.length === 1) return 'initial';
  return shouted || !lower.test(raw) ? 'level' : 'capital';
};

/** True when capitals say nothing, because words that never need one begin with one. */
export const isShouted = (tokens: readonly Token[], words: NameWords): boolean => {
  let [common, capitals] = [0, 0];
  for (const [at, { kind, raw, key }] of tokens.entries()) {
    if (at === 0 || kind !== 'word' || !words.of(key).common) continue;
    common++;
    if (upper.test(raw)) capitals++;
  }
  return common >= 2 && capitals > common * 0.7;
};
