/**
 * Where an answer begins and ends. The figures were found on the tuning questions in test/questions and one half of the
 * wordings, and on no others: see docs/decisions. A score is about 1 for one of a subject's own asks.
 */
export const thresholds = {
  /** Below this a subject is not spoken of; up to `answer` it is offered, not answered. */
  offer: 0.156,
  answer: 0.3,
  /** Where the first is not sure, subjects that fit about equally are offered and none is told: two, or three. */
  margin: 0.005,
  spread: 0.01,
  outside: 0.219,
  surelyOutside: 0.5,
  /** A short follow-up that scores less has no subject of its own. */
  ownSubject: 0.47,
  /** From here on the first hit is most likely what is meant. */
  sure: 0.5,
  /** Told beside the first hit: of its score, this share, or that where the first is sure. */
  also: 0.425,
  alsoSure: 0.55,
  /** So many at most. */
  mostAlso: 3,
  mostAlsoSure: 2,
};

/** What speaks for or against a subject beside its words. */
export const bonus = {
  document: 0.058,
  otherDocument: -0.047,
  named: 0.078,
  own: 0.022,
  notLocal: -0.048,
  outside: 0.3,
  foreign: -0.078,
  supposed: 0.03,
  contradicted: -0.4,
};

/** How much of a story's score comes from what it asks, and how much from the whole of it. */
export const blend = { asking: 0.793, whole: 0.711 };
