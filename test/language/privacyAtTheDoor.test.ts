import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { readIntent } from '../../src/bot/intent.ts';
import { holdsPersonalData, officesOf } from '../../src/language/index.ts';
import { openStorage } from '../../src/storage/index.ts';
import { temporaryFolders } from '../storage/support.ts';
import { dialogs, knowledge, projectRoot, tree } from '../helpers/content.ts';
import { TestGuide, cardIn, offered, type Reply, type Talk } from '../helpers/talk.ts';

const forms = readFileSync(join(projectRoot, 'test/privacy/forms.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);
const warnings = [dialogs.phrases, dialogs.phrasesEnglish].map((phrases) => phrases['note.personalData'] ?? '-');
/** Ways into the guide that can carry a text. */
const ways: Readonly<Record<string, (text: string) => object>> = {
  'as a message': (text) => ({ type: 'message', text }),
  'as a message beside a card': (text) => ({ type: 'message', text, value: { kind: 'menu' } }),
  "as a card's option": (text) => ({ type: 'message', value: { kind: 'answer', tree: tree.id, option: text } }),
  "as a card's answers": (text) => ({
    type: 'message',
    value: { kind: 'start', tree: tree.id, run: 'r-1', answers: { need: text } },
  }),
  "as a form's input": (text) => ({ type: 'message', value: { kind: 'answer', tree: tree.id, need: text } }),
  'as the name of an input': (text) => ({ type: 'message', value: { kind: 'answer', tree: tree.id, [text]: 'ja' } }),
  "as a walk's name": (text) => ({ type: 'message', value: { kind: 'start', tree: tree.id, run: text } }),
  'as an executed action': (text) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'answer', data: { kind: 'answer', option: text } } },
  }),
};
const dialogsWith = (activity: object): unknown => readIntent(activity, dialogs, officesOf(knowledge));

/** Nothing of what came in: its kind, and which language to answer in. */
const expectBare = (intent: unknown, text: string): void => {
  expect(intent, text).to.have.all.keys('kind', 'isEnglish').and.to.include({ kind: 'personal-data' });
  expect((intent as { isEnglish: unknown }).isEnglish, text).to.be.a('boolean');
};

describe('personal data at the door', () => {
  for (const [way, activity] of Object.entries(ways))
    it(`is an intent that bears nothing, when it comes ${way}`, () => {
      for (const text of forms) expectBare(dialogsWith(activity(text)), text);
    });

  it('is not seen in what the guide itself offers to say or click', () => {
    const offices = officesOf(knowledge);
    const words = [
      ...Object.values(dialogs.menu.commands).flat(),
      ...Object.values(dialogs.phrases),
      ...[...dialogs.trees.values()].flatMap(({ title, triggers }) => [title, ...triggers]),
    ];
    expect(words.filter((text) => holdsPersonalData(text, offices))).to.deep.equal([]);
  });

  it('is not seen in the name that a channel writes first', () => {
    const text = '<at>Jens Hansen</at> hjælp';
    expect(dialogsWith({ type: 'message', text })).to.deep.include({ kind: 'command', command: 'help' });
  });

  it('stops at the door even when it would be a command, a start or an answer with the rest taken away', () => {
    for (const word of ['menu', 'hjælp', tree.title, 'ja'])
      for (const text of [`${word} 260337-1573`, `260337-1573\n${word}`])
        expectBare(dialogsWith({ type: 'message', text }), text);
  });
});

describe('the answer to personal data', () => {
  const guide = new TestGuide();
  const check = (reply: Reply, text: string): void => {
    const card = JSON.stringify(cardIn(reply));
    expect(
      warnings.filter((warning) => card.includes(JSON.stringify(warning).slice(1, -1))),
      text,
    ).to.have.length(1);
    expect(JSON.stringify(reply), text).not.to.include(JSON.stringify(text).slice(1, -1));
    expect(offered(reply), text).not.to.deep.equal([]);
  };

  it('asks for the question without it, repeats nothing, and offers a way forward', async () => {
    for (const text of forms) check(await guide.talk().say(text), text);
  });

  it('leaves an open walk where it is, and leads back to it', async () => {
    const talk = guide.talk();
    await talk.stand({ need: 'regain' });
    const stored = await talk.state();
    check(await talk.say('Borger 260337-1573 er faldet'), '260337-1573');
    expect((await talk.state())?.dialogs).to.deep.equal(stored?.dialogs);
    expect(JSON.stringify(offered(await talk.say('Borger 260337-1573 er faldet')))).to.include(talk.run);
  });

  it('comes for an executed action too, with a response', async () => {
    const reply = await guide.talk().execute({ kind: 'answer', tree: tree.id, note: 'cpr 260337-1573' });
    check(reply, '260337-1573');
    expect(reply.status).to.equal(200);
  });
});

