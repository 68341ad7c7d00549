import { expect } from 'chai';
import { describe, it } from 'mocha';
import { answerTo } from '../../src/answers/index.ts';
import type { View } from '../../src/cards/index.ts';
import { textsOf } from '../helpers/cardReader.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, knowledge, today } from '../helpers/content.ts';
import { guide as alone } from '../helpers/guide.ts';
import { cardIn, offered, seen, TestGuide, type Reply } from '../helpers/talk.ts';
import { chance } from '../conversation/walks.ts';

const guide = new TestGuide();
const question = 'Hvor hurtigt skal genoptræningen gå i gang i Vejen Kommune?';
const headings = (reply: Reply): string =>
  seen(reply, 'answer')
    .sections.map(({ heading }) => heading)
    .join(' · ');
const told = (reply: Reply): string => textsOf(cardIn(reply)).join('\n').replaceAll(' ', ' ');
const phonesOf = (id: string): string[] =>
  knowledge.municipalities
    .filter((one) => one.id === id)
    .flatMap(({ standards }) => standards.flatMap(({ contacts }) => contacts.flatMap(({ phone }) => phone ?? [])));
const digits = (text: string): string => text.replace(/\D/gu, '');

/** Texts of one to three of the guide's own words by chance, until one gets a reply of the kind. */
const textFor = (kind: ReturnType<typeof answerTo>['kind']): string => {
  const next = chance(9);
  const words = knowledge.articles.flatMap(({ asks }) => asks.join(' ').match(/\p{Ll}{4,}/gu) ?? []);
  for (let tries = 0; tries < 5_000; tries++) {
    const text = Array.from({ length: 2 + (tries % 3) }, () => words[Math.floor(next() * words.length)]).join(' ');
    if (answerTo(alone.questions, { text, date: today }).kind === kind) return text;
  }
  throw new Error(`No text gets the reply "${kind}".`);
};

describe('a follow-up', () => {
  it('keeps the subject and changes the municipality', async () => {
    const talk = guide.talk();
    const first = await talk.say(question);
    expect(headings(first)).to.include('Vejen');
    const asked = (await talk.state())?.asked;
    expect(asked?.municipality).to.equal('vejen');
    for (const [text, id, name] of [
      ['og i Herlev?', 'herlev', 'Herlev'],
      ['Vejen', 'vejen', 'Vejen'],
    ] as const) {
      const reply = await talk.say(text);
      expect(seen(reply, 'answer').title, text).to.equal(seen(first, 'answer').title);
      expect(told(reply), text).to.include(name);
      expect((await talk.state())?.asked?.article, text).to.equal(asked?.article);
      expect((await talk.state())?.asked?.municipality, text).to.equal(id);
    }
  });

  it('to a municipality that is not in the guide keeps a subject that is law everywhere', async () => {
    for (const text of ['og i Kolding?', 'hvad med Kolding?']) {
      const talk = guide.talk();
      const first = seen(await talk.say('Hvad er klagefristen?'), 'answer');
      expect(seen(await talk.say(text), 'answer').title, text).to.equal(first.title);
    }
  });

  it('is none when a few words beside the place have a subject of their own', async () => {
    const talk = guide.talk();
    await talk.say('Hvornår på dagen er der træning i Vejen?');
    await talk.say('vejen frist opstart');
    expect((await talk.state())?.asked).to.deep.equal({ article: 'local-start-deadline', municipality: 'vejen' });
    await talk.say('herlev pris');
    expect((await talk.state())?.asked).to.deep.equal({ article: 'local-price', municipality: 'herlev' });
    await talk.say('hvordan er det så i Vejen?');
    expect((await talk.state())?.asked).to.deep.equal({ article: 'local-price', municipality: 'vejen' });
  });

  it('to a municipality that says nothing of the subject, or is not in the guide, leaves the one before behind', async () => {
    for (const place of ['København', 'Aarhus']) {
      const talk = guide.talk();
      await talk.say(question);
      await talk.say(`og i ${place}?`);
      expect((await talk.state())?.asked?.municipality, place).to.not.equal('vejen');
      const reply = digits(told(await talk.say('hvem ringer jeg til?')));
      for (const phone of phonesOf('vejen'))
        expect(reply, `a number in Vejen for ${place}`).to.not.include(digits(phone));
    }
  });

  it('of another subject keeps the municipality, and gives no other’s number', async () => {
    const talk = guide.talk();
    await talk.say(question);
    const inVejen = digits(told(await talk.say('hvem ringer jeg til?')));
    expect(phonesOf('vejen').some((phone) => inVejen.includes(digits(phone)))).to.equal(true);
    const other = guide.talk();
    await other.say(question);
    await other.say('og i Herlev?');
    const answer = await other.say('hvem ringer jeg til?');
    const [view] = answer.views;
    expect(view?.kind === 'answer' && view.about.municipality).to.equal('herlev');
    const reply = told(answer);
    expect(reply).to.match(/Herlev|visitationen/u);
    for (const phone of phonesOf('vejen')) expect(digits(reply)).to.not.include(digits(phone));
  });

  it('with nothing before it still gets a reply that leads on', async () => {
    for (const text of ['og i Herlev?', 'hvad med Vejen', 'Herlev', 'hvem ringer jeg til?']) {
      const reply = await guide.talk().say(text);
      expect(['answer', 'offer', 'menu'], text).to.include(reply.views[0]?.kind);
      expect(offered(reply).length, text).to.be.above(0);
    }
  });
});

