import { expect } from 'chai';
import { cardIn, offered, seen, TestGuide } from '../helpers/talk.ts';
import { textsOf } from '../helpers/cardReader.ts';
import { dialogs } from '../helpers/content.ts';
import { firstQuestion, placesOn, positionOf, randomWalks } from './walks.ts';

const walks = randomWalks(200, 5);
const places = placesOn(walks);

describe('Tilbage', () => {
  const guide = new TestGuide();

  it('leads to the state before the answer at every place, typed and clicked', async () => {
    const talk = guide.talk();
    for (const [at, { answers, question, chosen }] of places.entries()) {
      await talk.stand(answers);
      const before = await talk.state();
      const next = await talk.say(chosen.label);
      const ended = next.views[0]?.kind === 'outcome';
      const button = ended ? undefined : offered(next).find(({ kind }) => kind === 'back');
      expect(button !== undefined, 'a question after the first offers Tilbage').to.equal(!ended);
      const reply = button && at % 2 === 0 ? await talk.click(button) : await talk.say('tilbage');
      expect(seen(reply, 'question')).to.deep.include({ question, answers });
      expect(await talk.state(), JSON.stringify(answers)).to.deep.equal(before);
    }
  });

  it('reopens a walk that has ended', async () => {
    const talk = guide.talk();
    for (const { answers, stops } of walks.slice(0, 60)) {
      const last = stops.at(-1)!;
      await talk.stand(last.answers);
      const open = await talk.state();
      seen(await talk.say(last.chosen.label), 'outcome');
      expect(await talk.state())
        .to.have.nested.property('finished.answers')
        .that.deep.equals(answers);
      expect(seen(await talk.say('fortryd'), 'question').question).to.equal(last.question);
      expect(await talk.state()).to.deep.equal(open);
    }
  });

  it('leads all the way to the first question, and says there that there is no further', async () => {
    const talk = guide.talk();
    const { answers, stops } = walks.find((walk) => walk.stops.length >= 6)!;
    await talk.at(answers);
    for (const { question } of [...stops].reverse())
      expect(seen(await talk.say('tilbage'), 'question').question).to.equal(question);
    const first = await talk.state();
    const reply = await talk.say('tilbage');
    expect(seen(reply, 'question')).to.deep.include({ question: firstQuestion, answers: {}, canGoBack: false });
    expect(textsOf(cardIn(reply))).to.include(dialogs.phrases['note.nothingToGoBackTo']);
    expect(await talk.state()).to.deep.equal(first);
  });

  it('says that there is nothing to go back to when nothing is open', async () => {
    const talk = guide.talk();
    const reply = await talk.say('tilbage');
    expect(seen(reply, 'menu').note).to.equal(dialogs.phrases['note.nothingOpen']);
    expect(await talk.state()).to.equal(undefined);
  });

  it('takes back one answer for any number of clicks on the same card', async () => {
    const talk = guide.talk();
    for (const { answers, question } of places.filter((place) => Object.keys(place.answers).length > 1)) {
      await talk.stand(answers);
      const button = { kind: 'back', ...talk.card(answers), question };
      seen(await talk.click(button), 'question');
      const once = await talk.state();
      for (let click = 0; click < 2; click++) seen(await talk.click(button), 'note');
      expect(await talk.state(), JSON.stringify(answers)).to.deep.equal(once);
    }
  });

  it('keeps the day that was asked about', async () => {
    const talk = guide.talk();
    await talk.stand({ need: 'regain', hospitalPlan: 'none', date: '2027-01-05' });
    await talk.say('tilbage');
    expect(await talk.answers()).to.deep.equal({ need: 'regain', date: '2027-01-05' });
  });

  it('leaves a correction, and no answer is lost', async () => {
    const talk = guide.talk();
    for (const { answers, stops } of walks.slice(0, 40)) {
      await talk.at(answers);
      const { question } = stops[0]!;
      await talk.click({ kind: 'edit', ...talk.card(answers), question });
      expect(await talk.walk()).to.include({ editing: question });
      seen(await talk.say('tilbage'), 'outcome');
      expect(await talk.state()).to.deep.include({ dialogs: { dialogStack: [] } });
      expect(await talk.answers()).to.deep.equal(answers);
    }
  });

  it('counts the questions down again as it leads back', async () => {
    const talk = guide.talk();
    for (const { answers } of places.filter((place) => Object.keys(place.answers).length > 1).slice(0, 30)) {
      await talk.stand(answers);
      const { progress } = seen(await talk.say('tilbage'), 'question');
      expect(progress.number).to.equal(Object.keys(answers).length);
      expect(progress.atMostLeft).to.be.above(0);
      expect(positionOf((await talk.answers())!).path).to.have.length(progress.number - 1);
    }
  });
});
