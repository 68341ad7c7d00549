import type { Storage, StoreItems } from 'botbuilder';
import { expect } from 'chai';
import { StaleWriteError } from '../../src/errors.ts';
import { openStorage } from '../../src/storage/index.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';
import { seen, TestGuide, type Reply } from '../helpers/talk.ts';
import { placesOn, positionOf, randomWalks } from './walks.ts';

const now = (): Date => new Date('2026-11-22T09:00:00Z');
const stale = (): StaleWriteError => new StaleWriteError('Someone else was first.', 'In this test.', 'Try again.');

/** A store that loses the first writes to someone else, and counts what it is asked. */
const losing = (losses: number) => {
  const kept = openStorage({ databaseUrl: 'memory:', dataDir: '', now });
  const counted = { reads: 0, writes: 0, won: 0 };
  const storage: Storage = {
    read: (keys: string[]): Promise<StoreItems> => {
      counted.reads++;
      return kept.read(keys);
    },
    write: async (changes: StoreItems): Promise<void> => {
      counted.writes++;
      if (counted.writes <= losses) throw stale();
      await kept.write(changes);
      counted.won++;
    },
    delete: (keys: string[]): Promise<void> => kept.delete(keys),
  };
  return { storage, counted, kept };
};

const oneEach = (replies: readonly Reply[]): void => {
  for (const { messages, views } of replies) expect([messages.length, views.length]).to.deep.equal([1, 1]);
};

describe('two turns at once', () => {
  const folder = temporaryFolder();
  const storage = openStorage({ dataDir: folder.path, now });
  const guide = new TestGuide({ storage });
  const lost = { count: 0 };
  const write = storage.write.bind(storage);
  storage.write = (changes: StoreItems): Promise<void> =>
    write(changes).catch((error: unknown) => {
      lost.count++;
      throw error;
    });
  after(async () => {
    await storage.close();
    folder.remove();
  });

  it('in 100 pairs over one SQLite file lose no answer, and each gets its own reply', async () => {
    const pairs = placesOn(randomWalks(200, 13)).filter(({ answers }) => Object.keys(answers).length > 0);
    for (const { answers, question, chosen } of pairs.slice(0, 100)) {
      const talk = await guide.talk().stand(answers);
      const date = '2027-01-05';
      const replies = await Promise.all([
        talk.click({ kind: 'answer', ...talk.card(answers), question, option: chosen.id }),
        talk.click({ kind: 'answer', ...talk.card(answers), question: 'date', option: date }),
      ]);
      oneEach(replies);
      const kept = await talk.answers();
      expect(kept?.date, 'the day').to.equal(date);
      // Only the day itself may have made the answer fall away, and then its question is not asked any more.
      const position = positionOf(kept ?? {});
      if (position.path.includes(question) || position.id === question)
        expect(kept?.[question], JSON.stringify(kept)).to.equal(chosen.id);
    }
    expect(lost.count, 'turns that were played again').to.be.above(50);
    expect(guide.log.filter(({ event }) => event !== 'turn')).to.deep.equal([]);
  });

  it('answer in the order in which they are saved: the reply to the later one knows the earlier', async () => {
    for (let pair = 0; pair < 20; pair++) {
      const talk = await guide.talk().stand({});
      const replies = await Promise.all([talk.say('genoptræning'), talk.say('nej, ingen plan')]);
      oneEach(replies);
      const { need, hospitalPlan } = (await talk.answers())!;
      expect(need).to.equal('regain');
      // The second was either heard after the first, and counted, or before it, and was not understood.
      const notes = replies.map(({ views }) => (views[0] as { note?: string }).note !== undefined);
      expect(notes).to.deep.equal([false, hospitalPlan === undefined]);
    }
  });

  it('by two programs on one file lose no answer either', async () => {
    const other = openStorage({ dataDir: folder.path, now });
    const second = new TestGuide({ storage: other });
    for (let pair = 0; pair < 20; pair++) {
      const here = guide.talk();
      await here.stand({ need: 'regain' });
      const data = { ...here.card({ need: 'regain' }), kind: 'answer' };
      const about = { channelId: 'directline', conversation: { id: here.key.split('/').at(-1) } };
      const people = { from: { id: 'user' }, recipient: { id: 'paragrafguiden' }, serviceUrl: 'urn:test' };
      await Promise.all([
        here.click({ ...data, question: 'hospitalPlan', option: 'none' }),
        second.receive({
          type: 'message',
          ...about,
          ...people,
          value: { ...data, question: 'date', option: '2027-01-05' },
        }),
      ]);
      expect(await here.answers()).to.deep.equal({ need: 'regain', hospitalPlan: 'none', date: '2027-01-05' });
    }
    await other.close();
  });

  it('of many users do not touch each other', async () => {
    const walks = randomWalks(30, 14);
    const talks = walks.map(() => guide.talk());
    await Promise.all(
      walks.map(async ({ stops }, at) => {
        await talks[at]!.stand({});
        for (const { chosen } of stops) await talks[at]!.say(chosen.label);
      }),
    );
    for (const [at, { answers }] of walks.entries()) expect(await talks[at]!.answers()).to.deep.equal(answers);
  });
});

describe('a turn that lost the race', () => {
  for (const losses of [1, 2, 7])
    it(`is played again on the fresh state, ${String(losses)} times, and says only what was saved`, async () => {
      const { storage, counted, kept } = losing(losses);
      const guide = new TestGuide({ storage });
      const talk = guide.talk();
      const reply = await talk.at({ need: 'regain' });
      expect(seen(reply, 'question').question).to.equal('hospitalPlan');
      expect(counted).to.deep.equal({ reads: losses + 1, writes: losses + 1, won: 1 });
      expect(await kept.read([talk.key])).to.have.property(talk.key);
    });

  it('takes what the other one saved meanwhile', async () => {
    const { storage, kept } = losing(0);
    const guide = new TestGuide({ storage });
    const talk = await guide.talk().stand({ need: 'regain' });
    const write = storage.write.bind(storage);
    let met = false;
    storage.write = async (changes): Promise<void> => {
      if (!met) {
        met = true;
        const { [talk.key]: item } = (await kept.read([talk.key])) as Record<string, object>;
        await kept.write({ [talk.key]: { ...item, welcomed: true } });
      }
      await write(changes);
    };
    await talk.say('nej');
    expect(await talk.state()).to.deep.include({ welcomed: true });
    expect(await talk.answers()).to.deep.equal({ need: 'regain', hospitalPlan: 'none' });
  });

  it('eight times in a row gives one calm error, and the state is as it was', async () => {
    const { storage, counted } = losing(Number.POSITIVE_INFINITY);
    const guide = new TestGuide({ storage });
    const talk = guide.talk();
    const { messages, status } = await talk.at({ need: 'regain' });
    expect([messages.length, status, counted.writes, counted.won]).to.deep.equal([1, 200, 8, 0]);
    expect(guide.log.filter(({ event }) => event === 'turn-failed').map(({ code }) => code)).to.deep.equal([
      'GUIDE_TURN',
    ]);
    expect(await talk.state()).to.equal(undefined);
  });
});
