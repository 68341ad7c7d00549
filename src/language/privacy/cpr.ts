import { cprIn } from './cprShapes.ts';
import type { Finding } from './finding.ts';
import { digitsOfWord, fillers } from './numberWords.ts';
import { isDayMonth, isYear, sizeOf, type Run } from './runs.ts';
import { wordSet, type Token } from './tokens.ts';

const labels =
  wordSet(`cpr cprnr cpr-nr cprnummer cpr-nummer cprnummeret cpr-nummeret cprnummre cpr-numre cprnumre cprs cpr-nummers
  crp crpnr crpnummer personnummer personnummeret personnumer personnr person-nr person-nummer pnr p-nr foedselsnummer sundhedskortnummer
  sygesikringsnummer sygesikringsnr civilregistrering`);
/** Words after which a row of small numbers counts or names something. */
const counting =
  wordSet(`uge uger ugerne ugenr kl klokken stk stykke nr kapitel kap side sider paragraf kr lbk bek vej lov punkt
  ean cvr sagsnr sagsnummer sag journal journalnr journalnummer jnr`);
const pointing = wordSet(
  'sidste sidst slutter ender streg bindestreg loebenummer loebenr cifre ciffer kontrolcifre last ends',
);
/** What stands for itself after the word CPR: acts and offices. */
const actWords = wordSet('lbk bek vej lov nr § stk kapitel kap tlf telefon');
const reach = 26;

const isLabel = (tokens: readonly Token[], at: number): boolean => {
  const key = tokens[at]?.key ?? '';
  if (labels.has(key)) return true;
  const next = tokens[at + 1];
  if (key === 'person') return /^(?:nr|nummer|numer)/u.test(next?.key ?? '');
  return key === 'p' && next?.raw === '.' && /^(?:nr|nummer)$/u.test(tokens[at + 2]?.key ?? '');
};

/** Reads on from a label over fillers and signs; where a number of CPR's length begins and ends, or undefined. */
const numberAfter = (tokens: readonly Token[], label: number): readonly [number, number] | undefined => {
  let [digits, words, first, pointed, from, end] = ['', 0, '', false, label, label];
  for (let at = label + 1; at < Math.min(tokens.length, label + reach); at++) {
    const token = tokens[at];
    if (!token || /[§?!]/u.test(token.raw) || token.key === 'til') break;
    if (actWords.has(token.key) && !(at <= label + 3 && /^(?:nr|nummer)$/u.test(token.key))) break;
    const value = token.kind === 'digits' ? token.raw : digitsOfWord(token.key);
    if (value !== undefined) {
      if (digits === '') [first, from] = [value, at];
      [digits, end] = [digits + value, at + 1];
    } else if (token.kind === 'word' && !fillers.has(token.key)) {
      // "en borger" has counted nothing yet.
      if (digits.length > 2 || ++words > 4) break;
      [digits, first] = ['', ''];
    }
    pointed ||= pointing.has(token.key);
  }
  const isCpr =
    (digits.length >= 9 && digits.length <= 20) ||
    (first.length === 6 && isDayMonth(first, true)) ||
    (pointed && first.length === 4);
  return isCpr ? [from, end] : undefined;
};

/** Six digits of a birthday, some words such as "og så", and four digits. */
const splitAfter = (tokens: readonly Token[], from: number): number | undefined => {
  const six = tokens[from];
  if (six?.kind !== 'digits' || six.raw.length !== 6 || !isDayMonth(six.raw, true)) return undefined;
  let [digits, pointed] = ['', false];
  for (let at = from + 1; at < Math.min(tokens.length, from + 14); at++) {
    const token = tokens[at];
    if (token?.kind === 'digits') digits += token.raw;
    else if (token?.kind === 'word' && (!fillers.has(token.key) || digits !== '')) return undefined;
    pointed ||= pointing.has(token?.key ?? '');
    if (digits.length === 4) return isYear(digits) && !pointed ? undefined : at + 1;
  }
  return undefined;
};

