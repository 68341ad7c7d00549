import { expect } from 'chai';
import { describe, it } from 'mocha';
import { openWalk } from '../../src/bot/state.ts';
import { replay, type Answers } from '../../src/trees/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { knowledge, today, tree } from '../helpers/content.ts';
import { cardIn, offered, seen, TestGuide, type Talk } from '../helpers/talk.ts';

const guide = new TestGuide();
const setting = { knowledge, today };
const story =
  'Min borger er 84 år, bor i eget hjem, har ikke været på sygehuset og vil træne op igen. Hvilken paragraf gælder?';
const tells: Answers = { need: 'regain', hospitalPlan: 'none', pensionAge: 'reached', housing: 'own-home' };
const stories: readonly (readonly [string, Answers])[] = [
  [story, tells],
  [
    'Borger på 77 får hjemmepleje. Hun er udskrevet med en genoptræningsplan. Hvilken lov gælder for genoptræningen?',
    { need: 'regain', hospitalPlan: 'general', pensionAge: 'reached', careNeed: 'yes' },
  ],
  [
    'Han er 58, har BPA og skal have vedligeholdende træning, ingen genoptræningsplan. Hvilken paragraf?',
    { need: 'maintain', hospitalPlan: 'none', pensionAge: 'not-reached', personalAssistance: 'yes' },
  ],
];

/** Tells a story, and gives the view of the open walk. */
const tell = async (talk: Talk, text: string) => {
  const reply = await talk.say(text);
  return { reply, view: reply.views[0] };
};
/** Answers by the first option until the walk ends; gives the questions that were asked on the way. */
const goOn = async (talk: Talk): Promise<{ readonly asked: readonly string[]; readonly answers: Answers }> => {
  const asked: string[] = [];
  for (let reply = await talk.say('fortsæt'); reply.views[0]?.kind === 'question'; reply = await talk.say('1')) {
    asked.push(reply.views[0].question);
    expect(asked.length).to.be.below(30);
  }
  return { asked, answers: (await talk.answers()) ?? {} };
};
const factsIn = async (talk: Talk): Promise<Answers> => {
  const walk = await talk.walk();
  return { ...walk?.told, ...walk?.answers };
};

describe('a story', () => {
  for (const [text, facts] of stories)
    it(`is read into the guided dialog, and shows what was understood: ${text.slice(0, 40)}`, async () => {
      const talk = guide.talk();
      const { view } = await tell(talk, text);
      expect(await factsIn(talk)).to.include(facts);
      if (view?.kind !== 'question' && view?.kind !== 'outcome') return expect.fail(`a ${String(view?.kind)}`);
      const counted = Object.keys((await talk.answers()) ?? {});
      expect(view.understood?.map(({ question }) => question)).to.include.members(counted);
      for (const { text: question, answer } of view.understood ?? []) {
        expect(question).to.match(/\?$/u);
        expect(Object.values(facts)).to.not.include(answer);
      }
    });

  for (const [text] of stories)
    for (const channel of ['msteams', 'directline'])
      it(`gets a card that can be sent to ${channel}: ${text.slice(0, 40)}`, async () => {
        const { reply } = await tell(guide.talk(channel), text);
        expect(lintCard(cardIn(reply))).to.deep.equal([]);
      });

  it('asks nothing that it has told, and ends where the same answers end by hand', async () => {
    for (const [text, facts] of stories) {
      const talk = guide.talk();
      await tell(talk, text);
      const known = Object.keys(await factsIn(talk));
      const { asked, answers } = await goOn(talk);
      expect(asked.filter((question) => known.includes(question))).to.deep.equal([]);
      const position = replay(tree, answers, setting);
      expect(position.kind).to.equal('outcome');
      for (const question of position.path) expect(facts[question] ?? answers[question]).to.equal(answers[question]);
    }
  });

  it('waits with a fact until its question comes', async () => {
    const talk = guide.talk();
    await tell(talk, story);
    const walk = await talk.walk();
    expect(Object.keys(walk?.told ?? {})).to.include('housing');
    expect(walk?.answers).to.not.have.property('housing');
    const { path } = replay(tree, walk?.answers ?? {}, setting);
    expect(Object.keys(walk?.answers ?? {})).to.have.members([...path]);
  });

  it('shows a fact that waited, once it counts, so that it can be corrected', async () => {
    const talk = guide.talk();
    let { view } = await tell(talk, story);
    const shown = new Set<string>();
    const asked = new Set<string>();
    for (let turn = 0; turn < 20 && (view?.kind === 'question' || view?.kind === 'outcome'); turn++) {
      for (const { question } of view.understood ?? []) shown.add(question);
      if (view.kind === 'outcome') break;
      asked.add(view.question);
      [view] = (await talk.say('1')).views;
    }
    const unseen = Object.keys((await talk.answers()) ?? {}).filter((id) => !shown.has(id) && !asked.has(id));
    expect(unseen).to.deep.equal([]);
  });

  it('has a button for nothing that cannot be corrected', async () => {
    for (const [text] of stories) {
      const first = guide.talk();
      const buttons = offered((await tell(first, text)).reply).filter(({ kind }) => kind === 'edit');
      for (const { question } of buttons.filter((button) => button.question !== undefined)) {
        const talk = guide.talk();
        const { reply } = await tell(talk, text);
        const own = offered(reply).find((action) => action.kind === 'edit' && action.question === question);
        expect(seen(await talk.click(own!), 'question').question, text).to.equal(question);
      }
    }
  });

  for (const question of Object.keys(tells).filter((id) => id !== 'housing'))
    it(`is corrected by the button beside ${question}, and the walk goes on with the correction`, async () => {
      const talk = guide.talk();
      const { reply } = await tell(talk, story);
      const button = offered(reply).find((action) => action.kind === 'edit' && action.question === question);
      expect(button, 'a button').to.exist;
      const shown = seen(await talk.click(button!), 'question');
      expect(shown.question, shown.note).to.equal(question);
      const before = (await factsIn(talk))[question];
      const other = shown.options.find(({ id }) => id !== before && id !== 'unknown')!;
      await talk.say(other.label);
      expect((await factsIn(talk))[question]).to.equal(other.id);
      const { asked, answers } = await goOn(talk);
      expect(asked).to.not.include(question);
      expect(replay(tree, answers, setting).kind).to.equal('outcome');
      expect(answers[question] ?? other.id).to.equal(other.id);
    });

  it('told further in the middle answers more of the walk, and asks nothing twice', async () => {
    const talk = guide.talk();
    await tell(talk, story);
    await talk.say('Hun får hjemmepleje hver dag og har ikke BPA.');
    expect(await factsIn(talk)).to.include({ ...tells, careNeed: 'yes', personalAssistance: 'no' });
    expect((await goOn(talk)).asked).to.not.include('careNeed');
  });
});

