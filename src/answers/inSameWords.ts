import type { Asked } from './asked.ts';
import { speaksOf } from './local.ts';
import { factOn, type QuestionIndex } from './questionIndex.ts';
import type { LocalPart } from './reply.ts';
import { thresholds } from './tuning.ts';

/** So many are looked out; which of them are told is for the view, which knows what is told already. */
const mostFound = 12;
/** Likeness grows with length: a fact's is divided by the root of its length in words, and of so many more. */
const plainLength = 8;

/** How well a short text speaks in a question's own words: above `thresholds.sameWords` it does. */
export const matchOf = (likeness: Asked['likeness'], text: string): number =>
  likeness(text) / Math.sqrt(plainLength + text.split(' ').length);

/** A document, and the municipality that it is from. */
type Document = Pick<LocalPart, 'standard' | 'owner'>;

/** The documents that are asked about. */
const meant = ({ knowledge, ownerOf }: QuestionIndex, { municipalities, documents }: Asked): readonly Document[] => {
  const all = [...knowledge.guidance, ...knowledge.municipalities.flatMap(({ standards }) => standards)];
  return all
    .map((standard) => ({ standard, owner: ownerOf.get(standard) }))
    .filter(
      ({ standard, owner }) =>
        documents.includes(standard.id) || (owner !== undefined && municipalities.includes(owner.id)),
    );
};

/**
 * What documents say in the question's own words, under whatever subject, best first: each part holds one fact. People ask for
 * a fact by what it says, too: "uro i en gruppe" is answered where the standard says whom an offer is for.
 */
export const inSameWords = (index: QuestionIndex, asked: Asked): readonly LocalPart[] => {
  const { words, likeness, date } = asked;
  return meant(index, asked)
    .filter(({ standard }) => speaksOf(standard, words))
    .flatMap(({ standard, owner }) =>
      standard.facts.flatMap((fact) => {
        const value = factOn({ standard, fact }, date);
        if (!value) return [];
        const match = matchOf(likeness, value.text);
        return match > thresholds.sameWords
          ? [{ part: { standard, owner, facts: [{ id: fact.id, value }], contacts: [] }, match }]
          : [];
      }),
    )
    .sort((one, other) => other.match - one.match)
    .slice(0, mostFound)
    .map(({ part }) => part);
};
