import { expect } from 'chai';
import fc from 'fast-check';
import { stateSchema, type ConversationState, type Walk } from '../../src/bot/state.ts';
import { isCivilDate } from '../../src/dates/index.ts';
import { isQuestion } from '../../src/trees/index.ts';
import { sampled, tree } from '../helpers/content.ts';
import { cardIn, offered, TestGuide } from '../helpers/talk.ts';
import { optionsOf, randomWalks } from './walks.ts';

const walks = randomWalks(40, 10);
const questions = Object.entries(tree.nodes).flatMap(([id, node]) => (isQuestion(node) ? [id] : []));
const secrets = ['Jens', 'Hansen', 'jens-hansen', '010203-1234', 'hr-jensen', 'constructor', 'toString', '__proto__'];

/** Half the time what a card of ours would hold, else what someone made up. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 20, arbitrary: right },
    { weight: 3, arbitrary: fc.constantFrom(...secrets) },
    { weight: 1, arbitrary: fc.anything() },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
const option = fc.constantFrom(...questions.flatMap((id) => optionsOf(id).map((one) => one.id)), 'yes', '2027-01-01');
const forgedAnswers = fc.dictionary(
  fc.constantFrom(...questions, 'date', ...secrets),
  fc.oneof(option, fc.constantFrom(...secrets, '2999-12-31', '1800-01-01')),
);
const forged = fc.record(
  {
    kind: mostly(fc.constantFrom('answer', 'start', 'back', 'restart', 'why', 'edit', 'menu', 'help', 'text')),
    tree: mostly(fc.constant(tree.id)),
    run: mostly(fc.constant('the-run')),
    question: mostly(fc.constantFrom(...questions, 'date')),
    option: mostly(option),
    form: fc.option(fc.constantFrom('constructor', 'form'), { nil: undefined, freq: 5 }),
    answers: mostly(fc.oneof(forgedAnswers, fc.constantFrom(...walks.map(({ answers }) => answers)))),
  },
  { requiredKeys: ['kind'] },
);

/** What a walk in the store holds that the tree did not ask, or cannot be answered with. */
const strange = ({ tree: id, answers, editing }: Walk): string[] => [
  ...(id === tree.id ? [] : [id]),
  ...(editing === undefined || editing === 'date' || questions.includes(editing) ? [] : [editing]),
  ...Object.entries(answers).flatMap(([question, answer]) => {
    const isRight =
      question === 'date'
        ? isCivilDate(answer)
        : questions.includes(question) && optionsOf(question).some((one) => one.id === answer);
    return isRight ? [] : [question, answer];
  }),
];
const walksIn = (state: ConversationState | undefined): Walk[] =>
  state === undefined
    ? []
    : [...state.dialogs.dialogStack.map((dialog) => dialog.state), ...(state.finished ? [state.finished] : [])];

describe('a forged card', () => {
  const guide = new TestGuide();

  for (const start of ['nothing', 'an open walk', 'a walk that has ended'] as const)
    it(`gets one reply with a way forward, and stores nothing made up, over ${start}`, async () => {
      const moved = { count: 0 };
      const run = async (data: object, at: number, execute: boolean): Promise<void> => {
        const talk = guide.talk(at % 5 === 0 ? 'msteams' : 'directline');
        const { answers, stops } = walks[at % walks.length]!;
        if (start === 'an open walk') await talk.stand(stops.at(-1)!.answers, { run: 'the-run' });
        if (start === 'a walk that has ended') {
          await talk.stand(stops.at(-1)!.answers, { run: 'the-run' });
          await talk.say(stops.at(-1)!.chosen.label);
          expect(await talk.answers()).to.deep.equal(answers);
        }
        const before = JSON.stringify(await talk.state());
        const reply = await (execute ? talk.execute(data) : talk.click(data));
        expect(reply.status).to.equal(200);
        expect(offered(reply).length, 'actions').to.be.above(0);
        expect(JSON.stringify(cardIn(reply)).length).to.be.below(14_000);
        const state = await talk.state();
        if (state) expect(stateSchema.safeParse(state).success).to.equal(true);
        for (const walk of walksIn(state)) expect(strange(walk), JSON.stringify(data)).to.deep.equal([]);
        if (JSON.stringify(state) !== before) moved.count++;
      };
      await fc.assert(fc.asyncProperty(forged, fc.nat(999), fc.boolean(), run), sampled(400));
      expect(moved.count, 'clicks that were right enough to count').to.be.above(20);
      expect(guide.log.filter(({ event }) => event === 'turn-failed')).to.deep.equal([]);
    });

  it('survives any number of clicks in one conversation', async () => {
    const clicks = fc.array(forged, { minLength: 5, maxLength: 15 });
    const run = async (cards: object[]): Promise<void> => {
      const talk = guide.talk();
      for (const data of cards) expect((await talk.click(data)).messages).to.have.length(1);
      for (const walk of walksIn(await talk.state())) expect(strange(walk)).to.deep.equal([]);
    };
    await fc.assert(fc.asyncProperty(clicks, run), sampled(40));
    expect(guide.log.filter(({ event }) => event === 'turn-failed')).to.deep.equal([]);
  });

  for (const date of ['1800-01-01', '2999-12-31'])
    it(`asks about ${date}, and gets an answer`, async () => {
      for (const { answers } of walks) {
        const reply = await guide.talk().at({ ...answers, date });
        expect(['question', 'outcome']).to.include(reply.views[0]?.kind);
      }
    });
});
