import type { CivilDate } from '../dates/index.ts';
import type { Block, Page } from './page.ts';
import type { Phrases } from './phrases.ts';

/** A card whose question has been answered: what was asked and answered, for which day, and by which guide. */
export interface FrozenView {
  readonly treeTitle: string;
  readonly answered: readonly { readonly question: string; readonly answer: string }[];
  readonly asOf: CivilDate;
  readonly version: string;
}

const answerBlocks = ({ answered }: FrozenView, phrases: Phrases): Block[] =>
  answered.flatMap(({ question, answer }): Block[] => [
    { kind: 'strong', text: question },
    { kind: 'text', text: phrases.say('question.chosen', { answer }) },
  ]);

/** What takes the place of a card when it has been answered: nothing on it can be pressed or filled in. */
export const frozenCard = (view: FrozenView, phrases: Phrases): Page => {
  const said = view.answered.map(({ question, answer }) => `${question} ${phrases.say('question.chosen', { answer })}`);
  return {
    summary: said.join(' '),
    speak: said.join(' '),
    blocks: [
      { kind: 'title', text: view.treeTitle },
      ...answerBlocks(view, phrases),
      { kind: 'subtle', text: phrases.say('question.asOf', { date: phrases.date(view.asOf) }) },
      { kind: 'subtle', text: phrases.say('frozen.version', { version: view.version }) },
    ],
    actions: [],
  };
};
