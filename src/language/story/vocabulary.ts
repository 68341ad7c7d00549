import { wordSet } from '../privacy/tokens.ts';

/** Words that are the subject of a sentence and nothing else, or the citizen by another name. */
export const subjects =
  wordSet(`hun han vi jeg de man vedkommende borgeren borger beboeren beboer patienten det der fru hr hans
  hendes`);

/** Verbs that say something about now or then; a clause that joins another with "og" starts with one or with a subject. */
export const verbs =
  wordSet(`er har får fik var blev bliver bor boede kan kunne skal skulle vil ville må måtte bør burde klarer
  går gik kommer kom ligger lå falder faldt sidder spiser bruger trænger træner trænede behøver mangler ønsker lever havde mener
  siger sagde tager passer sover kører hjælper venter starter startede ringer ringede begynder begyndte udskrives udskrev flytter
  flyttede lider døjer fylder fyldte hedder lyder fungerer mister mistede brækkede slog modtager modtog giver gav bevilgede ved tror`);

/** Verbs that only prepare another verb: what they speak of has not happened. */
export const modals = wordSet('gerne skal skulle vil ville bør burde må måtte kunne ønsker ønskede håber');

/** Words that say no, and how many words after them they reach; to the end of the clause when not said. */
export const negators: ReadonlyMap<string, number> = new Map([
  ...['ikke', 'ikk', 'ik', 'ej', 'aldrig', 'hverken'].map((word) => [word, Infinity] as const),
  ...['ingen', 'intet', 'inge'].map((word) => [word, 5] as const),
  ['uden', 4],
]);

/** After "ikke" and its like, these words turn it into a yes, or say nothing about what follows. */
export const emptying = wordSet('kun bare blot mindst tvivl alene udelukkende grund');

/** Words that make a clause a guess. */
export const guesses =
  wordSet(`måske muligvis formentlig formodentlig sandsynligvis vistnok eventuelt evt mon vist usikkert uvist
  antager gætter tror håber frygter angiveligt`);

/** Words after which a clause speaks of what is wished for, asked for or planned. */
export const wishes =
  wordSet(`overvejer overvejes afslag ansøgt ansøger ansøgning ansøge søgt søger søge risikerer drømmer indstillet
  ønsker ønske venteliste ventelisten afvist afviste afviser afslået afslog nægtet nægter fravalgt opsagt frataget foreslår foreslået`);

/** Months, as they stand after a day. */
export const months =
  wordSet(`januar februar marts april maj juni juli august september oktober november december jan feb mar apr jun jul
  aug sep sept okt nov dec`);

/** Words that end in a full stop though no sentence ends there. */
export const shortened =
  wordSet(`f pga ca evt stk nr jf bl a d kl mdr hr dr gl fx osv inkl vedr pt p t mht ift el o s dvs obs par
  ang afd feks tlf fr`);
