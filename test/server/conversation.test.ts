import { expect } from 'chai';
import { Conversation } from '../../src/server/conversation.ts';
import { Conversations } from '../../src/server/conversations.ts';
import { defaultLimits, type LocalChannel } from '../../src/server/index.ts';
import { begin, read, say, type ActivitySet } from './rest.ts';
import { codeOf, localChannel, start, stopAll } from './support.ts';

const message = (id: string, more: object = {}): { type: string; id: string; timestamp: string } => ({
  type: 'message',
  id,
  timestamp: `2026-11-22T10:00:0${String(id.length)}Z`,
  ...more,
});
const kept = (conversation: Conversation): ActivitySet => JSON.parse(conversation.since(null)) as ActivitySet;

describe('a conversation in memory', () => {
  it('keeps the latest activities and lets the oldest go', () => {
    const conversation = new Conversation('a', 'e', 3);
    for (const id of ['1', '2', '3', '4', '5']) conversation.record(message(id));
    expect(kept(conversation).activities.map(({ id }) => id)).to.deep.equal(['3', '4', '5']);
    expect(JSON.parse(conversation.since('4.e')) as ActivitySet).to.deep.include({ watermark: '5.e' });
  });

  it('keeps half a million characters at most, but always the latest activity', () => {
    const conversation = new Conversation('a', 'e', 200);
    for (const id of ['1', '2', '3', '4']) conversation.record(message(id, { text: 'x'.repeat(200_000) }));
    expect(kept(conversation).activities.map(({ id }) => id)).to.deep.equal(['3', '4']);
    conversation.record(message('5', { text: 'x'.repeat(600_000) }));
    expect(kept(conversation).activities.map(({ id }) => id)).to.deep.equal(['5']);
  });

  it('puts a changed activity in its own place in time and tells those who have seen the former', () => {
    const conversation = new Conversation('a', 'e', 200);
    conversation.record(message('1', { text: 'før' }));
    conversation.record(message('22'));
    conversation.record({ ...message('1', { text: 'efter' }), timestamp: 'senere' });
    const seen = JSON.parse(conversation.since('2.e')) as ActivitySet;
    expect(seen.activities).to.deep.equal([message('1', { text: 'efter' })]);
    expect(kept(conversation).activities).to.have.length(2);
  });

  it('forgets a deleted activity and tells so', () => {
    const conversation = new Conversation('a', 'e', 200);
    const frames: (string | null)[] = [];
    conversation.record(message('1'));
    conversation.listen((frame) => frames.push(frame));
    conversation.remove({ type: 'messageDelete', id: '1' });
    expect(kept(conversation).activities).to.deep.equal([]);
    expect(frames.join('')).to.include('messageDelete');
  });

  it('is forgotten when there are too many: the one used longest ago that nobody listens to', () => {
    let epochs = 0;
    const conversations = new Conversations({ ...defaultLimits, conversations: 3 }, () => String(epochs++));
    const closed: string[] = [];
    conversations.open('a').listen((frame) => frame === null && closed.push('a'));
    for (const id of ['b', 'c', 'b', 'd']) conversations.open(id);
    expect(['a', 'b', 'c', 'd'].filter((id) => conversations.has(id))).to.deep.equal(['a', 'b', 'd']);
    for (const id of ['b', 'd', 'e']) conversations.open(id).listen(() => undefined);
    expect(['a', 'b', 'd', 'e'].filter((id) => conversations.has(id))).to.deep.equal(['b', 'd', 'e']);
    expect(closed).to.deep.equal(['a']);
  });
});

describe('a turn over Direct Line', () => {
  afterEach(stopAll);

  it('runs once, however often the client sends it, and is shown once', async () => {
    let turns = 0;
    const channel = localChannel();
    const local: LocalChannel = {
      ...channel,
      receive: async (activity) => {
        turns++;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return channel.receive(activity);
      },
    };
    const { url } = await start({ local });
    const place = await begin(url);
    const same = { text: 'hej', channelData: { clientActivityID: 'x1' } };
    const answers = await Promise.all([say(url, place, same), say(url, place, same)]);
    const late = await say(url, place, same);
    const ids = await Promise.all(
      [...answers, late].map(async (answer) => ((await answer.json()) as { id: string }).id),
    );
    expect([turns, new Set(ids).size]).to.deep.equal([1, 1]);
    expect((await read(url, place)).activities).to.have.length(2);
  });

  it('that broke is 502 with a calm reason, and runs again when it is sent again', async () => {
    let isBroken = true;
    const channel = localChannel();
    const local: LocalChannel = {
      ...channel,
      receive: (activity) => (isBroken ? Promise.reject(new TypeError('Hemmelig')) : channel.receive(activity)),
    };
    const { url, events } = await start({ local });
    const place = await begin(url);
    const same = { text: 'hej', channelData: { clientActivityID: 'x1' } };
    const broken = await say(url, place, same);
    expect([broken.status, await codeOf(broken)]).to.deep.equal([502, 'bot-failed']);
    expect(JSON.stringify(events)).to.include('turn-failed').and.not.include('Hemmelig');
    isBroken = false;
    expect((await say(url, place, same)).status).to.equal(200);
    expect((await read(url, place)).activities).to.have.length(2);
  });
});