/** What would tell of a form: itself, and its rows of digits, but for those that ids and times have too. */
const tracesOf = (text: string): readonly string[] => [text, ...(text.match(/\d{6,}/gu) ?? [])];

describe('personal data, looked for afterwards', () => {
  const folder = temporaryFolders();
  const odd = ['Qvistenborg', 'qvistenborg', '260337', '1573', 'zxq41', '41902736', 'Valnøddehaven'];
  const canaries = [
    'Borger Jens Qvistenborg, cpr 260337-1573, har fået demens',
    'jens qvistenborg, Valnøddehaven 26C 1. th.',
    'skriv til zxq41@example.com eller ring 41902736',
  ];
  const said = [...forms, ...canaries];
  let dataDir = '';
  let guide: TestGuide;

  before(async () => {
    dataDir = folder();
    guide = new TestGuide({ storage: openStorage({ dataDir, now: () => new Date('2026-11-22T09:00:00Z') }) });
    const talkOf = async (): Promise<Talk> => guide.talk().stand({ need: 'regain' });
    for (const text of said) {
      await (await talkOf()).say(text);
      for (const activity of Object.values(ways))
        await (await talkOf()).send(activity(text) as { readonly type: string });
    }
  });

  after(async () => {
    await (guide.storage as ReturnType<typeof openStorage>).close();
  });

  it('stands in no row that SQLite holds', () => {
    const database = new DatabaseSync(join(dataDir, 'state.sqlite'), { readOnly: true });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const rows = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all());
    database.close();
    expect(rows.length).to.be.above(said.length);
    const dump = JSON.stringify(rows.map((row) => Object.entries(row).filter(([column]) => column !== 'etag')));
    const times = new RegExp(String(new Date('2026-11-22T09:00:00Z').getTime()), 'gu');
    const kept = said
      .flatMap(tracesOf)
      .filter((trace) => dump.replace(times, '').includes(JSON.stringify(trace).slice(1, -1)));
    expect(kept).to.deep.equal([]);
  });

  it('stands nowhere in the files of the store', () => {
    const files = readdirSync(dataDir);
    expect(files).to.include('state.sqlite');
    for (const file of files) {
      const bytes = readFileSync(join(dataDir, file));
      expect(
        said.filter((text) => bytes.includes(text)),
        file,
      ).to.deep.equal([]);
      expect(
        odd.filter((word) => word.length > 5 && bytes.includes(word)),
        file,
      ).to.deep.equal([]);
    }
  });

  it('stands in no entry of the log', () => {
    const log = JSON.stringify(guide.log);
    expect(guide.log.length).to.be.at.least(said.length);
    expect([...said, ...odd].filter((text) => log.includes(JSON.stringify(text).slice(1, -1)))).to.deep.equal([]);
  });

  it('stands in no error, log or reply when the turn fails', async () => {
    const failing = new TestGuide();
    Object.defineProperty(failing, 'today', {
      get: () => {
        throw new RangeError('The calendar is gone.');
      },
    });
    for (const text of canaries) {
      const reply = await failing.talk().say(text);
      const all = JSON.stringify([reply, failing.log]);
      expect(failing.log.some(({ event }) => event === 'turn-failed')).to.equal(true);
      expect(odd.filter((word) => all.includes(word))).to.deep.equal([]);
    }
  });

  it('stands in no log or reply when the store is down', async () => {
    const gone = (): Promise<never> => Promise.reject(new Error('The disk is gone.'));
    const broken = new TestGuide({ storage: { read: gone, write: gone, delete: gone } });
    for (const text of canaries) {
      const reply = await broken.talk().say(text);
      const all = JSON.stringify([reply, broken.log]);
      expect(all).to.include(JSON.stringify(warnings[0]).slice(1, -1));
      expect(odd.filter((word) => all.includes(word))).to.deep.equal([]);
    }
  });
});
