import type { Activity } from 'botbuilder';
import type { Phrases } from '../../cards/index.ts';
import type { ExchangeResource } from './tokenService.ts';

/** What a user needs to sign in: by a link, or without seeing anything where the client can. */
export interface SignInOffer {
  readonly connection: string;
  readonly link: string;
  readonly exchange?: ExchangeResource | undefined;
}

/**
 * The message that asks a user to sign in. Teams' client tries to do it by itself and then shows nothing; only when it must
 * ask the user, the card is seen.
 */
export const signInMessage = ({ connection, link, exchange }: SignInOffer, phrases: Phrases): Partial<Activity> => {
  const text = phrases.say('signIn.ask');
  return {
    type: 'message',
    summary: text,
    speak: text,
    inputHint: 'acceptingInput',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.oauth',
        content: {
          text,
          connectionName: connection,
          buttons: [{ type: 'signin', title: phrases.say('signIn.button'), text, value: link }],
          ...(exchange === undefined ? {} : { tokenExchangeResource: exchange }),
        },
      },
    ],
  };
};
