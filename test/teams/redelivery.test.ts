import { setTimeout as delay } from 'node:timers/promises';
import type { Storage, StoreItems } from 'botbuilder';
import { expect } from 'chai';
import fc from 'fast-check';
import { openStorage, type StateStorage } from '../../src/storage/index.ts';
import { sampled, tree } from '../helpers/content.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';
import { TeamsDoor, type Answer } from './door.ts';

const now = (): Date => new Date('2026-11-22T09:00:00Z');
const clicked = (data: object) => ({
  ...{ type: 'invoke', name: 'adaptiveCard/action' },
  value: { action: { type: 'Action.Execute', verb: 'start', data } },
});
const message = (text: string) => ({ type: 'message', text });
/** A conversation whose every turn would go wrong if it were played twice: among them the same words more than once. */
const turns: readonly object[] = [
  clicked({ kind: 'start', tree: tree.id }),
  ...['genoptræning', 'nej', 'nej', 'tilbage', 'nej', 'ja', 'tilbage'].map(message),
  message('Hvor lang er fristen for at klage?'),
  message('forkert svar'),
  message('1'),
];

interface Sent {
  readonly body: string;
  readonly turn: number;
}

/** The store as two doors share it, slow enough for turns to meet in it. */
const slow = (kept: StateStorage): Storage => ({
  read: async (keys) => {
    await delay(3);
    return kept.read(keys);
  },
  write: async (changes: StoreItems) => {
    await delay(2);
    await kept.write(changes);
  },
  delete: (keys) => kept.delete(keys),
});

/** What is kept of a conversation, without what is drawn by chance. */
const stateIn = async (storage: Storage, id: string): Promise<string> => {
  const key = `msteams/conversations/${id}`;
  const item = ((await storage.read([key])) as Record<string, object | undefined>)[key] ?? {};
  return JSON.stringify(item, (name, value: unknown) =>
    ['run', 'shown', 'judging', 'handled', 'eTag'].includes(name) ? undefined : value,
  );
};

