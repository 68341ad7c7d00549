import type { Knowledge } from '../knowledge/index.ts';
import { wordsOf, type Hit, type Word } from '../language/index.ts';
import type { Asked } from './asked.ts';
import type { QuestionIndex } from './questionIndex.ts';

/** A text of more words asks for more than a provision. */
const barest = 5;

/**
 * What the ids of an act's sources hold, those of its changes too, by every word that the act is called by: its name, and
 * what words.yaml says is the same.
 */
export const actsIn = ({ sourceIds, words }: Knowledge): ReadonlyMap<string, string> => {
  const names = new Set(sourceIds.flatMap((id) => /^[a-z]+loven(?=-)/u.exec(id) ?? []));
  const acts = new Map([...names].map((name) => [name, name]));
  for (const group of words.groups) {
    const called = group
      .map((member) => wordsOf(member))
      .flatMap(([one, ...more]) => (one && more.length === 0 ? one.key : []));
    const act = called.find((key) => names.has(key));
    if (act !== undefined) for (const key of called) acts.set(key, act);
  }
  return acts;
};
const named = ({ acts }: QuestionIndex, key: string): string | undefined =>
  acts.get(key) ?? acts.get(key.replace(/s$/u, ''));

/** "barnets lov" is no act of the guide's. */
const isForeign = (words: readonly Word[], at: number): boolean =>
  words[at]?.key === 'lov' && at > 0 && words[at + 1]?.key !== 'om';

/** "straffeloven", "funktionærloven": an act by a name that is none of those. */
const otherAct = (index: QuestionIndex, words: readonly Word[]): string | undefined =>
  words.find(({ key }) => /lovens?$/u.test(key) && named(index, key) === undefined)?.key.replace(/s$/u, '');

/** What an article says on the day. */
const textOf = ({ knowledge }: QuestionIndex, id: string, { date }: Asked): string => {
  const said = knowledge.answerOn(id, date);
  return said ? [said.say, ...said.points.map((point) => point.text)].join(' ') : '';
};

/** True when what an article says on the day names an act. */
const names = (index: QuestionIndex, id: string, asked: Asked, act: string): boolean =>
  wordsOf(textOf(index, id, asked)).some(({ key }) => key === act || key === `${act}s`);

/** True when what an article says on the day rests on a provision of an act. */
const restsOn = ({ knowledge }: QuestionIndex, id: string, { date }: Asked, act: string, section: RegExp): boolean => {
  const said = knowledge.answerOn(id, date);
  const citations = said ? [...said.citations, ...said.points.flatMap((point) => point.citations)] : [];
  return citations.some(({ source, at }) => source.includes(act) && section.test(at));
};

/** What is asked in just these words is meant, such as a provision that is repealed. */
const same = 0.9;

/** The number of a provision as citations write it: "§ 83 a", and not "§ 183" or "§ 83". */
const sectionOf = (key: string): RegExp => {
  const [, number = '', letter = ''] = /^§(\d+)([a-h]?)/u.exec(key) ?? [];
  return new RegExp(`(?<!\\d)${number}${letter === '' ? '(?!\\d| [a-h]\\b)' : ` ${letter}\\b`}`, 'u');
};

/**
 * A text that says hardly more than a provision: "ældreloven § 25", "barnets lov § 46", "§ 86, stk. 9". Gives the hits that
 * rest on that provision of that act, none where nothing here does, and undefined for every other text. The same number
 * in another act is another rule.
 */
export const ofProvision = (index: QuestionIndex, asked: Asked, hits: readonly Hit[]): readonly Hit[] | undefined => {
  const { words } = asked;
  const provisions = words.filter(({ kind }) => kind === 'provision');
  const [provision] = provisions;
  if (!provision || words.length > barest) return undefined;
  if (provisions.some((word) => !index.search.vocabulary.speaksOf(word))) return [];
  if (words.some((_, at) => isForeign(words, at))) return [];
  const other = otherAct(index, words);
  if (other !== undefined) return hits.filter(({ id }) => names(index, id, asked, other));
  const act = words.map(({ key }) => named(index, key)).find((one) => one !== undefined);
  if (act === undefined) return undefined;
  const section = sectionOf(provision.key);
  // "serviceloven § 81 a er ophævet" rests on what repealed it.
  const isSaid = (id: string): boolean =>
    wordsOf(textOf(index, id, asked)).some(
      ({ key }, at, said) => key === provision.key && named(index, said[at - 1]?.key ?? '') === act,
    );
  return hits.filter(({ id, alike }) => alike > same || restsOn(index, id, asked, act, section) || isSaid(id));
};
