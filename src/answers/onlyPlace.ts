import type { Outside } from '../knowledge/index.ts';
import type { Asked } from './asked.ts';
import type { QuestionIndex } from './questionIndex.ts';
import type { Reply } from './reply.ts';

/** What a text says beside a place that asks for nothing: "min borger bor i Kolding", "jeg arbejder i Vejen Kommune". */
const besides = new Set(
  'min vores borger borgeren borgere bor boende i jeg vi arbejder er hun han kommune kommunen ansat hos fra kommer det den om a my our citizen lives live in i am we are work from municipality of the'.split(
    ' ',
  ),
);

/** The kind no of places that are not in the guide; undefined when the text names none, or one that is. */
export const placeElsewhere = (
  { knowledge, outside }: QuestionIndex,
  { isNamed, municipalities }: Asked,
): Outside | undefined =>
  isNamed && !knowledge.municipalities.some(({ id }) => municipalities.includes(id))
    ? outside.get('other-municipalities')
    : undefined;

/**
 * A text that tells a place and asks for nothing: the place is known from here on, and the user is asked what they want to
 * know. Undefined for every other text.
 */
export const placeTold = (index: QuestionIndex, asked: Asked, facts: Reply['facts']): Reply | undefined => {
  const { english, date, isNamed, municipalities, words, documents } = asked;
  const [place] = municipalities;
  if (!isNamed || place === undefined || municipalities.length > 1 || documents.length > 0) return undefined;
  const known = index.knowledge.municipalities.find(({ id }) => id === place);
  const own = new Set(place.split('-'));
  if (!words.every(({ key }) => besides.has(key) || (!known && own.has(key)))) return undefined;
  if (known) return { kind: 'place', municipality: known, english, date, place, facts };
  const outside = placeElsewhere(index, asked);
  return outside && { kind: 'outside', outside, english, date, place, facts };
};
