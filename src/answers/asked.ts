import type { CivilDate } from '../dates/index.ts';
import type { Word } from '../language/index.ts';
import { isEnglish } from './english.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { askingWords } from './sentences.ts';

/** A free text, and what is known beside it. */
export interface Question {
  readonly text: string;
  readonly date: CivilDate;
  /** The day it is asked on, where the law of another day is meant. */
  readonly askedOn?: CivilDate | undefined;
  /** The user's own municipality; what the text names goes before it. */
  readonly municipality?: string | undefined;
  /** The article that was answered last, for "og i Herlev?". */
  readonly before?: string | undefined;
  /** What the conversation has told of a citizen so far: facts and their values. */
  readonly told?: Readonly<Record<string, string>> | undefined;
  /** The language of a text that does not show its own; Danish unless given. */
  readonly language?: 'da' | 'en' | undefined;
}

/** A question as it was read: what it names, and its other words. */
export interface Asked {
  readonly text: string;
  readonly date: CivilDate;
  readonly askedOn: CivilDate;
  readonly before: string | undefined;
  readonly english: boolean;
  readonly words: readonly Word[];
  /** How much of what they say is said in a text of the guide's own. */
  readonly likeness: (text: string) => number;
  /** Of a story, those of them that ask; undefined for a text that is one question. */
  readonly asking: readonly Word[] | undefined;
  /** Those that the text names, or else the user's own. */
  readonly municipalities: readonly string[];
  readonly documents: readonly string[];
  /** True when the text names a municipality. */
  readonly isNamed: boolean;
  /** True when it asks about the user's own municipality without naming it. */
  readonly isOwn: boolean;
}

const own =
  /\b(?:hos os|vores kommune|vores egen kommune|i kommunen her|her hos|our municipality|our own municipality)\b/iu;

/** Reads a question once. */
export const askedIn = (
  { names, search }: QuestionIndex,
  { text, date, askedOn = date, municipality, before, language }: Question,
): Asked => {
  const { municipalities, documents, left } = names.read(text, municipality);
  const isNamed = municipalities.length > 0;
  return {
    text,
    date,
    askedOn,
    before,
    english: isEnglish(text, language),
    words: left,
    likeness: search.likenessTo(left),
    asking: askingWords(text, left),
    municipalities: isNamed || municipality === undefined ? municipalities : [municipality],
    documents,
    isNamed,
    isOwn: own.test(text),
  };
};
