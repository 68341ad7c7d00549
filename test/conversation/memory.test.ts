import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { keysOf } from '../../src/bot/conversationStore.ts';
import { freshState } from '../../src/bot/state.ts';
import { openStorage } from '../../src/storage/index.ts';
import { dialogs, tree } from '../helpers/content.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';
import { seen, TestGuide } from '../helpers/talk.ts';
import { placesOn, randomWalks } from './walks.ts';

/** What care workers might type, and no tree, phrase or id holds. */
const told = [
  'Kaj Snurretop faldt i badet og slog hoften',
  'cpr 010203-1234',
  'hun hedder Trommesalsine',
  'Kvidderfugl!',
  'ring til 22334455 eller skriv til kaj@snurretop.dk',
  'dato Blishønemandag',
  'pr. Gøgedag',
  'Tilbage til Snurretoppen',
  'nej Snurretop',
];
const tellingWords = [
  ...new Set(told.join(' ').split(/[^\p{L}\p{N}@-]+/u)),
  'snurretop',
  'blishøne',
  '203-1234',
  '010203',
].filter((word) => /^(?:[A-ZÅÆØ]|[0-9]{3}|.*@)|snurre|blis/u.test(word));

describe('what is kept of a long conversation', () => {
  const folder = temporaryFolder();
  const now = (): Date => new Date('2026-11-22T09:00:00Z');
  after(() => folder.remove());

  it('holds none of the words that were typed, in any row or byte of the database', async () => {
    const storage = openStorage({ dataDir: folder.path, now });
    const talk = new TestGuide({ storage }).talk();
    await talk.join();
    for (const { answers, chosen } of placesOn(randomWalks(3, 12))) {
      for (const text of told) await talk.say(text);
      await talk.stand(answers);
      for (const text of told) await talk.say(text);
      await talk.say(chosen.label);
      for (const text of ['ret', ...told, 'forfra', ...told, 'hvorfor', 'tekst', ...told]) await talk.say(text);
    }
    const raw = readdirSync(folder.path).map((file) => readFileSync(join(folder.path, file)).toString('latin1'));
    await storage.close();
    const database = new DatabaseSync(join(folder.path, 'state.sqlite'), { readOnly: true });
    const rows = database.prepare('SELECT * FROM state').all();
    database.close();
    expect(
      rows.map(({ key }) => key),
      'this conversation’s state, and what is kept beside it',
    ).to.have.members([...keysOf(talk.key)]);
    expect(JSON.stringify(rows)).to.contain(tree.id);
    const dump = [JSON.stringify(rows), ...raw].join('\n').toLowerCase();
    expect(tellingWords.length).to.be.above(10);
    for (const word of tellingWords) {
      expect(dump.includes(word.toLowerCase()), word).to.equal(false);
      expect(dump.includes(Buffer.from(word.toLowerCase()).toString('latin1')), word).to.equal(false);
    }
  });

  it('is nothing at all for someone who only says hello', async () => {
    const talk = new TestGuide().talk();
    for (const text of ['hej', 'hjælp', 'menu', 'tak', told[0]!, 'ja', 'nej', 'tilbage']) await talk.say(text);
    expect(await talk.guide.storage.read([...keysOf(talk.key)])).to.be.empty;
  });

  it('is the same after a restart of the program', async () => {
    const again = temporaryFolder();
    const first = openStorage({ dataDir: again.path, now });
    const talk = new TestGuide({ storage: first }).talk();
    await talk.stand({ need: 'regain' });
    await first.close();
    const second = openStorage({ dataDir: again.path, now });
    const later = new TestGuide({ storage: second }).talk();
    expect(later.key).to.equal(talk.key);
    expect(seen(await later.say('1'), 'question').answers).to.deep.equal({ need: 'regain', hospitalPlan: 'none' });
    await second.close();
    again.remove();
  });
});

