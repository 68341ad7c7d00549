import { expect } from 'chai';
import { chance } from '../conversation/walks.ts';
import { TeamsDoor } from './door.ts';

const seed = 20_261_122;
const count = 5_000;
const atOnce = 20;

type Next = () => number;
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const below = (next: Next, most: number): number => Math.floor(next() * most);
const pick = <T>(next: Next, all: readonly T[]): T => all[below(next, all.length)]!;

const action = { kind: 'answer', tree: 'hvilken-paragraf', run: 'r-1', question: 'need', option: 'regain' };
const kinds: readonly Json[] = [
  { type: 'message', text: 'hjælp' },
  { type: 'message', text: '<at>Paragrafguiden</at>&nbsp;hvor lang er fristen for at klage?' },
  { type: 'message', value: action },
  { type: 'message', text: 'klage', value: { ...action, answers: { need: 'regain' } } },
  { type: 'message', attachments: [{ contentType: 'image/png' }] },
  { type: 'messageUpdate', text: 'menu', channelData: { eventType: 'editMessage' } },
  { type: 'messageUpdate', text: 'menu', channelData: { eventType: 'undeleteMessage' } },
  { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm-1' },
  { type: 'installationUpdate', action: 'add' },
  { type: 'installationUpdate', action: 'add-upgrade' },
  { type: 'installationUpdate', action: 'remove' },
  { type: 'conversationUpdate', membersAdded: [{ id: '29:user' }] },
  { type: 'conversationUpdate', membersRemoved: [{ id: '29:user' }], channelData: { eventType: 'teamMemberRemoved' } },
  { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } },
  { type: 'endOfConversation' },
  { type: 'typing' },
  { type: 'somethingNew', value: {} },
  { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', data: action } } },
  {
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'find-paragraf',
      parameters: [{ name: 'q', value: 'klage' }],
      queryOptions: { skip: 0, count: 25 },
    },
  },
  { type: 'invoke', name: 'composeExtension/selectItem', value: { id: 'law:sel-86-1' } },
  {
    type: 'invoke',
    name: 'message/submitAction',
    value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":"godt"}' } },
    replyToId: 'm-1',
  },
  { type: 'invoke', name: 'message/fetchTask', value: { data: { actionName: 'feedback' } } },
  { type: 'invoke', name: 'suggestedAction/submit', value: action },
  { type: 'invoke', name: 'task/fetch', value: {} },
];

const odd: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 7,
  () => -1e308,
  () => '',
  () => 'x',
  () => 'æøå\u0000\u202e\ud800',
  () => 'a'.repeat(5_000),
  () => '010203-1234',
  () => '<at>'.repeat(200),
  () => [],
  () => [null],
  () => [[[[]]]],
  () => ({}),
  () => ({ id: 7 }),
  () => ({ __proto__: null, constructor: 'x' }),
  () => JSON.parse(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`) as Json,
];

/** Every place in a value, each as the way to it. */
const placesIn = (value: Json, way: readonly string[] = []): (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? [way]
    : [way, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...way, key]))];

/** The value with something odd, or nothing, in one place. */
const spoilt = (next: Next, value: Json, way: readonly string[]): Json | undefined => {
  const [key, ...rest] = way;
  if (key === undefined) return next() < 0.3 ? undefined : pick(next, odd)();
  const copy = structuredClone(value) as Record<string, Json>;
  const inner = spoilt(next, copy[key] ?? null, rest);
  if (inner === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = inner;
  return copy;
};

/** What a channel signs for and an attacker cannot choose; spoilt in a test of its own. */
const fixed = new Set(['serviceUrl', 'type']);

describe('malformed activities at POST /api/messages', () => {
  const door = new TeamsDoor();
  before(() => door.open());
  after(() => door.close());

  it(`are all answered, ${String(count)} of them, none with a fault of ours, a stack or a line that cannot be read`, async () => {
    const next = chance(seed);
    const bodies = Array.from({ length: count }, (_, at) => {
      const shared = next() < 0.3 ? { conversationType: pick(next, ['groupChat', 'channel']), isGroup: true } : {};
      const conversation = { id: `c-${String(at)}`, ...shared };
      let activity: Json = { ...door.activity({ conversation }), ...(pick(next, kinds) as object) } as Json;
      for (let times = 1 + below(next, 3); times > 0; times--) {
        const ways = placesIn(activity).filter(([key]) => key !== undefined && !fixed.has(key));
        // What stands on top is mostly refused at the door; deeper places come through to the bot.
        const deep = ways.filter(({ length }) => length > 1);
        activity = spoilt(next, activity, pick(next, next() < 0.8 ? deep : ways)) ?? {};
      }
      return { activity, body: JSON.stringify(activity) };
    });
    const faults: string[] = [];
    const seen = new Map<number, number>();
    const one = async ({ activity, body }: (typeof bodies)[number]): Promise<void> => {
      const { status, text } = await door.raw(body);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      const isInvoke = (activity as { type?: Json }).type === 'invoke';
      if (status >= 500 && !(status === 501 && isInvoke)) faults.push(`${String(status)} ${body}`);
      if (/\n\s+at |\.ts:\d|node_modules|TypeError/u.test(text)) faults.push(`stack ${text} ${body}`);
    };
    for (let from = 0; from < bodies.length; from += atOnce)
      await Promise.all(bodies.slice(from, from + atOnce).map(one));
    console.log('      ', JSON.stringify(Object.fromEntries(seen)));
    expect(faults.slice(0, 5)).to.deep.equal([]);
    expect([...seen.values()].reduce((sum, times) => sum + times, 0)).to.equal(count);
    const failed = door.log.filter(({ event }) => event === 'turn-failed' || event === 'request-failed');
    expect(failed.slice(0, 5)).to.deep.equal([]);
  });

  it('are refused or passed over when no answer can be sent to their address', async () => {
    const { error } = console;
    console.error = () => undefined;
    try {
      for (const serviceUrl of [
        null,
        '',
        'x',
        'urn:x',
        'http://127.0.0.1:1',
        'ftp://x',
        'http://[',
        '   ',
        'http://a b/',
      ])
        for (const more of [{ type: 'message', text: 'hjælp' }, kinds[18] as object, { type: 'messageReaction' }]) {
          const { status, text } = await door.post({ ...more, serviceUrl });
          expect(status, `${String(serviceUrl)} ${text}`).to.be.oneOf([200, 400]);
        }
    } finally {
      console.error = error;
    }
  });
});
