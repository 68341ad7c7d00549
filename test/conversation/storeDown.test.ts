import type { Storage, StoreItems } from 'botbuilder';
import { expect } from 'chai';
import { StorageError } from '../../src/errors.ts';
import { openStorage } from '../../src/storage/index.ts';
import { dialogs, tree } from '../helpers/content.ts';
import { textsOf, type ActionData } from '../helpers/cardReader.ts';
import { cardIn, offered, seen, TestGuide, type Reply, type Talk } from '../helpers/talk.ts';
import { randomWalks } from './walks.ts';

const notice = dialogs.phrases['note.storeDown']!;
const some = { need: 'regain', hospitalPlan: 'none' };
const refused = (): StorageError => new StorageError('State could not be read.', 'The database refused.', 'Check it.');

/** The ways in which a store fails. */
const failures = {
  'refuses to read': { read: () => Promise.reject(refused()), write: undefined },
  'refuses to write': { read: undefined, write: () => Promise.reject(refused()) },
  'refuses both': { read: () => Promise.reject(refused()), write: () => Promise.reject(refused()) },
  'throws what is none of ours': {
    read: (): never => {
      throw new TypeError('socket hang up');
    },
    write: undefined,
  },
  'never answers a read': { read: () => new Promise<never>(() => undefined), write: undefined },
  'never answers a write': { read: undefined, write: () => new Promise<never>(() => undefined) },
} as const;
type Failure = keyof typeof failures;
const quick = (Object.keys(failures) as Failure[]).filter((failure) => !failure.startsWith('never'));

/** A store that works until it is told to fail. */
class FailingStore implements Storage {
  readonly #kept = openStorage({ databaseUrl: 'memory:', dataDir: '', now: () => new Date('2026-11-22T09:00:00Z') });
  failure: Failure | undefined;

  read(keys: string[]): Promise<StoreItems> {
    const broken = this.failure && failures[this.failure].read;
    return broken ? broken() : this.#kept.read(keys);
  }

  write(changes: StoreItems): Promise<void> {
    const broken = this.failure && failures[this.failure].write;
    return broken ? broken() : this.#kept.write(changes);
  }

  delete(keys: string[]): Promise<void> {
    return this.#kept.delete(keys);
  }
}

const open = () => {
  const storage = new FailingStore();
  const guide = new TestGuide({ storage });
  return { storage, guide };
};

/** One message that leads on and says that nothing is remembered. */
const expectSaid = (reply: Reply): void => {
  expect(reply.status).to.equal(200);
  expect(offered(reply).length, 'actions').to.be.above(0);
  const card = cardIn(reply);
  const said = card.lang === 'en' ? dialogs.phrasesEnglish['note.storeDown']! : notice;
  expect(textsOf(card)).to.include(said);
  expect(reply.messages[0]?.speak).to.contain(said);
};

const typed = [...Object.values(dialogs.menu.commands).map(([word]) => word!), 'hvilken paragraf', 'ja da', 'vrøvl'];
const clicks = (talk: Talk): ActionData[] =>
  (['answer', 'back', 'restart', 'why', 'edit', 'text', 'start', 'menu', 'help'] as const).map((kind) => ({
    ...{ kind, ...talk.card(some) },
    ...{ question: kind === 'edit' ? 'need' : 'pensionAge', option: 'reached' },
  }));

