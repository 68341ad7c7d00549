import { expect } from 'chai';
import { plainText, type SharedView } from '../../src/cards/index.ts';
import { holdsPersonalData, officesOf } from '../../src/language/index.ts';
import type { Answers } from '../../src/trees/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { actionsOf, textsOf, type Card } from '../helpers/cardReader.ts';
import { dialogs, knowledge, today } from '../helpers/content.ts';
import { phrases } from '../helpers/everyEnding.ts';
import { expectOnly } from '../helpers/oneLanguage.ts';
import { cardIn, offered, seen, TestGuide, type Reply, type Talk } from '../helpers/talk.ts';
import { TeamsDoor } from '../teams/door.ts';
import { said } from './handing.ts';

const paragraph: Answers = {
  ...{ need: 'regain', hospitalPlan: 'none', pensionAge: 'reached', ageRelatedLoss: 'yes', careNeed: 'yes' },
  ...{ personalAssistance: 'no', earlierDecision: 'none' },
};
const contact: Answers = {
  ...{ occasion: 'worse', acute: 'no', workplace: 'private-supplier', track: 'everyday', consent: 'no' },
  ...{ earlier: 'yes', municipality: 'vejen' },
};
const checklist: Answers = {
  ...{ course: 'regain', goals: 'yes', knowledge: 'no', coordination: 'partly', roles: 'unknown' },
  whole: 'not-relevant',
};
const step: Answers = { course: 'regain', stage: 'visitation', municipality: 'vejen', eventDate: '2026-12-18' };
const shareOf = (tree: string, answers: Answers) => ({ kind: 'share', tree, run: 'r-1', answers });

const twin = (view: SharedView): string => plainText(view, phrases);
const shared = async (tree: string, answers: Answers, guide = new TestGuide()): Promise<SharedView> =>
  seen(await guide.talk().click(shareOf(tree, answers)), 'shared');
/** Every card of a message, in order. */
const cardsIn = ({ messages }: Reply): Card[] =>
  (messages[0]?.attachments as { content: Card }[]).map(({ content }) => content);

describe('a card to share', () => {
  it('has the question, its conclusion, the law, the duty, its day, its version and its sources', async () => {
    const view = await shared('hvilken-paragraf', paragraph);
    const text = twin(view);
    for (const part of [
      'Hvilken paragraf gælder?',
      'Ældreloven gælder',
      'ældreloven § 10, jf. § 9, stk. 2, nr. 3',
      'Skal du kontakte kommunen?',
      'Svaret følger reglerne den 22. november 2026.',
      'Lavet med Paragrafguiden pr. 22. november 2026.',
      'Paragrafguiden, version',
      'jeg afgør ikke sagen',
      'https://www.retsinformation.dk/eli/lta/2024/1651',
    ])
      expect(text).to.include(part);
  });

  it('tells the last day with how it was counted, and the day it is made beside the day it is about', async () => {
    const text = twin(await shared('naeste-skridt', { ...step, date: '2027-01-05' }));
    expect(text).to.include('Senest torsdag den 7. januar 2027.').and.include('som er dag nul');
    expect(text).to.include('Fristen er kommunens egen. Den står ikke i loven.');
    expect(text).to.include('Svaret følger reglerne den 5. januar 2027.');
    expect(text).to.include('pr. 22. november 2026');
  });

  it('tells nothing of what was answered about a citizen, or of who asks', async () => {
    const text = twin(await shared('hvilken-paragraf', paragraph));
    for (const question of ['pensionAge', 'careNeed', 'personalAssistance', 'earlierDecision'])
      expect(text).to.not.include(
        (dialogs.trees.get('hvilken-paragraf')!.nodes[question] as { question: string }).question,
      );
    const call = twin(await shared('kontakt-kommunen', contact));
    for (const id of ['contact-consent-no', 'contact-earlier-yes', 'contact-workplace-private-supplier'])
      expect(call, id).to.not.include(knowledge.dutyOn(id, today)!.title);
    for (const id of ['contact-whom-everyday', 'contact-on-change', 'contact-what-to-say'])
      expect(call, id).to.include(knowledge.dutyOn(id, today)!.statement);
  });

  it('of a checklist is the list as it is asked, and not how it stands', async () => {
    const text = twin(await shared('tjekliste', checklist));
    for (const { asks } of knowledge.checklist('regain')!.points) expect(text).to.include(asks);
    expect(text).to.not.match(
      /Mangler\.|Delvist på plads|På plads|ved du ikke endnu|Ikke relevant|Her er det, der mangler/u,
    );
  });

  it('is the same whatever was answered about the citizen, where the law is the same', async () => {
    const one = await shared('kontakt-kommunen', contact);
    const other = await shared('kontakt-kommunen', { ...contact, occasion: 'better', consent: 'yes', earlier: 'no' });
    expect(twin(other)).to.equal(twin(one));
    const mine = await shared('tjekliste', checklist);
    const yours = await shared('tjekliste', { ...checklist, goals: 'no', whole: 'no' });
    expect(twin(yours)).to.equal(twin(mine));
  });
});

