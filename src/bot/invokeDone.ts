import type { InvokeResponse } from 'botbuilder';
import type { AdaptiveCard } from '../cards/index.ts';

const done = (type: string, value: unknown): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

/** A click was taken; what it led to is a message of its own, and the client has nothing more to show. */
export const invokeDone: InvokeResponse = done('application/vnd.microsoft.activity.message', '');

/** A click was taken, and the client says so for a moment. Teams may take an empty word for an app that is not there. */
export const invokeTold = (text: string): InvokeResponse => done('application/vnd.microsoft.activity.message', text);

/** A click was taken, and the client puts this card in the place of the one that was clicked. */
export const invokeReplaced = (card: AdaptiveCard): InvokeResponse =>
  done('application/vnd.microsoft.card.adaptive', card);

/** Taken; Teams shows a fault for any body but an empty one. */
export const invokeTaken: InvokeResponse = { status: 200, body: {} };

/** Cannot be read, whoever sent it. */
export const invokeRefused: InvokeResponse = { status: 400, body: {} };

/** Nothing that the guide knows. */
export const invokeUnknown: InvokeResponse = { status: 501 };
