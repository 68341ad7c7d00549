import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { AdaptiveCard, Phrases } from '../../cards/index.ts';
import { invokeDone } from '../invokeDone.ts';
import { replacesCards } from '../send.ts';

const done = (type: string, value: unknown): InvokeResponse => ({ status: 200, body: { statusCode: 200, type, value } });

/** A click was taken, and the client says so for a moment. Teams may take an empty word for an app that is not there. */
const told = (text: string): InvokeResponse => done('application/vnd.microsoft.activity.message', text);

/** What a client that waits for its click is told. `replaced`: it puts the card in the place of the one that was clicked. */
export type Clicked =
  { readonly kind: 'replaced'; readonly card: AdaptiveCard } | { readonly kind: 'not-sent' } | { readonly kind: 'failed' };

const clicks = Symbol('click');

/** Keeps what became of this turn's click. */
export const setClicked = (context: TurnContext, clicked: Clicked): void => {
  context.turnState.set(clicks, clicked);
};

/** What a click is answered with when the turn is over; what it led to is a message of its own. */
export const clickReply = (context: TurnContext, phrases: Phrases): InvokeResponse => {
  if (!replacesCards(context.activity.channelId)) return invokeDone;
  const clicked = context.turnState.get<Clicked | undefined>(clicks);
  switch (clicked?.kind) {
    case 'replaced':
      return done('application/vnd.microsoft.card.adaptive', clicked.card);
    case 'not-sent':
      return told(phrases.say('click.notSent'));
    case 'failed':
      return told(phrases.say('error.heading'));
    default:
      return told(phrases.say('click.taken'));
  }
};
