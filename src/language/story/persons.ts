import { wordSet } from '../privacy/tokens.ts';
import type { Clause } from './clauses.ts';
import { verbs } from './vocabulary.ts';
import type { Word } from './words.ts';

/**
 * Whom a clause speaks of. Unclear: the citizen or someone of the same sex who was named before.
 * Staff: whoever writes, or a doctor, who may well speak of the citizen's need.
 */
export type About = 'citizen' | 'other' | 'unclear' | 'staff';
type Sex = 'f' | 'm';

const women =
  wordSet(`kone konen hustru hustruen datter datteren døtre søster søsteren mor moderen moren veninde veninden
  svigerdatter svigerdatteren nabokone nabokonen niece niecen mormor farmor samleverske kusine`);
const men =
  wordSet(`søn sønnen sønner bror broren broderen far faren faderen svigersøn svigersønnen nevø nevøen ægtemand ægtemanden
  morfar farfar fætter`);
const people =
  wordSet(`ægtefælle ægtefællen samlever samleveren kæreste kæresten nabo naboen naboer barnebarn barnebarnet børn
  børnene børnebørn pårørende ven vennen genbo genboen kollega kollegaen svigermor svigerfar forældre familien familie vikaren medbeboer sidemand søskende hjælper hjælperen hjælperne`);
const citizens =
  wordSet(`borger borgeren beboer beboeren patient patienten vedkommende fru frue hr kvinde dame damen pige enke enken
  herre herren enkemand enkemanden fyr`);
const womanly = wordSet('kvinde kvinden dame damen fru frue enke enken pige hun hendes hende');
const manly = wordSet('herre herren hr enkemand enkemanden fyr han hans ham');
const owners = wordSet('hans hendes sin sit sine deres min mit mine borgerens hr fru vores');
const professionals = wordSet(
  'jeg vi lægen sygeplejersken terapeuten fysioterapeuten ergoterapeuten visitator visitatoren sagsbehandleren',
);
const prepositions = wordSet('med af fra hos til for på om ved efter mod uden hos sammen over som');
const fillers = wordSet(
  'hans hendes sin sine sit den en et anden andre gamle ældre yngre ældste yngste borgerens nu syge voksne egen',
);
const ours = wordSet('vores mine jeres');
const parents = wordSet('mor far mormor farmor morfar farfar');
const describing = wordSet('gamle ældre yngre syge raske årige årig nu egen døde demente afdøde');
const speaking =
  wordSet(`ringer ringede siger sagde spørger spurgte fortæller fortalte skriver skrev henvender henvendte bekymret
  bekymrede kontakter kontaktede oplyser oplyste mener synes beder bad ringet sagt fortalt presser klager rykker`);

const isOwned = (words: readonly Word[], at: number): boolean => {
  let before = at - 1;
  const first = Math.max(0, at - 6);
  while (before > first && (describing.has(words[before]?.key ?? '') || /^\d+$/u.test(words[before]?.key ?? '')))
    before--;
  return owners.has(words[before]?.key ?? '');
};

/** "Moderen er 85": the citizen, where a son or daughter is spoken of or the text begins with her, and no one before. */
const isParentMeant = (words: readonly Word[], at: number): boolean =>
  parentsMeant.has(words[at]?.key ?? '') &&
  (at === 0 || words.some(({ key }) => children.test(key))) &&
  !words.slice(0, at).some(({ key }) => citizens.has(key) || someone.has(key) || isAged(key));
const parentsMeant = wordSet('moderen faderen');
const children = /^(?:datter|datteren|soen|soennen)$/u;
const someone =
  wordSet(`hun han hende ham hendes hans mand manden klient klienten bruger brugeren person personen dreng drengen barn
  barnet pige pigen kone konen ung unge jensen hansen nielsen`);
const isAged = (key: string): boolean => /aarige?$/u.test(key) || /^\d{2}$/u.test(key);

const caring = wordSet('passer passede plejer plejede');
/** True at the citizen whom someone of the family cares for: "konen passer sin mand på 82". */
export const isCaredFor = (words: readonly Word[], at: number): boolean => {
  const key = words[at]?.key ?? '';
  if (!women.has(key) && !men.has(key) && key !== 'mand') return false;
  const own = words[at - 1]?.key === 'sin' ? at - 1 : words[at - 2]?.key === 'sin' ? at - 2 : -1;
  if (own <= 1 || !caring.has(words[own - 1]?.key ?? '')) return false;
  const carers = words.slice(Math.max(0, own - 5), own - 1).map((word) => word.key);
  return carers.some((one) => women.has(one) || men.has(one) || people.has(one) || one === 'manden' || one === 'mand');
};

