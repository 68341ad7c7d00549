import { expect } from 'chai';
import { answerWalk, carriedAnswers, goesOn, openQuestion, stepBack } from '../../src/bot/walk.ts';
import { atMostLeft, type Answers } from '../../src/trees/index.ts';
import { civilDate } from '../../src/dates/index.ts';
import { knowledge, today, tree } from '../helpers/content.ts';
import { optionsOf, placesOn, positionOf, randomWalks } from '../conversation/walks.ts';

const setting = { knowledge, today };
const walks = randomWalks(200, 4);
const places = placesOn(walks);
/** Some of the places, where every place would take long. */
const somePlaces = places.filter((_, at) => at % 5 === 0);

/** Answers every question that is asked from what is known, and nothing else: what a fresh run keeps of it. */
const freshRun = (known: Answers): Answers => {
  let answers: Answers = {};
  for (;;) {
    const position = positionOf(answers);
    const answer = position.kind === 'question' ? known[position.id] : undefined;
    if (position.kind !== 'question' || answer === undefined) return answers;
    answers = { ...answers, [position.id]: answer };
  }
};

describe('answerWalk', () => {
  it('corrects every answer of 60 walks to what a fresh run gives, and drops exactly the rest', () => {
    let dropping = 0;
    for (const { answers, stops } of walks.slice(0, 60))
      for (const { question, options } of stops)
        for (const { id } of options.filter((option) => option.id !== answers[question])) {
          const moved = answerWalk(tree, answers, question, id, setting);
          if (moved.kind !== 'moved') throw new Error(`${question} gave ${moved.kind}`);
          const known = { ...answers, [question]: id };
          const kept = freshRun(known);
          expect(moved.answers).to.deep.equal(kept);
          expect(moved.dropped).to.have.members(Object.keys(known).filter((name) => kept[name] === undefined));
          if (moved.dropped.length > 0) dropping++;
        }
    expect(dropping, 'corrections that drop something').to.be.above(100);
  });

  it('keeps the day through every correction', () => {
    const date = civilDate('2027-01-05');
    const moved = answerWalk(tree, { need: 'regain', date }, 'need', 'meals', setting);
    expect(moved).to.deep.include({ kind: 'moved', answers: { need: 'meals', date } });
  });

  it('knows the same answer again, a question that is not on the way, and what is no option', () => {
    for (const { answers, question } of somePlaces) {
      const before = JSON.stringify(answers);
      for (const [id, given] of Object.entries(answers))
        expect(answerWalk(tree, answers, id, given, setting)).to.deep.equal({ kind: 'repeated' });
      const position = positionOf(answers);
      const elsewhere = Object.keys(tree.nodes).filter((id) => id !== question && !position.path.includes(id));
      for (const id of [...elsewhere, 'constructor', 'toString', '__proto__', ''])
        expect(answerWalk(tree, answers, id, 'yes', setting), id).to.deep.equal({ kind: 'stale' });
      for (const option of ['', 'constructor', 'ja', '2027-01-01', 'unknown '])
        expect(answerWalk(tree, answers, question, option, setting)).to.deep.equal({ kind: 'not-an-option' });
      expect(JSON.stringify(answers), 'the answers that were given to it').to.equal(before);
    }
  });

  it('takes a day and nothing else for the day', () => {
    expect(answerWalk(tree, {}, 'date', '2027-02-28', setting).kind).to.equal('moved');
    for (const day of ['2027-02-29', 'unknown', '28-02-2027', ''])
      expect(answerWalk(tree, {}, 'date', day, setting).kind, day).to.equal('not-an-option');
  });
});

describe('stepBack', () => {
  it('gives the answers before the last one at every place', () => {
    for (const { answers, question, options } of places)
      for (const { id } of options)
        expect(stepBack(tree, { ...answers, [question]: id }, setting)).to.deep.equal(answers);
  });

  it('has nothing to take back at the first question, whatever the day', () => {
    expect(stepBack(tree, {}, setting)).to.equal(undefined);
    expect(stepBack(tree, { date: '2027-01-01' }, setting)).to.equal(undefined);
  });
});

describe('carriedAnswers', () => {
  it('takes every walk as it is', () => {
    for (const { answers } of walks) expect(carriedAnswers(tree, answers, setting)).to.deep.equal(answers);
  });

  it('leaves behind what the tree did not ask, and from the first answer that is none', () => {
    const forged = { jensen: 'hansen', need: 'regain', hospitalPlan: 'jensen', careNeed: 'yes', date: 'mandag' };
    expect(carriedAnswers(tree, forged, setting)).to.deep.equal({ need: 'regain' });
    expect(carriedAnswers(tree, { constructor: 'a', date: '2027-01-01' }, setting)).to.deep.equal({
      date: '2027-01-01',
    });
  });
});

describe('goesOn', () => {
  it('is true only for more of the same', () => {
    expect(goesOn({}, { a: '1' })).to.equal(true);
    expect(goesOn({ a: '1' }, { a: '1', b: '2' })).to.equal(true);
    expect(goesOn({ a: '1' }, { a: '1' })).to.equal(false);
    expect(goesOn({ a: '1' }, { a: '2', b: '2' })).to.equal(false);
    expect(goesOn({ a: '1', c: '3' }, { a: '1', b: '2' })).to.equal(false);
  });
});

describe('openQuestion', () => {
  it('is the one being corrected only while it is on the way', () => {
    const answers = { need: 'regain' };
    const open = positionOf(answers).id;
    expect(openQuestion(tree, { answers }, setting)).to.equal(open);
    expect(openQuestion(tree, { answers, editing: 'need' }, setting)).to.equal('need');
    expect(openQuestion(tree, { answers, editing: 'gone' }, setting)).to.equal(open);
    expect(openQuestion(tree, { answers: walks[0]!.answers }, setting)).to.equal(undefined);
  });
});

describe('the questions left', () => {
  it('never grow along any of 200 walks, and are never fewer than come', () => {
    for (const { stops, answers } of walks) {
      let before = Number.POSITIVE_INFINITY;
      for (const [at, stop] of stops.entries()) {
        const left = atMostLeft(tree, positionOf(stop.answers), stop.answers, setting);
        expect(left, JSON.stringify(stop.answers)).to.be.below(before);
        expect(left, JSON.stringify(answers)).to.be.at.least(stops.length - at - 1);
        before = left;
      }
    }
  });

  it('end safely for someone who answers "unknown" to everything from any place', () => {
    for (const { answers, question } of somePlaces) {
      let now: Answers = answers;
      for (let position = positionOf(now); position.kind === 'question'; position = positionOf(now)) {
        const moved = answerWalk(tree, now, position.id, 'unknown', setting);
        expect(moved.kind, position.id).to.equal('moved');
        now = moved.kind === 'moved' ? moved.answers : now;
      }
      expect(optionsOf(question).map(({ id }) => id)).to.include('unknown');
    }
  });
});
