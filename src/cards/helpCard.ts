import { listUnder, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { HelpView } from './views.ts';
import { menuButton } from './ways.ts';

const words = [
  'help.wordMenu',
  'help.wordHelp',
  'help.wordBack',
  'help.wordRestart',
  'help.wordWhy',
  'help.wordEdit',
  'help.wordText',
  'help.wordHandoff',
  'help.wordShare',
  'help.wordFeedback',
  'help.wordForget',
] as const;

/** How to use the guide: how to answer, the words it always knows, its limits, and what not to write. */
export const helpCard = (_view: HelpView, phrases: Phrases): Page => ({
  summary: phrases.say('help.answer'),
  speak: `${phrases.say('help.heading')}. ${phrases.say('help.answer')}`,
  blocks: [
    { kind: 'title', text: phrases.say('help.heading') },
    { kind: 'text', text: phrases.say('help.answer') },
    ...listUnder(
      phrases.say('help.words'),
      words.map((key) => phrases.say(key)),
    ),
    { kind: 'text', text: phrases.say('welcome.limits') },
    { kind: 'strong', text: phrases.say('privacy.heading') },
    { kind: 'text', text: `${phrases.say('privacy.write')} ${phrases.say('privacy.keep')}` },
  ],
  actions: [menuButton(phrases)],
});
