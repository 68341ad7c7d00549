import { expect } from 'chai';
import type { View } from '../../src/cards/index.ts';
import { isQuestion, type Answers } from '../../src/trees/index.ts';
import { dialogs, tree } from '../helpers/content.ts';
import { cardIn, offered, seen, TestGuide, type Reply, type Talk } from '../helpers/talk.ts';
import type { Json } from '../helpers/cardReader.ts';
import { chance, positionOf, randomWalks, type RandomWalk, type Stop } from './walks.ts';

const walks = randomWalks(120, 7);
const next = chance(7);
const other = ({ options }: Stop, given: string | undefined): string => {
  const others = options.filter(({ id }) => id !== given);
  return others[Math.floor(next() * others.length)]!.id;
};

/** What a fresh run keeps of some answers: it gives each that is asked for, until one is not known. */
const freshRun = (known: Answers): Answers => {
  let answers: Answers = {};
  for (;;) {
    const position = positionOf(answers);
    const answer = position.kind === 'question' ? known[position.id] : undefined;
    if (position.kind !== 'question' || answer === undefined) return answers;
    answers = { ...answers, [position.id]: answer };
  }
};

const textOf = (question: string): string => {
  const node = tree.nodes[question];
  return node && isQuestion(node) ? node.question : question;
};

/** The questions that a note names. */
const namedIn = (note = ''): string[] => Object.keys(tree.nodes).filter((id) => note.includes(textOf(id)));

/** A view without what tells two runs apart. */
const bare = (view: View | undefined): object => {
  const { note: _note, run: _run, ...rest } = view as Extract<View, { kind: 'question' | 'outcome' }>;
  return rest;
};

describe('a correction', () => {
  const guide = new TestGuide();

  /** Holds what a correction led to against a run that had the corrected answers from the start. */
  const expectFreshRun = async (talk: Talk, reply: Reply, answers: Answers, question: string, option: string) => {
    const known = { ...answers, [question]: option };
    const kept = freshRun(known);
    expect(await talk.answers()).to.deep.equal(kept);
    expect(await talk.walk()).not.to.have.property('editing');
    const [view] = reply.views;
    const fresh = await guide.talk().at(kept);
    expect(bare(view)).to.deep.equal(bare(fresh.views[0]));
    const note = (view as { note?: string }).note ?? '';
    const gone = Object.keys(known).filter((id) => kept[id] === undefined);
    expect(namedIn(note), 'what the note says fell away').to.have.members(gone);
    expect(note.startsWith(dialogs.phrases['note.corrected']!)).to.equal(true);
    return gone.length;
  };

  it('from an earlier card equals a fresh run, and names exactly what fell away', async () => {
    const talk = guide.talk();
    let fellAway = 0;
    for (const { stops, answers } of walks.slice(0, 45))
      for (const stop of stops) {
        const option = other(stop, stop.chosen.id);
        await talk.at(answers);
        const card = { kind: 'answer', ...talk.card(stop.answers), question: stop.question, option };
        fellAway += await expectFreshRun(talk, await talk.click(card), answers, stop.question, option);
      }
    expect(fellAway, 'answers that fell away').to.be.above(50);
  });

  it('from an earlier card equals a fresh run in the middle of a walk too', async () => {
    const talk = guide.talk();
    for (const { stops } of walks) {
      const [stop, at] = [stops[Math.floor(next() * (stops.length - 1))]!, stops.at(-1)!];
      if (stop === at) continue;
      const option = other(stop, stop.chosen.id);
      await talk.stand(at.answers);
      const card = { kind: 'answer', ...talk.card(stop.answers), question: stop.question, option };
      await expectFreshRun(talk, await talk.click(card), at.answers, stop.question, option);
    }
  });

  it('from "ret" is of the last answer', async () => {
    const talk = guide.talk();
    for (const { stops, answers } of walks.slice(0, 60)) {
      const last = stops.at(-1)!;
      const option = other(last, last.chosen.id);
      await talk.at(answers);
      const shown = seen(await talk.say('ret'), 'question');
      expect(shown).to.deep.include({ question: last.question, chosen: last.chosen.id, answers });
      const number = String(last.options.findIndex(({ id }) => id === option) + 1);
      await expectFreshRun(talk, await talk.say(number), answers, last.question, option);
    }
  });

  it('from the outcome’s choice is of any answer on the way', async () => {
    const talk = guide.talk();
    for (const { stops, answers } of walks.slice(0, 60)) {
      const outcome = await talk.at(answers);
      expect(choicesOf(cardIn(outcome))).to.deep.equal(stops.map(({ question }) => question));
      const stop = stops[Math.floor(next() * stops.length)]!;
      const button = offered(outcome).find(({ kind }) => kind === 'edit')!;
      const shown = await talk.click({ ...button, question: stop.question });
      expect(seen(shown, 'question')).to.deep.include({ question: stop.question, chosen: stop.chosen.id });
      const option = other(stop, stop.chosen.id);
      const answer = { kind: 'answer', ...talk.card(answers), question: stop.question, option };
      await expectFreshRun(talk, await talk.click(answer), answers, stop.question, option);
    }
  });

  it('needs to be told which answer, and shows the outcome again when it is not', async () => {
    const talk = guide.talk();
    const { answers } = walks[0]!;
    for (const question of ['', 'constructor', 'needChanged?', undefined]) {
      const button = offered(await talk.at(answers)).find(({ kind }) => kind === 'edit')!;
      expect(seen(await talk.click({ ...button, question }), 'outcome').note).to.equal(
        dialogs.phrases['note.whichAnswer'],
      );
    }
  });

  it('says at the first question that there is nothing to correct', async () => {
    const talk = await guide.talk().stand({});
    expect(seen(await talk.say('ret'), 'question').note).to.equal(dialogs.phrases['note.nothingToGoBackTo']);
  });

  it('to the answer that stands ends the correction and changes nothing', async () => {
    const talk = guide.talk();
    for (const { stops, answers } of walks.slice(0, 40)) {
      await talk.at(answers);
      const before = await talk.state();
      const stop = stops[Math.floor(next() * stops.length)]!;
      await talk.click({ kind: 'edit', ...talk.card(answers), question: stop.question });
      seen(await talk.say(stop.chosen.label), 'outcome');
      expect(await talk.state()).to.deep.equal(before);
    }
  });
});