describe('what a reply offers', () => {
  const titleOf = (view: View | undefined): string | undefined => (view?.kind === 'answer' ? view.title : undefined);

  it('is answered when it is clicked, and stays the subject', async () => {
    let tried = 0;
    for (const { asks } of knowledge.articles.slice(0, 40)) {
      const talk = guide.talk();
      const reply = await talk.say(asks[0]!);
      const view = reply.views[0];
      const choices = view?.kind === 'answer' ? view.choices.filter(({ article }) => article !== undefined) : [];
      for (const choice of choices) {
        const clicked = await talk.click({ kind: 'ask', ...choice, label: undefined });
        expect(['answer', 'offer'], choice.label).to.include(clicked.views[0]?.kind);
        if (clicked.views[0]?.kind === 'answer' && choice.municipality === undefined)
          expect(titleOf(clicked.views[0])).to.equal(choice.label);
        expect((await talk.state())?.asked?.article, choice.label).to.equal(choice.article);
        expect(lintCard(cardIn(clicked)), choice.label).to.deep.equal([]);
        tried++;
      }
    }
    expect(tried).to.be.above(20);
  });

  it('as a choice of municipality is answered from that one’s own standard, which is remembered', async () => {
    const talk = guide.talk();
    const offer = seen(await talk.say(textFor('choose-municipality')), 'offer');
    expect(offer.choices.length).to.be.above(0);
    for (const { label, article, municipality } of offer.choices) {
      const reply = await talk.click({ kind: 'ask', article, municipality });
      expect(headings(reply), label).to.include(label);
      expect((await talk.state())?.asked).to.deep.equal({ article, municipality });
    }
  });

  it('as a choice of subjects ends with "Ingen af dem", which tells whom to ask', async () => {
    const talk = guide.talk();
    const offer = seen(await talk.say(textFor('choose')), 'offer');
    expect(offer.choices.length).to.be.within(2, 4);
    expect(offer.choices.at(-1)).to.deep.equal({ label: dialogs.phrases['answer.none'] });
    const before = await talk.state();
    const reply = await talk.click({ kind: 'ask' });
    expect(told(reply)).to.include(dialogs.phrases['answer.nothing']);
    expect(offered(reply).length).to.be.above(0);
    expect(await talk.state()).to.deep.equal(before);
    const [first] = offer.choices;
    await talk.click({ kind: 'ask', article: first?.article });
    expect((await talk.state())?.asked?.article).to.equal(first?.article);
  });

  it('that no file holds is not understood, and nothing breaks', async () => {
    for (const data of [
      { kind: 'ask', article: 'no-such-article' },
      { kind: 'ask', article: 'local-contacts', municipality: 'nowhere' },
      { kind: 'ask', municipality: 'vejen' },
      { kind: 'ask', article: '__proto__' },
    ]) {
      const talk = guide.talk();
      expect(offered(await talk.click(data)).length, JSON.stringify(data)).to.be.above(0);
      expect(offered(await talk.say(question)).length).to.be.above(0);
    }
  });
});