describe('state that cannot be read', () => {
  const walk = { tree: tree.id, run: 'r', answers: { need: 'regain' } };
  const stack = [{ id: 'decision-tree', state: walk }];
  const unreadable: Readonly<Record<string, object>> = {
    'of a later version': { ...freshState(), version: 2, somethingNew: [1] },
    'with no version': { dialogs: { dialogStack: stack } },
    'with a dialog that no longer exists': {
      ...freshState(),
      dialogs: { dialogStack: [{ id: 'checklist-dialog', state: walk }] },
    },
    'with free text in it': { ...freshState(), finished: { ...walk, answers: { need: 'hr. Jensen' } } },
    'of another program': { conversationData: { text: 'x' }, userProfile: [] },
    'that is empty': {},
  };

  for (const [what, stored] of Object.entries(unreadable))
    it(`${what} begins afresh, politely, and is replaced`, async () => {
      const guide = new TestGuide();
      for (const [say, kind] of [
        ['hej', 'note'],
        ['ja', 'menu'],
        ['tilbage', 'menu'],
        ['hjælp', 'help'],
        ['hvilken paragraf', 'question'],
      ] as const) {
        const talk = guide.talk();
        await guide.storage.write({ [talk.key]: { ...stored, eTag: '*' } });
        seen(await talk.say(say), kind);
      }
      const talk = guide.talk();
      await guide.storage.write({ [talk.key]: { ...stored, eTag: '*' } });
      const card = { kind: 'answer', ...talk.card({ need: 'regain' }), question: 'hospitalPlan', option: 'none' };
      expect(seen(await talk.click(card), 'question').question).to.equal('pensionAge');
      expect(await talk.state()).to.have.property('version', 1);
      expect(guide.log.filter(({ event }) => event !== 'turn')).to.deep.equal([]);
    });
});

describe('state of a tree that changed', () => {
  const without = (option: string) => {
    const changed = structuredClone({ ...tree, nodes: { ...tree.nodes } });
    const need = changed.nodes.need as { options: { id: string }[] };
    need.options = need.options.filter(({ id }) => id !== option);
    return { ...dialogs, trees: new Map([[tree.id, changed]]) };
  };

  it('asks again for an answer that is no longer there, and keeps nothing that hangs on it', async () => {
    const talk = await new TestGuide({ dialogs: without('regain') })
      .talk()
      .stand({ need: 'regain', hospitalPlan: 'none' });
    expect(seen(await talk.say('fortsæt'), 'question').question).to.equal('need');
    await talk.say('sygepleje');
    expect((await talk.answers())?.need).to.equal('nursing');
  });

  it('begins afresh, politely, when the tree is gone', async () => {
    const gone = { ...dialogs, trees: new Map([['en-anden', { ...tree, id: 'en-anden', triggers: ['noget andet'] }]]) };
    const guide = new TestGuide({ dialogs: gone });
    for (const give of [
      ...['ja', '1', 'tilbage', 'hvorfor', 'ret', 'forfra', 'fortsæt', 'hej', 'menu', 'vrøvl'].map(
        (text) => (talk: ReturnType<TestGuide['talk']>) => talk.say(text),
      ),
      (talk: ReturnType<TestGuide['talk']>) => talk.join(),
      (talk: ReturnType<TestGuide['talk']>) =>
        talk.click({ kind: 'answer', ...talk.card({ need: 'regain' }), question: 'hospitalPlan', option: 'none' }),
    ]) {
      const talk = await guide.talk().stand({ need: 'regain' });
      expect(seen(await give(talk), 'offer').text).to.equal(dialogs.phrases['note.topicUnavailable']);
      expect((await talk.state())?.dialogs.dialogStack).to.deep.equal([]);
      expect(await give(talk))
        .to.have.property('messages')
        .with.length.above(0);
    }
    const talk = await guide.talk().stand({ need: 'regain' });
    expect(seen(await talk.say('noget andet'), 'question').tree).to.equal('en-anden');
  });
});
