import { keyOf, wordSet } from '../privacy/tokens.ts';
import { isCaredFor, otherAt } from './persons.ts';
import { decadeOf, numberOf } from './numbers.ts';
import { subjects } from './vocabulary.ts';
import type { Word } from './words.ts';

/** What a text says about how old someone is. */
export interface Old {
  readonly kind: 'age' | 'over' | 'under' | 'turning' | 'decade' | 'birthYear' | 'birthDecade';
  readonly value: number;
}

/** A saying about age, and its words: from `start` to before `end`. */
export interface OldFound {
  readonly old: Old;
  readonly start: number;
  readonly end: number;
  /** It stands beside its noun ("84-årig"), and so is stated even in a question. */
  readonly beside: boolean;
}

const youngest = 18;
const oldest = 112;
const units =
  wordSet(`års procent % kg kilo gram g meter m cm km kr kroner dage dag uger uge måneder måned mdr timer time minutter min
  gange gang pladser pladsen beboere borgere borger stk mg ml trin point grader personer mennesker år's kvm liter`);
const elapsed =
  wordSet(`i for om sidste seneste efter gennem igennem cirka måske omkring første næste de end hver hvert cirka
  ca`);
const afterwards = wordSet('siden senere tidligere før efter frem tilbage sammen');
const nouns =
  wordSet(`borger borgeren beboer beboeren mand manden kvinde kvinden dame damen herre herren patient patienten enke enken
  enkemand fyr person pige hun han jensen hansen nielsen hende ham en borgers`);
const grown = wordSet('mand kvinde dame herre fyr enke enkemand');
const light =
  wordSet(`og nu men har bor er får som der med uden i efter var blev lå ligger kan falder klarer lige på til hvad hvilken
  skal ikke vil hvor gammel gamle bliver fik går kom`);
const past = wordSet('var blev fra som siden omkring cirka ca da');
const isOld = (number: number | undefined): number is number =>
  number !== undefined && number >= youngest && number <= oldest;

