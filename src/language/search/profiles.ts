import { Postings, toOneLength, Triples } from './postings.ts';

/** Weighed asks, and how many features there are. */
interface Part {
  readonly asks: Postings;
  readonly features: number;
}

/** What postings say of each owner together: the square root of the sum, so that what comes often says only a little more. */
const summedUp = ({ asks, features }: Part, ownerOf: Uint32Array): Postings => {
  const triples = new Triples();
  for (let feature = 0; feature < features; feature++) {
    const { from, to } = asks.of(feature);
    let owner = -1;
    let sum = 0;
    // Asks are numbered owner by owner.
    for (let at = from; at < to; at++) {
      const next = ownerOf[asks.places[at] ?? 0] ?? 0;
      if (next !== owner) {
        if (owner >= 0) triples.add(feature, owner, Math.sqrt(sum));
        [owner, sum] = [next, 0];
      }
      sum += asks.weights[at] ?? 0;
    }
    if (owner >= 0) triples.add(feature, owner, Math.sqrt(sum));
  }
  return Postings.of(triples, features);
};

/**
 * The profile of each subject: what all its ways of asking say together, of one length. Takes weighed asks, with how many
 * features there are, and gives the same for the subjects.
 */
export const profilesOf = (
  parts: readonly [Part, Part],
  ownerOf: Uint32Array,
  subjects: number,
): readonly [Postings, Postings] => {
  const [one, other] = parts;
  const profiles = [summedUp(one, ownerOf), summedUp(other, ownerOf)] as const;
  const norms = new Float32Array(subjects);
  for (const { places, weights } of profiles)
    for (let at = 0; at < weights.length; at++)
      norms[places[at] ?? 0] = (norms[places[at] ?? 0] ?? 0) + (weights[at] ?? 0) ** 2;
  toOneLength(norms, profiles);
  return profiles;
};