describe('an answer', () => {
  const guide = new TestGuide();
  const ask = async (text: string): Promise<{ readonly talk: Talk; readonly reply: Reply }> => {
    const talk = guide.talk();
    return { talk, reply: await talk.say(text) };
  };
  const button = (reply: Reply) => offered(reply).find(({ kind }) => kind === 'share')!;

  it('is shared by its button and by the word, alike', async () => {
    const { talk, reply } = await ask('Hvor lang er fristen for at klage over en afgørelse?');
    const answer = seen(reply, 'answer');
    const view = seen(await talk.click(button(reply)), 'shared');
    expect(view.card).to.include({ title: answer.title, text: answer.say });
    await talk.say('Hvor lang er fristen for at klage over en afgørelse?');
    expect(twin(seen(await talk.say('del'), 'shared'))).to.equal(twin(view));
  });

  it('keeps the municipality that it is about, the age of its document, and the last days that it counted', async () => {
    const { talk, reply } = await ask(
      'Visitationen i Vejen var den 18. december 2026. Hvornår skal træningen begynde?',
    );
    const due = 'Senest 7. januar 2027';
    const answer = JSON.stringify(seen(reply, 'answer'));
    expect(answer).to.include('7. januar 2027', due);
    for (const next of [await talk.click(button(reply)), await guide.talk().click(button(reply))]) {
      const text = twin(seen(next, 'shared'));
      expect(text).to.include('7. januar 2027').and.include('Vejen Kommune').and.include('Den har ingen dato');
      expect(text).to.not.include('Visitationen i Vejen var');
    }
  });

  it('that was asked in English is shared in English', async () => {
    const { talk, reply } = await ask('What does the training cost in Herlev?');
    expectOnly('en', cardsIn(await talk.click(button(reply)))[0]!);
  });

  it('that is switched off is not shared', async () => {
    const closed = new TestGuide({ closed: ['ael-10'] });
    const { reply } = await ask('Hvor lang er fristen for at klage over en afgørelse?');
    const article = button(reply) as { readonly article?: string };
    const shut = new TestGuide({ closed: [article.article ?? ''] });
    expect(seen(await shut.talk().click(article), 'offer').text).to.equal(said('note.topicUnavailable'));
    const end = await closed.talk().click(shareOf('hvilken-paragraf', paragraph));
    expect(seen(end, 'offer').text).to.equal(said('note.topicUnavailable'));
  });
});

describe('where it is shared from', () => {
  it('a browser gets the card, and below it what leads to its text, which can be copied', async () => {
    const talk = new TestGuide().talk();
    const reply = await talk.click(shareOf('hvilken-paragraf', paragraph));
    const [card, below, ...more] = cardsIn(reply);
    expect(more).to.deep.equal([]);
    expect(actionsOf(card!)).to.deep.equal([]);
    expect(lintCard(below!)).to.deep.equal([]);
    const text = actionsOf(below!).find(({ kind }) => kind === 'share')!;
    const asText = seen(await talk.click(text), 'text').text;
    expect(asText).to.equal(twin(seen(reply, 'shared')));
    expect(holdsPersonalData(asText, officesOf(knowledge))).to.equal(false);
    expect(actionsOf(below!).map(({ kind }) => kind)).to.include('menu');
  });

  it('Teams gets the card alone, to be passed on, and suggestions that are no part of it', async () => {
    const { messages } = await new TestGuide().talk('msteams').click(shareOf('hvilken-paragraf', paragraph));
    const { attachments, suggestedActions } = messages[0] as unknown as {
      readonly attachments: readonly unknown[];
      readonly suggestedActions: { readonly actions: readonly { readonly type: string; readonly value: string }[] };
    };
    expect(attachments).to.have.length(1);
    expect(suggestedActions.actions.map(({ type }) => type)).to.deep.equal(['imBack', 'imBack', 'imBack']);
    const talk = new TestGuide().talk('msteams');
    await talk.click(shareOf('hvilken-paragraf', paragraph));
    for (const { value } of suggestedActions.actions)
      expect((await talk.say(value)).views[0]?.kind).to.not.equal('offer');
  });

  it('a console gets the text', async () => {
    const { messages } = await new TestGuide().talk('console').click(shareOf('hvilken-paragraf', paragraph));
    expect(messages[0]?.text).to.include('Lavet med Paragrafguiden pr. 22. november 2026.');
  });

  it('the end of a walk by its button and by the word "del", and as text by "del som tekst"', async () => {
    const talk = new TestGuide().talk();
    const end = await talk.click({ kind: 'start', tree: 'hvilken-paragraf', run: 'r-9', answers: paragraph });
    seen(end, 'outcome');
    const clicked = twin(seen(await talk.click(offered(end).find(({ kind }) => kind === 'share')!), 'shared'));
    expect(twin(seen(await talk.say('del'), 'shared'))).to.equal(clicked);
    expect(seen(await talk.say('Del som tekst'), 'text').text).to.equal(clicked);
  });

  it('with nothing to share says so, and leads on', async () => {
    const talk = await new TestGuide().talk().stand({ need: 'regain' });
    const note = seen(await talk.say('del'), 'note');
    expect(note).to.deep.include({ text: said('share.nothing') });
    expect(note.resume).to.deep.include({ answers: { need: 'regain' } });
    expect(seen(await new TestGuide().talk().say('del'), 'note').text).to.equal(said('share.nothing'));
  });

  it('in English is an English card', async () => {
    const talk = new TestGuide().talk();
    const value = shareOf('kontakt-kommunen', contact);
    const reply = await talk.send({ type: 'message', value, locale: 'en-GB' });
    for (const card of cardsIn(reply)) expectOnly('en', card);
    expect(textsOf(cardsIn(reply)[0]!)).to.include(dialogs.phrasesEnglish['card.untranslated']);
  });
});

