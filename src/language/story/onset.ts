import { wordSet } from '../privacy/tokens.ts';
import type { Clause } from './clauses.ts';
import { isDenied } from './negation.ts';
import { decadeOf, numberOf } from './numbers.ts';
import { finderOf, patterns } from './pattern.ts';
import type { About } from './persons.ts';
import type { Statement } from './statements.ts';
import type { Word } from './words.ts';

const illness = finderOf(
  patterns(
    true,
    `hjerneskade|hjerneskaden|hjerneskadet|hjerneblødning|rygmarvsskade|rygskade|handicap|handicappet|sclerose|dissemineret|muskelsvind
    epilepsi|lammet|lam|blind|døv|funktionsnedsættelse|funktionsnedsættelsen|gangbesværet|polio|kørestol|kørestolsbruger|trafikulykke|ulykke
    sygdom|sygdommen|lidelse|skizofreni|skizofren|psykisk|sindslidelse`,
  ),
);
const early = wordSet('barn barndommen barndom barnsben ungdommen ungdom ung fødslen fødsel teenager lille født');
const links = wordSet('som da var siden fra i af tidligt');
/** Whoever was hurt or fell ill before this age did not lose the function by ageing. */
const latest = 55;
const reach = 8;

const isEarly = (words: readonly Word[], at: number): boolean => {
  const [key, before, next] = [words[at]?.key ?? '', words[at - 1]?.key ?? '', words[at + 1]?.key ?? ''];
  if (!links.has(before)) return early.has(key) && links.has(words[at - 2]?.key ?? '');
  if (early.has(key)) return true;
  const decade = next === 'erne' ? Number(key) : decadeOf(key);
  if (decade !== undefined) return decade < latest - 4;
  const age = numberOf(key);
  const isAge = /aarige?$/u.test(key) || /^aarige?$/u.test(next) || before === 'var';
  return age !== undefined && isAge && age > 0 && age < latest;
};

/** Where clauses about the citizen say that an illness or injury came early in life: no loss by ageing. */
export const onsetsIn = (
  words: readonly Word[],
  clauses: readonly Clause[],
  about: readonly About[],
): readonly Statement[] =>
  clauses.flatMap((clause, index) => {
    if (about[index] !== 'citizen' || clause.supposes || clause.asks !== undefined) return [];
    const follows = clauses[index + 1];
    const stop = follows?.sentence === clause.sentence ? follows.end : clause.end;
    return illness.find(words, clause.start, clause.end).flatMap(({ start, end }): Statement[] => {
      if (start >= clause.guesses || isDenied(words, clause, start, end) !== false) return [];
      for (let at = end; at < Math.min(stop, end + reach); at++)
        if (isEarly(words, at)) return [{ fact: 'ageRelatedLoss', value: 'no', start, end: at + 1 }];
      return [];
    });
  });