const someone = wordSet('borger borgeren beboer beboeren patient patienten bruger brugeren klient klienten');

/** Six digits of a birthday right after "borger": half a CPR number, said instead of a name. */
const halfAfter = (tokens: readonly Token[], at: number): number | undefined => {
  const six = someone.has(tokens[at]?.key ?? '') ? tokens[at + 1] : undefined;
  return six?.kind === 'digits' && six.raw.length === 6 && isDayMonth(six.raw, true) ? at + 2 : undefined;
};

/** Ten digits read aloud in words: "nul et nul et halvfems tolv fireogtredive". */
const spokenAfter = (tokens: readonly Token[], from: number): number | undefined => {
  let [digits, spoken] = ['', 0];
  for (let at = from; at < Math.min(tokens.length, from + 20) && digits.length < 10; at++) {
    const token = tokens[at];
    const value = token?.kind === 'digits' ? token.raw : digitsOfWord(token?.key ?? '');
    if (value !== undefined) {
      digits += value;
      if (token?.kind === 'word') spoken++;
      if (digits.length >= 4 && !isDayMonth(digits)) return undefined;
    } else if (at === from || (token?.kind === 'word' && !fillers.has(token.key))) return undefined;
    if (digits.length === 10) return spoken >= 4 ? at + 1 : undefined;
  }
  return undefined;
};

/** A CPR number with its last digits hidden, or a replacement number with letters. */
const masked =
  /(?<!\d)(\d{2}[ ./-]?\d{2}[ ./-]?\d{2}) {0,2}[-/._ ] {0,2}(?=[\dxX*#•?]{0,3}[xX*#•])(?![xX] )[\dxX*#•?]{2,4}(?![\p{L}\d])|(?<!\d)(\d{6})-?(?=\d{0,3}[A-Z])[A-Z\d]{4}(?![\p{L}\d])/gu;

/** CPR numbers, however they are written: with or without a label, whole, split, read aloud or half hidden. */
export const findCpr = (text: string, tokens: readonly Token[], runs: readonly Run[]): readonly Finding[] => {
  const found: Finding[] = [];
  const add = (first: number, end: number): void => {
    found.push({ kind: 'cpr', start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 });
  };
  const isCounted = (at: number): boolean => {
    const [before, sooner] = [tokens[at - 1], tokens[at - 2]];
    return (
      (before?.raw ?? '').includes('§') ||
      counting.has(before?.key ?? '') ||
      (before?.raw === '.' && counting.has(sooner?.key ?? ''))
    );
  };
  const isNamed = (at: number): boolean =>
    tokens.slice(at + 1, at + 7).some((token, index) => token.key !== '' && isLabel(tokens, at + 1 + index));
  for (const run of runs) {
    const [first, last] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0];
    for (const [from, to] of cprIn(run, isCounted)) add(from, to);
    const size = run.length > 10 ? 0 : sizeOf(run);
    if (size >= 9 && size <= 11 && !tokens[first - 1]?.raw.includes('+') && isNamed(last)) add(first, last + 1);
  }
  for (let at = 0; at < tokens.length;) {
    const { kind } = tokens[at] ?? {};
    const labelled = kind === 'word' && isLabel(tokens, at) ? numberAfter(tokens, at) : undefined;
    const end =
      (kind === 'word' ? halfAfter(tokens, at) : splitAfter(tokens, at)) ??
      (kind === 'signs' ? undefined : spokenAfter(tokens, at));
    if (labelled) add(...labelled);
    else if (end !== undefined) add(at, end);
    at = labelled?.[1] ?? end ?? at + 1;
  }
  for (const { index, 0: whole, 1: hidden, 2: lettered } of text.matchAll(masked))
    if (isDayMonth((hidden ?? lettered ?? '').replace(/\D/gu, ''), true))
      found.push({ kind: 'cpr', start: index, end: index + whole.length });
  return found;
};
