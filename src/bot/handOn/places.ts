import type { Knowledge } from '../../knowledge/index.ts';
import { matchOption, normalise, wordsOf } from '../../language/index.ts';
import { isQuestion, type Dialogs, type Question } from '../../trees/index.ts';

const slugOf = (name: string): string =>
  wordsOf(name)
    .map(({ key }) => key)
    .join('-');

/** The question in which dialogs ask for the municipality, with its options; undefined when none asks. */
export const placeQuestion = (trees: Dialogs['trees']): Extract<Question, { options: unknown }> | undefined =>
  [...trees.values()]
    .flatMap(({ nodes }) => Object.values(nodes))
    .flatMap((node) => (isQuestion(node) && 'options' in node ? [node] : []))
    .find(({ optionsFrom }) => optionsFrom?.list === 'municipalities');

/** What a municipality is called; undefined for one that is not known by its name. */
export const placeName = ({ municipalities, words }: Knowledge, id: string | undefined): string | undefined =>
  municipalities.find((one) => one.id === id && !one.unnamed)?.name ??
  words.municipalities.find((name) => slugOf(name) === id);

/** The municipality that a typed answer names: an option by its number or its words, or any other in the country. */
export const placeIn = (knowledge: Knowledge, trees: Dialogs['trees'], text: string): string | undefined => {
  const question = placeQuestion(trees);
  const option = question && matchOption(question, text);
  if (option !== undefined) return option;
  const said = normalise(text).replace(/ kommune$/u, '');
  const other = knowledge.words.municipalities.find((name) => normalise(name) === said);
  return other === undefined ? undefined : slugOf(other);
};