/** A man or woman who belongs to the citizen, or is met beside the citizen; undefined for any other word. */
export const otherAt = (words: readonly Word[], at: number, sex?: Sex): Sex | 'any' | undefined => {
  const key = words[at]?.key ?? '';
  if (parents.has(key) && words[at - 1]?.key === 'min') return undefined;
  if (isParentMeant(words, at) || isCaredFor(words, at)) return undefined;
  if (key === 'mand' && isOwned(words, at)) return 'm';
  if (key === 'manden' && sex === 'f') return 'm';
  if ((key === 'borger' || key === 'beboer') && ['anden', 'andre'].includes(words[at - 1]?.key ?? '')) return 'any';
  if (key === 'borgere' || key === 'beboere') return ours.has(words[at - 1]?.key ?? '') ? undefined : 'any';
  if (key === 'andre') return 'any';
  if (women.has(key)) return 'f';
  if (men.has(key)) return 'm';
  return people.has(key) ? 'any' : undefined;
};

const isObject = (words: readonly Word[], at: number, start: number): boolean => {
  let before = at - 1;
  while (before >= Math.max(start, at - 6) && fillers.has(words[before]?.key ?? '')) before--;
  return before >= start && prepositions.has(words[before]?.key ?? '');
};

const sexOfCitizen = (words: readonly Word[]): Sex | undefined => {
  const cared = words.findIndex((_, at) => isCaredFor(words, at));
  if (cared >= 0) return women.has(words[cared]?.key ?? '') ? 'f' : 'm';
  for (const [at, { key }] of words.entries()) {
    if (womanly.has(key)) return 'f';
    if (manly.has(key)) return 'm';
    const before = words[at - 1]?.key ?? '';
    if (key === 'mand' && !isOwned(words, at)) return 'm';
    if (['mor', 'mormor', 'farmor'].includes(key) && before === 'min') return 'f';
    if (['far', 'morfar', 'farfar'].includes(key) && before === 'min') return 'm';
    if (isParentMeant(words, at)) return key === 'moderen' ? 'f' : 'm';
  }
  return undefined;
};

/** Whom each clause of a text speaks of. */
export const aboutOf = (words: readonly Word[], clauses: readonly Clause[]): readonly About[] => {
  const sex = sexOfCitizen(words);
  let [sentence, about]: [number, About] = [0, 'citizen'];
  let focus: Sex | 'any' | undefined;
  let named: Sex | 'any' | undefined;
  return clauses.map((clause) => {
    if (clause.sentence !== sentence) [sentence, about] = [clause.sentence, 'citizen'];
    const first = words[clause.start]?.key ?? '';
    if ((first === 'der' || first === 'som') && verbs.has(words[clause.start + 1]?.key ?? '') && named !== undefined)
      return (about = 'other');
    let found: About | undefined;
    let last: Sex | 'any' | undefined;
    for (let at = clause.start; at < clause.end; at++) {
      const key = words[at]?.key ?? '';
      const other = otherAt(words, at, sex);
      if (isCaredFor(words, at)) [found, focus, last] = ['citizen', undefined, undefined];
      else if (other !== undefined) {
        last = other;
        if (found !== undefined || isObject(words, at, clause.start)) continue;
        found = 'other';
        const speaks = words.slice(clause.start, clause.end).some((word) => speaking.has(word.key));
        focus = speaks ? undefined : other;
      } else if (citizens.has(key) || (key === 'mand' && found === undefined)) {
        last = undefined;
        if (found === undefined || found === 'staff') [found, focus] = ['citizen', undefined];
      } else if ((key === 'hun' || key === 'han') && found === undefined) {
        const said: Sex = key === 'hun' ? 'f' : 'm';
        if (sex !== undefined && sex !== said) found = 'other';
        else if (focus === said || focus === 'any') found = 'unclear';
        else found = 'citizen';
      } else if (key.startsWith('aarig') && found === 'staff') found = 'citizen';
      else if (professionals.has(key) && found === undefined && !isObject(words, at, clause.start)) found = 'staff';
    }
    named = last;
    return (about = found ?? about);
  });
};
