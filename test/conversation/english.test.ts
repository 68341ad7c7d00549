import { expect } from 'chai';
import fc from 'fast-check';
import { after, describe, it } from 'mocha';
import { localeLanguage, speechIn } from '../../src/bot/language.ts';
import { freshState } from '../../src/bot/state.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { walkView } from '../../src/bot/views/walkView.ts';
import { renderCard, type View } from '../../src/cards/index.ts';
import { dialogs, knowledge, sampled, someBoundaryDay, today } from '../helpers/content.ts';
import type { Card, Json } from '../helpers/cardReader.ts';
import { guide as plainGuide } from '../helpers/guide.ts';
import { expectOnly, linesOf, type Language } from '../helpers/oneLanguage.ts';
import { cardIn, offered, seen, TestGuide, type Reply, type Talk } from '../helpers/talk.ts';
import { somePicks, walkBy } from '../trees/walk.ts';

/** A conversation whose client is in some language. */
const clientIn = (talk: Talk, locale: string | undefined) => {
  const send = (activity: Parameters<Talk['send']>[0]): Promise<Reply> =>
    talk.send(locale === undefined ? activity : { ...activity, locale });
  return {
    talk,
    say: (text: string): Promise<Reply> => send({ type: 'message', text }),
    click: (value: object): Promise<Reply> => send({ type: 'message', value }),
    join: (): Promise<Reply> => send({ type: 'conversationUpdate', membersAdded: [{ id: 'user' }] }),
  };
};

const english = 'en-GB';
const opened = (locale: string | undefined = english) => clientIn(new TestGuide().talk(), locale);

describe('the language of a client', () => {
  it('is English for every kind of English, and Danish for Danish, nothing and all else', () => {
    for (const locale of ['en', 'en-GB', 'EN-us', 'en_US']) expect(localeLanguage({ locale }), locale).to.equal('en');
    for (const locale of ['da', 'da-DK', undefined, '', 'de-DE', 'enm', 'sv', 7, null, {}])
      expect(localeLanguage({ locale } as never), JSON.stringify(locale)).to.equal('da');
  });

  it('is looked at in every turn, as long as no language was asked for', async () => {
    const talk = new TestGuide().talk();
    for (const locale of ['en-GB', 'da-DK', 'en-US', undefined])
      expectOnly(locale?.startsWith('en') ? 'en' : 'da', cardIn(await clientIn(talk, locale).say('menu')));
    expect((await talk.state())?.language).to.equal(undefined);
  });
});

describe('a whole dialog in English', () => {
  it('is English from the welcome to the outcome, with every note and button on the way', async () => {
    const { talk, say, join } = opened();
    const replies = [await join()];
    seen(replies[0]!, 'welcome');
    const said = ['help', 'which paragraf', 'nonsense', 'retraining', 'why', 'why do you ask?', 'no plan', 'back', '1'];
    for (const text of said) replies.push(await say(text));
    for (const text of ['yes', 'yes', 'yes', 'no', 'No, none']) replies.push(await say(text));
    const end = seen(replies.at(-1)!, 'outcome');
    expect(end.title).to.equal('Ældreloven (the Elderly Care Act) applies');
    expect(end.reasons.map(({ answer }) => answer)).to.include.members(['Genoptræning (retraining)', 'No plan', 'Yes']);
    for (const text of ['as text', 'change the answer', 'none', 'hello', 'thanks', 'start over', 'date 5 January 2027'])
      replies.push(await say(text));
    for (const reply of replies) expectOnly('en', cardIn(reply));
    expect(await talk.state()).to.not.have.property('language');
  });

  it('asks before it starts over, and keeps two topics apart, in English', async () => {
    const { say } = opened();
    await say('complaint');
    await say('1');
    seen(await say('start over'), 'confirm-restart');
    for (const text of ['no', 'start over', 'yes', '1', 'checklist', 'complaint', 'start over'])
      expectOnly('en', cardIn(await say(text)));
    const resumed = await clientIn(await new TestGuide().talk().stand({ need: 'regain' }), english).join();
    expect(linesOf(cardIn(resumed))).to.include(
      'Welcome back to «Which paragraf applies?». You continue where you left off.',
    );
  });

  it('warns of personal data and of old cards in English', async () => {
    const { say, click } = opened();
    const card = cardIn(await say('my citizen is called Jens Peter Hansen, 010203-1234'));
    expectOnly('en', card);
    expect(linesOf(card).join(' ')).to.include('personal data');
    expectOnly('en', cardIn(await opened('da-DK').say('What is the law for the citizen who has 010203-1234?')));
    await say('complaint');
    const old = await click({
      kind: 'answer',
      tree: 'klage',
      run: 'other',
      question: 'about',
      option: 'refusal',
      answers: {},
    });
    expectOnly('en', cardIn(old));
    expect(seen(old, 'note').text).to.equal(dialogs.phrasesEnglish['note.staleCard']);
  });

  it('writes days as English writes them', async () => {
    const { say } = opened();
    for (const text of ['complaint', '1', '5th January 2027']) await say(text);
    const lines = linesOf(cardIn(await say('continue'))).join('\n');
    expect(lines).to.include('5 January 2027').and.to.include('2 February 2027');
    // Inside a sentence of the law's own, which is Danish, a day is Danish too.
    expect(lines.replace(/^.*(?:tæller|efter|klagefrist|dag nul).*$/gimu, '')).to.not.match(/\d\. januar/u);
  });
});

