import type { Clause } from './clauses.ts';
import { isDenied } from './negation.ts';
import { finderOf, patterns, type Match, type Pattern } from './pattern.ts';
import type { About } from './persons.ts';
import type { Statement } from './statements.ts';
import { wordSet } from '../privacy/tokens.ts';
import type { Word } from './words.ts';

interface NeedCue {
  readonly value: string;
  /** How plainly it names a need; the plainest that a story names is its need. */
  readonly weight: number;
  /** It is a need only when the clause asks or wishes for it: she may merely get it. */
  readonly onlyAsked?: true;
}

/** The words that name a need. */
export const needCues: readonly Pattern<NeedCue>[] = [
  ...patterns<NeedCue>(
    { value: 'regain', weight: 2 },
    `genoptræning|genoptræningen|genoptræningsforløb|genoptræningsforløbet|genoptræne|genoptrænes|genoptrænet|optræning|optræningen|genoptræner
    træne|trænes|trænet|træner ~3 op
    træning ~1 op igen`,
  ),
  ...patterns<NeedCue>(
    { value: 'regain', weight: 1 },
    `på benene|fode|fødderne ~1 igen
    komme|kommer på benene
    kræfterne|kræfter|styrken|funktionen|gangfunktionen ~1 igen|tilbage
    genvinde|genvinder`,
  ),
  ...patterns<NeedCue>(
    { value: 'maintain', weight: 2 },
    `vedligehold|vedligeholdelse|vedligeholdelsestræning|vedligeholdstræning|vedligeholdelsestræningen|vedligeholde|vedligeholdes|vedligeholdende
    vedl|vedligeh træning
    holde|holder|holdes ~3 ved lige
    holde fast i ~2 færdigheder|funktioner|funktionen|evner
    bevare|beholde ~2 færdigheder|funktioner|funktion|funktionsniveau|gangfunktion|evnen`,
  ),
  ...patterns<NeedCue>(
    { value: 'rehabilitation', weight: 2 },
    `rehabilitering|rehabiliteringen|rehabiliteringsforløb|rehabiliteringsforløbet|hverdagsrehabilitering|rehab|rehabforløb|rehabiliteres
    rehab-forløb|hverdagsrehab`,
  ),
  ...patterns<NeedCue>(
    { value: 'help', weight: 2, onlyAsked: true },
    `hjemmehjælp|hjemmehjælpen
    personlig|praktisk pleje|hjælp|bistand
    hjælp|hjælpes til|med|i ~2 rengøring|rengøringen|bad|badet|bade|støvsugning|tøj|tøjet|påklædning|vask|indkøb|toilet|toiletbesøg|hygiejne
    rengøring|rengøringen|rengøringshjælp|badehjælp`,
  ),
  ...patterns<NeedCue>(
    { value: 'meals', weight: 2, onlyAsked: true },
    `madservice|madlevering|madordning|madudbringning
    mad leveret|udefra|bragt
    hjælp til mad|maden|madlavning|madlavningen
    leveret mad
    måltider|mad`,
  ),
  ...patterns<NeedCue>(
    { value: 'stay', weight: 2, onlyAsked: true },
    `midlertidigt|midlertidig ophold|plads|døgnophold
    på aflastning|døgnaflastning
    aflastningsplads|aflastningspladsen|aflastningsophold|korttidsplads|døgnophold|døgnplads|døgngenoptræning|døgnrehabilitering|døgntræning|rehabiliteringsplads|mto`,
  ),
  ...patterns<NeedCue>({ value: 'relief', weight: 2 }, `afløsning|afløser|aflastning|aflaste|aflastes|aflastet`),
  // "på aflastning, så manden kan få en pause": it is the relative who is helped.
  ...patterns<NeedCue>(
    { value: 'relief', weight: 3 },
    `mand|manden|kone|konen|hustru|hustruen|ægtefælle|ægtefællen|datter|datteren|søn|sønnen|pårørende|familien ~4 pause|pusterum|fri|hvile|aflastes|aflastet|afløses|afløst|afløsning`,
  ),
  ...patterns<NeedCue>(
    { value: 'nursing', weight: 2, onlyAsked: true },
    `sygepleje|hjemmesygepleje|hjemmesygeplejerske|sygeplejen
    sårpleje|sårbehandling|sårskift|sårskifte
    medicindosering|medicin-dosering|medicinadministration|insulin
    doseret|dosere|dosering ~2 medicin
    hjælp til|med ~1 medicin|medicinen|sår|såret|kateter|stomi`,
  ),
  ...patterns<NeedCue>(
    { value: 'physiotherapy', weight: 3, onlyAsked: true },
    `vederlagsfri|vederlagsfrit ~1 fysioterapi|fys|fysioterapien|fysioterapeut|behandling|træning
    gratis fysioterapi|fys|fysioterapeut`,
  ),
];
const finder = finderOf<NeedCue>(needCues);

