import type { Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { questionActions, questionBlocks } from './questionCard.ts';
import { sourceSection } from './sources.ts';
import type { WhyView } from './views.ts';

/** Why a question is asked, with its sources, and the question again below. */
export const whyCard = (view: WhyView, phrases: Phrases): Page => ({
  summary: view.reason,
  speak: `${view.reason} ${view.question.text}`,
  blocks: [
    { kind: 'title', text: phrases.say('why.heading') },
    { kind: 'text', text: view.reason },
    ...sourceSection(view.sources, phrases),
    { kind: 'section', blocks: questionBlocks(view.question, phrases) },
  ],
  actions: questionActions(view.question, phrases, 'no-why'),
});