describe('a question in English', () => {
  it('gets an English card, and the next in Danish a Danish one', async () => {
    const talk = guide.talk();
    const english = await talk.say('Where do we complain about a refusal of training, and how long do we have?');
    expect(cardIn(english).lang).to.equal('en');
    expect(seen(english, 'answer').language).to.equal('en');
    expect(told(english)).to.include('The answer follows the rules on');
    for (const text of ['outcome.closing', 'outcome.asOf', 'answer.near'] as const)
      expect(told(english)).to.not.include(dialogs.phrases[text]!.split('{')[0]!.trim());
    expect(cardIn(await talk.say(question)).lang).to.equal('da');
  });

  it('stays English when one of its suggestions is clicked', async () => {
    const talk = guide.talk();
    const english = await talk.say('Where do we complain about a refusal of training, and how long do we have?');
    const [ask] = offered(english).filter(({ kind }) => kind === 'ask');
    expect(cardIn(await talk.click(ask!)).lang).to.equal('en');
  });
});

describe('personal data in an English question', () => {
  it('is refused in English', async () => {
    const reply = await guide
      .talk()
      .say('My citizen is Birthe Hansen, 010203-1234. Which law does the training come under?');
    expect(told(reply)).to.include(dialogs.phrasesEnglish['note.personalData']);
  });
});

describe('personal data in free text', () => {
  const texts = [
    'Min borger Birthe Hansen, 010203-1234, vil træne. Hvilken paragraf gælder?',
    'Kan I ringe til hende på 20 30 40 50 om genoptræning?',
    'hun bor på Nørregade 7, 2. th, hvem kontakter jeg?',
  ];

  it('is refused, repeated nowhere, and leaves the state as it was', async () => {
    for (const before of [[], [question], ['hvilken paragraf', 'genoptræning']])
      for (const text of texts) {
        const talk = guide.talk();
        for (const said of before) await talk.say(said);
        const state = await talk.state();
        const reply = await talk.say(text);
        expect(told(reply), text).to.include(dialogs.phrases['note.personalData']);
        expect(JSON.stringify(reply.messages)).to.not.match(/Birthe|010203|20 30 40|Nørregade/u);
        expect((await talk.state()) ?? {}, text).to.deep.equal(state ?? { ...(await guide.talk().state()) });
      }
  });
});

describe('what is typed', () => {
  it('stands in no state, reply or log: only ids do', async () => {
    const marker = 'Kvidderfugl';
    const own = new TestGuide();
    const talk = own.talk();
    const texts = [
      `Hvor hurtigt skal genoptræningen af en ${marker} gå i gang i Vejen Kommune?`,
      `og i Herlev, ${marker}?`,
      `En borger på 84 år, en ${marker}, har ikke været på sygehuset og vil træne op igen. Hvilken paragraf gælder?`,
      `ja ${marker}`,
      `Hvad er en genoptræningsplan for en ${marker}?`,
      `hvad hvis hun var 58 og ${marker}?`,
      `hun bor på plejehjem ${marker}`,
      marker,
      `How does a ${marker} complain about the refusal?`,
    ];
    for (const text of texts) {
      const { messages } = await talk.say(text);
      const stored = JSON.stringify(await own.storage.read([talk.key]));
      for (const said of [stored, JSON.stringify(messages), JSON.stringify(own.log)])
        expect(said.toLowerCase(), text).to.not.include(marker.toLowerCase());
    }
  });
});