describe('a second story', () => {
  it('of another citizen takes over nothing of the first that it does not show', async () => {
    for (const second of [
      'En mand på 58 med BPA skal have vedligeholdende træning. Hvilken paragraf gælder?',
      'En kvinde på 72 får hjemmepleje og vil træne op efter et fald. Hvilken lov gælder?',
    ]) {
      const talk = guide.talk();
      await tell(talk, story);
      const { view } = await tell(talk, second);
      const shown = view?.kind === 'question' || view?.kind === 'outcome' ? (view.understood ?? []) : [];
      const unseen = Object.keys((await talk.answers()) ?? {}).filter(
        (id) => !shown.some(({ question }) => question === id),
      );
      expect(unseen, second).to.deep.equal([]);
    }
  });
});

describe('"hvad hvis"', () => {
  const ended = async (): Promise<{ readonly talk: Talk; readonly answers: Answers }> => {
    const talk = guide.talk();
    await tell(talk, story);
    const { answers } = await goOn(talk);
    expect(openWalk((await talk.state())!)).to.equal(undefined);
    return { talk, answers };
  };

  it('after an outcome is the same case with that one fact changed', async () => {
    for (const [text, question, value] of [
      ['hvad hvis hun var 58?', 'pensionAge', 'not-reached'],
      ['Hvad hvis hun boede på plejehjem?', 'housing', 'care-home'],
      ['og hvis hun havde en genoptræningsplan?', 'hospitalPlan', 'general'],
      ['Hvad nu hvis hun havde BPA?', 'personalAssistance', 'yes'],
    ] as const) {
      const { talk, answers } = await ended();
      const reply = await talk.say(text);
      expect(['question', 'outcome'], text).to.include(reply.views[0]?.kind);
      const facts = await factsIn(talk);
      expect(facts[question], text).to.equal(value);
      for (const [id, answer] of Object.entries(answers))
        if (id !== question) expect(facts[id], `${id}: ${text}`).to.equal(answer);
      const { asked, answers: after } = await goOn(talk);
      expect(
        asked.filter((id) => answers[id] !== undefined || id === question),
        text,
      ).to.deep.equal([]);
      expect(replay(tree, after, setting).kind, text).to.equal('outcome');
    }
  });

  it('with no case before it is answered as any other question, and opens nothing', async () => {
    const talk = guide.talk();
    const reply = await talk.say('hvad hvis hun var 58?');
    expect(['answer', 'offer', 'menu']).to.include(reply.views[0]?.kind);
    expect((await talk.state())?.dialogs.dialogStack).to.deep.equal([]);
  });
});
