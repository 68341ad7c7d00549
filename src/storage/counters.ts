/** What is counted of a turn. */
export const countedEvents = [
  ...(['answered', 'unanswered', 'refused', 'corrected', 'down-voted', 'up-voted'] as const),
  ...(['reason-wrong', 'reason-outdated', 'reason-unclear', 'reason-offTopic', 'reason-incomplete'] as const),
  ...(['reason-helpful', 'feedback-personal-data'] as const),
] as const;
export type CountedEvent = (typeof countedEvents)[number];

/** How often something happened in a week. `-` stands for no topic, no municipality, or one that may not be kept. */
export interface CounterRow {
  /** ISO week, as in "2026-W47". */
  readonly week: string;
  readonly event: CountedEvent;
  readonly topic: string;
  readonly municipality: string;
  readonly count: number;
}

/** Counts turns by week, event, topic and municipality: never a text, a person or a conversation. */
export interface Counters {
  /**
   * Counts one. Never throws and never touches the disk. A topic or municipality that is not an id of at most 60 letters,
   * digits and hyphens, or that bears a long number, is counted as `-`.
   */
  readonly count: (event: CountedEvent, topic?: string, municipality?: string) => void;
  /** All that has been counted, by week, event, topic and municipality. Throws StorageError when it cannot be read. */
  read(): readonly CounterRow[];
  /** Saves what is still in memory and lets go of the database; may be called twice, and counts nothing afterwards. */
  close(): void;
}

/** Stands for what is not told, or may not be. */
export const untold = '-';
const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const camelCase = /^[a-z][a-zA-Z0-9]*$/u;
/** No id of ours has so long a number, and a telephone or registration number has. */
const longNumber = /\d{6}/u;
const longest = 60;

/** An id as it may be stored. */
export const storable = (text: unknown): string =>
  typeof text === 'string' &&
  text.length <= longest &&
  (id.test(text) || camelCase.test(text)) &&
  !longNumber.test(text)
    ? text
    : untold;

const most = 2000;
const known = new Set<string>(countedEvents);
const weekForm = /^\d{4}-W\d{2}$/u;
const keyOf = (row: Omit<CounterRow, 'count'>): string => [row.week, row.event, row.topic, row.municipality].join(' ');

/** Counts in memory, by the week that `week` gives at the time; bounded, so that no flood of ids can fill it. */
export class Tally {
  readonly #week: () => string;
  readonly #rows = new Map<string, CounterRow>();

  constructor(week: () => string) {
    this.#week = week;
  }

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  /** In no order. */
  get rows(): readonly CounterRow[] {
    return [...this.#rows.values()];
  }

  /** Counts one; what cannot be counted is let go, since no turn may fail for it. */
  count(event: CountedEvent, topic?: string, municipality?: string): void {
    const week = this.#weekNow();
    if (!known.has(event) || !weekForm.test(week)) return;
    const row = { week, event, topic: storable(topic), municipality: storable(municipality) };
    const isFull = this.#rows.size >= most && !this.#rows.has(keyOf(row));
    this.merge([{ ...(isFull ? { ...row, topic: untold, municipality: untold } : row), count: 1 }]);
  }

  /** Adds what was counted elsewhere. */
  merge(rows: readonly CounterRow[]): void {
    for (const row of rows) {
      const key = keyOf(row);
      this.#rows.set(key, { ...row, count: row.count + (this.#rows.get(key)?.count ?? 0) });
    }
  }

  #weekNow(): string {
    try {
      return this.#week();
    } catch {
      return '';
    }
  }

  /** Gives what was counted, and begins at nothing. */
  take(): readonly CounterRow[] {
    const rows = this.rows;
    this.#rows.clear();
    return rows;
  }
}

/** In one fixed order, whatever order they were counted in. */
export const inOrder = (rows: readonly CounterRow[]): readonly CounterRow[] =>
  rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ row }) => row);

/** Counters that are gone when closed. */
export const memoryCounters = (week: () => string): Counters => {
  const tally = new Tally(week);
  let isOpen = true;
  return {
    count: (...counted) => {
      if (isOpen) tally.count(...counted);
    },
    read: () => inOrder(tally.rows),
    close: () => {
      isOpen = false;
    },
  };
};
