import type { Determination, Inquiry, Situation } from './determine.ts';
import { factNames, factValues, type FactName, type Facts } from './facts.ts';

/**
 * Everything a case may still become. Two outlooks with the same `id` are the same. `told` are all the ways in which it
 * may end; outcomes that are the same can be so for different reasons.
 */
export interface Outlook {
  readonly id: number;
  /** The ends that are still possible, each outcome once, in the order they were met. */
  readonly ends: readonly Determination[];
  /** The unknown facts that can change the outcome, in the order the inquiry asks for them. */
  readonly forks: readonly FactName[];
  readonly told: ReadonlySet<Situation>;
}

/**
 * The inquiry drawn out: an end, or a fact with where each of its values leads. Parts that are alike are one object.
 * `about` are the facts that anything in the part asks for.
 */
type Drawn = { readonly about: ReadonlySet<FactName> } & (
  | { readonly kind: 'end'; readonly end: Determination; readonly outcome: string }
  | { readonly kind: 'ask'; readonly fact: FactName; readonly ways: ReadonlyMap<string, Drawn> }
);

const outcomeOf = ({ governing, open }: Determination): string =>
  [governing, open].map((tracks) => tracks.map(({ provision }) => provision).join(' ')).join(' | ');

/** Follows an inquiry along every value of every fact it asks for, each part once. */
const draw = (inquire: () => Inquiry<Determination>): Drawn => {
  const parts = new Map<string, Drawn>();
  const names = new Map<Drawn, string>();
  const one = (structure: string, make: () => Drawn): Drawn => {
    const part = parts.get(structure) ?? make();
    if (!parts.has(structure)) names.set(part, String(names.size));
    parts.set(structure, part);
    return part;
  };
  const follow = (assumed: Facts): Drawn => {
    const inquiry = inquire();
    let step = inquiry.next();
    while (!step.done) {
      const fact = step.value;
      const value = assumed[fact];
      if (value === undefined) {
        const ways = new Map(factValues[fact].map((way) => [way as string, follow({ ...assumed, [fact]: way })]));
        const structure = [...ways.values()].map((way) => names.get(way)).join(' ');
        const about = new Set([fact, ...[...ways.values()].flatMap((way) => [...way.about])]);
        return one(`${fact} ${structure}`, () => ({ kind: 'ask', fact, ways, about }));
      }
      step = inquiry.next(value);
    }
    const end = step.value;
    const outcome = outcomeOf(end);
    return one(`${end.situation} ${outcome}`, () => ({ kind: 'end', end, outcome, about: new Set() }));
  };
  return follow({});
};

/**
 * What a case may become, given only some of its facts. A fact whose values all lead to the same end is left out, so what
 * remains is exactly what can change the outcome.
 */
export class Explorer {
  readonly #drawn: Drawn;
  readonly #ids = new Map<string, number>();
  /** Outlooks of parts that no known fact says anything about; they are the same for every case. */
  readonly #unaided = new Map<Drawn, Outlook>();

  constructor(inquire: () => Inquiry<Determination>) {
    this.#drawn = draw(inquire);
  }

  explore(facts: Facts): Outlook {
    const known = factNames.filter((name) => facts[name] !== undefined);
    const seen = new Map<Drawn, Outlook>();
    const look = (part: Drawn): Outlook => {
      const kept = known.some((name) => part.about.has(name)) ? seen : this.#unaided;
      const outlook = kept.get(part) ?? this.#outlook(part, facts, look);
      kept.set(part, outlook);
      return outlook;
    };
    return look(this.#drawn);
  }

  #outlook(part: Drawn, facts: Facts, look: (part: Drawn) => Outlook): Outlook {
    if (part.kind === 'end')
      return { id: this.#idOf(part.outcome), ends: [part.end], forks: [], told: new Set([part.end.situation]) };
    const { fact } = part;
    const known = facts[fact] === undefined ? undefined : part.ways.get(facts[fact]);
    if (known) return look(known);
    const all = [...part.ways.values()].map(look);
    const ways = [...new Set(all)];
    const told = new Set(ways.flatMap((way) => [...way.told]));
    const [first] = ways;
    if (first && ways.every(({ id }) => id === first.id)) return ways.length === 1 ? first : { ...first, told };
    return {
      id: this.#idOf(`${fact} ${all.map(({ id }) => id).join(' ')}`),
      ends: [...new Map(ways.flatMap(({ ends }) => ends.map((end) => [outcomeOf(end), end]))).values()],
      forks: [...new Set([fact, ...ways.flatMap(({ forks }) => forks)])],
      told,
    };
  }

  #idOf(structure: string): number {
    const id = this.#ids.get(structure) ?? this.#ids.size;
    this.#ids.set(structure, id);
    return id;
  }
}
