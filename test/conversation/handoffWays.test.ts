import { expect } from 'chai';
import fc from 'fast-check';
import type { HandoffView } from '../../src/cards/index.ts';
import { dialogs, knowledge, sampled } from '../helpers/content.ts';
import { expectOnly } from '../helpers/oneLanguage.ts';
import { cardIn, offered, seen, TestGuide, type Reply, type Talk } from '../helpers/talk.ts';
import { brorup, cancelling, complaintWalk, contactWalk, draftIn, reach, said, twin } from './handing.ts';

describe('the way to it', () => {
  const guide = new TestGuide();
  const button = (reply: Reply) => offered(reply).find(({ kind }) => kind === 'handoff');
  const given = async (talk: Talk, reply: Reply): Promise<HandoffView> => {
    const data = button(reply);
    expect(data, 'a button').to.not.equal(undefined);
    const next = await talk.click({ ...data, municipality: 'vejen' });
    return seen(next, 'handoff');
  };

  for (const words of [...dialogs.menu.commands.handoff])
    it(`is the word "${words}", and no question that has more in it`, async () => {
      seen(await guide.talk().say(words), 'handoff-ask');
      const more = await guide.talk().say(`${words} i Vejen når borgeren skal have nyt gulvtæppe`);
      expect(more.views[0]?.kind).to.not.match(/^handoff/u);
    });

  for (const text of [
    'hvem ringer jeg til?',
    'hvem ringer jeg til i Vejen, når borgeren melder afbud?',
    'who do I ring?',
  ])
    it(`is not "${text}", which is looked up like any other question`, async () => {
      expect((await guide.talk().say(text)).views[0]?.kind).to.not.match(/^handoff/u);
    });

  it('stands on the end of every walk', async () => {
    for (const [id, words] of [
      ['klage', ['6']],
      ['tjekliste', ['ved ikke']],
      ['kommunens-standard', ['ved ikke']],
    ] as const) {
      const talk = guide.talk();
      let reply = await talk.click({ kind: 'start', tree: id });
      for (const text of words) reply = await talk.say(text);
      expect(reply.views[0]?.kind).to.equal('summary');
      expect((await given(talk, reply)).draft.length, id).to.be.above(3);
    }
  });

  it('stands on an answer, and its draft is about the question', async () => {
    const talk = guide.talk();
    const reply = await talk.say('Hvor lang er fristen for at klage over en afgørelse?');
    const answer = seen(reply, 'answer');
    const view = await given(talk, reply);
    expect(draftIn(view)).to.include(`Emne: ${answer.title.charAt(0).toLowerCase()}${answer.title.slice(1)}.`);
    expect(draftIn(view))
      .to.include('Jeg vil gerne vide: [udfyld selv]')
      .and.match(/Regler den .*§/u);
    // The typed word is about the same: what stands last.
    await talk.say('Hvor lang er fristen for at klage over en afgørelse?');
    expect(seen(await talk.say('spørg visitationen'), 'handoff').topic).to.equal(answer.title);
  });

  it('says no more of the law than the answer: of several provisions, that they may be it', async () => {
    const draftOn = async (article: string): Promise<string> =>
      draftIn(seen(await guide.talk().click({ kind: 'handoff', article, municipality: 'vejen' }), 'handoff'));
    for (const article of ['hospital-plan-missing', 'stay-which-law'])
      expect(await draftOn(article), article).to.match(/^Regler den [^,]*, måske: .*§/mu);
    expect(await draftOn('hospital-plan-price')).to.match(/^Regler den [^,]*: sundhedsloven § 140\.$/mu);
  });

  it('gives the number for cancelling only where that is asked about, and says what it is for', async () => {
    const ask = async (article: string): Promise<string> =>
      reach(seen(await guide.talk().click({ kind: 'handoff', article, municipality: 'vejen' }), 'handoff'));
    expect(await ask('local-cancel')).to.include(`Kun afbud) · ${cancelling}`);
    expect(await ask('local-how-to-apply')).to.equal(`${said('handoff.noNumber')}\n${brorup}`);
  });

  it('gives the number that a document has for just that question', async () => {
    const talk = guide.talk();
    const reply = await talk.say('Hvordan søger man om handicapkørsel i Vejen?');
    expect(reach(seen(await talk.click(button(reply)!), 'handoff')))
      .to.include('79 96 67 96')
      .and.not.include(brorup);
  });

  it('stands where nothing was found, where the guide does not answer, and on the menu', async () => {
    for (const text of ['hvad er meningen med livet på månen', 'hvad er prisen på en liter mælk', 'menu']) {
      const talk = guide.talk();
      const reply = await talk.say(text);
      expect(['offer', 'menu'], text).to.include(reply.views[0]?.kind);
      expect((await given(talk, reply)).draft[0], text).to.match(/^Det handler om en borger/u);
    }
  });

  it('stands where someone was named, and nothing of it is in the draft', async () => {
    for (const some of [undefined, { need: 'regain' }]) {
      const talk = some ? await guide.talk().stand(some) : guide.talk();
      const view = await given(talk, await talk.say('Jens Hansen 010203-1234 vil klage'));
      expect(JSON.stringify(view)).to.not.match(/Jens|010203/u);
    }
  });

  it('stands on the card in place of what is switched off, and tells nothing of that', async () => {
    const closed = new TestGuide({ closed: ['klage', 'vejen', 'ael-10'] });
    const talk = closed.talk();
    const reply = await talk.click({ kind: 'start', tree: 'klage' });
    seen(reply, 'offer');
    await given(talk, reply);
    const view = seen(await talk.click(contactWalk({ municipality: 'vejen' })), 'handoff');
    expect(twin(view)).to.not.include('Træning & Livsstil');
    expect(draftIn(view)).to.not.include('ældreloven § 10');
    const old = { ...complaintWalk('refusal'), municipality: 'herlev' };
    expect(draftIn(seen(await closed.talk().click(old), 'handoff'))).to.not.include('klage');
  });
});

