import { expect } from 'chai';
import { answerWalk } from '../../src/bot/walk.ts';
import { knowledge, today, tree } from '../helpers/content.ts';
import { offered, seen, TestGuide, type Talk } from '../helpers/talk.ts';
import { firstQuestion, placesOn, positionOf, randomWalks } from './walks.ts';

const walks = randomWalks(120, 9);
const places = placesOn(walks);
const some = { need: 'regain', hospitalPlan: 'none' };
const kinds = ['answer', 'back', 'restart', 'why', 'edit', 'text', 'start'] as const;

describe('the same click again', () => {
  const guide = new TestGuide();

  it('gives one transition at every place, then a kind note and the same state', async () => {
    const talk = guide.talk();
    for (const [at, { answers, question, chosen }] of places.entries()) {
      const data = { kind: 'answer', ...talk.card(answers), question, option: chosen.id };
      const again = (): ReturnType<Talk['click']> => (at % 2 === 0 ? talk.click(data) : talk.execute(data));
      await talk.stand(answers);
      expect(['question', 'outcome']).to.include((await again()).views[0]?.kind);
      const once = await talk.state();
      for (let click = 0; click < 3; click++) {
        const note = seen(await again(), 'note');
        if (positionOf((await talk.answers())!).kind === 'question')
          expect(note.resume).to.deep.include({ answers: { ...answers, [question]: chosen.id } });
        expect(await talk.state()).to.deep.equal(once);
      }
    }
  });

  it('gives one transition when all arrive at once', async () => {
    for (const { answers, question, chosen } of places.slice(0, 40)) {
      const talk = await guide.talk().stand(answers);
      const data = { kind: 'answer', ...talk.card(answers), question, option: chosen.id };
      const replies = await Promise.all([1, 2, 3, 4, 5].map(() => talk.click(data)));
      expect(replies.every(({ messages }) => messages.length === 1)).to.equal(true);
      expect(replies.filter(({ views }) => views[0]?.kind !== 'note')).to.have.length(1);
      expect(await talk.answers()).to.deep.equal({ ...answers, [question]: chosen.id });
    }
  });
});

describe('a card of another walk', () => {
  const guide = new TestGuide();
  for (const kind of kinds)
    for (const end of ['open', 'ended'] as const)
      it(`changes nothing by "${kind}" while a walk is ${end}`, async () => {
        const { answers } = walks[0]!;
        const talk = guide.talk();
        await (end === 'open' ? talk.stand(some) : talk.at(answers));
        const before = await talk.state();
        for (const option of ['reached', 'yes', undefined])
          for (const old of [{ run: 'another' }, { tree: 'another-tree' }]) {
            const data = { kind, ...talk.card(some), question: 'pensionAge', option, ...old };
            const note = seen(await talk.click(data), 'note');
            expect(note.resume === undefined).to.equal(end === 'ended');
            expect(await talk.state()).to.deep.equal(before);
          }
      });

  it('offers to go on with the walk that is open', async () => {
    const talk = await guide.talk().stand(some);
    const reply = await talk.click({
      kind: 'answer',
      ...talk.card({}),
      run: 'another',
      question: 'need',
      option: 'help',
    });
    const goOn = offered(reply).find(({ kind }) => kind === 'start')!;
    expect(seen(await talk.click(goOn), 'question')).to.deep.include({ question: 'pensionAge', answers: some });
  });
});