/** The questions that an outcome's card lets the user choose among. */
const choicesOf = (card: Json): string[] => {
  const found: string[] = [];
  const visit = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return;
    const { id, choices } = node as { id?: string; choices?: { value: string }[] };
    if (id === 'question') found.push(...(choices ?? []).map(({ value }) => value));
    for (const inner of Object.values(node as object) as Json[]) visit(inner);
  };
  visit(card);
  return found;
};

describe('a correction under way', () => {
  const guide = new TestGuide();
  const correcting = async ({ answers, stops }: RandomWalk) => {
    const talk = guide.talk();
    await talk.at(answers);
    const { question } = stops[Math.floor(next() * stops.length)]!;
    await talk.click({ kind: 'edit', ...talk.card(answers), question });
    return { talk, question };
  };

  for (const [words, kind] of [
    ['hej', 'note'],
    ['tak', 'note'],
    ['hjælp', 'help'],
    ['menu', 'menu'],
    ['hvorfor', 'why'],
    ['sludder for en sladder', 'question'],
    ['fortsæt', 'question'],
  ] as const)
    it(`stays open after "${words}"`, async () => {
      for (const walk of walks.slice(0, 12)) {
        const { talk, question } = await correcting(walk);
        const before = await talk.state();
        const reply = await talk.say(words);
        const view = seen(reply, kind);
        if (view.kind === 'question') expect(view.question).to.equal(question);
        if (view.kind === 'why') expect(view.question.question).to.equal(question);
        expect(await talk.state()).to.deep.equal(before);
      }
    });

  it('stays open when the page is opened again', async () => {
    const { talk, question } = await correcting(walks[1]!);
    expect(seen(await talk.join(), 'question').question).to.equal(question);
    expect(await talk.walk()).to.include({ editing: question });
  });

  it('gives way to an answer on another card', async () => {
    const walk = walks.find(({ stops }) => stops.length >= 4)!;
    const talk = guide.talk();
    await talk.at(walk.answers);
    await talk.click({ kind: 'edit', ...talk.card(walk.answers), question: walk.stops[0]!.question });
    const last = walk.stops.at(-1)!;
    const option = other(last, last.chosen.id);
    await talk.click({ kind: 'answer', ...talk.card(last.answers), question: last.question, option });
    expect(await talk.answers()).to.deep.equal(freshRun({ ...walk.answers, [last.question]: option }));
    expect(await talk.walk()).not.to.have.property('editing');
  });
});
