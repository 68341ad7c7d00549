import { chance } from '../conversation/walks.ts';

/** A word that no file holds: where a reply has it, the reply repeats what was typed. */
export const canary = 'zqxkvidderzq';

type Next = () => number;
const below = (next: Next, most: number): number => Math.floor(next() * most);
const pick = <T>(next: Next, all: readonly T[]): T => all[below(next, all.length)]!;
const times = (count: number, make: () => string): string => Array.from({ length: count }, make).join('');

/** Any code point there is, or any unit, halves of pairs included. */
const anySign = (next: Next): string =>
  next() < 0.3 ? String.fromCharCode(below(next, 0x10000)) : String.fromCodePoint(below(next, 0x110000));

const said = [
  'hvor lang er fristen for at klage',
  'hun er 84 år og bor på plejehjem, hvilken paragraf gælder',
  'genoptræning efter § 86, stk. 1, i Vejen Kommune?',
  'what is a genoptræningsplan',
  'og i Herlev?',
  'hvad hvis hun var 58?',
  'frist 4 uger fra 3/11-2026',
];
const markup: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!--<b><![CDATA[',
  '<at>bot</at>&nbsp;&#x3c;',
  '[klik](javascript:alert(1))',
  '![x](https://eksempel.invalid/x.png)',
  '**fed** _kursiv_ `kode` # stor',
  "'; DROP TABLE state; --",
  '" OR 1=1 UNION SELECT * FROM asked',
  '%s%n%x%d %99999999s',
  '{municipality} {subject} {length:complaint/complaint} {pensionAge} ${7*7} {{7*7}} #{x}',
  '<%= 7*7 %>',
  '- &a [*a, *a]\n- !!js/function "x"',
  'a: &x {<<: *x}\n--- \n...',
  '{"kind":"answer","__proto__":{"x":1}}',
  '[[[[[[{"a":',
  '(a+)+$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '../../../../etc/passwd',
  'constructor.prototype.toString',
  '$(rm -rf .)`id`|&;',
  '\\u0000\\x00\\',
];
const invisible = [
  '\u202e',
  '\u202d',
  '\u2066',
  '\u2069',
  '\u200f',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u2028',
  '\ud800',
  '\udfff',
  '\u0301',
];
const emoji = ['😀', '👩🏽‍⚕️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩🇰', '❤️‍🔥', '1️⃣', '👨‍👩‍👧‍👦'];
/** What is harmless once and may cost time a thousand times. */
const heavy = [
  '(a+)+$',
  'a',
  'aa ',
  '§',
  '§ 86, stk. 1, ',
  '84 år ',
  '1',
  '1.',
  '01',
  ' ',
  '\n',
  'ikke ',
  '?',
  'Vejen ',
  'genoptræning',
  'æ',
  'é',
  'e\u0301',
  '-',
  'hun ',
  '3. november 2026 ',
  '((((',
  '<<',
  'x@',
  '20 ',
  'hvis ',
  '\u0000',
  '😀',
  '\ud800',
];

const makers: readonly ((next: Next) => string)[] = [
  (next) => times(below(next, 200), () => anySign(next)),
  (next) => times(below(next, 12), () => pick(next, [...markup, ...said, ' '])),
  (next) => times(below(next, 40), () => pick(next, [...invisible, ...said, ' '])),
  (next) => times(below(next, 60), () => pick(next, [...emoji, ' ', 'træning'])),
  (next) => pick(next, heavy).repeat(1 + below(next, 1_000)),
  (next) => '(a+)+$'.repeat(1_000) + pick(next, said),
  (next) => times(1 + below(next, 3), () => pick(next, heavy).repeat(below(next, 400))) + pick(next, said),
  (next) => pick(next, ['genoptræning', 'a', 'plejehjem', 'åæø', 'x1']).repeat(1 + below(next, 3_000)),
  (next) =>
    pick(next, said)
      .split('')
      .map((sign) => (next() < 0.15 ? anySign(next) : sign))
      .join(''),
  (next) =>
    pick(next, said)
      .split('')
      .map((sign) => sign + (next() < 0.3 ? pick(next, invisible) : ''))
      .join(''),
  (next) => '{"a":'.repeat(below(next, 300)) + pick(next, said),
  (next) => `${pick(next, said)} ${canary} ${pick(next, markup)} ${pick(next, said)}`,
  (next) => `<b>${canary}</b> ${pick(next, said)}`,
  (next) =>
    times(30, () => String(below(next, 10 ** (1 + below(next, 12)))) + pick(next, ['-', '/', '.', ' ', ' år ', '§'])),
  (next) => pick(next, ['', ' ', '\n\n', '\u0000', '?', '.', '§', '\ud800', '\ufeff']),
];

/** Texts of a million signs. */
const million = 1_000_000;
const huge = (next: Next): string => {
  const piece = next() < 0.5 ? pick(next, heavy) : pick(next, makers)(next) || 'x';
  return piece.repeat(Math.ceil(million / piece.length)).slice(0, million);
};

/** So many hostile texts, of which some are huge; the same seed gives the same. */
export const hostileTexts = function* (count: number, hugeCount: number, seed: number): Generator<string> {
  const next = chance(seed);
  const every = Math.floor(count / hugeCount);
  for (let at = 0; at < count; at++) yield at % every === every - 1 ? huge(next) : pick(next, makers)(next);
};

/** The texts that are tried, in the test and in the bench. */
export const tried = (): Generator<string> => hostileTexts(10_000, 20, 20_261_122);

/** Everything in hostile texts that may stand in no reply. */
export const neverSaid: readonly string[] = [canary, ...markup.filter((text) => text.length > 5)];