describe('an activity that is delivered more than once', () => {
  const folder = temporaryFolder();
  const kept = openStorage({ dataDir: folder.path, now });
  const door = new TeamsDoor(slow(kept));
  /** A second guide on the same store; one that was started anew looks like that too. */
  const other = new TeamsDoor(slow(kept));
  let talks = 0;
  let messages = 0;
  const conversation = () => ({ id: `a:again-${String(++talks)}`, conversationType: 'personal', tenantId: 'tenant' });
  /** A turn as Teams posts it: its id and the moment it was sent are its own. */
  const made = (more: object, about: object, at = ++messages): string =>
    JSON.stringify({
      ...door.activity({ ...more, conversation: about }),
      id: `m-${String(at)}`,
      timestamp: new Date(Date.parse('2026-11-22T08:00:00.001Z') + at * 1_001 + (at % 7)).toISOString(),
    });
  const withNewId = (body: string): string =>
    JSON.stringify({ ...(JSON.parse(body) as object), id: `again-${String(++messages)}` });
  const shown = (at: TeamsDoor, { id }: { readonly id: string }): number => at.shownIn(id).length;

  before(async () => {
    await door.open();
    await other.open();
  });
  after(async () => {
    await door.close();
    await other.close();
    await kept.close();
    folder.remove();
  });

  /** The state after the turns, each delivered once. */
  const playedOnce = async (): Promise<string> => {
    const about = conversation();
    for (const turn of turns) await door.raw(made(turn, about));
    expect(shown(door, about)).to.equal(turns.length);
    return stateIn(kept, about.id);
  };

  it('makes one transition and one reply, in whatever order and at once, under the same and under new ids', async () => {
    const expected = await playedOnce();
    const plan = fc.array(
      fc.record({
        copies: fc.integer({ min: 1, max: 4 }),
        newIds: fc.boolean(),
        late: fc.array(fc.nat(), { maxLength: 3 }),
        order: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
      }),
      { minLength: turns.length, maxLength: turns.length },
    );
    await fc.assert(
      fc.asyncProperty(plan, async (batches) => {
        const about = conversation();
        const sent: Sent[] = [];
        const answers = new Map<number, Set<string>>();
        const post = async ({ body, turn }: Sent): Promise<void> => {
          const { status, text }: Answer = await door.raw(body);
          answers.set(turn, (answers.get(turn) ?? new Set()).add(`${String(status)} ${text}`));
        };
        for (const [turn, { copies, newIds, late, order }] of batches.entries()) {
          const first = { body: made(turns[turn]!, about), turn };
          const again = Array.from({ length: copies - 1 }, () => first);
          const earlier = late.flatMap((at) => sent[at % Math.max(1, sent.length)] ?? []);
          const redelivered = [...again, ...earlier].map((one) =>
            newIds ? { ...one, body: withNewId(one.body) } : one,
          );
          const shuffled = [first, ...redelivered]
            .map((one, at) => ({ one, place: order[at] ?? 0 }))
            .sort((one, two) => one.place - two.place)
            .map(({ one }) => one);
          await Promise.all(shuffled.map(post));
          sent.push(first);
        }
        expect(await stateIn(kept, about.id)).to.equal(expected);
        expect(shown(door, about), 'replies').to.equal(turns.length);
        for (const [turn, all] of answers) expect(all.size, `answers to turn ${String(turn)}`).to.equal(1);
      }),
      sampled(25),
    );
  });

  it('is counted once', async () => {
    const about = conversation();
    for (const turn of turns) {
      const body = made(turn, about);
      await Promise.all([1, 2, 3, 4].map((at) => door.raw(at < 3 ? body : withNewId(body))));
    }
    const thumbs = { type: 'invoke', name: 'message/submitAction', replyToId: 'x' };
    const body = made({ ...thumbs, value: { actionValue: { reaction: 'like' } } }, about);
    const before = door.counted.length;
    await Promise.all([1, 2, 3, 4].map(() => door.raw(body)));
    expect(door.counted.slice(before)).to.deep.equal([['up-voted', undefined, undefined]]);
    expect(door.counted.filter(([event]) => event === 'reason-wrong').length).to.equal(talks);
  });

  it('changes nothing and is not answered again after a new start, or when two guides share the store', async () => {
    const about = conversation();
    const bodies: string[] = [];
    for (const turn of turns) {
      const body = made(turn, about);
      bodies.push(body);
      await Promise.all([door, other, door, other].map((one) => one.raw(body)));
    }
    const seen = shown(door, about) + shown(other, about);
    expect(seen).to.equal(turns.length);
    const before = await stateIn(kept, about.id);
    const fresh = new TeamsDoor(kept);
    await fresh.open();
    for (const body of bodies.toReversed()) expect((await fresh.raw(body)).status).to.equal(200);
    expect(shown(fresh, about)).to.equal(0);
    await fresh.close();
    expect(await stateIn(kept, about.id)).to.equal(before);
    expect(door.log.some(({ event }) => event === 'delivered-again')).to.equal(true);
  });

  it('is not mixed up with another message of the same words', async () => {
    for (const timestamp of [undefined, '2026-11-22T08:00:00Z', '2026-11-22T08:00:00.000Z']) {
      const about = conversation();
      for (const text of ['hjælp', 'hjælp', 'hjælp'])
        await door.post({ ...message(text), conversation: about, timestamp });
      expect(shown(door, about), String(timestamp)).to.equal(3);
    }
    const about = conversation();
    const bodies = [1, 2, 3, 4].map(() => made(message('hjælp'), about));
    await Promise.all(bodies.map((body) => door.raw(body)));
    expect(shown(door, about), 'at once').to.equal(4);
    const elsewhere = conversation();
    await door.raw(made(message('hjælp'), elsewhere, messages));
    expect(shown(door, elsewhere), 'the same id in another conversation').to.equal(1);
  });

  it('is played anew when the first time failed', async () => {
    const broken = new TeamsDoor();
    await broken.open();
    broken.connector.next('POST', { status: 413, code: 'MessageSizeTooBig' });
    const about = conversation();
    const body = JSON.stringify({ ...broken.activity({ ...message('hjælp'), conversation: about }) });
    await broken.raw(body);
    expect(broken.log.filter(({ event }) => event === 'turn-failed')).to.have.length(1);
    const apologies = shown(broken, about);
    await broken.raw(body);
    expect(shown(broken, about)).to.equal(apologies + 1);
    await broken.close();
  });
});
