import { expect } from 'chai';
import fc from 'fast-check';
import { readIntent, type Intent } from '../../src/bot/intent.ts';
import { answersSchema } from '../../src/bot/state.ts';
import { dialogs, sampled, tree } from '../helpers/content.ts';
import { TestGuide } from '../helpers/talk.ts';

const read = (activity: object): Intent => readIntent(activity, dialogs);
const message = (more: object): Intent => read({ type: 'message', ...more });
const executed = (value: unknown): Intent => read({ type: 'invoke', name: 'adaptiveCard/action', value });
const action = { kind: 'answer', tree: 'hvilken-paragraf', run: 'id-1', question: 'need', option: 'regain' } as const;

describe('readIntent', () => {
  describe('on text', () => {
    for (const [command, words] of Object.entries(dialogs.menu.commands))
      for (const word of words)
        it(`takes "${word}" for the command ${command}, whatever its case and the signs around it`, () => {
          for (const text of [word, ` ${word.toUpperCase()} `, /\p{L}/u.test(word) ? `${word}!` : word])
            expect(message({ text })).to.deep.include({ kind: 'command', command });
        });

    for (const trigger of [tree.title, ...tree.triggers])
      it(`takes "${trigger}" for a start of the tree`, () => {
        expect(message({ text: `${trigger}?` })).to.deep.include({ kind: 'start', tree: tree.id });
      });

    const buttons = Object.entries(dialogs.phrases).filter(
      ([key, words]) =>
        key.startsWith('action.') && !words.includes('{') && key !== 'action.answer' && key !== 'action.start',
    );
    for (const [key, words] of buttons)
      it(`knows "${words}", because a button says it (${key})`, () => {
        expect(message({ text: words }).kind).to.equal('command');
      });

    it('hands on anything else as it was said', () => {
      expect(message({ text: ' han falder tit ' })).to.deep.equal({ kind: 'said', text: 'han falder tit' });
    });

    it('is silent about nothing at all', () => {
      for (const more of [{}, { text: '' }, { text: '  \n' }, { text: null }, { text: 7 }, { attachments: [] }])
        expect(message(more), JSON.stringify(more)).to.deep.equal({ kind: 'nothing' });
    });

    it('does not understand a picture alone, and says so', () => {
      expect(message({ attachments: [{ contentType: 'image/png' }] })).to.deep.equal({ kind: 'unreadable' });
    });

    it('leaves out the names that a channel writes first', () => {
      const text = '<at>Paragrafguiden</at>&nbsp;hjælp ';
      expect(message({ text })).to.deep.include({ kind: 'command', command: 'help' });
      expect(message({ text: '<at id="0">Paragrafguiden</at> ' })).to.deep.include({ command: 'menu' });
    });

    it('reads any number of brackets in no time', () => {
      for (const length of [19_996, 400_000]) {
        const began = performance.now();
        expect(['said', 'personal-data']).to.include(message({ text: '<at>'.repeat(length / 4) }).kind);
        expect(performance.now() - began, String(length)).to.be.below(250);
      }
    });

    it('lets nothing of what names someone past the door', () => {
      for (const text of ['010203-1234', 'cpr 0102031234', 'Jens Hansen, Nørregade 7', 'skriv til jens@hansen.dk'])
        for (const more of [
          { text },
          { value: { ...action, note: text } },
          { value: { [text]: 'x' } },
          { value: text },
        ])
          expect(message(more), JSON.stringify(more)).to.deep.equal({ kind: 'personal-data', isEnglish: false });
    });
  });

  describe('on the value of a card', () => {
    it('reads what the contract names, and keeps no key of its own making', () => {
      const { kind, action: given } = message({ value: { ...action, msteams: { x: 1 }, size: 3 } }) as Extract<
        Intent,
        { kind: 'action' }
      >;
      expect(kind).to.equal('action');
      expect(given).to.include(action);
      expect(given).not.to.have.any.keys('msteams', 'size');
    });

    it('prefers the value to a text beside it', () => {
      expect(message({ text: 'hjælp', value: action }).kind).to.equal('action');
    });

    it('takes the text when it cannot read the value beside it', () => {
      expect(message({ text: 'hjælp', value: { some: 'other' } })).to.deep.include({ command: 'help' });
    });

    const malformed: readonly unknown[] = [
      ...[{}, [], [action], 'answer', JSON.stringify(action), 7, true, { kind: 'delete' }, { kind: null }],
      { kind: ['answer'] },
      ...[{ run: 'to ord' }, { run: '' }, { run: 'x'.repeat(41) }, { run: 7 }, { run: null }],
      ...[{ tree: 'to ord' }, { tree: '../trees' }, { tree: 'x'.repeat(61) }, { tree: {} }],
      ...[{ question: 7 }, { question: 'x'.repeat(61) }, { option: [] }, { option: 'x'.repeat(61) }],
      ...[{ answers: [] }, { answers: 'need' }, { answers: { need: 7 } }, { answers: { need: 'to ord' } }],
      ...[{ answers: { 'to ord': 'regain' } }, { answers: { need: '2027-02-30' } }, { answers: { a: null } }],
      { answers: Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`q${String(at)}`, 'a'])) },
    ].map((part, at) => (at < 10 ? part : { ...action, ...(part as object) }));
    for (const value of malformed)
      it(`does not understand ${JSON.stringify(value).slice(0, 90)}`, () => {
        expect(message({ value })).to.deep.equal({ kind: 'unreadable' });
        expect(executed({ action: { type: 'Action.Execute', data: value } })).to.deep.equal({ kind: 'unreadable' });
      });

    it('holds no answer under a name of JavaScript itself', () => {
      const value: unknown = JSON.parse(JSON.stringify({ ...action, answers: {} }).replace('{}', '{"__proto__":"a"}'));
      const intent = message({ value }) as Extract<Intent, { kind: 'action' }>;
      expect(Object.keys(intent.action.answers ?? {})).to.deep.equal([]);
    });

    it('never throws, and never lets through answers that state could not hold', () => {
      const anything = fc.oneof(
        fc.anything({ withNullPrototype: true, withDate: true, withMap: true, maxDepth: 4 }),
        fc.record(
          {
            kind: fc.oneof(fc.constantFrom('answer', 'start', 'edit'), fc.anything()),
            run: fc.anything(),
            tree: fc.anything(),
            answers: fc.oneof(fc.dictionary(fc.string(), fc.string()), fc.anything()),
          },
          { requiredKeys: [] },
        ),
      );
      fc.assert(
        fc.property(anything, fc.anything(), (value, text) => {
          for (const intent of [message({ value, text }), executed(value), executed({ action: { data: value } })])
            if (intent.kind === 'action' && intent.action.answers)
              expect(answersSchema.safeParse(intent.action.answers).success).to.equal(true);
        }),
        sampled(2000),
      );
    });
  });

  describe('on an invoke', () => {
    it('reads Action.Execute, with inputs among its data', () => {
      const value = { action: { type: 'Action.Execute', verb: 'answer', data: action }, trigger: 'manual' };
      expect(executed(value)).to.have.property('kind', 'action');
    });

    for (const value of [undefined, null, 7, 'answer', [], {}, { action: null }, { action: 'x' }, { action: {} }])
      it(`does not understand ${JSON.stringify(value)}`, () => {
        expect(executed(value)).to.deep.equal({ kind: 'unreadable' });
      });

    it('leaves every other invoke to the bot', () => {
      for (const name of ['task/fetch', 'signin/somethingElse', undefined])
        expect(read({ type: 'invoke', name, value: action })).to.deep.equal({ kind: 'nothing' });
    });

    it('takes a sign-in for the leader report, which alone asks for one, and reads no more of it', () => {
      const value = { token: 'hanne@example.org 010203-1234', state: '010203-1234' };
      for (const name of ['signin/tokenExchange', 'signin/verifyState', 'signin/failure'])
        expect(read({ type: 'invoke', name, value })).to.deep.equal({
          ...{ kind: 'command', command: 'leader-report', text: '' },
        });
    });
  });

  describe('on who comes in', () => {
    const recipient = { id: 'bot' };
    const added = (...ids: unknown[]): Intent =>
      read({ type: 'conversationUpdate', recipient, membersAdded: ids.map((id) => ({ id })) });
    it('greets a user, and one among several', () => {
      expect(added('user')).to.deep.equal({ kind: 'joined' });
      expect(added('bot', 'user')).to.deep.equal({ kind: 'joined' });
      expect(added('user', 'other')).to.deep.equal({ kind: 'joined' });
    });

    it('does not greet itself, nor those who leave', () => {
      expect(added('bot')).to.deep.equal({ kind: 'nothing' });
      expect(added()).to.deep.equal({ kind: 'nothing' });
      expect(read({ type: 'conversationUpdate', recipient, membersRemoved: [{ id: 'user' }] }).kind).to.equal(
        'nothing',
      );
    });

    for (const membersAdded of [null, 7, 'user', {}, [null]])
      it(`survives members added that are ${JSON.stringify(membersAdded)}`, () => {
        expect(read({ type: 'conversationUpdate', recipient, membersAdded })).to.deep.equal({ kind: 'nothing' });
      });

    for (const [step, kind] of [
      ...[['add', 'joined'] as const, ['add-upgrade', 'joined'] as const],
      ...[['remove', 'nothing'] as const, ['remove-upgrade', 'nothing'] as const, [7, 'nothing'] as const],
      ...[[undefined, 'nothing'] as const, [null, 'nothing'] as const],
    ])
      it(`takes an installation's "${String(step)}" for ${kind}`, () => {
        expect(read({ type: 'installationUpdate', action: step })).to.deep.equal({ kind });
      });

    it('greets a page that has opened, and no other event', () => {
      expect(read({ type: 'event', name: 'webchat/join' })).to.deep.equal({ kind: 'joined' });
      for (const name of ['webchat/leave', 'tokens/response', undefined])
        expect(read({ type: 'event', name })).to.deep.equal({ kind: 'nothing' });
    });
  });
});

