import { expect } from 'chai';
import type { Dialogs } from '../../src/trees/index.ts';
import { dialogs, tree } from '../helpers/content.ts';
import { textsOf } from '../helpers/cardReader.ts';
import { cardIn, offered, TestGuide, type Reply, type Talk } from '../helpers/talk.ts';

const secret = 'Snurretop';
/** A tree with an arrow that leads nowhere, which no check would let through: its walk breaks after the first answer. */
const brokenTree: Dialogs = {
  ...dialogs,
  trees: new Map([
    [tree.id, { ...tree, nodes: { ...tree.nodes, 'asks-hospital-plan': { decide: 'asks-hospital-plan', next: {} } } }],
  ]),
};
/** Dialogs without a phrase that they need. */
const brokenPhrase: Dialogs = {
  ...dialogs,
  phrases: Object.fromEntries(Object.entries(dialogs.phrases).filter(([key]) => key !== 'question.progress')),
};
/** Dialogs that fail in a way that nobody thought of, with what was typed in the message. */
const brokenMenu: Dialogs = {
  ...dialogs,
  get menu(): Dialogs['menu'] {
    throw new RangeError(`unexpected input: ${secret}`);
  },
};

/** The failures in the log of a guide. */
const failed = ({ log }: TestGuide) => log.filter(({ event }) => event === 'turn-failed');

const expectCalm = (guide: TestGuide, reply: Reply, code: string, cause: string): void => {
  expect(failed(guide)).to.have.length(1);
  const [entry] = failed(guide);
  expect(entry).to.include({ code, cause });
  expect(entry).to.have.all.keys('event', 'reference', 'code', 'cause', 'channel', 'type');
  const texts = textsOf(cardIn(reply));
  expect(texts).to.include(dialogs.phrases['error.heading']);
  expect(texts.join('\n')).to.contain(String(entry?.reference));
  expect([...new Set(offered(reply).map(({ kind }) => kind))]).to.deep.equal(['menu', 'help']);
  const shown = JSON.stringify(reply.messages) + JSON.stringify(guide.log);
  expect(shown).not.to.match(/\.ts\b|\bat \w+|node_modules|Error:/u);
  expect(shown).not.to.contain(secret);
};

describe('a turn that fails', () => {
  it('inside a dialog gives one calm card with a reference, and the log has the code of the real error', async () => {
    const guide = new TestGuide({ dialogs: brokenTree });
    const talk = guide.talk();
    await talk.click({ kind: 'start', tree: tree.id });
    const before = await talk.state();
    expectCalm(guide, await talk.say('genoptræning'), 'GUIDE_INTERNAL', 'InternalError');
    expect(await talk.state(), 'the state is kept as it was').to.deep.equal(before);
  });

  it('while a card is made gives the same', async () => {
    const guide = new TestGuide({ dialogs: brokenPhrase });
    expectCalm(guide, await guide.talk().say('hvilken paragraf'), 'GUIDE_INTERNAL', 'InternalError');
  });

  it('in a way that nobody thought of gives the same, and tells nobody what was typed', async () => {
    const guide = new TestGuide({ dialogs: brokenMenu });
    expectCalm(guide, await guide.talk().say(`${secret} faldt i går`), 'GUIDE_UNEXPECTED', 'RangeError');
  });

  it('after a click that Teams waits on is answered too, and Teams shows no error of its own', async () => {
    const guide = new TestGuide({ dialogs: brokenTree });
    const talk = guide.talk('msteams');
    await talk.execute({ kind: 'start', tree: tree.id });
    const answer = { kind: 'answer', ...(await talk.walk()), question: 'need', option: 'regain' };
    const reply = await talk.execute(answer);
    expect(reply).to.have.nested.property('status', 200);
    expect(reply.body).to.include({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expectCalm(guide, reply, 'GUIDE_INTERNAL', 'InternalError');
  });

  it('on a channel of text alone gives the sentence and the reference as text', async () => {
    const guide = new TestGuide({ dialogs: brokenPhrase });
    const { messages } = await guide.talk('console').say('hvilken paragraf');
    expect(messages).to.have.length(1);
    expect(messages[0]?.text).to.contain(String(failed(guide)[0]?.reference));
  });

  it('does not spoil the next one', async () => {
    const guide = new TestGuide({ dialogs: brokenTree });
    const talk: Talk = guide.talk();
    await talk.click({ kind: 'start', tree: tree.id });
    await talk.say('genoptræning');
    expect((await talk.say('hjælp')).views.map(({ kind }) => kind)).to.deep.equal(['help']);
    expect(failed(guide)).to.have.length(1);
  });

  it('has a reference of its own each time', async () => {
    const guide = new TestGuide({ dialogs: brokenPhrase });
    for (let turn = 0; turn < 5; turn++) await guide.talk().say('hvilken paragraf');
    expect(new Set(failed(guide).map(({ reference }) => reference))).to.have.length(5);
  });
});
