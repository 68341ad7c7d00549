import { civilDate, daysBetween } from '../../dates/index.ts';
import { wordSet } from '../privacy/tokens.ts';
import type { Clause } from './clauses.ts';
import type { Cue } from './cues.ts';
import type { DayFound } from './dates.ts';
import { isDenied } from './negation.ts';
import { finderOf, patterns, type Match, type Pattern } from './pattern.ts';
import type { About } from './persons.ts';
import type { Statement } from './statements.ts';
import type { Word } from './words.ts';

const decided = `bevilling|bevillingen|bevillinger|afgørelse|afgørelsen|afgørelser`;

/** Words that say that nothing has been decided before. */
export const noDecisionCues: readonly Pattern<Cue>[] = [
  ...patterns<Cue>(
    { fact: 'earlierDecision', said: 'none', whole: true },
    `aldrig ~2 haft|fået|modtaget|søgt|ansøgt ~3 ${decided}|hjælp|noget|støtte|hjemmepleje|hjemmehjælp
    ingen ~1 bevilling|bevillinger|afgørelse|afgørelser
    har|havde|haft|er|findes|foreligger ~1 ikke ~3 bevilling|bevillinger|afgørelse|afgørelser
    uden ~1 bevilling|afgørelse
    ikke kendt|kendes ~2 kommunen|visitationen|hjemmeplejen|forvejen
    ikke haft|fået ~1 hjælp før|tidligere`,
  ),
  ...patterns<Cue>(
    { fact: 'earlierDecision' },
    `har|havde|haft|er|findes|foreligger ~1 ikke ~3 bevilling|bevillinger|afgørelse|afgørelser efter|§|på|til
    ingen|uden ~1 bevilling|bevillinger|afgørelse|afgørelser efter|§|på|til`,
  ),
  ...patterns<Cue>(
    { fact: 'earlierDecision', said: 'none', denied: null },
    `ny|nye i|hos|for ~1 hjemmeplejen|hjemmehjælpen|systemet|os
    ny|nye borger
    første gang ~3 søger|søgt|får|fået|beder|hjælp|hjemmepleje|hjemmehjælp|bevilling|ansøger|kommunen
    søger|får|beder|ansøger ~3 første gang`,
  ),
];

interface Sentence {
  readonly clauses: Clause[];
  readonly start: number;
  end: number;
}
type Age = 'old' | 'new' | 'unclear';
/** Decisions from this day on are made after the reform (ael-45). */
const reform = civilDate('2025-07-01');
const firstYear = 1998;
const monthNames = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');

/** Before or after the reform, as months of a year with more or fewer words tell. */
const ageOfYear = (words: readonly Word[], at: number): Age => {
  const year = Number(words[at]?.key);
  if (year !== 2025) return year < 2025 ? 'old' : 'new';
  const month = monthNames.indexOf(words[at - 1]?.key ?? '');
  if (month >= 0) return month < 6 || (month === 6 && words[at - 2]?.key === 'foer') ? 'old' : 'new';
  return ['starten', 'foraaret', 'begyndelsen', 'foer'].some((word) =>
    [words[at - 1]?.key, words[at - 2]?.key].includes(word),
  )
    ? 'old'
    : 'unclear';
};

const old = finderOf(
  patterns(
    true,
    `gammel|gamle ${decided}
    ${decided} ~2 gammel|gamle
    fra ~1 før ældreloven|reformen
    før ældreloven|reformen
    før 1 juli 2025
    for mange år siden
    i mange år`,
  ),
);

const isYear = (words: readonly Word[], at: number): boolean => {
  const key = words[at]?.key ?? '';
  const year = /^\d{4}$/u.test(key) ? Number(key) : 0;
  return year >= firstYear && year < 2100 && !isBirth(words, at);
};

const agesOf = (words: readonly Word[], { start, end }: Sentence, days: readonly DayFound[]): readonly Age[] => {
  const found = days.map(({ day, start: at }): Age => {
    const sooner = daysBetween(day, reform) > 0 || (day === reform && words[at - 1]?.key === 'foer');
    return sooner ? 'old' : 'new';
  });
  let next = 0;
  for (let at = start; at < end; at++) {
    while (next < days.length && (days[next]?.end ?? 0) <= at) next++;
    if ((days[next]?.start ?? end) > at && isYear(words, at)) found.push(ageOfYear(words, at));
  }
  return found.length === 0 && old.find(words, start, end).length > 0 ? ['old'] : found;
};
const isBirth = (words: readonly Word[], at: number): boolean =>
  [1, 2, 3].some((back) => ['foedt', 'f', 'aargang'].includes(words[at - back]?.key ?? ''));

