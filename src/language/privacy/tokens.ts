/** A word, a row of digits, or the signs between them. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'signs';
  /** As it is written; of digits, with O and l read as 0 and 1. */
  readonly raw: string;
  /** In lower case, with æ, ø and å as ae, oe and aa: what lists are looked up by. Empty for what no list can hold. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing, a space or a new line. */
  readonly gap: '' | ' ' | '\n';
}

const longestWord = 48;
const letter = /\p{L}/u;
const [other, white, digit, alphabetic] = [0, 1, 2, 3];
const classOf = (code: number): number => {
  if (code >= 48 && code <= 57) return digit;
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return alphabetic;
  if (code === 32 || (code >= 9 && code <= 13)) return white;
  return code >= 0xaa && letter.test(String.fromCharCode(code)) ? alphabetic : other;
};
const classes = Uint8Array.from({ length: 0x10000 }, (_, code) => classOf(code));
const foreign = /[æøåäöüéèëáàâêóôíçñłøşžšćč]/gu;
const spelt: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'u', ł: 'l' };

/** A word as the lists write it. */
export const keyOf = (word: string): string =>
  /^[a-z]+$/u.test(word)
    ? word
    : word
        .toLowerCase()
        .replace(foreign, (sign) => spelt[sign] ?? sign.normalize('NFD').charAt(0))
        .replace(/’/gu, "'");

/** Digits and letters that are mistaken for digits; it is a number when one of them is a digit. */
const nearDigits = /^[OoQlI]*[0-9][0-9OoQlI]*$/u;
const readDigits = (raw: string): string => raw.replace(/[OoQ]/gu, '0').replace(/[lI]/gu, '1');

/** Divides folded text into tokens, in time in proportion to its length. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  const classAt = (index: number): number => (index < text.length ? (classes[text.charCodeAt(index)] ?? 0) : white);
  let gap: Token['gap'] = '';
  const add = (kind: Token['kind'], start: number, end: number, raw = text.slice(start, end)): void => {
    const key = kind === 'word' && raw.length <= longestWord ? keyOf(raw) : '';
    tokens.push({ kind, raw, key, start, end, gap });
    gap = '';
  };
  const addMixed = (start: number, end: number): void => {
    const whole = end - start <= longestWord ? text.slice(start, end) : '';
    if (nearDigits.test(whole)) return add('digits', start, end, readDigits(whole));
    for (let from = start, to = start; from < end; from = to) {
      const kind = classAt(from);
      while (to < end && classAt(to) === kind) to++;
      add(kind === digit ? 'digits' : 'word', from, to);
    }
  };
  const isInner = (sign: string | undefined): boolean => sign === '-' || sign === "'" || sign === '’';
  for (let at = 0, end = 1; at < text.length; at = end++) {
    const kind = classAt(at);
    if (kind === white) {
      gap = gap === '\n' || text[at] === '\n' ? '\n' : ' ';
    } else if (kind === other) {
      while (end < text.length && classAt(end) === other) end++;
      add('signs', at, end);
    } else {
      let pure = kind === alphabetic;
      for (let now = classAt(end); now >= digit || (pure && isInner(text[end]) && classAt(end + 1) === alphabetic);) {
        if (now === digit) pure = false;
        now = classAt(++end);
      }
      if (pure) add('word', at, end);
      else if (classAt(at) === digit && /^\d+$/u.test(end - at <= longestWord ? text.slice(at, end) : 'x'))
        add('digits', at, end);
      else addMixed(at, end);
    }
  }
  return tokens;
};

/** Looks words up that a list writes between spaces. */
export const wordSet = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.trim().split(/\s+/u).map(keyOf)));