describe('a card of the same walk', () => {
  const guide = new TestGuide();

  it('changes nothing when its question is no longer on the way', async () => {
    const talk = guide.talk();
    let tried = 0;
    for (const { stops, answers } of walks)
      for (const earlier of stops.slice(0, -1)) {
        const option = earlier.options.find(({ id }) => id !== earlier.chosen.id)!.id;
        const moved = answerWalk(tree, answers, earlier.question, option, { knowledge, today });
        const position = moved.kind === 'moved' ? positionOf(moved.answers) : undefined;
        const gone = stops.filter(({ question }) => position?.id !== question && !position?.path.includes(question));
        for (const { question, chosen, answers: before } of gone.slice(0, 2)) {
          await talk.at(answers);
          await talk.click({ kind: 'answer', ...talk.card(earlier.answers), question: earlier.question, option });
          const now = await talk.state();
          seen(await talk.click({ kind: 'answer', ...talk.card(before), question, option: chosen.id }), 'note');
          seen(await talk.click({ kind: 'back', ...talk.card(before), question }), 'note');
          expect(await talk.state()).to.deep.equal(now);
          tried++;
        }
        if (tried > 150) return;
      }
    expect(tried).to.be.above(50);
  });

  it('still tells why it asks, and shows its outcome as text, and changes nothing by that', async () => {
    const talk = guide.talk();
    for (const { stops, answers } of walks.slice(0, 20)) {
      const old = stops.at(-1)!;
      await talk.stand(stops[0]!.answers);
      const before = await talk.state();
      const why = seen(await talk.click({ kind: 'why', ...talk.card(old.answers), question: old.question }), 'why');
      expect(why.question).to.deep.include({ question: old.question, answers: old.answers });
      const text = seen(await talk.click({ kind: 'text', ...talk.card(answers) }), 'text');
      const outcome = positionOf(answers);
      expect(text.text).to.contain(outcome.kind === 'outcome' ? outcome.outcome.outcome : '?');
      expect(await talk.state()).to.deep.equal(before);
    }
  });

  it('takes along answers that the store never got', async () => {
    const talk = guide.talk();
    for (const { stops } of walks.slice(0, 40)) {
      const [saved, shown] = [stops[0]!, stops.at(-1)!];
      await talk.stand(saved.answers);
      await talk.click({
        kind: 'answer',
        ...talk.card(shown.answers),
        question: shown.question,
        option: shown.chosen.id,
      });
      expect(await talk.answers()).to.deep.equal({ ...shown.answers, [shown.question]: shown.chosen.id });
    }
  });
});

describe('a card whose state the store has lost', () => {
  const guide = new TestGuide();

  it('takes the answer by itself at every place, and the talk goes on from there', async () => {
    const talk = guide.talk();
    for (const { answers, question, chosen } of places) {
      await talk.guide.storage.delete([talk.key]);
      const data = { kind: 'answer', ...talk.card(answers), question, option: chosen.id };
      const position = positionOf({ ...answers, [question]: chosen.id });
      seen(await talk.click(data), position.kind);
      expect(await talk.walk()).to.deep.include({ run: talk.run, answers: { ...answers, [question]: chosen.id } });
    }
  });

  for (const [kind, shown] of [
    ['back', 'question'],
    ['why', 'why'],
    ['edit', 'question'],
    ['start', 'question'],
    ['restart', 'confirm-restart'],
  ] as const)
    it(`does what "${kind}" says by itself`, async () => {
      const talk = guide.talk();
      const question = kind === 'edit' ? 'need' : 'pensionAge';
      seen(await talk.click({ kind, ...talk.card(some), question }), shown);
      const answers = kind === 'back' ? { need: 'regain' } : some;
      expect(await talk.walk()).to.deep.include({ run: talk.run, answers });
    });

  it('shows an outcome as text, begins afresh on a yes, and can be corrected', async () => {
    const { answers, stops } = walks[2]!;
    seen(await guide.talk().click({ kind: 'text', ...guide.talk().card(answers) }), 'text');
    const talk = guide.talk();
    const yes = { kind: 'restart', tree: tree.id, run: talk.run, option: 'yes' };
    expect(seen(await talk.click(yes), 'question')).to.deep.include({ question: firstQuestion, answers: {} });
    const other = guide.talk();
    seen(await other.click({ kind: 'edit', ...other.card(answers), question: stops[0]!.question }), 'question');
    expect(await other.walk()).to.deep.include({ answers, editing: stops[0]!.question });
  });

  it('of a tree that does not exist leads to the menu and stores nothing', async () => {
    for (const kind of kinds) {
      const talk = guide.talk();
      seen(await talk.click({ kind, tree: 'gone', run: 'r', question: 'q', option: 'yes', answers: some }), 'menu');
      expect(await talk.state(), kind).to.equal(undefined);
    }
  });
});
