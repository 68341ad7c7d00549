/** Ways through a tree that end elsewhere than before; ways that change alike are one. */
export interface ChangedPath {
  /** Each question with the answers that lead on alike: "need=help|meals". */
  readonly way: readonly string[];
  /** What it ends with, by ids; several where the way was or is longer than this. */
  readonly before: string;
  readonly after: string;
}

/** The changed ways of the days on which they change alike. */
export interface ChangedDays {
  readonly days: readonly string[];
  /** How many single ways have changed, on one of the days. */
  readonly count: number;
  readonly paths: () => Iterable<ChangedPath>;
}

interface Place {
  readonly key: string;
  readonly ends?: string;
  readonly question?: string;
  readonly next: ReadonlyMap<string, Place>;
}

const nothing = '(nothing)';

/** Reads a ledger's days. Places are the same object exactly when they lead on alike, so both are read with one `known`. */
const readDays = (ledger: string, known: Map<string, Place>): ReadonlyMap<string, Place> => {
  const same = (told: string, make: (key: string) => Place): Place => {
    const found = known.get(told) ?? make(String(known.size));
    known.set(told, found);
    return found;
  };
  const days = new Map<string, Place>();
  for (const block of ledger.split(/^on /mu).slice(1)) {
    const [head = '', ...lines] = block.split('\n').filter((line) => line.trim() !== '');
    const named = new Map(
      lines.map((line): readonly [string, string] => {
        const [, name = '', told = ''] = /^\s+(\S+) (.*)$/u.exec(line) ?? [];
        return [name, told];
      }),
    );
    const read = new Map<string, Place>();
    const place = (name: string): Place => {
      const done = read.get(name);
      if (done) return done;
      const told = named.get(name) ?? `= ${nothing}`;
      const [, ends] = /^= (.*)$/u.exec(told) ?? [];
      const made = ends === undefined ? asked(told) : same(told, (key) => ({ key, ends, next: new Map() }));
      read.set(name, made);
      return made;
    };
    const asked = (told: string): Place => {
      const [, question = '', ways = ''] = /^([^:]+): (.*)$/u.exec(told) ?? [];
      const next = new Map(
        ways.split(', ').flatMap((way) => {
          const [by = '', to = ''] = way.split(' → ');
          const leads = place(to);
          return by.split('|').map((answer): readonly [string, Place] => [answer, leads]);
        }),
      );
      const content = [...next].map(([by, { key }]) => `${by}>${key}`).sort();
      return same(`${question}: ${content.join(' ')}`, (key) => ({ key, question, next }));
    };
    const root = named.keys().next();
    if (!root.done) for (const day of head.split(', ')) days.set(day, place(root.value));
  }
  return days;
};

/** What can follow a place, each end once. */
const endsOf = (place: Place | undefined): string => {
  const ends = new Set<string>();
  const seen = new Set<Place>();
  const visit = (at: Place): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (at.ends !== undefined) ends.add(at.ends);
    for (const next of at.next.values()) visit(next);
  };
  if (place) visit(place);
  return [...ends].join(' | ') || nothing;
};

type Pair = readonly [Place | undefined, Place | undefined];

/** Where the answers of the same question lead before and now, those that lead alike together; none for other places. */
const pairsOf = ([before, after]: Pair): readonly { readonly by: readonly string[]; readonly pair: Pair }[] => {
  if (before?.question === undefined || before.question !== after?.question) return [];
  const groups = new Map<string, { by: string[]; pair: Pair }>();
  for (const by of new Set([...before.next.keys(), ...after.next.keys()])) {
    const pair = [before.next.get(by), after.next.get(by)] as const;
    const key = pair.map((place) => place?.key).join(' ');
    const group = groups.get(key);
    if (group) group.by.push(by);
    else groups.set(key, { by: [by], pair });
  }
  return [...groups.values()].filter(({ pair: [old, now] }) => old !== now);
};

function* changedFrom(pair: Pair, way: readonly string[]): Generator<ChangedPath> {
  const [before, after] = pair;
  const pairs = pairsOf(pair);
  if (pairs.length === 0) yield { way, before: endsOf(before), after: endsOf(after) };
  for (const next of pairs) yield* changedFrom(next.pair, [...way, `${before?.question ?? ''}=${next.by.join('|')}`]);
}

/** Counts single ways: each answer on its own, and for places that cannot be held together the ways of the longer one. */
const counter = (): ((pair: Pair) => number) => {
  const waysFrom = new Map<Place, number>();
  const ways = (place: Place | undefined): number => {
    if (!place) return 0;
    const sum =
      waysFrom.get(place) ??
      Math.max(
        1,
        [...place.next.values()].reduce((all, next) => all + ways(next), 0),
      );
    waysFrom.set(place, sum);
    return sum;
  };
  const counted = new Map<string, number>();
  return function count(pair: Pair): number {
    const key = pair.map((place) => place?.key).join(' ');
    const known = counted.get(key);
    if (known !== undefined) return known;
    const pairs = pairsOf(pair);
    const sum =
      pairs.length === 0
        ? Math.max(...pair.map(ways))
        : pairs.reduce((all, next) => all + next.by.length * count(next.pair), 0);
    counted.set(key, sum);
    return sum;
  };
};

/**
 * Which ways through a tree end elsewhere, or show other things at the end, than before. Both are ledgers as `walk`
 * writes them; each changed way is told once. Days that only one of them has are left out.
 */
export const changedPaths = (before: string, after: string): readonly ChangedDays[] => {
  const known = new Map<string, Place>();
  const [old, now] = [readDays(before, known), readDays(after, known)];
  const count = counter();
  const groups = new Map<string, { days: string[]; pair: Pair }>();
  for (const [day, place] of now) {
    const pair = [old.get(day), place] as const;
    if (pair[0] === undefined || pair[0] === place) continue;
    const key = pair.map((at) => at?.key).join(' ');
    const group = groups.get(key);
    if (group) group.days.push(day);
    else groups.set(key, { days: [day], pair });
  }
  return [...groups.values()].map(({ days, pair }) => ({
    days,
    count: count(pair),
    paths: () => changedFrom(pair, []),
  }));
};
