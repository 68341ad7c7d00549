import type { Request, Response } from 'restify';
import type { Limits, ServerOptions, WireActivity } from './options.ts';
import { isRecord, readActivity } from './readActivity.ts';
import { broken, refusal, send } from './reply.ts';

/** Lets the adapter's own answers through, but not its error texts: those may say more than the sender should know. */
const shield = (response: Response): void => {
  const pass = response.send.bind(response) as (...parts: readonly unknown[]) => unknown;
  response.send = (...parts: readonly unknown[]): unknown => {
    if (response.statusCode < 400 || isRecord(parts[0])) return pass(...parts);
    send(
      response,
      response.statusCode < 500
        ? refusal(response.statusCode, 'refused', 'The channel refused the message.')
        : broken(),
    );
    return undefined;
  };
};

/** False for a channel's address that nothing can be sent to: the adapter would find out only when it answers. */
const isReachable = ({ serviceUrl }: WireActivity): boolean =>
  typeof serviceUrl !== 'string' ||
  serviceUrl === '' ||
  (URL.canParse(serviceUrl) && /^https?:$/u.test(new URL(serviceUrl).protocol));

/** `POST /api/messages`: a well-formed activity goes to the channel's adapter, which authenticates it and writes the answer. */
export const messagesHandler =
  (messages: ServerOptions['messages'], limits: Limits) =>
  async (request: Request, response: Response): Promise<void> => {
    if (messages === null) {
      send(
        response,
        refusal(404, 'no-channel', 'No channel is set up here. Talk to the bot on the page or over Direct Line.'),
      );
      return;
    }
    const reading = await readActivity(request, limits);
    if (!reading.ok) {
      send(response, reading.reply);
      return;
    }
    if (!isReachable(reading.value)) {
      send(response, refusal(400, 'bad-service-url', 'The serviceUrl is no address that an answer can be sent to.'));
      return;
    }
    shield(response);
    await messages({ method: 'POST', headers: request.headers, body: reading.value }, response);
  };