const paragraphs = finderOf(
  patterns(
    true,
    `§|§§|paragraf|efter|jf|pgf|serviceloven|servicelovens|sel ~1 83|84|86 a|b
    §|§§|paragraf|efter|jf|pgf|serviceloven|servicelovens|sel ~1 83|84|86 stk? 1|2
    §|§§|paragraf|efter|jf|pgf|serviceloven|servicelovens|sel ~1 83|84|86
    83|84|86 stk #
    83 a`,
  ),
);

const maintaining = wordSet(
  `vedligehold vedligeholdelse vedligeholdelsestræning vedligeholdende vedligeholde vedligeholdstræning`,
);
const regaining = wordSet(
  'genoptræning genoptræningen genoptræningsforløb genoptrænes genoptræne genoptræningsforløbet',
);

const valueOf = (words: readonly Word[], { start }: Match<boolean>, near: ReadonlySet<string>): string | undefined => {
  const at =
    start +
    Math.max(
      0,
      words.slice(start, start + 4).findIndex(({ key }) => /^8[346]$/u.test(key)),
    );
  const [number, next, after] = [words[at]?.key, words[at + 1], words[at + 2]];
  if (number === '84') return 'sel-84';
  if (number === '83') {
    if (next?.key === 'b') return undefined;
    return next?.key === 'a' ? 'sel-83a' : 'sel-83';
  }
  const part = next?.key === 'stk' ? after?.key : /^[.,]$/u.test(next?.before ?? '') ? next?.key : undefined;
  if (part === '1' || part === '2') return `sel-86-${part}`;
  const maintains = [...maintaining].some((key) => near.has(key));
  const regains = [...regaining].some((key) => near.has(key));
  return maintains === regains ? undefined : maintains ? 'sel-86-2' : 'sel-86-1';
};

const decisions = wordSet(
  `bevilling bevillingen bevilget bevilliget bevilgede afgørelse afgørelsen visiteret fik fået har haft hjælp gammel hjemmehjælp træning
  genoptræning hjemmepleje havde får`,
);

const ended = wordSet('stoppet ophørt udløbet bortfaldet frafaldet afslag afslået');

/** Earlier decisions that the sentences about the citizen name, with their paragraph and a time before the reform. */
export const earlierIn = (
  words: readonly Word[],
  clauses: readonly Clause[],
  about: readonly About[],
  days: readonly DayFound[],
): readonly Statement[] => {
  const sentences = new Map<number, Sentence>();
  for (const [index, clause] of clauses.entries()) {
    if (about[index] !== 'citizen' || clause.supposes) continue;
    const known = sentences.get(clause.sentence);
    known?.clauses.push(clause);
    if (known === undefined)
      sentences.set(clause.sentence, { clauses: [clause], start: clause.start, end: clause.end });
    else known.end = clause.end;
  }
  const daysBySentence = Map.groupBy(days, ({ sentence }) => sentence);
  const agesBySentence = new Map<number, readonly Age[]>();
  const agesIn = (number: number): readonly Age[] => {
    const sentence = sentences.get(number);
    const known = agesBySentence.get(number);
    if (known !== undefined || sentence === undefined) return known ?? [];
    const ages = agesOf(words, sentence, daysBySentence.get(number) ?? []);
    agesBySentence.set(number, ages);
    return ages;
  };
  return [...sentences].flatMap(([number, { clauses: own, start, end }]) => {
    const found = own.flatMap((clause) =>
      paragraphs.find(words, clause.start, clause.end).map((match) => ({ match, clause })),
    );
    if (found.length === 0) return [];
    const keys = new Set(words.slice(start, end).map(({ key }) => key));
    if ([...ended].some((key) => keys.has(key))) return [];
    const here = agesIn(number);
    const ages = here.length > 0 ? here : agesIn(number - 1);
    const spoken = [...decisions].some((key) => keys.has(key)) || (here.length === 0 && ages.length > 0);
    if (!spoken || !ages.includes('old') || ages.length !== ages.filter((age) => age === 'old').length) return [];
    return found.flatMap(({ match, clause }): Statement[] => {
      const value = valueOf(words, match, keys);
      if (value === undefined || match.start >= clause.guesses) return [];
      if (isDenied(words, clause, match.start, match.end) !== false) return [];
      return [{ fact: 'earlierDecision', value, start: match.start, end: match.end }];
    });
  });
};
