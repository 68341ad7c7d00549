import { expect } from 'chai';
import { matchCommand } from '../../src/language/index.ts';
import { isQuestion, replay, type Answers, type DecisionTree, type Question } from '../../src/trees/index.ts';
import { dialogs, knowledge, today } from '../helpers/content.ts';
import { offered, seen, TestGuide } from '../helpers/talk.ts';
import { chance } from './walks.ts';

/** A question on the way of some walk of a tree, and one answer to it. */
interface Place {
  readonly answers: Answers;
  readonly question: string;
  readonly option: string;
}

const setting = { knowledge, today };
const questionIn = (tree: DecisionTree, id: string): Question => {
  const node = tree.nodes[id];
  if (!node || !isQuestion(node)) throw new Error(`${id} is not a question.`);
  return node;
};

/** Every question of every tree with every option once, each reached by chance, and some days for questions about days. */
const placesOf = (tree: DecisionTree): readonly Place[] => {
  const next = chance(30);
  const met = new Map<string, Place>();
  for (let walk = 0; walk < 300; walk++) {
    let answers: Answers = {};
    for (let at = replay(tree, answers, setting); at.kind === 'question'; at = replay(tree, answers, setting)) {
      const question = at.question;
      const option =
        'options' in question ? question.options[Math.floor(next() * question.options.length)]!.id : '2026-11-02';
      met.set(`${at.id} ${option}`, { answers, question: at.id, option });
      answers = { ...answers, [at.id]: option };
    }
  }
  return [...met.values()];
};

const typedFor = (question: Question, option: string): readonly string[] => {
  if (!('options' in question)) return ['2026-11-02', '2/11-2026', '2. november 2026'];
  const at = question.options.findIndex(({ id }) => id === option);
  const { label, synonyms } = question.options[at]!;
  const command = (word: string): string | undefined => matchCommand(dialogs.menu, word);
  const free = [label, ...synonyms].filter((word) => ['yes', 'no', undefined].includes(command(word)));
  return [String(at + 1), ...free];
};

for (const tree of dialogs.trees.values())
  describe(`the tree ${tree.id}`, () => {
    const guide = new TestGuide();
    const places = placesOf(tree);
    const stand = (place: Place) => guide.talk().stand(place.answers, { tree: tree.id });

    it('takes every answer to every question by click, number, label and synonym alike, and back again', async () => {
      for (const place of places) {
        const { answers, question, option } = place;
        const kept = { ...answers, [question]: option };
        const talk = await stand(place);
        const before = await talk.walk();
        await talk.click({ kind: 'answer', tree: tree.id, run: talk.run, answers, question, option });
        expect(await talk.answers(), `${question}: ${option}`).to.deep.equal(kept);
        await talk.say('tilbage');
        expect(await talk.walk()).to.deep.equal(before);
        for (const text of typedFor(questionIn(tree, question), option)) {
          await talk.stand(answers, { tree: tree.id });
          await talk.say(text);
          expect(await talk.answers(), `${question}: ${text}`).to.deep.equal(kept);
        }
      }
    });

    it('stays where it is through hello, help and nonsense at every question, and always leads on', async () => {
      for (const place of new Map(places.map((one) => [one.question, one])).values())
        for (const text of ['hej', 'tak', 'hjælp', 'menu', 'hvorfor', 'fortsæt', 'sludder for en sladder']) {
          const talk = await stand(place);
          const before = await talk.state();
          expect(offered(await talk.say(text)).length, text).to.be.above(0);
          expect(await talk.state(), `${place.question}: ${text}`).to.deep.equal(before);
        }
    });

    it('begins by its title, its triggers and its place on the menu', async () => {
      const at = dialogs.menu.menu.findIndex((item) => item.tree === tree.id);
      for (const text of [tree.title, ...tree.triggers, ...(at < 0 ? [] : [String(at + 1)])]) {
        const reply = await guide.talk().say(text);
        expect(reply.messages).to.have.length(1);
        expect(reply.views[0], text).to.deep.include({ tree: tree.id, answers: {} });
      }
    });
  });

describe('a form', () => {
  const [tree, form, questions] = [...dialogs.trees.values()].flatMap((one) =>
    Object.entries(one.forms).map(([id, { questions: asked }]) => [one, id, asked] as const),
  )[0]!;
  const guide = new TestGuide();
  /** The answers that lead to the form. */
  const before = placesOf(tree).find(({ question }) => question === questions[0])!.answers;
  const filled = Object.fromEntries(
    questions.map((id) => {
      const question = questionIn(tree, id);
      return [id, 'options' in question ? question.options[0]!.id : ''];
    }),
  );

  it('takes all its answers with one click, as if they had been given one by one', async () => {
    const talk = await guide.talk().stand(before, { tree: tree.id });
    const shown = await talk.say('fortsæt');
    const button = offered(shown).find(({ kind }) => kind === 'answer')!;
    expect(seen(shown, 'form').questions.map(({ id }) => id)).to.deep.equal(questions);
    await talk.click({ ...button, ...filled });
    expect(await talk.answers()).to.deep.equal({ ...before, ...filled });
    const once = await talk.state();
    for (let click = 0; click < 3; click++) seen(await talk.click({ ...button, ...filled }), 'note');
    expect(await talk.state()).to.deep.equal(once);
  });

  it('can be typed question by question', async () => {
    const talk = await guide.talk().stand(before, { tree: tree.id });
    for (const _ of questions) await talk.say('1');
    expect(await talk.answers()).to.deep.equal({ ...before, ...filled });
  });

  it('keeps what is filled in, asks for the rest, and stores nothing that is no option', async () => {
    const [first, second] = questions;
    const talk = await guide.talk().stand(before, { tree: tree.id });
    const data = { kind: 'answer', tree: tree.id, run: talk.run, answers: before, form };
    const made = { ...data, [first!]: filled[first!], [second!]: 'jens-hansen', other: 'jens', constructor: 'x' };
    const reply = await talk.click(made);
    expect(seen(reply, 'question').question).to.equal(second);
    expect(await talk.answers()).to.deep.equal({ ...before, [first!]: filled[first!] });
  });

  it('with nothing filled in, or of another name, changes nothing', async () => {
    const talk = await guide.talk().stand(before, { tree: tree.id });
    const walk = await talk.walk();
    for (const name of [form, 'constructor', 'toString', 'gone']) {
      const reply = await talk.click({ kind: 'answer', ...walk, form: name });
      expect(reply.messages).to.have.length(1);
      expect(await talk.answers()).to.deep.equal(before);
    }
    expect(guide.log.filter(({ event }) => event === 'turn-failed')).to.deep.equal([]);
  });
});