describe('a card of another walk, or one that was made up', () => {
  it('changes nothing and says so', async () => {
    const talk = await new TestGuide().talk().stand({ need: 'regain' });
    const stood = await talk.walk();
    const note = seen(await talk.click(contactWalk({ municipality: 'vejen' })), 'note');
    expect(note.text).to.equal(said('note.staleCard'));
    expect(await talk.walk()).to.deep.equal(stood);
  });

  it('gets one reply that leads on, whatever it holds', async () => {
    const guide = new TestGuide();
    const odd = fc.constantFrom(
      'vejen',
      'Jens Hansen',
      '010203-1234',
      'constructor',
      '__proto__',
      'x'.repeat(70),
      '',
      7,
      null,
    );
    const forged = fc.record(
      {
        kind: fc.constant('handoff'),
        tree: fc.oneof(odd, fc.constantFrom(...dialogs.trees.keys())),
        run: odd,
        answers: fc.oneof(odd, fc.dictionary(fc.constantFrom('track', 'municipality', 'need', '__proto__'), odd)),
        article: fc.oneof(odd, fc.constantFrom(...knowledge.articles.slice(0, 20).map(({ id }) => id))),
        municipality: odd,
        option: odd,
      },
      { requiredKeys: ['kind'] },
    );
    const run = async (data: object): Promise<void> => {
      const talk = guide.talk();
      const reply = await talk.click(data);
      expect(reply.status).to.equal(200);
      expect(offered(reply).length).to.be.above(0);
      expect(JSON.stringify(cardIn(reply))).to.not.match(/Jens Hansen|010203/u);
      expect((await talk.state())?.dialogs.dialogStack ?? []).to.deep.equal([]);
    };
    await fc.assert(fc.asyncProperty(forged, run), sampled(300));
    expect(guide.log.filter(({ event }) => event === 'turn-failed')).to.deep.equal([]);
  });
});

describe('in English', () => {
  const english = (talk: Talk, activity: object) => talk.send({ type: 'message', locale: 'en-GB', ...activity });

  it('the card is English, the draft is Danish for those who read it, and the words work', async () => {
    const talk = new TestGuide().talk();
    expectOnly('en', cardIn(await english(talk, { text: 'ask visitationen' })));
    const reply = await english(talk, { text: 'Herlev' });
    expectOnly('en', cardIn(reply));
    const view = seen(reply, 'handoff');
    expect(view.draft[0]).to.match(/^Det handler om en borger/u);
    const text = JSON.stringify(cardIn(reply));
    for (const key of ['handoff.inDanish', 'handoff.yourself', 'handoff.acute', 'card.untranslated'])
      expect(text, key).to.include(dialogs.phrasesEnglish[key]);
    const walked = await english(talk, { value: contactWalk({ municipality: 'vejen' }) });
    expectOnly('en', cardIn(walked));
    expect(draftIn(seen(walked, 'handoff'))).to.include('Det er sket: Borgeren kan mindre end før.');
  });

  it('an answer that was asked in English is handed on in English', async () => {
    const talk = new TestGuide().talk();
    const reply = await talk.say('What does the training cost in Herlev?');
    const data = offered(reply).find(({ kind }) => kind === 'handoff')!;
    expectOnly('en', cardIn(await talk.click(data)));
  });

  it('an answer that was asked in English is handed on in English in a municipality that is typed', async () => {
    const talk = new TestGuide().talk();
    await talk.say('What is a rehabiliteringsforløb?');
    expectOnly('en', cardIn(await talk.say('ask visitationen')));
    const reply = await talk.say('vejen');
    expect(seen(reply, 'handoff').municipality).to.equal('Vejen Kommune');
    expectOnly('en', cardIn(reply));
  });
});
