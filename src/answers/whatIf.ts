import type { CivilDate } from '../dates/index.ts';
import type { FactFound } from '../language/index.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { storyIn } from './story.ts';

const whatIf = /^\s*(?:og\s+)?(?:(?:hvad|end|what)\s+)?(?:nu\s+)?(?:hvis|if)\s+(.*)$/isu;
const asTold: readonly (readonly [RegExp, string])[] = [
  [/\b(?:havde|had)\b/giu, 'har'],
  [/\b(?:var|was|were)\b/giu, 'er'],
  [/\bboede\b/giu, 'bor'],
  [/\bfik\b/giu, 'får'],
  [/\ber\s+(\d{2,3})\b(?!\s*(?:år|-))/giu, 'er $1 år'],
];

/** What "hvad hvis hun var 58?" changes in a case: the facts that it supposes, as if they were told. None for any other text. */
export const supposedFacts = (index: QuestionIndex, text: string, date: CivilDate): readonly FactFound[] => {
  const supposed = text.length > 200 ? undefined : whatIf.exec(text)?.[1];
  if (supposed === undefined) return [];
  const told = asTold.reduce((said, [from, to]) => said.replace(from, to), supposed.replace(/[?!]+/gu, '.'));
  return storyIn(index, told, date).facts;
};
