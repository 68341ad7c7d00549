/** The number of what is no feature: it stands nowhere. */
export const noFeature = -1;

/** Gives each feature a number of its own. */
export class FeatureNumbers {
  readonly #numbers: Map<string, number>;
  #isClosed = false;

  /** Names that have numbers already, each at its own. */
  constructor(names: readonly string[] = []) {
    this.#numbers = new Map(names.map((name, number) => [name, number]));
  }

  /** The names, each at its number. */
  kept(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    if (this.#isClosed) return noFeature;
    const next = this.#numbers.size;
    this.#numbers.set(name, next);
    return next;
  }

  /** From here on a name that is not known has no number. */
  close(): void {
    this.#isClosed = true;
  }

  get size(): number {
    return this.#numbers.size;
  }
}

/** Two features' numbers make one number of a pair. */
const mostFeatures = 2 ** 20;
/** Room for the pairs of the guide's own texts, so that the table need not grow at each start. */
const rows = 2 ** 17;

/** A table of pairs in a form that can be kept. */
export interface KeptPairs {
  readonly size: number;
  readonly keys: Float64Array;
  readonly numbers: Uint32Array;
}

/** Gives each pair of numbers a number of its own. A table of rows, since a map of pairs would be made of objects. */
export class PairNumbers {
  #size: number;
  #keys: Float64Array;
  #numbers: Uint32Array;
  #isClosed = false;

  constructor(kept?: KeptPairs) {
    this.#size = kept?.size ?? 0;
    this.#keys = kept?.keys ?? new Float64Array(rows).fill(noFeature);
    this.#numbers = kept?.numbers ?? new Uint32Array(rows);
  }

  kept(): KeptPairs {
    return { size: this.#size, keys: this.#keys, numbers: this.#numbers };
  }

  numberOf(one: number, other: number): number {
    const key = one * mostFeatures + other;
    const row = this.#rowOf(key);
    if (this.#keys[row] === key) return this.#numbers[row] ?? noFeature;
    if (this.#isClosed) return noFeature;
    this.#keys[row] = key;
    this.#numbers[row] = this.#size;
    this.#size++;
    if (this.#size * 2 > this.#keys.length) this.#grow();
    return this.#size - 1;
  }

  close(): void {
    this.#isClosed = true;
  }

  get size(): number {
    return this.#size;
  }

  /** The row that a key has, or would have. */
  #rowOf(key: number): number {
    const last = this.#keys.length - 1;
    let row = (Math.imul(key % 0x7fffffff, 0x9e3779b1) >>> 7) & last;
    while (this.#keys[row] !== key && this.#keys[row] !== noFeature) row = (row + 1) & last;
    return row;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Float64Array(keys.length * 2).fill(noFeature);
    this.#numbers = new Uint32Array(keys.length * 2);
    for (const [row, key] of keys.entries()) {
      if (key === noFeature) continue;
      const place = this.#rowOf(key);
      this.#keys[place] = key;
      this.#numbers[place] = numbers[row] ?? 0;
    }
  }
}

/** Rows of numbers, side by side in memory. */
export class Rows {
  #starts: number[] = [];
  #numbers = new Uint32Array(1024);
  #length = 0;

  /** Begins the next row. */
  begin(): void {
    this.#starts.push(this.#length);
  }

  /** Adds to the row that was begun last. */
  add(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Uint32Array(this.#length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = number;
    this.#length++;
  }

  row(index: number): Uint32Array {
    return this.#numbers.subarray(this.#starts[index], this.#starts[index + 1] ?? this.#length);
  }
}

/** A sum or a greatest value by number, for one text after the other, without making anything anew for each. */
export class Tally {
  #values = new Float64Array(0);
  readonly #used: number[] = [];

  /** The numbers that have a value, in the order they came. */
  get used(): readonly number[] {
    return this.#used;
  }

  of(number: number): number {
    return this.#values[number] ?? 0;
  }

  add(number: number, value: number): void {
    this.#set(number, this.of(number) + value);
  }

  keepGreatest(number: number, value: number): void {
    if (value > this.of(number)) this.#set(number, value);
  }

  /** All that has a value, as a map of its own. */
  entries(): ReadonlyMap<number, number> {
    return new Map(this.#used.map((number) => [number, this.of(number)]));
  }

  clear(): void {
    for (const number of this.#used) this.#values[number] = 0;
    this.#used.length = 0;
  }

  #set(number: number, value: number): void {
    if (number >= this.#values.length) {
      const longer = new Float64Array(Math.max(number + 1, this.#values.length * 2, 1024));
      longer.set(this.#values);
      this.#values = longer;
    }
    if (this.#values[number] === 0) this.#used.push(number);
    this.#values[number] = value;
  }
}
