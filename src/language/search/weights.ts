/**
 * How the search weighs what it finds. The figures were found on the tuning questions in test/questions and one half of the
 * wordings, and on no others: see docs/decisions.
 */
export const weights = {
  /** What a word says: its stem, a part of a compound, what it means, a repaired word, a provision, a number. */
  stem: 1,
  part: 0.5,
  concept: 0.9,
  repaired: 0.85,
  provision: 1.755,
  number: 0.3,
  /** Two words beside each other. */
  pair: 0.442,
  /** A word that none of our texts holds, by what they call it. */
  everyday: 0.9,
  /** A part of a word that is known only by its parts. */
  compound: 0.8,
  /** An English word, by what it is called in Danish. */
  translated: 0.8,
  /** English words that only join others. */
  joining: 0.2,
  /** What an unknown word counts for, beside the rarest known one. */
  unknown: 0.81,
  /** How much more rare words say than common ones. */
  rarity: 0.6,
  /** The same for how much of a text a subject speaks of. */
  coverRarity: 1.9,
  /** How fast more of the same stops saying more. */
  saturation: 0.4,
};

/** The shares of a hit's score: the ask that is most alike, the more so if it is
 * nearly the same, the three most alike, all that is spoken of, all asks together. */
export const shares = { alike: 0.2, same: 0.2, several: 0.05, covered: 0.314, profile: 0.5 };
