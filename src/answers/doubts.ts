import type { Hit } from '../language/index.ts';
import type { Asked } from './asked.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { saysNothing } from './sentences.ts';
import { blend, leaning, thresholds, unclear } from './tuning.ts';

/** What tells whether the first hit is meant. */
interface Signs {
  readonly top: Hit;
  /** How far the fourth hit is behind: where four fit about equally, none of them may be meant. */
  readonly ahead: number;
  /** The score of the best hit outside. */
  readonly outside: number;
  /** 1 where a place is asked about, 0 elsewhere. */
  readonly placed: number;
}

/** The place of the fourth hit. */
const behind = 3;
/** So many words may name a subject and ask nothing. */
const mostBare = 2;

/** The signs of a text whose first hit is within; undefined for any other. */
const signsOf = (index: QuestionIndex, { municipalities }: Asked, hits: readonly Hit[]): Signs | undefined => {
  const [top] = hits;
  if (!top || index.outside.has(top.id)) return undefined;
  return {
    top,
    ahead: top.score - (hits[behind]?.score ?? 0),
    outside: hits.find(({ id }) => index.outside.has(id))?.score ?? 0,
    placed: municipalities.length > 0 ? 1 : 0,
  };
};

/**
 * True when a text whose first hit is within is more likely about something outside: what is outside has no end, so that a
 * text need not resemble any of it well. Speaks for it: a hit outside that is nearly as good, a first hit that speaks of
 * little of the text, few words, and no place.
 */
export const seemsOutside = (index: QuestionIndex, asked: Asked, hits: readonly Hit[]): boolean => {
  const signs = signsOf(index, asked, hits);
  if (!signs) return false;
  const { top, outside, placed } = signs;
  const odds =
    leaning.base +
    leaning.outside * outside +
    leaning.within * top.score +
    leaning.covered * top.covered +
    leaning.length * Math.log(Math.max(1, asked.words.length)) +
    leaning.placed * placed;
  return odds > 0;
};

/** True when too much else fits about as well as the first hit for it to be told: the user is asked which is meant. */
export const isUnclear = (index: QuestionIndex, asked: Asked, hits: readonly Hit[]): boolean => {
  const signs = signsOf(index, asked, hits);
  if (!signs) return false;
  const { top, ahead, outside, placed } = signs;
  const odds =
    unclear.base +
    unclear.ahead * ahead +
    unclear.covered * top.covered +
    unclear.outside * outside +
    unclear.placed * placed +
    (asked.asking ? unclear.story : 0);
  return odds > 0;
};

/** True when the first hit is most likely what is meant. */
export const isSure = ({ asking }: Asked, top: Hit): boolean =>
  top.score >= thresholds.sure * (asking ? blend.asking + blend.whole : 1);

/** True of one or two words that the guide speaks of: they name a subject, and ask nothing about it. */
export const isBareSubject = ({ words }: Asked, top: Hit): boolean =>
  words.length <= mostBare && top.covered >= thresholds.spokenOf && !saysNothing(words);
