import { expect } from 'chai';
import { matchCommand } from '../../src/language/index.ts';
import type { Option } from '../../src/trees/index.ts';
import { dialogs } from '../helpers/content.ts';
import { seen, TestGuide, type Talk } from '../helpers/talk.ts';
import { placesOn, positionOf, randomWalks, type Stop } from './walks.ts';

const walks = randomWalks(200, 3);
const places = placesOn(walks);

/** The same words as people without a Danish keyboard, in a hurry, or from another machine type them. */
const spellings = (words: string): string[] => [
  words.replace(/æ/gu, 'ae').replace(/ø/gu, 'oe').replace(/å/gu, 'aa').replace(/Å/gu, 'Aa'),
  words.toUpperCase(),
  `  ${words.normalize('NFD')}. `,
];

/** Everything that can be typed for an option. A word that is a command is the command everywhere. */
const typedFor = (option: Option, number: number): string[] => {
  const command = (word: string): string | undefined => matchCommand(dialogs.menu, word);
  const words = [option.label, option.id, ...option.synonyms];
  return [String(number), ...words.filter((word) => ['yes', 'no', undefined].includes(command(word)))];
};

/** Gives one answer from a place, and tells the state that it leads to. */
const after = async (talk: Talk, { answers }: Stop, give: () => Promise<unknown>): Promise<unknown> => {
  await talk.stand(answers);
  await give();
  return talk.state();
};

describe('an answer', () => {
  const guide = new TestGuide();

  it('leads to the same state by click, number, label, id and every synonym, at every place of 200 walks', async () => {
    const talk = guide.talk('console');
    let forms = 0;
    for (const place of places) {
      const { answers, question, options, chosen } = place;
      const data = { kind: 'answer', ...talk.card(answers), question, option: chosen.id };
      const clicked = await after(talk, place, () => talk.click(data));
      expect(await talk.answers(), JSON.stringify(data)).to.deep.equal({ ...answers, [question]: chosen.id });
      for (const text of typedFor(chosen, options.indexOf(chosen) + 1)) {
        expect(await after(talk, place, () => talk.say(text)), `${question}: ${text}`).to.deep.equal(clicked);
        forms++;
      }
    }
    expect(forms / places.length, 'ways to say an answer').to.be.above(4);
  });

  it('is understood however its label is spelled, for every option', async () => {
    const talk = guide.talk();
    const met = new Map(
      randomWalks(400, 8).flatMap(({ stops }) => stops.map((stop) => [`${stop.question} ${stop.chosen.id}`, stop])),
    );
    expect(met.size, 'options').to.be.above(35);
    for (const { answers, question, options, chosen } of met.values())
      for (const text of [`${String(options.indexOf(chosen) + 1)}.`, ...spellings(chosen.label)]) {
        await talk.stand(answers);
        await talk.say(text);
        expect(await talk.answers(), text).to.deep.equal({ ...answers, [question]: chosen.id });
      }
  });

  it('leads to the same state by Action.Execute, and from a card that names no more than it must', async () => {
    const talk = guide.talk('msteams');
    for (const place of places.slice(0, 40)) {
      const { answers, question, chosen } = place;
      const data = { kind: 'answer', ...talk.card(answers), question, option: chosen.id };
      const submitted = await after(talk, place, () => talk.click(data));
      expect(await after(talk, place, () => talk.execute(data))).to.deep.equal(submitted);
      const bare = { kind: 'answer', question, option: chosen.id };
      expect(await after(talk, place, () => talk.click(bare))).to.deep.equal(submitted);
    }
  });

  it('can be "Ved ikke" at every place, in the words of every day', async () => {
    const talk = guide.talk('console');
    for (const [at, { answers, question }] of places.entries()) {
      await talk.stand(answers);
      await talk.say(at % 2 === 0 ? 'Ved ikke' : 'ved det ikke');
      expect(await talk.answers(), question).to.deep.equal({ ...answers, [question]: 'unknown' });
    }
  });

  it('brings the next question, or the end, of the walk', async () => {
    const talk = guide.talk();
    for (const { answers, question, chosen } of places) {
      await talk.stand(answers);
      const reply = await talk.say(chosen.label);
      const position = positionOf({ ...answers, [question]: chosen.id });
      if (position.kind === 'outcome') expect(seen(reply, 'outcome').title).to.equal(position.outcome.outcome);
      else expect(seen(reply, 'question')).to.include({ question: position.id, run: talk.run });
    }
  });

  it('that is no option changes nothing and asks again', async () => {
    const talk = guide.talk();
    for (const { answers, question, options } of places.slice(0, 60))
      for (const text of ['0', String(options.length + 1), '99', 'måske', '1 og 2', 'a'.repeat(5000)]) {
        await talk.stand(answers);
        const before = await talk.state();
        expect(seen(await talk.say(text), 'question')).to.deep.include({ question, answers });
        expect(await talk.state(), text).to.deep.equal(before);
      }
  });
});

describe('a walk answered one by one', () => {
  it('stands in the store as these tests put it there', async () => {
    const talk = new TestGuide().talk();
    for (const { stops, answers } of walks.slice(0, 20)) {
      await talk.click({ kind: 'start', tree: 'hvilken-paragraf' });
      if ((await talk.state())?.confirming) await talk.say('ja');
      for (const { question, chosen, answers: before } of stops) {
        const walk = (await talk.walk())!;
        const other = await talk.guide.talk().stand(before, { run: walk.run });
        const [state, stood] = [await talk.state(), await other.state()];
        expect(state).to.deep.equal({ ...stood, shown: walk.run });
        await talk.click({ kind: 'answer', ...walk, question, option: chosen.id });
      }
      expect(await talk.state())
        .to.have.nested.property('finished.answers')
        .that.deep.equals(answers);
    }
  });

  it('can be answered for another day, typed at any question', async () => {
    const talk = new TestGuide().talk();
    for (const [text, date] of [
      ['dato 5/1-2027', '2027-01-05'],
      ['pr. 1. juli 2027', '2027-07-01'],
    ]) {
      await talk.stand({ need: 'regain' });
      expect(seen(await talk.say(text!), 'question')).to.include({ question: 'hospitalPlan', asOf: date });
      expect(await talk.answers()).to.deep.equal({ need: 'regain', date });
    }
  });

  it('can be answered for another day, typed at its end, also when it ended because of the day', async () => {
    const talk = new TestGuide().talk();
    for (const { answers } of walks.slice(0, 20)) {
      await talk.at(answers);
      seen(await talk.say('dato 1/1-1990'), 'outcome');
      expect((await talk.answers())?.date).to.equal('1990-01-01');
      const reply = await talk.say('dato 22/11-2026');
      expect(reply.views[0]).to.deep.include({ asOf: '2026-11-22' });
    }
    const before = await talk.answers();
    expect((await talk.say('dato engang i fjor')).messages).to.have.length(1);
    expect(await talk.answers()).to.deep.equal(before);
  });
});
