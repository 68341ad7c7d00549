import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { chanceFrom } from '../../src/bot/sending/chance.ts';
import { fateOf, waitBefore } from '../../src/bot/sending/policy.ts';
import { dialogs } from '../helpers/content.ts';
import { FakeConnector, type Step } from '../helpers/fakeConnector.ts';
import { TeamsTalk } from '../helpers/teamsTalk.ts';

const now = new Date('2026-11-22T09:00:00Z');
const first = { attempts: 1, waitedMs: 0 };

describe('how long sending waits before it tries again', () => {
  const wait = (answer: Parameters<typeof waitBefore>[0], tries = first, chance = 0.5) =>
    waitBefore(answer, tries, () => chance, now);

  it('is what the service asks for and a little more, never less', () => {
    for (const chance of [0, 0.5, 0.999]) {
      expect(wait({ status: 429, retryAfter: '2' }, first, chance)).to.be.within(2000, 2250);
      expect(wait({ status: 429, retryAfter: 'Sun, 22 Nov 2026 09:00:03 GMT' }, first, chance)).to.be.within(
        3000,
        3250,
      );
    }
    expect(wait({ status: 429, retryAfter: 'Sun, 22 Nov 2026 08:00:00 GMT' }, first, 0)).to.equal(0);
  });

  it('grows with every attempt and is spread by chance when the service does not say', () => {
    for (const status of [412, 429])
      for (const [attempts, from, to] of [
        [1, 250, 500],
        [2, 500, 1000],
        [3, 1000, 2000],
      ] as const) {
        expect(wait({ status }, { attempts, waitedMs: 0 }, 0)).to.equal(from);
        expect(wait({ status }, { attempts, waitedMs: 0 }, 0.999)).to.be.within(to - 2, to);
      }
    expect(wait({ status: 429, retryAfter: 'snart' })).to.equal(375);
  });

  it('has an end: four attempts and ten seconds in all', () => {
    expect(wait({ status: 429 }, { attempts: 4, waitedMs: 0 })).to.equal(undefined);
    expect(wait({ status: 429, retryAfter: '11' })).to.equal(undefined);
    expect(wait({ status: 429, retryAfter: '6' }, { attempts: 2, waitedMs: 6000 })).to.equal(undefined);
  });

  it('is never for what may have arrived, cannot be sent, or has no one to go to', () => {
    for (const status of [400, 401, 403, 404, 408, 413, 500, 501, 502, 503, 504])
      expect(wait({ status, retryAfter: '1' }), String(status)).to.equal(undefined);
    for (const code of ['ECONNRESET', 'ETIMEDOUT', 'EPIPE', undefined]) expect(wait({ code })).to.equal(undefined);
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']) expect(wait({ code })).to.equal(375);
    expect(fateOf({ status: 201 })).to.equal('delivered');
  });

  it('draws its chance from the chance of ids, evenly from 0 up to 1', () => {
    let id = 0;
    const chance = chanceFrom(() => String(++id));
    const drawn = Array.from({ length: 2000 }, chance);
    expect(Math.min(...drawn)).to.be.within(0, 0.01);
    expect(Math.max(...drawn)).to.be.within(0.99, 0.9999999999);
    expect(drawn.reduce((sum, one) => sum + one) / drawn.length).to.be.within(0.47, 0.53);
  });
});

/** One row of the matrix: how the service answers, how often it is asked, how many messages the user sees. */
interface Row {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly requests: number;
  readonly seen: number;
  readonly fate?: string;
  readonly waits?: readonly (readonly [number, number])[];
}
const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);
const busy: Step = { status: 429, code: 'Throttled' };
const changed: Step = { status: 412, code: 'PreconditionFailed' };
const rows: readonly Row[] = [
  { name: '200', steps: [], requests: 1, seen: 1 },
  {
    name: '429 with Retry-After, then 200',
    steps: [{ ...busy, headers: { 'Retry-After': '2' } }],
    ...{ requests: 2, seen: 1, waits: [[2000, 2250]] },
  },
  { name: '429 without it, then 200', steps: [busy], requests: 2, seen: 1, waits: [[250, 500]] },
  {
    name: '412 twice, then 200',
    steps: [changed, changed],
    ...{ requests: 3, seen: 1, waits: [[250, 500], [500, 1000]] }, // prettier-ignore
  },
  {
    name: '429 and no end to it',
    steps: times(9, busy),
    ...{ requests: 4, seen: 0, fate: 'busy', waits: [[250, 500], [500, 1000], [1000, 2000]] }, // prettier-ignore
  },
  {
    name: '429 with a Retry-After that no turn can wait for',
    steps: [{ ...busy, headers: { 'Retry-After': '60' } }],
    ...{ requests: 1, seen: 0, fate: 'busy' },
  },
  {
    name: '412, then 502',
    steps: [changed, { status: 502 }],
    requests: 2,
    seen: 0,
    fate: 'unknown',
    waits: [[250, 500]],
  },
  ...[408, 500, 502, 503, 504].flatMap((status): Row[] => [
    {
      name: `${String(status)}, and it arrived`,
      steps: [{ status, arrives: true }],
      requests: 1,
      seen: 1,
      fate: 'unknown',
    },
    { name: `${String(status)}, and it did not`, steps: [{ status }], requests: 1, seen: 0, fate: 'unknown' },
  ]),
  {
    name: '503 with Retry-After, and it arrived',
    steps: [{ status: 503, headers: { 'Retry-After': '1' }, arrives: true }],
    ...{ requests: 1, seen: 1, fate: 'unknown' },
  },
  {
    name: 'a connection that broke after it arrived',
    steps: [{ without: 'connection', arrives: true }],
    ...{ requests: 1, seen: 1, fate: 'unknown' },
  },
  {
    name: 'no answer after it arrived',
    steps: [{ without: 'answer', arrives: true }],
    ...{ requests: 1, seen: 1, fate: 'unknown' },
  },
  ...(
    [
      [401, 'BotNotRegistered'],
      [403, 'ConversationBlockedByUser'],
      [403, 'BotNotInConversationRoster'],
      [404, 'ConversationNotFound'],
    ] as const
  ).map(([status, code]): Row => ({
    ...{ name: `${String(status)} ${code}`, steps: [{ status, code }], requests: 1, seen: 0, fate: 'gone' },
  })),
];

