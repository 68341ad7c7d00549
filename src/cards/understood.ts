import type { Block } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { ReasonView } from './views.ts';
import { walkOf, type Walk } from './ways.ts';

/** What was read out of a story, each line with the button that corrects it; nothing when no story was told. */
export const understoodSection = (
  view: Walk & { readonly understood?: readonly ReasonView[] },
  phrases: Phrases,
): Block[] => {
  const { understood = [] } = view;
  if (understood.length === 0) return [];
  const lines = understood.map(({ question, text, answer }) => ({
    text: phrases.say('answer.understoodFact', { question: text, answer }),
    button: {
      title: phrases.say('action.correct'),
      data: { kind: 'edit', ...walkOf(view), question },
    } as const,
  }));
  return [
    {
      kind: 'box',
      blocks: [
        { kind: 'strong', text: phrases.say('answer.understood') },
        { kind: 'understood', lines },
      ],
    },
  ];
};
