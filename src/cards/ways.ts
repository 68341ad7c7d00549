import type { Button } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { About, ActionData, MenuItemView, ResumeView } from './views.ts';

/** One walk through a tree as it stands; with it a card works by itself. */
export type Walk = Required<Pick<ActionData, 'tree' | 'run' | 'answers'>>;

/** What the data of a confirmed "Forfra" holds as its option, so that it is not asked again. */
export const restartConfirmed = 'yes';

/** What the data of a hand-off holds as its option when the municipality is to be chosen again. */
export const chooseAgain = 'choose';
/** What the data of a card to share holds as its option when it is wanted as text. */
export const asText = 'text';

/** The walk alone, whatever else the view holds. */
export const walkOf = ({ tree, run, answers }: Walk): Walk => ({ tree, run, answers });

export const menuButton = (phrases: Phrases): Button => ({ title: phrases.say('action.menu'), data: { kind: 'menu' } });
export const helpButton = (phrases: Phrases): Button => ({ title: phrases.say('action.help'), data: { kind: 'help' } });

/** Begins a tree afresh. */
export const startButton = ({ tree, label }: MenuItemView): Button => ({ title: label, data: { kind: 'start', tree } });

/** Goes on with a walk where its answers lead: `start` with answers, never a fresh start. */
export const continueButton = (walk: Walk, phrases: Phrases): Button => ({
  title: phrases.say('action.continue'),
  data: { kind: 'start', ...walkOf(walk) },
});

export const restartButton = (walk: Walk, phrases: Phrases): Button => ({
  title: phrases.say('action.restart'),
  data: { kind: 'restart', ...walkOf(walk) },
});

/** Goes on with a walk that was put aside, by its title. */
export const resumeButton = ({ title, ...walk }: ResumeView, phrases: Phrases): Button => ({
  title: phrases.say('action.resume', { topic: title }),
  data: { kind: 'start', ...walkOf(walk) },
});

/** How many buttons Teams allows on one card. */
export const mostButtons = 6;

/** Shows whom to ask about something, and what to say. */
export const handoffButton = (about: About, phrases: Phrases): Button => ({
  title: phrases.say('action.handoff'),
  data: { kind: 'handoff', ...about },
});

/** Shows something as it may be seen by anyone. */
export const shareButton = (about: About, phrases: Phrases): Button => ({
  title: phrases.say('action.share'),
  data: { kind: 'share', ...about },
});