const aar = keyOf('år');
const isName = (word: Word | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(word?.raw ?? '');

const birthAt = (words: readonly Word[], at: number, stop: number, thisYear: number): OldFound | undefined => {
  const key = words[at]?.key ?? '';
  const short = key === 'f' && /^(?:\.\s?|\s)$/u.test(words[at + 1]?.before ?? '');
  if (!short && !['foedt', 'foedselsaar', 'fodt', 'aargang', 'foedselsdato'].includes(key)) return undefined;
  const found = (value: number, end: number, kind: 'birthYear' | 'birthDecade' = 'birthYear'): OldFound => ({
    old: { kind, value },
    start: at,
    end,
    beside: true,
  });
  const full = (number: number): number =>
    number > 99 ? number : number + (2000 + number > thisYear - youngest ? 1900 : 2000);
  let next = at + 1;
  while (next < stop && ['i', 'aar', 'den', 'd', 'tilbage'].includes(words[next]?.key ?? '')) next++;
  for (let year = next; year < Math.min(stop, next + 4); year++) {
    const number = /^\d{4}$/u.test(words[year]?.key ?? '') ? Number(words[year]?.key) : 0;
    if (number >= 1900 && number <= thisYear) return found(number, year + 1);
  }
  const digits = /^\d{2}$/u.test(words[next]?.key ?? '') ? Number(words[next]?.key) : undefined;
  if (digits === undefined) return undefined;
  if (words[next + 1]?.key === 'erne') return found(full(digits), next + 2, 'birthDecade');
  const third = words[next + 2];
  if (next + 2 < stop && /^\d{2}$/u.test(third?.key ?? '') && /^[-./ ]+$/u.test(third?.before ?? ''))
    return found(full(Number(third?.key)), next + 3);
  const follow = words[next + 1];
  const isDay = follow !== undefined && next + 1 < stop && /^[-./]/u.test(follow.before);
  return isDay ? undefined : found(full(digits), next + 1);
};

const boundAt = (words: readonly Word[], at: number, stop: number): OldFound | undefined => {
  const kind = ({ over: 'over', under: 'under', fylder: 'turning' } as const)[words[at]?.key ?? ''];
  const number = at + 1 < stop ? numberOf(words[at + 1]?.key ?? '') : undefined;
  if (kind === undefined || !isOld(number)) return undefined;
  const next = at + 2 < stop ? (words[at + 2]?.key ?? '') : '';
  if (units.has(next)) return undefined;
  const is = ['er', 'borger', 'lidt', 'godt', 'langt', 'mand', 'kvinde'].includes(words[at - 1]?.key ?? '');
  if (kind !== 'turning' && next !== aar && !is) return undefined;
  if (next === aar && afterwards.has(words[at + 3]?.key ?? '')) return undefined;
  if (['i', 'for', 'om'].includes(words[at - 1]?.key ?? '')) return undefined;
  return { old: { kind, value: number }, start: at, end: next === aar ? at + 3 : at + 2, beside: false };
};

const decadeAt = (words: readonly Word[], at: number, stop: number): OldFound | undefined => {
  if (words[at]?.key !== 'i') return undefined;
  let next = at + 1;
  if (['slutningen', 'starten', 'begyndelsen', 'midten'].includes(words[next]?.key ?? '')) next++;
  if (['af', 'i'].includes(words[next]?.key ?? '')) next++;
  if (next >= stop) return undefined;
  const digits = /^\d0$/u.test(words[next]?.key ?? '') && words[next + 1]?.key === 'erne' && next + 1 < stop;
  const value = digits ? Number(words[next]?.key) : decadeOf(words[next]?.key ?? '');
  const before = words[at - 1]?.key ?? '';
  const is = [
    'er',
    'borger',
    'midt',
    'sidst',
    'slutningen',
    'mand',
    'kvinde',
    'dame',
    'beboer',
    'starten',
    'borgeren',
    'person',
  ].includes(before);
  return value === undefined || !is
    ? undefined
    : { old: { kind: 'decade', value }, start: at, end: digits ? next + 2 : next + 1, beside: true };
};

/** "Sin mand på 88", "sin 88-årige mand": the one who is beside the number is that old. */
const isBeside = (words: readonly Word[], place: number, at: number): boolean =>
  place < at ||
  (place === at + 1 ? /aarige?s?$/u : /^aarige?s?$/u).test(words[place === at + 1 ? at : at + 1]?.key ?? '');

const ageAt = (words: readonly Word[], at: number, start: number, stop: number): OldFound | undefined => {
  const word = words[at];
  const number = word === undefined ? undefined : numberOf(word.key);
  if (word === undefined || number === undefined || number > oldest) return undefined;
  const [before, next] = [
    at > start ? (words[at - 1]?.key ?? '') : '',
    at + 1 < stop ? (words[at + 1]?.key ?? '') : '',
  ];
  const owner = words[at - 1]?.key === 'paa' ? at - 2 : at - 1;
  if ([owner, at + 1, at + 2].some((place) => otherAt(words, place) !== undefined && isBeside(words, place, at)))
    return undefined;
  const found = (end: number, beside: boolean): OldFound => ({
    old: { kind: 'age', value: number },
    start: at,
    end,
    beside,
  });
  const written = /aarige?s?$/u.test(word.key);
  if (written || /^aarige?s?$/u.test(next))
    return past.has(before) ? undefined : found(written ? at + 1 : at + 2, true);
  if (number < youngest || word.before.includes('/') || /^[/%]/u.test(words[at + 1]?.before ?? '')) return undefined;
  if (before === 'paa') {
    const holder = at - 2 >= start ? words[at - 2] : undefined;
    const person = holder !== undefined && (nouns.has(holder.key) || holder.key === 'er' || isCaredFor(words, at - 2));
    const fits = next === '' || next === aar || light.has(next) || (person && !units.has(next));
    const known = holder === undefined || person || isName(holder);
    const says = next === aar && number >= 50 && subjects.has(words[start]?.key ?? '');
    return fits && (known || says) ? found(next === aar ? at + 2 : at + 1, true) : undefined;
  }
  if (next === aar) {
    const after = at + 2 < stop ? (words[at + 2]?.key ?? '') : '';
    if (elapsed.has(before) || past.has(before) || afterwards.has(after)) return undefined;
    return found(['gammel', 'gamle'].includes(after) ? at + 3 : at + 2, false);
  }
  const fits = (next === '' && !/^\s*[-/%]/u.test(words[at + 1]?.before ?? '')) || light.has(next);
  const says = [
    'er',
    'nu',
    'fyldte',
    'fyldt',
    'blevet',
    'alder',
    'alderen',
    'mand',
    'kvinde',
    'dame',
    'borger',
    'beboer',
    'lige',
  ].includes(before);
  // "Mand, 45, bor alene"
  const isApart = before === '' && next === '' && (number > 59 || grown.has(words[at - 1]?.key ?? ''));
  return fits && (says || isApart) ? found(at + 1, false) : undefined;
};

/** What a clause, from the word at `start` to before `stop`, says about how old someone is. */
export const agesIn = (words: readonly Word[], start: number, stop: number, thisYear: number): readonly OldFound[] => {
  const found: OldFound[] = [];
  for (let at = start; at < stop;) {
    const one =
      birthAt(words, at, stop, thisYear) ??
      boundAt(words, at, stop) ??
      decadeAt(words, at, stop) ??
      ageAt(words, at, start, stop);
    if (one !== undefined) found.push(one);
    at = one?.end ?? at + 1;
  }
  return found;
};
