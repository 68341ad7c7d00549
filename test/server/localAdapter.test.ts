import { expect } from 'chai';
import type { TurnContext } from 'botbuilder';
import { LocalAdapter, type LocalActivity } from '../../src/bot/localAdapter.ts';
import { GuideError } from '../../src/errors.ts';
import { echo } from './support.ts';

const incoming = (more: Record<string, unknown>): LocalActivity => ({
  ...{
    type: 'message',
    id: 'in-1',
    channelId: 'directline',
    serviceUrl: 'urn:x',
    timestamp: '2026-11-22T10:00:00.000Z',
  },
  ...{ conversation: { id: 'c-1' }, from: { id: 'u-1', role: 'user' }, recipient: { id: 'bot', role: 'bot' } },
  ...more,
});

describe('LocalAdapter', () => {
  let adapter: LocalAdapter;
  let sent: (readonly [string, LocalActivity])[];
  let ids: number;

  beforeEach(() => {
    ids = 0;
    adapter = new LocalAdapter({ randomId: () => `out-${String(++ids)}`, now: () => new Date('2026-11-22T10:00:01Z') });
    sent = [];
    adapter.onSend((conversationId, activity) => sent.push([conversationId, activity]));
  });

  it('hands what the bot sends to every listener, addressed, with id and time, as plain JSON', async () => {
    const others: LocalActivity[] = [];
    const stop = adapter.onSend((_id, activity) => others.push(activity));
    expect(await adapter.receive(incoming({ text: 'hej' }), echo)).to.deep.equal({ status: 200 });
    expect(sent).to.have.length(1);
    const [conversationId, activity] = sent[0] ?? [];
    expect(conversationId).to.equal('c-1');
    expect(activity).to.deep.include({
      ...{ type: 'message', id: 'out-1', text: 'ekko: hej', timestamp: '2026-11-22T10:00:01.000Z', replyToId: 'in-1' },
      ...{
        from: { id: 'bot', role: 'bot' },
        recipient: { id: 'u-1', role: 'user' },
        conversation: { id: 'c-1' },
        channelId: 'directline',
      },
    });
    stop();
    await adapter.receive(incoming({ text: 'igen' }), echo);
    expect([sent.length, others.length]).to.deep.equal([2, 1]);
  });

  it('keeps the order, tells the bot the ids, and sends no traces', async () => {
    let given: unknown[] = [];
    await adapter.receive(incoming({}), async (context) => {
      given = await context.sendActivities([
        { type: 'trace' },
        { type: 'delay', value: 1 },
        { text: 'et' },
        { type: 'typing' },
        { text: 'to' },
      ]);
    });
    expect(given).to.deep.equal([1, 2, 3, 4, 5].map((number) => ({ id: `out-${String(number)}` })));
    expect(sent.map(([, { type, text, id }]) => [id, type, text])).to.deep.equal([
      ['out-3', 'message', 'et'],
      ['out-4', 'typing', undefined],
      ['out-5', 'message', 'to'],
    ]);
  });

  it('answers an invoke with the bot’s response, and 501 when there is none', async () => {
    expect(await adapter.receive(incoming({ type: 'invoke', value: 7 }), echo)).to.deep.equal({
      status: 200,
      body: { said: 7 },
    });
    expect(await adapter.receive(incoming({ type: 'invoke' }), () => Promise.resolve())).to.deep.equal({ status: 501 });
    expect(sent).to.deep.equal([]);
  });

  it('sends a changed activity under its old id, and a deletion as an activity', async () => {
    await adapter.receive(incoming({}), async (context) => {
      const first = await context.sendActivity('før');
      await context.updateActivity({ type: 'message', id: first?.id ?? '', text: 'efter' });
      await context.deleteActivity(first?.id ?? '');
    });
    expect(sent.map(([conversationId, { type, text, id }]) => [conversationId, id, type, text])).to.deep.equal([
      ['c-1', 'out-1', 'message', 'før'],
      ['c-1', 'out-1', 'message', 'efter'],
      ['c-1', 'out-1', 'messageDelete', undefined],
    ]);
  });

  it('gives the bot real dates and its own time for one that is none', async () => {
    const seen: unknown[] = [];
    const look = (context: TurnContext): Promise<void> => {
      seen.push(context.activity.timestamp, context.activity.localTimestamp);
      return Promise.resolve();
    };
    await adapter.receive(incoming({ localTimestamp: '2026-11-22T11:00:00+01:00' }), look);
    await adapter.receive(incoming({ timestamp: 'i går', localTimestamp: 'nu' }), look);
    const [ten, oneLater] = [new Date('2026-11-22T10:00:00Z'), new Date('2026-11-22T10:00:01Z')];
    expect(seen).to.deep.equal([ten, ten, oneLater, undefined]);
  });

  it('runs middleware, and onTurnError takes what the bot throws', async () => {
    const steps: string[] = [];
    adapter.use(async (_context, next) => {
      steps.push('before');
      await next();
    });
    const thrown = await adapter.receive(incoming({ text: 'fejl' }), echo).catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(TypeError);
    adapter.onTurnError = async (context) => {
      await context.sendActivity('Det gik galt.');
    };
    expect(await adapter.receive(incoming({ text: 'fejl' }), echo)).to.deep.equal({ status: 200 });
    expect([steps, sent.map(([, { text }]) => text)]).to.deep.equal([['before', 'before'], ['Det gik galt.']]);
  });

  it('says plainly that it cannot continue a conversation', async () => {
    const error = await adapter.continueConversation().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(GuideError).with.property('code', 'GUIDE_INTERNAL');
  });
});