describe('the bot at its door', () => {
  const guide = new TestGuide();
  const quiet = ['event', 'typing', 'messageReaction', 'messageDelete', 'endOfConversation', 'trace'];
  for (const type of [...quiet, 'conversationUpdate', 'installationUpdate', 'somethingNew'])
    it(`says nothing to ${type} that asks nothing of it, and stores nothing`, async () => {
      const talk = guide.talk();
      expect((await talk.send({ type, name: 'other', text: 'x', value: action })).messages).to.deep.equal([]);
      expect(await talk.state()).to.equal(undefined);
    });

  for (const name of ['signin/verifyState', 'composeExtension/submitAction', 'task/fetch', undefined])
    it(`answers the invoke ${String(name)} with 501 and no message`, async () => {
      const reply = await guide.talk().send({ type: 'invoke', name, value: action });
      expect(reply).to.deep.include({ messages: [], status: 501 });
    });

  it('answers a click with 200 and one message, well-formed or not', async () => {
    const talk = guide.talk('msteams');
    for (const data of [{ kind: 'start', tree: tree.id }, { kind: 'nonsense' }]) {
      const { status, body, messages } = await talk.execute(data);
      expect([status, messages.length]).to.deep.equal([200, 1]);
      expect(body).to.include({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    }
  });
});
