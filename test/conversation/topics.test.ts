import { expect } from 'chai';
import { addDays, civilDate } from '../../src/dates/index.ts';
import { dialogs, knowledge, tree } from '../helpers/content.ts';
import { offered, seen, TestGuide, type Talk } from '../helpers/talk.ts';
import { positionOf, randomWalks } from './walks.ts';

const some = { need: 'regain', hospitalPlan: 'none' };
const [, second, third] = [...dialogs.trees.values()];
const start = (id: string | undefined) => ({ kind: 'start', tree: id });
const runs = async (talk: Talk): Promise<string[]> =>
  (await talk.state())?.dialogs.dialogStack.map(({ state }) => state.tree) ?? [];

/** Answers the open topic by its last option, "Ved ikke", until it ends. */
const finish = async (talk: Talk) => {
  let reply = await talk.say('fortsæt');
  while (reply.views[0]?.kind === 'question' || reply.views[0]?.kind === 'form') reply = await talk.say('ved ikke');
  return reply;
};

describe('another topic in the middle of a walk', () => {
  const guide = new TestGuide();

  it('puts the walk aside, and nothing of it is lost', async () => {
    const talk = await guide.talk().stand(some);
    await talk.click(start(second?.id));
    expect(await runs(talk)).to.deep.equal([tree.id, second?.id]);
    const reply = await finish(talk);
    expect(await runs(talk)).to.deep.equal([tree.id]);
    const resume = offered(reply).find(({ kind, run }) => kind === 'start' && run === talk.run)!;
    expect(seen(await talk.click(resume), 'question')).to.deep.include({ question: 'pensionAge', answers: some });
    await talk.say('ja');
    expect(await talk.answers()).to.deep.equal({ ...some, pensionAge: 'reached' });
  });

  it('is gone on with by "fortsæt" once the other has ended, and not before', async () => {
    const talk = await guide.talk().stand(some);
    await talk.click(start(second?.id));
    expect((await talk.say('fortsæt')).views[0]).to.include({ tree: second?.id });
    await finish(talk);
    expect(seen(await talk.say('fortsæt'), 'question')).to.deep.include({ answers: some });
  });

  it('is not answered by what is typed under the end of the other', async () => {
    for (const words of ['ja', 'nej', '1', 'ja da', 'tak', 'noget helt andet']) {
      const talk = await guide.talk().stand(some);
      await talk.click(start(second?.id));
      await finish(talk);
      expect((await talk.say(words)).messages).to.have.length(1);
      const kept = (await talk.state())?.dialogs.dialogStack.find(({ state }) => state.run === talk.run)?.state.answers;
      expect(kept, words).to.deep.equal(some);
    }
  });

  it('is gone back to by starting it again, without being asked', async () => {
    const talk = await guide.talk().stand(some);
    await talk.click(start(second?.id));
    expect(seen(await talk.click(start(tree.id)), 'question')).to.deep.include({ answers: some, run: talk.run });
  });

  it('is gone back to by a click on any of its cards', async () => {
    const talk = await guide.talk().stand(some);
    await talk.click(start(second?.id));
    await talk.click({ kind: 'answer', ...talk.card(some), question: 'pensionAge', option: 'reached' });
    expect(await talk.walk()).to.deep.include({ run: talk.run, answers: { ...some, pensionAge: 'reached' } });
  });

  it('keeps two walks at most, and the state stays readable through any number of starts', async () => {
    const talk = await guide.talk().stand(some);
    for (let round = 0; round < 12; round++) {
      const topic = [...dialogs.trees.keys()][round % dialogs.trees.size];
      const reply = await talk.click(start(topic));
      expect(reply.messages).to.have.length(1);
      if (reply.views[0]?.kind !== 'confirm-restart') await talk.say('1');
      expect((await runs(talk)).length).to.be.within(1, 2);
      expect(new Set(await runs(talk)).size, 'each topic once').to.equal((await runs(talk)).length);
    }
  });

  it('that ended is begun afresh by "forfra", not the one put aside', async () => {
    const talk = await guide.talk().stand(some);
    await talk.click(start(second?.id));
    await finish(talk);
    const reply = await talk.say('forfra');
    expect(reply.views[0]).to.deep.include({ tree: second?.id, answers: {} });
    expect((await talk.state())?.dialogs.dialogStack[0]?.state.answers).to.deep.equal(some);
  });

  it('is corrected by "ret" and "tilbage" when it is what was shown last', async () => {
    for (const words of ['ret', 'tilbage']) {
      const talk = await guide.talk().stand(some);
      await talk.click(start(third?.id));
      await finish(talk);
      expect((await talk.say(words)).views[0]).to.include({ tree: third?.id });
      expect((await talk.state())?.dialogs.dialogStack[0]?.state.answers).to.deep.equal(some);
    }
  });
});

describe('a law that changes in the middle of a walk', () => {
  const day = civilDate('2027-01-01');
  const note = dialogs.phrases['note.dateChanged']!.split('{')[0]!;
  const open = async (answers: Readonly<Record<string, string>>) => {
    const guide = new TestGuide({ today: addDays(day, -1) });
    const talk = await guide.talk().stand(answers);
    guide.today = day;
    return talk;
  };

  it('is a boundary of the knowledge, or these tests say nothing', () => {
    expect(knowledge.boundaries).to.include(day);
  });

  for (const [how, give] of [
    ['goes on', (talk: Talk) => talk.say('fortsæt')],
    ['answers by typing', (talk: Talk) => talk.say('ja')],
    [
      'answers by a click',
      (talk: Talk) => talk.click({ kind: 'answer', ...talk.card(some), question: 'pensionAge', option: 'reached' }),
    ],
    ['goes back', (talk: Talk) => talk.say('tilbage')],
    ['opens the page again', (talk: Talk) => talk.join()],
    ['asks for a correction', (talk: Talk) => talk.say('ret')],
  ] as const)
    it(`is told, once, to a user who ${how}`, async () => {
      const talk = await open(some);
      expect(seen(await give(talk), 'question').note, how).to.contain(note);
      expect(seen(await talk.say('fortsæt'), 'question').note ?? '').not.to.contain(note);
    });

  it('is not told when the user has set the day, nor when no boundary was crossed', async () => {
    const talk = await open({ ...some, date: '2026-12-01' });
    expect(seen(await talk.say('ja'), 'question').note ?? '').not.to.contain(note);
    const quiet = new TestGuide({ today: civilDate('2026-11-20') });
    const other = await quiet.talk().stand(some);
    quiet.today = civilDate('2026-11-22');
    expect(seen(await other.say('ja'), 'question').note ?? '').not.to.contain(note);
  });

  it('asks again only what the new law needs, and ends as a walk begun that day', async () => {
    for (const walk of randomWalks(60, 31, addDays(day, -1))) {
      const last = walk.stops.at(-1)!;
      const talk = await open(last.answers);
      await talk.say('fortsæt');
      let reply = await talk.say('fortsæt');
      while (reply.views[0]?.kind === 'question') reply = await talk.say('ved ikke');
      const position = positionOf((await talk.answers())!, day);
      expect(position.kind).to.equal('outcome');
      expect(seen(reply, 'outcome').asOf).to.equal(day);
    }
  });
});
