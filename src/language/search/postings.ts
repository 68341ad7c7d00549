/** Where a feature stands, and how much it weighs there: a slice of two arrays that all features share. */
export interface Posting {
  readonly from: number;
  readonly to: number;
}

/** Postings in a form that can be kept. */
export interface KeptPostings {
  /** By feature where its slice begins, and at last where the last one ends. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly weights: Float32Array;
}

/** Every place of every feature, side by side in memory, by the feature's number. */
export class Postings {
  readonly places: Uint32Array;
  readonly weights: Float32Array;
  readonly #starts: Uint32Array;

  constructor({ starts, places, weights }: KeptPostings) {
    this.#starts = starts;
    this.places = places;
    this.weights = weights;
  }

  /** Brings triples in the order of their features. */
  static of({ feature, place, weight }: Triples, features: number): Postings {
    const starts = new Uint32Array(features + 1);
    for (const one of feature) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
    for (let one = 0; one < features; one++) starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
    const places = new Uint32Array(feature.length);
    const weights = new Float32Array(feature.length);
    const next = starts.slice();
    for (let index = 0; index < feature.length; index++) {
      const one = feature[index] ?? 0;
      const at = next[one] ?? 0;
      next[one] = at + 1;
      places[at] = place[index] ?? 0;
      weights[at] = weight[index] ?? 0;
    }
    return new Postings({ starts, places, weights });
  }

  kept(): KeptPostings {
    return { starts: this.#starts, places: this.places, weights: this.weights };
  }

  of(feature: number): Posting {
    return { from: this.#starts[feature] ?? 0, to: this.#starts[feature + 1] ?? 0 };
  }
}

/** Divides what stands at each place by the root of the squares there, which it takes along. */
export const toOneLength = (squares: Float32Array, parts: readonly Postings[]): void => {
  const lengths = squares.map((sum) => Math.sqrt(Math.max(sum, Number.EPSILON)));
  for (const { places, weights } of parts)
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / (lengths[places[at] ?? 0] ?? 1);
};

/** Room to begin with; it doubles when it is full. */
const room = 1024;

/** Places of features in the order they were met. */
export class Triples {
  #feature = new Uint32Array(room);
  #place = new Uint32Array(room);
  #weight = new Float32Array(room);
  length = 0;

  add(feature: number, place: number, weight: number): void {
    if (this.length === this.#feature.length) this.#grow();
    this.#feature[this.length] = feature;
    this.#place[this.length] = place;
    this.#weight[this.length] = weight;
    this.length++;
  }

  get feature(): Uint32Array {
    return this.#feature.subarray(0, this.length);
  }

  get place(): Uint32Array {
    return this.#place.subarray(0, this.length);
  }

  get weight(): Float32Array {
    return this.#weight.subarray(0, this.length);
  }

  #grow(): void {
    const longer = <T extends Uint32Array | Float32Array>(made: T, from: T): T => {
      made.set(from);
      return made;
    };
    const length = this.length * 2;
    this.#feature = longer(new Uint32Array(length), this.#feature);
    this.#place = longer(new Uint32Array(length), this.#place);
    this.#weight = longer(new Float32Array(length), this.#weight);
  }
}
