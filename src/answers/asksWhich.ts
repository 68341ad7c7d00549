import type { Word } from '../language/index.ts';

const which = new Set(['hvilken', 'hvilket', 'hvilke', 'hvad', 'hvilkne', 'which', 'what', 'hva']);
const rule =
  /^(paragraf|paragraffen|lov|loven|lovgivning|bestemmelse|hjemmel|section|act|law|aeldrelov|servicelov|aeldreloven|serviceloven)$/u;

/** True when a text asks which law or paragraph a case comes under. */
export const asksWhich = (words: readonly Word[], text: string): boolean => {
  const keys = words.map(({ key }) => key);
  const near = keys.some((key, at) => which.has(key) && keys.slice(at + 1, at + 5).some((later) => rule.test(later)));
  const either = /(ældre|aeldre)lov\w*\s+eller\s+service|servicelov\w*\s+eller\s+(ældre|aeldre)/iu.test(text);
  const sign = /(hvilken|hvilket|hvad for en|efter hvilken|which)\s*§|§\s*\?/iu.test(text);
  return near || either || sign;
};
