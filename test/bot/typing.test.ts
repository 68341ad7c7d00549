import { setTimeout as delay } from 'node:timers/promises';
import type { Activity, Storage, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { LocalAdapter } from '../../src/bot/localAdapter.ts';
import { typing } from '../../src/bot/middleware/typing.ts';
import { openStorage } from '../../src/storage/index.ts';
import { tree } from '../helpers/content.ts';
import { TestGuide } from '../helpers/talk.ts';

/** A store that takes its time. */
const slow = (ms: number): Storage => {
  const kept = openStorage({ databaseUrl: 'memory:', dataDir: '', now: () => new Date('2026-11-22T09:00:00Z') });
  return {
    read: (keys) => delay(ms).then(() => kept.read(keys)),
    write: (changes) => kept.write(changes),
    delete: (keys) => kept.delete(keys),
  };
};

describe('the typing indicator', () => {
  const heard = async (ms: number, type: 'message' | 'invoke') => {
    const guide = new TestGuide({ storage: slow(ms) });
    const sent: { readonly type: string; readonly at: number }[] = [];
    const began = performance.now();
    guide.doors.local.onSend((_id, activity) => sent.push({ type: activity.type, at: performance.now() - began }));
    const data = { kind: 'start', tree: tree.id };
    const talk = guide.talk();
    await (type === 'message' ? talk.click(data) : talk.execute(data));
    await delay(200);
    return sent;
  };

  for (const type of ['message', 'invoke'] as const)
    it(`is shown after half a second of a slow ${type}, and never after the reply`, async () => {
      const sent = await heard(1500, type);
      expect(sent.map((one) => one.type)).to.deep.equal(['typing', 'message']);
      expect(sent[0]!.at).to.be.at.least(490);
    });

  it('is not shown when the reply comes sooner', async () => {
    const [message, click] = await Promise.all([heard(200, 'message'), heard(0, 'invoke')]);
    expect([...message, ...click].map(({ type }) => type)).to.deep.equal(['message', 'message']);
  });
});

/** An adapter whose channel takes its time to take what is sent. */
class SlowChannel extends LocalAdapter {
  readonly taken: string[] = [];
  sendingMs = 0;
  typingMs = 0;
  refuses = false;

  constructor() {
    super({ randomId: () => 'id', now: () => new Date('2026-11-22T09:00:00Z') });
    this.use(typing(20, 30));
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]) {
    const [{ type = 'message' } = {}] = activities;
    this.taken.push(`${type} begins`);
    await delay(type === 'typing' ? this.typingMs : this.sendingMs);
    if (type === 'typing' && this.refuses) throw new Error('The channel refuses it.');
    this.taken.push(`${type} taken`);
    return super.sendActivities(context, activities);
  }
}

describe('the typing middleware', () => {
  const turn = (channel: SlowChannel, thinkingMs: number, type = 'message') =>
    channel.receive({ type, id: 'in', channelId: 'test', conversation: { id: 'c' } }, async (context) => {
      await delay(thinkingMs);
      await context.sendActivity('svar');
    });

  it('shows nothing while a reply is on its way, however slow the channel', async () => {
    const channel = new SlowChannel();
    channel.sendingMs = 80;
    await turn(channel, 5);
    await delay(60);
    expect(channel.taken).to.deep.equal(['message begins', 'message taken']);
  });

  it('lets an indicator arrive before the reply goes out', async () => {
    const channel = new SlowChannel();
    channel.typingMs = 60;
    await turn(channel, 30);
    expect(channel.taken.slice(-4)).to.deep.equal(['typing begins', 'typing taken', 'message begins', 'message taken']);
  });

  it('shows it again while the turn goes on', async () => {
    const channel = new SlowChannel();
    await turn(channel, 130);
    expect(channel.taken.filter((one) => one === 'typing taken').length).to.be.within(2, 4);
  });

  it('does not fail a turn that can be answered because the indicator could not be shown', async () => {
    const channel = new SlowChannel();
    channel.refuses = true;
    await turn(channel, 40);
    expect(channel.taken.slice(-1)).to.deep.equal(['message taken']);
  });

  it('stops when a turn fails, and is silent about what nobody waits for', async () => {
    const channel = new SlowChannel();
    const failing = channel.receive({ type: 'message', id: 'in', conversation: { id: 'c' } }, () =>
      Promise.reject(new Error('broken')),
    );
    expect(await failing.catch((error: unknown) => (error as Error).message)).to.equal('broken');
    await channel.receive({ type: 'event', id: 'in', conversation: { id: 'c' } }, () => delay(50));
    await delay(60);
    expect(channel.taken).to.deep.equal([]);
  });
});