describe('the words "english" and "dansk"', () => {
  it('hold the conversation in that language from then on, whatever the client is in', async () => {
    const { talk, say, click } = opened('da-DK');
    expectOnly('da', cardIn(await say('menu')));
    for (const text of ['english', 'menu', 'hjælp', 'hvilken paragraf', 'genoptræning'])
      expectOnly('en', cardIn(await say(text)));
    expect((await talk.state())?.language).to.equal('en');
    expectOnly('en', cardIn(await click({ kind: 'menu' })));
    for (const text of ['dansk', 'menu', 'complaint', 'help']) expectOnly('da', cardIn(await say(text)));
    expect((await talk.state())?.language).to.equal('da');
    expectOnly('da', cardIn(await clientIn(talk, english).say('menu')));
  });

  it('keep every answer and show again what was open', async () => {
    const { talk, say } = opened(undefined);
    for (const text of ['hvilken paragraf', 'genoptræning', 'nej, ingen plan']) await say(text);
    const before = await talk.walk();
    const question = seen(await say('english'), 'question');
    expect(question.question).to.equal('pensionAge');
    expect(question.note).to.equal(dialogs.phrasesEnglish['note.language']);
    expect(await talk.walk()).to.deep.equal(before);
    expect(seen(await say('ja'), 'question').question).to.equal('ageRelatedLoss');
    expect(seen(await say('dansk'), 'question').text).to.match(/^Er borgerens/u);
    expect((await talk.answers())?.pensionAge).to.equal('reached');
  });

  it('show an end again, which can still be corrected', async () => {
    const { say } = opened(undefined);
    for (const text of ['klage', '6']) await say(text);
    const end = seen(await say('english'), 'summary');
    expect(end.title).to.equal('Talk to the leader first');
    expect(seen(await say('ret'), 'question').text).to.equal('What does the citizen want to complain about?');
    expect(seen(await say('Patient rights'), 'summary').note).to.equal(dialogs.phrasesEnglish['note.corrected']);
  });

  it('show the topics when nothing is open', async () => {
    const { say } = opened(undefined);
    const menu = seen(await say('English'), 'menu');
    expect(menu.note).to.equal(dialogs.phrasesEnglish['note.language']);
    expect(menu.items.map(({ label }) => label)).to.include('Checklist');
    expect(seen(await say('Kommunens standard'), 'question').treeTitle).to.equal("The municipality's standard");
  });

  it('are kept as an id, and nothing else is', async () => {
    const { talk, say } = opened(undefined);
    await say('english');
    expect(await talk.state()).to.deep.equal({ ...freshState(), language: 'en' });
  });
});

describe('a typed word of either language', () => {
  for (const [locale, words] of [
    ['da-DK', ['which paragraf', 'retraining', 'no plan', 'why do you ask?', 'yes', 'go back', 'dont know']],
    [english, ['hvilken paragraf', 'genoptræne', 'ingen plan', 'hvorfor spørger du?', 'ja', 'tilbage', 'ved ikke']],
  ] as const)
    it(`does the same where the client is in ${locale}`, async () => {
      const { talk, say } = opened(locale);
      for (const text of words) expectOnly(locale === english ? 'en' : 'da', cardIn(await say(text)));
      expect(await talk.answers()).to.deep.equal({ need: 'regain', hospitalPlan: 'none', pensionAge: 'unknown' });
    });
});

