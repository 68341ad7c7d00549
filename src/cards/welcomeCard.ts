import type { Block, Page } from './page.ts';
import { listUnder } from './page.ts';
import type { Phrases } from './phrases.ts';
import { topicActions, topicBlocks } from './topicBlocks.ts';
import type { WelcomeView } from './views.ts';
import { helpButton } from './ways.ts';

/** The first thing a user sees, once: what the guide does, its limits, examples, and how personal data is treated. */
export const welcomeCard = (view: WelcomeView, phrases: Phrases): Page => {
  const purpose = phrases.say('welcome.purpose');
  const examples = [phrases.say('welcome.example1'), phrases.say('welcome.example2'), phrases.say('welcome.example3')];
  const topics = topicBlocks(view.items, phrases);
  // The label of a list says it already.
  const begin: Block[] = topics[0]?.kind === 'choice' ? [] : [{ kind: 'heading', text: phrases.say('welcome.begin') }];
  return {
    summary: purpose,
    speak: [
      `${phrases.say('welcome.heading')}.`,
      purpose,
      phrases.say('welcome.limits'),
      phrases.say('welcome.begin'),
    ].join(' '),
    blocks: [
      { kind: 'title', text: phrases.say('welcome.heading') },
      { kind: 'text', text: purpose },
      ...listUnder(phrases.say('welcome.examples'), examples),
      { kind: 'text', text: phrases.say('welcome.limits') },
      { kind: 'strong', text: phrases.say('privacy.heading') },
      { kind: 'text', text: `${phrases.say('privacy.write')} ${phrases.say('privacy.keep')}` },
      { kind: 'section', blocks: [...begin, ...topics] },
    ],
    actions: [...topicActions(view.items, phrases), helpButton(phrases)],
  };
};
