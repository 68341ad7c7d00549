import { expect } from 'chai';
import type { WireActivity } from '../../src/server/index.ts';

/** What a Direct Line client holds after it began a conversation. */
export interface Place {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly expires_in: number;
}

/** What Direct Line sends: activities and where they end. */
export interface ActivitySet {
  readonly activities: readonly (WireActivity & {
    text?: string;
    from?: { id: string; role: string };
    timestamp: string;
  })[];
  readonly watermark: string;
}

const bearer = (token: string): { Authorization: string } => ({ Authorization: `Bearer ${token}` });

/** Begins a conversation. */
export const begin = async (url: string, init: RequestInit = {}): Promise<Place> => {
  const answer = await fetch(`${url}/directline/conversations`, { method: 'POST', ...init });
  expect(answer.status).to.be.oneOf([200, 201]);
  return (await answer.json()) as Place;
};

/** Asks for something in a conversation, with its token or another. */
export const ask = (
  url: string,
  { conversationId, token }: Pick<Place, 'conversationId' | 'token'>,
  path = '',
): Promise<Response> => fetch(`${url}/directline/conversations/${conversationId}${path}`, { headers: bearer(token) });

/** Sends an activity as a client does. */
export const say = (
  url: string,
  { conversationId, token }: Pick<Place, 'conversationId' | 'token'>,
  activity: object,
): Promise<Response> =>
  fetch(`${url}/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { ...bearer(token), 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'user-1' }, ...activity }),
  });

/** What came after the watermark. */
export const read = async (
  url: string,
  place: Pick<Place, 'conversationId' | 'token'>,
  watermark = '',
): Promise<ActivitySet> => (await (await ask(url, place, `/activities?watermark=${watermark}`)).json()) as ActivitySet;
