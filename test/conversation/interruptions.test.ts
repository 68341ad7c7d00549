import { expect } from 'chai';
import { matchCommand, matchTree } from '../../src/language/index.ts';
import { dialogs, tree } from '../helpers/content.ts';
import { actionsOf, textsOf } from '../helpers/cardReader.ts';
import { cardIn, offered, seen, TestGuide } from '../helpers/talk.ts';
import { placesOn, randomWalks } from './walks.ts';

const walks = randomWalks(200, 11);
const places = placesOn(walks);
const nonsense = [
  'sludder for en sladder',
  'borgeren hedder noget og er faldet i badet tre gange i denne uge, hvad gør jeg så nu',
  '🙂',
  'cpr 010203-1234, han bor på Nørregade 7',
  '§§§',
  'DROP TABLE state; --',
  '<script>alert(1)</script>',
  '**fed** [link](https://eksempel.dk)',
  'constructor',
  '__proto__',
  '{"kind":"answer"}',
  '\u202Ebaglæns',
  'x'.repeat(20_000),
];

describe('an interruption', () => {
  const guide = new TestGuide();
  const words = ['hej', 'tak', 'hjælp', 'menu', 'hvorfor', 'fortsæt', 'tekst', ...nonsense];

  it('leaves the open question and the answers as they were at every place, and offers a way forward', async () => {
    const talk = guide.talk();
    for (const [at, { answers, question, chosen }] of places.entries()) {
      await talk.stand(answers);
      const before = (await talk.state())?.dialogs;
      for (const text of [words[at % words.length]!, words[(at * 7 + 3) % words.length]!]) {
        expect(offered(await talk.say(text)).length, text).to.be.above(0);
        expect((await talk.state())?.dialogs, text).to.deep.equal(before);
      }
      await talk.say(chosen.label);
      expect(await talk.answers()).to.deep.equal({ ...answers, [question]: chosen.id });
    }
  });

  for (const text of words)
    it(`"${text.slice(0, 30)}" is followed by the same question, which a click on the way forward brings`, async () => {
      const answers = { need: 'regain', hospitalPlan: 'none' };
      const talk = await guide.talk().stand(answers);
      const reply = await talk.say(text);
      const goOn = offered(reply).find(({ kind, run }) => kind === 'start' && run === talk.run);
      const view = goOn ? (await talk.click(goOn)).views[0] : reply.views[0];
      if (view?.kind === 'why') expect(view.question.question).to.equal('pensionAge');
      else if (view?.kind === 'question') expect(view.question).to.equal('pensionAge');
      else expect(['menu', 'help']).to.include(view?.kind);
      seen(await talk.say('fortsæt'), 'question');
    });

  it('by a click on Menu or Hjælp leaves them as well', async () => {
    const talk = guide.talk();
    for (const { answers } of places.slice(0, 40))
      for (const kind of ['menu', 'help'] as const) {
        await talk.stand(answers);
        const before = await talk.state();
        seen(await talk.click({ kind }), kind);
        expect(await talk.state()).to.deep.equal(before);
      }
  });

  it('never repeats what was typed', async () => {
    const told = 'Kvidderfugl Trommesalson Snurretoppen';
    for (const answers of [undefined, {}, { need: 'regain' }]) {
      const talk = guide.talk();
      if (answers) await talk.stand(answers);
      const { messages } = await talk.say(told);
      for (const word of told.split(' ')) expect(JSON.stringify(messages)).not.to.contain(word);
    }
  });
});

describe('a word with nothing open', () => {
  const guide = new TestGuide();
  const every = Object.values(dialogs.menu.commands).flat();

  for (const text of [...every, ...nonsense])
    it(`"${text.slice(0, 30)}" gets one reply that leads on, on a card and as text`, async () => {
      expect(offered(await guide.talk().say(text)).length).to.be.above(0);
      const { messages } = await guide.talk('console').say(text);
      expect(messages).to.have.length(1);
      const plain = String(messages[0]?.text);
      const known = plain.split(/[·:\n]/u).some((part) => isKnown(part.trim()));
      expect(known, `a word to type in:\n${plain}`).to.equal(true);
    });
});

/** True for a text that the guide understands when it is typed. */
const isKnown = (text: string): boolean =>
  matchCommand(dialogs.menu, text) !== undefined || matchTree([tree], text) !== undefined;

describe('every word that a text message says can be typed', () => {
  const guide = new TestGuide();
  /** The words on the line of ways forward. */
  const ways = (text: string): string[] => {
    const [before = '', after = ''] = dialogs.phrases['twin.ways']!.split('{ways}');
    const line = text.split('\n').find((one) => one.startsWith(before)) ?? '';
    return line === '' ? [] : line.slice(before.length, line.length - after.length).split(' · ');
  };

  it('is understood where it is said', async () => {
    const misunderstood = [
      dialogs.phrases['note.answerNotUnderstood']!,
      dialogs.phrases['note.freeTextNotYet']!,
      dialogs.phrases['note.unknownInput']!,
    ];
    let tried = 0;
    for (const { answers } of placesOn(walks.slice(0, 7)))
      for (const text of ['fortsæt', 'hej', 'hjælp', 'menu', 'hvorfor', 'forfra', 'ret', 'vrøvl']) {
        const talk = await guide.talk('console').stand(answers);
        const { messages } = await talk.say(text);
        for (const way of ways(String(messages[0]?.text))) {
          await talk.stand(answers);
          await talk.say(text);
          const reply = await talk.say(way);
          expect(reply.messages).to.have.length(1);
          for (const note of misunderstood) expect(String(reply.messages[0]?.text), way).not.to.contain(note);
          tried++;
        }
      }
    expect(tried).to.be.above(100);
  });
});

describe('small talk', () => {
  const guide = new TestGuide();

  it('offers the way on to an open walk, and only then', async () => {
    for (const text of ['hej', 'tak']) {
      expect(seen(await guide.talk().say(text), 'note')).not.to.have.property('resume');
      const talk = await guide.talk().stand({ need: 'regain' });
      const reply = await talk.say(text);
      expect(actionsOf(cardIn(reply)).map(({ kind }) => kind)).to.include('start');
      expect(textsOf(cardIn(reply)).length).to.be.above(0);
    }
  });
});