describe('a reply in Teams', () => {
  const connector = new FakeConnector();
  let serviceUrl = '';
  before(async () => {
    serviceUrl = await connector.open();
  });
  after(() => connector.close());
  beforeEach(() => connector.reset());

  for (const { name, steps, requests, seen, fate, waits = [] } of rows)
    it(`is sent ${String(requests)} times and seen ${String(seen)} times on ${name}`, async () => {
      const talk = new TeamsTalk(serviceUrl);
      connector.next('POST', ...steps);
      const { status } = await talk.say('menu');
      expect(status).to.equal(200);
      expect(connector.sent('POST')).to.have.length(requests);
      expect(connector.shown).to.have.length(seen);
      const lost = talk.log.filter(({ event }) => event === 'not-delivered');
      expect(lost.map((entry) => entry.fate)).to.deep.equal(fate === undefined ? [] : [fate]);
      expect(talk.log.filter(({ event }) => event === 'turn-failed')).to.deep.equal([]);
      expect(talk.waits).to.have.length(waits.length);
      for (const [at, [from, to]] of waits.entries()) expect(talk.waits[at]).to.be.within(from, to);
    });

  for (const status of [400, 413])
    it(`that can never be sent gives one calm sentence instead on ${String(status)}`, async () => {
      const talk = new TeamsTalk(serviceUrl);
      connector.next('POST', { status, code: 'MessageSizeTooBig' });
      await talk.say('menu');
      expect(connector.shown.map(({ summary }) => summary)).to.deep.equal([dialogs.phrases['error.heading']]);
      expect(talk.log.map(({ event }) => event)).to.deep.equal(['not-delivered', 'turn-failed']);
      expect(talk.log[0]).to.include({ fate: 'refused', status });
    });

  it('is not lost when the service cannot be reached: it is tried again, and no one is told twice', async () => {
    const closed = new FakeConnector();
    const nowhere = await closed.open();
    await closed.close();
    const talk = new TeamsTalk(nowhere);
    await talk.say('menu');
    expect(talk.waits).to.have.length(3);
    expect(talk.log.find(({ event }) => event === 'not-delivered')).to.include({ fate: 'unreached' });
  });

  it('goes out on a connection of its own each time', async () => {
    const talk = new TeamsTalk(serviceUrl);
    for (const text of ['menu', 'hjælp', 'menu']) await talk.say(text);
    expect([connector.requests.length, connector.connections]).to.deep.equal([3, 3]);
  });

  it('says nothing in the log of what was said', async () => {
    const talk = new TeamsTalk(serviceUrl);
    connector.next('POST', { status: 502 });
    await talk.say('menu');
    const [lost] = talk.log;
    expect(lost).to.have.all.keys('level', 'event', 'fate', 'status', 'channel', 'type');
  });

  it('that nobody asked for, such as a reminder, is sent with the same care', async () => {
    for (const [step, requests, seen] of [
      [{ status: 429 }, 2, 1],
      [{ status: 502, arrives: true }, 1, 1],
      [{ without: 'connection', arrives: true }, 1, 1],
    ] as const) {
      connector.reset();
      connector.next('POST', step);
      await new TeamsTalk(serviceUrl).remind('Husk fristen.');
      expect([connector.sent('POST').length, connector.shown.length]).to.deep.equal([requests, seen]);
    }
  });

  it('where others read along is not followed by an apology when it may have arrived', async () => {
    const talk = new TeamsTalk(serviceUrl);
    connector.next('POST', { status: 502, arrives: true });
    await talk.post({
      ...{ type: 'message', text: '<at>Paragrafguiden</at> hjælp' },
      conversation: { id: talk.conversation, conversationType: 'groupChat', isGroup: true, tenantId: 'tenant' },
    });
    expect([connector.sent('POST').length, connector.shown.length]).to.deep.equal([1, 1]);
    expect(talk.log.filter(({ event }) => event !== 'turn').map(({ event }) => event)).to.deep.equal(['not-delivered']);
  });

  it('comes after the typing indicator, which is sent once and holds nothing back', async () => {
    for (const step of [{}, { status: 429 }, { status: 502 }, { without: 'connection' }] as const) {
      connector.reset();
      connector.next('POST', step);
      const talk = new TeamsTalk(serviceUrl, 700);
      await talk.say('menu');
      await delay(100);
      expect(connector.requests.map(({ activity }) => activity.type)).to.deep.equal(['typing', 'message']);
      expect([connector.shown.length, talk.waits.length]).to.deep.equal([1, 0]);
    }
  });
});
