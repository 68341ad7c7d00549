import type { Determination, Inquiry, Situation } from './determine.ts';
import { factValues, type FactName, type Facts } from './facts.ts';

/**
 * Everything a case may still become: one end, or a fact that is unknown with what each of its values leads to. `told`
 * are all the ways in which it may end; outcomes that are the same can be so for different reasons.
 */
export type Outlook = { readonly key: string; readonly told: ReadonlySet<Situation> } & (
  | { readonly kind: 'end'; readonly end: Determination }
  | { readonly kind: 'fork'; readonly fact: FactName; readonly ways: readonly Outlook[] }
);

const keyOf = ({ governing, open }: Determination): string =>
  [governing, open].map((tracks) => tracks.map(({ provision }) => provision).join(' ')).join(' | ');

/**
 * Follows the inquiry along every value of every unknown fact that it asks for. A fact whose values all lead to the same
 * end is left out, so what remains is exactly what can change the outcome.
 */
export const explore = (inquire: () => Inquiry<Determination>, facts: Facts): Outlook => {
  const assumed: Partial<Record<FactName, string>> = { ...facts };
  const look = (): Outlook => {
    const inquiry = inquire();
    let step = inquiry.next();
    while (!step.done) {
      const fact = step.value;
      const value = assumed[fact];
      if (value === undefined) return fork(fact);
      step = inquiry.next(value);
    }
    return { kind: 'end', end: step.value, key: keyOf(step.value), told: new Set([step.value.situation]) };
  };
  const fork = (fact: FactName): Outlook => {
    const ways = factValues[fact].map((value) => {
      assumed[fact] = value;
      return look();
    });
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the assumption ends with its branch
    delete assumed[fact];
    const [first] = ways;
    const told = new Set(ways.flatMap((way) => [...way.told]));
    if (first && ways.every(({ key }) => key === first.key)) return { ...first, told };
    return { kind: 'fork', fact, ways, key: `${fact}(${ways.map(({ key }) => key).join(';')})`, told };
  };
  return look();
};

/** The ends that are still possible, in the order they were met. */
export const endsOf = (outlook: Outlook): readonly Determination[] =>
  outlook.kind === 'end' ? [outlook.end] : outlook.ways.flatMap(endsOf);

/** The unknown facts that can change the outcome, in the order the inquiry asks for them. */
export const forksOf = (outlook: Outlook): readonly FactName[] =>
  outlook.kind === 'end' ? [] : [...new Set([outlook.fact, ...outlook.ways.flatMap(forksOf)])];