describe('while the store is down', () => {
  for (const failure of ['refuses to read', 'refuses both', 'throws what is none of ours'] as const)
    it(`and ${failure}, every command and click gets a reply that leads on and says so`, async () => {
      const { storage, guide } = open();
      storage.failure = failure;
      for (const text of typed) expectSaid(await guide.talk().say(text));
      const talk = guide.talk('msteams');
      for (const data of clicks(talk)) {
        expectSaid(await talk.click(data));
        expectSaid(await talk.execute(data));
      }
      expectSaid(await talk.join());
      const codes = new Set(guide.log.filter(({ event }) => event === 'store-down').map(({ code }) => code));
      expect([...codes]).to.deep.equal([
        failure === 'throws what is none of ours' ? 'GUIDE_UNEXPECTED' : 'GUIDE_STORAGE',
      ]);
      expect(guide.log.filter(({ event }) => event === 'turn-failed')).to.deep.equal([]);
    });

  it('for writes alone, what would change the state says so, and the rest is as ever', async () => {
    const { storage, guide } = open();
    const talk = await guide.talk().stand(some);
    storage.failure = 'refuses to write';
    for (const text of ['ja', 'tilbage', 'ret', 'forfra']) expectSaid(await talk.say(text));
    for (const text of ['hvorfor', 'hjælp', 'hej', 'vrøvl'])
      expect(textsOf(cardIn(await talk.say(text))), text).not.to.include(notice);
    expect(await talk.answers()).to.deep.equal(some);
  });

  it('a store that never answers is waited for, but not for two seconds', async () => {
    const waits = (['never answers a read', 'never answers a write'] as const).flatMap((failure) =>
      [0, 1, 2].map(async (which) => {
        const { storage, guide } = open();
        const talk = await guide.talk().stand(some);
        storage.failure = failure;
        const began = performance.now();
        const give = [() => talk.say('ja'), () => talk.click(clicks(talk)[0]!), () => talk.say('forfra')][which]!;
        expectSaid(await give());
        expect(performance.now() - began, failure).to.be.within(1000, 2000);
      }),
    );
    await Promise.all(waits);
  });

  for (const failure of quick)
    it(`and ${failure}, the buttons lead a whole walk to its end`, async () => {
      for (const { stops, outcome } of randomWalks(8, 15)) {
        const { storage, guide } = open();
        const talk = guide.talk();
        let reply = await talk.click({ kind: 'start', tree: tree.id });
        storage.failure = failure;
        for (const { question, chosen } of stops) {
          const button = offered(reply).find(({ kind }) => kind === 'answer')!;
          expect(button.question).to.equal(question);
          reply = await talk.click({ ...button, option: chosen.id });
          expectSaid(reply);
        }
        const node = tree.nodes[outcome] as { outcome: string };
        expect(seen(reply, 'outcome').title).to.equal(node.outcome);
      }
    });

  it('a typed answer is not remembered, and the reply says so', async () => {
    const { storage, guide } = open();
    const talk = await guide.talk().stand(some);
    storage.failure = 'refuses to read';
    const reply = await talk.say('ja');
    expectSaid(reply);
    expect(seen(reply, 'menu').items).to.have.length.above(0);
    storage.failure = undefined;
    expect(await talk.answers()).to.deep.equal(some);
  });

  it('a text message says so too', async () => {
    const { storage, guide } = open();
    storage.failure = 'refuses both';
    for (const text of ['hej', 'hjælp', 'hvilken paragraf']) {
      const { messages } = await guide.talk('console').say(text);
      expect(String(messages[0]?.text)).to.contain(notice);
    }
  });
});

describe('when the store is back', () => {
  for (const failure of quick)
    it(`after it ${failure}, the walk goes on with all its answers, clicked and then typed`, async () => {
      for (const { stops, answers } of randomWalks(9, 16).filter((walk) => walk.stops.length > 4)) {
        const { storage, guide } = open();
        const talk = guide.talk();
        let reply = await talk.click({ kind: 'start', tree: tree.id });
        for (const [at, { chosen }] of stops.entries()) {
          storage.failure = at === 1 || at === 2 ? failure : undefined;
          const button = offered(reply).find(({ kind }) => kind === 'answer')!;
          reply = at > 3 ? await talk.say(chosen.label) : await talk.click({ ...button, option: chosen.id });
        }
        storage.failure = undefined;
        expect(await talk.answers()).to.deep.equal(answers);
        expect(textsOf(cardIn(reply))).not.to.include(notice);
      }
    });
});
