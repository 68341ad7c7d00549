import { expect } from 'chai';
import { dialogs, tree } from '../helpers/content.ts';
import { TeamsDoor, textsIn } from './door.ts';

const edited = { eventType: 'editMessage' };
const start = { kind: 'start', tree: tree.id };
const said = (key: string): string => dialogs.phrases[key]!;

describe('every kind of activity from Teams', () => {
  const door = new TeamsDoor();
  let talks = 0;
  /** A person's own chat with the guide. */
  const own = () => {
    const conversation = { id: `a:${String(++talks)}`, conversationType: 'personal', tenantId: 'tenant' };
    return {
      post: (more: object) => door.post({ conversation, ...more }),
      shown: () => door.shownIn(conversation.id),
      stored: async () => {
        const key = `msteams/conversations/${conversation.id}`;
        return ((await door.storage.read([key])) as Record<string, object | undefined>)[key];
      },
    };
  };
  before(() => door.open());
  after(() => door.close());

  it('a text, a value, and both are answered with one message each', async () => {
    for (const more of [{ text: 'hjælp' }, { value: start }, { text: 'hjælp', value: start }]) {
      const talk = own();
      expect((await talk.post({ type: 'message', ...more })).status).to.equal(200);
      expect(talk.shown(), JSON.stringify(more)).to.have.length(1);
    }
  });

  it('a mention is no part of what is said, whatever space comes after it', async () => {
    for (const space of ['', ' ', '&nbsp;', '&nbsp; &nbsp;', '&#160;', '\u00a0']) {
      const talk = own();
      await talk.post({ type: 'message', text: `<at>Paragrafguiden</at>${space}hjælp` });
      expect(textsIn(talk.shown()[0]), JSON.stringify(space)).to.contain(said('help.heading'));
    }
  });

  it('an installation welcomes once, with what the guide does, its limits, three examples and personal data', async () => {
    const talk = own();
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '29:user' }] };
    for (const more of [{ type: 'installationUpdate', action: 'add' }, added, added])
      expect((await talk.post(more)).status).to.equal(200);
    await talk.post({ type: 'installationUpdate', action: 'add-upgrade' });
    expect(talk.shown()).to.have.length(1);
    const shown = textsIn(talk.shown()[0]);
    for (const key of ['welcome.purpose', 'welcome.limits', 'privacy.heading', 'privacy.keep'])
      expect(shown).to.contain(said(key));
    for (const key of ['welcome.example1', 'welcome.example2', 'welcome.example3']) expect(shown).to.contain(said(key));
  });

  it('a removal forgets the walk, sends nothing, and is no reason to welcome again', async () => {
    const talk = own();
    await talk.post({ type: 'installationUpdate', action: 'add' });
    await talk.post({ type: 'message', value: start });
    expect(JSON.stringify(await talk.stored())).to.contain(tree.id);
    const before = talk.shown().length;
    expect((await talk.post({ type: 'installationUpdate', action: 'remove' })).status).to.equal(200);
    expect(JSON.stringify(await talk.stored())).to.not.contain(tree.id);
    await talk.post({ type: 'installationUpdate', action: 'add' });
    expect(talk.shown()).to.have.length(before);
  });

  it('a removal of what is not known keeps nothing', async () => {
    const talk = own();
    expect((await talk.post({ type: 'installationUpdate', action: 'remove' })).status).to.equal(200);
    expect(await talk.stored()).to.equal(undefined);
  });

  it('an edited message is read like a new one, and the guard reads it first', async () => {
    const talk = own();
    await talk.post({ type: 'messageUpdate', id: 'm', text: 'hjælp', channelData: edited });
    expect(textsIn(talk.shown()[0])).to.contain(said('help.heading'));
    await talk.post({ type: 'messageUpdate', id: 'm', text: 'hjælp 010203-1234', channelData: edited });
    expect(textsIn(talk.shown()[1])).to.contain(said('note.personalData')).and.not.contain('010203');
    expect(door.counted.at(-1)?.[0]).to.equal('refused');
  });

  it('a message put back is not answered again', async () => {
    const talk = own();
    await talk.post({ type: 'messageUpdate', text: 'hjælp', channelData: { eventType: 'undeleteMessage' } });
    expect(talk.shown()).to.have.length(0);
  });

  for (const more of [
    { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm' },
    { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: 'm' },
    { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } },
    { type: 'conversationUpdate', membersRemoved: [{ id: '29:user' }] },
    { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } },
    { type: 'endOfConversation' },
    { type: 'typing' },
    { type: 'trace' },
    { type: 'unknownKind', text: 'hjælp', value: start },
  ])
    it(`${JSON.stringify(more).slice(0, 80)} is taken with 200, and nothing is said or kept`, async () => {
      const talk = own();
      expect((await talk.post(more)).status).to.equal(200);
      expect(talk.shown()).to.have.length(0);
      expect(await talk.stored()).to.equal(undefined);
    });

  it('an executed and a submitted action lead to the same question', async () => {
    const [executed, submitted] = [own(), own()];
    const value = { action: { type: 'Action.Execute', verb: 'start', data: start }, trigger: 'manual' };
    const answer = await executed.post({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect(answer.status).to.equal(200);
    expect(answer.json).to.have.property('statusCode', 200);
    expect((await submitted.post({ type: 'message', value: start })).status).to.equal(200);
    const [one] = executed.shown();
    const [other] = submitted.shown();
    expect(one?.summary).to.be.a('string').and.equal(other?.summary);
  });

  it('an action among suggestions is taken like a click', async () => {
    const talk = own();
    const answer = await talk.post({ type: 'invoke', name: 'suggestedAction/submit', value: start });
    expect([answer.status, answer.json]).to.deep.equal([200, {}]);
    expect(talk.shown()).to.have.length(1);
  });

  for (const name of [
    'task/fetch',
    'signin/verifyState',
    'composeExtension/submitAction',
    'config/fetch',
    '',
    undefined,
  ])
    it(`the unknown invoke ${String(name)} is "not implemented", without a message`, async () => {
      const talk = own();
      expect((await talk.post({ type: 'invoke', name, value: start })).status).to.equal(501);
      expect(talk.shown()).to.have.length(0);
    });

  for (const name of ['adaptiveCard/action', 'suggestedAction/submit'])
    for (const value of [undefined, null, 7, 'start', [], {}, { action: null }, { action: { data: [] } }])
      it(`${name} with ${JSON.stringify(value)} is answered kindly`, async () => {
        const talk = own();
        expect((await talk.post({ type: 'invoke', name, value })).status).to.equal(200);
        expect(textsIn(talk.shown()[0])).to.contain(said('note.unknownInput'));
      });

  it('what bears no conversation is passed over, and an invoke of it refused', async () => {
    for (const conversation of [undefined, null, {}, { id: '' }]) {
      expect((await door.post({ conversation, type: 'message', text: 'hjælp' })).status).to.equal(200);
      const value = { action: { data: start } };
      expect((await door.post({ conversation, type: 'invoke', name: 'adaptiveCard/action', value })).status).to.equal(
        400,
      );
    }
  });

  it('answers from documents carry the thumbs in Teams, and other messages do not', async () => {
    const talk = own();
    await talk.post({ type: 'message', text: 'Hvor lang er fristen for at klage?' });
    await talk.post({ type: 'message', text: 'menu' });
    const [answer, menu] = talk.shown() as readonly { channelData?: object }[];
    expect(answer?.channelData).to.deep.equal({ feedbackLoop: { type: 'custom' } });
    expect(menu).to.not.have.property('channelData');
  });
});
