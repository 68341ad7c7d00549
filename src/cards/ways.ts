import type { Button } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { ActionData, MenuItemView, ResumeView } from './views.ts';

/** One walk through a tree as it stands; with it a card works by itself. */
export type Walk = Required<Pick<ActionData, 'tree' | 'run' | 'answers'>>;

/** What the data of a confirmed "Forfra" holds as its option, so that it is not asked again. */
export const restartConfirmed = 'yes';

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