describe('a free question', () => {
  const cases = [
    ['What does the training cost in Herlev?', 'en'],
    ['Hvad koster træningen i Herlev?', 'da'],
    ['How long does the citizen have to complain?', 'en'],
    ['Hvor lang tid har borgeren til at klage?', 'da'],
  ] as const;

  for (const locale of ['da-DK', english])
    it(`is answered in the language it is asked in where the client is in ${locale}`, async () => {
      for (const [text, language] of cases) {
        const reply = await opened(locale).say(text);
        expectOnly(language, cardIn(reply));
        expect(reply.views[0]?.kind, text).to.be.oneOf(['answer', 'offer']);
      }
    });

  it('leaves the conversation, and what is offered below, in their languages', async () => {
    const { talk, say, click } = opened('da-DK');
    const reply = await say('What does the training cost?');
    expectOnly('en', cardIn(reply));
    const choice = offered(reply).find(({ kind }) => kind === 'ask');
    expect(choice).to.not.equal(undefined);
    expectOnly('en', cardIn(await click(choice!)));
    expectOnly('da', cardIn(await say('menu')));
    expect(await talk.state()).to.not.have.property('language');
  });

  it('of a few words that show no language is answered in that of the client', async () => {
    expectOnly('en', cardIn(await opened().say('transport Herlev')));
    expectOnly('da', cardIn(await opened('da-DK').say('transport Herlev')));
  });

  it('in the middle of a walk names the walk in its own language', async () => {
    const { say } = opened('da-DK');
    for (const text of ['klage', 'afslag']) await say(text);
    const card = cardIn(await say('What does the training cost in Herlev?'));
    expectOnly('en', card);
    expect(linesOf(card)).to.include('Continue: Complaint');
  });

  it('that tells a case goes on in its language', async () => {
    const { talk, say } = opened('da-DK');
    const reply = await say(
      'A citizen aged 82 lives at home and has become weak after the flu. She has lost strength and needs retraining. Which law applies?',
    );
    const [view] = reply.views;
    if (view?.kind === 'question' || view?.kind === 'outcome') expect((await talk.state())?.language).to.equal('en');
    expectOnly('en', cardIn(reply));
  });
});

describe('every end and every question in English', () => {
  const turnOn = (language: Language): Turn =>
    ({
      ...speechIn(plainGuide, language),
      guide: plainGuide,
      knowledge,
      today,
      state: freshState(),
      publicUrl: 'https://paragrafguiden.example.dk',
    }) as unknown as Turn;
  const run = '01234567-89ab-4cde-8f01-23456789abcd';
  const note = dialogs.phrasesEnglish['card.untranslated']!;
  const marked = { with: 0, without: 0 };

  for (const tree of dialogs.treesEnglish.values())
    it(`of ${tree.id} is in one language, whole on one card, and marks the law's own words once`, () => {
      for (const [date, picks] of fc.sample(fc.tuple(someBoundaryDay, somePicks), sampled(60))) {
        const walk = walkBy(date, picks, tree);
        for (const answers of [walk.answers, ...walk.steps.map(({ before }) => before)]) {
          const at = { tree: tree.id, run, answers };
          const turn = turnOn('en');
          const view: View = walkView(tree, at, turn)!;
          const card = renderCard(view, turn.phrases) as unknown as Card;
          expectOnly('en', card);
          expect(JSON.stringify(card).length, JSON.stringify(answers)).to.be.at.most(16_500);
          const lines = linesOf(card);
          const times = lines.filter((line) => line === note).length;
          const isDanish = lines.some((line) =>
            /\b(?:skal|ikke|kommunen|borgeren)\b.*\b(?:og|at|er|den|efter)\b/iu.test(line),
          );
          expect(times, JSON.stringify(answers)).to.be.at.most(1);
          if (isDanish) expect(times, JSON.stringify(answers)).to.equal(1);
          if (view.kind === 'outcome' || view.kind === 'summary') marked[times === 1 ? 'with' : 'without']++;
          const danish = walkView(dialogs.trees.get(tree.id)!, at, turnOn('da'))!;
          const same = renderCard(danish, plainGuide.phrases) as unknown as Card;
          expectOnly('da', same);
          expect(linesOf(same)).to.not.include(dialogs.phrases['card.untranslated']);
          expect(danish.kind).to.equal(view.kind);
        }
      }
    });

  after(() => {
    expect(marked.with, "ends that hold the law's own words").to.be.above(50);
    expect(marked.without, 'ends that are English throughout').to.be.above(0);
  });
});

describe('what is said in English', () => {
  it('never puts Danish words of the law into an English sentence', async () => {
    const { say } = opened();
    for (const text of ['the next step', 'retraining', 'assessment', 'vejen', '5 January 2027']) await say(text);
    const lines = linesOf(cardIn(await say('continue')));
    const begins = Object.values(dialogs.phrasesEnglish).filter((phrase) => phrase.startsWith('Not settled'));
    expect(begins).to.have.length(2);
    expect(lines.filter((line) => line.startsWith('Not settled:'))).to.deep.equal([]);
    expect((lines as Json[]).length).to.be.above(20);
  });
});