describe("a receiver's click", () => {
  const forwarded = [shareOf('hvilken-paragraf', paragraph), shareOf('kontakt-kommunen', contact)];

  it('finds nothing to press on the card, and changes no state of the one who shared or the one who received', async () => {
    const guide = new TestGuide();
    const [sender, receiver] = [guide.talk(), guide.talk('msteams')];
    await sender.click({ kind: 'start', tree: 'hvilken-paragraf', run: 'r-9', answers: paragraph });
    const card = cardsIn(await sender.say('del'))[0]!;
    expect(actionsOf(card)).to.deep.equal([]);
    const kept = await sender.state();
    for (const data of forwarded) {
      seen(await receiver.click(data), 'shared');
      seen(await receiver.execute(data), 'shared');
    }
    const { handled: _, ...own } = ((await receiver.state()) ?? { dialogs: { dialogStack: [] } }) as {
      handled?: unknown;
    };
    expect((own as { dialogs: { dialogStack: unknown[] } }).dialogs.dialogStack).to.deep.equal([]);
    expect(own).to.not.have.any.keys('finished', 'shown', 'asked', 'answerLast');
    expect(await sender.state()).to.deep.equal(kept);
  });

  it('in the middle of a walk of their own is told that the card is another one, and the walk stands', async () => {
    const receiver = await new TestGuide().talk().stand({ need: 'regain' });
    const kept = await receiver.walk();
    for (const data of forwarded)
      expect(seen(await receiver.click(data), 'note').text).to.equal(said('note.staleCard'));
    expect(await receiver.walk()).to.deep.equal(kept);
    expect(seen(await receiver.say('fortsæt'), 'question').question).to.equal('hospitalPlan');
  });

  it('again and again gives the same card', async () => {
    const talk = new TestGuide().talk();
    const texts = [];
    for (let click = 0; click < 3; click++) texts.push(twin(seen(await talk.click(forwarded[0]!), 'shared')));
    expect(new Set(texts).size).to.equal(1);
  });

  it('of what no walk can hold leads on', async () => {
    for (const data of [
      { kind: 'share', tree: 'gone', run: 'r', answers: paragraph },
      { kind: 'share', tree: 'hvilken-paragraf', run: 'r', answers: { need: 'Jens' } },
      { kind: 'share', article: 'gone' },
      { kind: 'share', article: 'complaint-deadline', answers: { 'decision-received': '1800-01-01' } },
      { kind: 'share' },
    ]) {
      const talk = new TestGuide().talk();
      const reply = await talk.click(data);
      expect(reply.status).to.equal(200);
      expect(['note', 'shared'], JSON.stringify(data)).to.include(reply.views[0]?.kind);
      expect(JSON.stringify(cardIn(reply))).to.not.include('Jens');
    }
  });
});

describe('where others read along', () => {
  const door = new TeamsDoor();
  before(() => door.open());
  after(() => door.close());

  for (const conversationType of ['groupChat', 'channel'])
    it(`a ${conversationType} is shown nothing of a walk, by a click or by the word, and keeps nothing`, async () => {
      const conversation = { id: `19:${conversationType}-share`, conversationType, isGroup: true };
      const value = shareOf('kontakt-kommunen', contact);
      await door.post({ type: 'message', conversation, value });
      await door.post({ type: 'message', conversation, value: { ...value, kind: 'handoff' } });
      for (const text of ['del', 'spørg visitationen'])
        await door.post({ type: 'message', conversation, text: `<at>Paragrafguiden</at> ${text}` });
      const shown = door.shownIn(conversation.id);
      expect(shown).to.have.length(4);
      for (const { text } of shown) expect(text).to.include(said('group.private'));
      const key = `msteams/conversations/${conversation.id}`;
      expect(((await door.storage.read([key])) as Record<string, unknown>)[key]).to.equal(undefined);
    });
});
