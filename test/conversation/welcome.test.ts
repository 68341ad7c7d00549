import { expect } from 'chai';
import { dialogs } from '../helpers/content.ts';
import { offered, seen, TestGuide, cardIn } from '../helpers/talk.ts';
import { textsOf } from '../helpers/cardReader.ts';

const installed = (action: string) => ({ type: 'installationUpdate', action });
const added = { type: 'conversationUpdate', membersAdded: [{ id: 'paragrafguiden' }, { id: 'user' }] };

describe('the welcome', () => {
  const guide = new TestGuide();

  it('is said once over every event of an installation, in any order and number', async () => {
    for (const events of [
      [installed('add'), added, added],
      [added, installed('add'), installed('add-upgrade')],
      [added, installed('remove'), installed('add'), added, { type: 'event', name: 'webchat/join' }],
    ]) {
      const talk = guide.talk('msteams');
      const replies = [];
      for (const event of events) replies.push(await talk.send(event));
      expect(replies.flatMap(({ views }) => views.map(({ kind }) => kind))).to.deep.equal(['welcome']);
      expect(replies.flatMap(({ messages }) => messages)).to.have.length(1);
    }
  });

  it('is said once when the events come together', async () => {
    const talk = guide.talk('msteams');
    const replies = await Promise.all([installed('add'), added, added, installed('add')].map((one) => talk.send(one)));
    expect(replies.flatMap(({ messages }) => messages)).to.have.length(1);
  });

  it('is not said to the bot itself', async () => {
    const talk = guide.talk('msteams');
    await talk.send({ type: 'conversationUpdate', membersAdded: [{ id: 'paragrafguiden' }] });
    expect(await talk.state()).to.equal(undefined);
  });

  it('says what the guide is, that it is a machine that does not decide, and what not to write', async () => {
    const reply = await guide.talk().join();
    expect(seen(reply, 'welcome').items).to.deep.equal(dialogs.menu.menu);
    const texts = textsOf(cardIn(reply)).join('\n');
    for (const key of ['welcome.purpose', 'welcome.limits', 'privacy.heading'])
      expect(texts).to.contain(dialogs.phrases[key]);
    expect(offered(reply).map(({ kind }) => kind)).to.include('start');
  });

  it('gives way to the open walk when someone comes back', async () => {
    const talk = await guide.talk().stand({ need: 'regain' });
    const before = await talk.walk();
    expect(seen(await talk.join(), 'question')).to.deep.include({
      question: 'hospitalPlan',
      answers: { need: 'regain' },
    });
    expect(await talk.walk()).to.deep.equal(before);
  });
});