const wishes =
  wordSet(`ønsker ønske vil gerne skal mangler brug behov behøver ret ansøge ansøger ansøgt søge søger søgt bede beder
  bad spørger bevilge bevilges bevilling kan må kunne tilbydes tilbud visiteres gælder anmoder anmodning vurdering`);
const had =
  wordSet(`fik fået haft bevilget bevilliget havde gammel gamle tidligere afsluttet afslutter sluttede færdig stoppet
  visiteret afsluttede stoppede`);

/** "Fra 2023": what is from then is what she had. "Fra fødslen" is not. */
const isDatedFrom = (key: string, next: string | undefined): boolean => key === 'fra' && /^\d/u.test(next ?? '');

/** Nothing that stands further back is about these words. */
const reach = 15;
const isAsked = (keys: readonly string[], clause: Clause): boolean =>
  clause.asks !== undefined || keys.some((key) => wishes.has(key));

const plans = wordSet(
  'gop plan planen genoptræningsplan genoptræningsplanen almen specialiseret specialiserede avanceret',
);
/** The level of a plan from the hospital is no need: "GOP til genoptræning på specialiseret niveau". */
const isLevel = (words: readonly Word[], start: number, end: number): boolean =>
  words.slice(Math.max(0, start - 2), start).some(({ key }) => plans.has(key)) ||
  words.slice(end, end + 3).some(({ key }) => key === 'niveau');

const citizen = wordSet('hende ham moderen faren mor far borgeren');
/** "Datteren vil have genoptræning til hende." */
const isForCitizen = (words: readonly Word[], end: number, stop: number): boolean =>
  words.slice(end, Math.min(stop, end + 4)).some(({ key }) => citizen.has(key));

const correcting = wordSet('nej vent rettelse snarere istedet forkert mener ret');

/** The need that a story states or asks about; none when it names several alike. */
export const needOf = (
  words: readonly Word[],
  clauses: readonly Clause[],
  about: readonly About[],
): Statement | undefined => {
  const found = clauses.flatMap((clause, index) => {
    const matches = finder.find(words, clause.start, clause.end);
    return matches
      .filter(
        ({ meaning, end }) =>
          about[index] !== 'other' || meaning.value === 'relief' || isForCitizen(words, end, clause.end),
      )
      .filter(
        ({ start, end }) => !clause.supposes && isDenied(words, clause, start, end) === false && clause.answer !== 'no',
      )
      .filter(({ start, end }, at, all) => !isInside(all.slice(Math.max(0, at - 8), at + 8), start, end))
      .flatMap(({ meaning: { value, weight, onlyAsked }, start, end }) => {
        const before = words.slice(Math.max(clause.start, start - reach), start).map(({ key }) => key);
        const asked = isAsked(before, clause);
        if (isLevel(words, start, end)) return [];
        if (before.some((key, at) => had.has(key) || isDatedFrom(key, before[at + 1])) || (onlyAsked && !asked))
          return [];
        return [{ value, start, end, clause: index, weight: weight * 2 + (asked ? 1 : 0) }];
      });
  });
  const most = Math.max(...found.map(({ weight }) => weight));
  const plainest = found.filter(({ weight }) => weight === most);
  const last = plainest.at(-1);
  if (last === undefined) return undefined;
  const rivals = plainest.filter(({ value }) => value !== last.value);
  const furthest = Math.max(...rivals.map(({ end }) => end));
  const corrected = rivals.length === 0 || words.slice(furthest, last.start).some(({ key }) => correcting.has(key));
  return corrected ? { fact: 'need', value: last.value, start: last.start, end: last.end } : undefined;
};

const isInside = (matches: readonly Match<NeedCue>[], start: number, end: number): boolean =>
  matches.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start);
