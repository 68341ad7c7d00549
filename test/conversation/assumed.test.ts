import { expect } from 'chai';
import { plainText, type View } from '../../src/cards/index.ts';
import { readState } from '../../src/bot/state.ts';
import { phrases } from '../helpers/everyEnding.ts';
import { offered, seen, TestGuide, type Reply, type Talk } from '../helpers/talk.ts';

const guide = new TestGuide();
/** Tells all but the plan from the hospital and the assistance, and so comes to an end at once. */
const story =
  'Hun er 84, svækket af alder, får hjælp til bad og har ingen gammel afgørelse. Hun skal have vedligeholdende træning. Hvilken paragraf?';
/** Comes to a question, with the assistance still waiting. */
const short = 'Hun er 84 og skal have vedligeholdende træning. Hvilken paragraf?';
const guessed = ['hospitalPlan', 'personalAssistance'];
const mark = '(det går jeg ud fra)';
const lines = {
  hospitalPlan: 'Har borgeren en genoptræningsplan fra sygehuset? Nej, ingen plan',
  personalAssistance: 'Har borgeren BPA eller kontant tilskud til egne hjælpere? Nej',
};
/** The same where it is told to others, however the sentence begins. */
const drafted = {
  hospitalPlan: /genoptræningsplan fra sygehuset[?:] Nej/u,
  personalAssistance: /egne hjælpere[?:] Nej/u,
};

type Ended = Extract<View, { kind: 'outcome' }>;
const told = async (text = story): Promise<{ readonly talk: Talk; readonly reply: Reply }> => {
  const talk = guide.talk();
  return { talk, reply: await talk.say(text) };
};
const markedIn = ({ reasons }: Ended, sign = mark): string[] =>
  reasons.filter(({ answer }) => answer.endsWith(` ${sign}`)).map(({ question }) => question);
const expectMarked = (reply: Reply, questions: readonly string[] = guessed): void => {
  const view = seen(reply, 'outcome');
  expect(markedIn(view)).to.deep.equal(questions);
  expect(plainText(view, phrases).split(mark).length - 1).to.be.at.least(questions.length);
};
/** What the text to paste says of a question. */
const textOn = (reply: Reply, question: keyof typeof lines): string | undefined =>
  seen(reply, 'text')
    .text.split('\n')
    .find((line) => line.includes(lines[question]));
/** What the button that corrects an answer carries. */
const editOf = (reply: Reply, question: string): object => ({
  ...offered(reply).find(({ kind }) => kind === 'edit')!,
  question,
});
/** Answers by number until the walk ends. */
const toTheEnd = async (talk: Talk, first: Reply): Promise<Reply> => {
  let reply = first;
  for (let turn = 0; turn < 20 && reply.views[0]?.kind === 'question'; turn++) reply = await talk.say('1');
  return reply;
};

describe('what a story did not tell and is assumed', () => {
  it('is said to be so on the card, in the list and in the reasons', async () => {
    const { reply } = await told();
    expectMarked(reply);
    const { understood = [] } = seen(reply, 'outcome');
    const marked = understood.filter(({ answer }) => answer.endsWith(` ${mark}`));
    expect(marked.map(({ question }) => question)).to.deep.equal(guessed);
  });

  it('is said to be so in the text to paste, typed for and clicked for', async () => {
    const { talk, reply } = await told();
    for (const text of [await talk.say('tekst'), await talk.click(offered(reply).find(({ kind }) => kind === 'text')!)])
      for (const question of ['hospitalPlan', 'personalAssistance'] as const)
        expect(textOn(text, question)).to.include(`${lines[question]} ${mark}`);
  });

  it('is said to be so after an interruption, a correction that was left and an answer taken back', async () => {
    const { talk, reply } = await told();
    seen(await talk.say('Hvad er ældreloven?'), 'answer');
    expectMarked(await talk.say('fortsæt'));
    seen(await talk.click(editOf(reply, 'careNeed')), 'question');
    expectMarked(await talk.say('tilbage'));
    await talk.say('tilbage');
    expectMarked(await talk.say('Nej, ingen'));
  });

  it('is said to be so when its question comes after other answers, and when more is told', async () => {
    const { talk, reply } = await told(short);
    const question = seen(reply, 'question');
    expect(question.understood?.find((line) => line.question === 'hospitalPlan')?.answer).to.include(mark);
    expect((await talk.walk())?.assumed).to.have.members(guessed);
    await talk.say('Hun får hjemmepleje hver dag.');
    expectMarked(await toTheEnd(talk, await talk.say('fortsæt')));
  });

  it('is said to be so on what an old card leads to', async () => {
    const { talk, reply } = await told();
    const text = offered(reply).find(({ kind }) => kind === 'text')!;
    await talk.say('tilbage');
    await talk.say('tilbage');
    expect(textOn(await talk.click(text), 'personalAssistance'), 'the answer taken back').to.include(mark);
    await talk.say('Nej');
    const { answers } = seen(await talk.say('Nej, ingen'), 'outcome');
    expect(textOn(await talk.click({ ...text, answers }), 'hospitalPlan')).to.include(mark);
    expect(textOn(await talk.click(text), 'personalAssistance'), 'answered since').to.not.include(mark);
  });

  it('stays so on a card that knows more than was saved', async () => {
    const { talk } = await told();
    const { tree: id, run, answers } = (await talk.walk())!;
    await talk.say('tilbage');
    await talk.say('tilbage');
    const { earlierDecision: _, ...ahead } = answers;
    const card = { kind: 'answer', tree: id, run, answers: ahead, question: 'earlierDecision', option: 'none' };
    expectMarked(await talk.click(card));
  });

  for (const [words, given] of [
    ['another answer', (answer: string | undefined, all: readonly string[]) => all.find((id) => id !== answer)!],
    ['the same answer', (answer: string | undefined) => answer!],
  ] as const)
    it(`is so no longer when the user gives ${words} to its question`, async () => {
      const { talk, reply } = await told();
      const card = seen(await talk.click(editOf(reply, 'personalAssistance')), 'question');
      const option = given(
        card.chosen,
        card.options.map(({ id }) => id),
      );
      const { tree: id, run, answers, question } = card;
      const after = await talk.click({ kind: 'answer', tree: id, run, answers, question, option });
      expectMarked(await toTheEnd(talk, after), ['hospitalPlan']);
      expect((await talk.walk())?.assumed).to.deep.equal(['hospitalPlan']);
      expectMarked(await talk.say('fortsæt'), ['hospitalPlan']);
    });

  it('is so no longer when a text tells it, and nothing is kept when all is told', async () => {
    const { talk } = await told(short);
    await talk.say('Hun har ikke BPA.');
    expect((await talk.walk())?.assumed).to.deep.equal(['hospitalPlan']);
    await talk.say('Hun har ingen genoptræningsplan.');
    expect(await talk.walk()).to.not.have.property('assumed');
    const end = await toTheEnd(talk, await talk.say('fortsæt'));
    expectMarked(end, []);
    expect(plainText(seen(end, 'outcome'), phrases)).to.not.include(mark);
  });

  it('is left out of the draft, typed for and clicked for, and what was told is in it', async () => {
    for (const clicks of [false, true]) {
      const { talk, reply } = await told();
      const button = offered(reply).find(({ kind }) => kind === 'handoff')!;
      const ask = async (): Promise<Reply> => (clicks ? talk.click(button) : talk.say('spørg visitationen'));
      seen(await ask(), 'handoff-ask');
      const view = seen(
        clicks ? await talk.click({ ...button, municipality: 'vejen' }) : await talk.say('Vejen'),
        'handoff',
      );
      const draft = view.draft.join('\n');
      for (const line of Object.values(drafted)) expect(draft).to.not.match(line);
      expect(draft).to.not.include(mark);
      expect(draft)
        .to.include('Vedligeholdende træning')
        .and.match(/pleje og omsorg i hverdagen[?:] Ja/u);
    }
  });

  it('is in the draft once the user has answered it', async () => {
    const { talk, reply } = await told();
    await talk.click(editOf(reply, 'hospitalPlan'));
    expectMarked(await talk.say('Nej, ingen plan'), ['personalAssistance']);
    await talk.say('spørg visitationen');
    const draft = seen(await talk.say('Vejen'), 'handoff').draft.join('\n');
    expect(draft).to.match(drafted.hospitalPlan).and.not.match(drafted.personalAssistance);
  });

  it('is not what a card says otherwise, such as one whose answer could not be saved', async () => {
    const { talk, reply } = await told();
    const button = offered(reply).find(({ kind }) => kind === 'handoff')!;
    const answers = { ...button.answers, personalAssistance: 'yes' };
    const draft = seen(await talk.click({ ...button, answers, municipality: 'vejen' }), 'handoff').draft.join('\n');
    expect(draft)
      .to.match(/egne hjælpere[?:] Ja/u)
      .and.not.match(drafted.hospitalPlan);
  });

  it('is not shared at all', async () => {
    const { talk } = await told();
    const view = seen(await talk.say('del'), 'shared');
    const text = plainText(view, phrases);
    for (const line of Object.values(drafted)) expect(text).to.not.match(line);
    expect(text).to.not.include(mark);
  });

  it('is said to be so in English', async () => {
    const { talk } = await told();
    const sign = '(I assume so)';
    expect(markedIn(seen(await talk.say('English'), 'outcome'), sign)).to.deep.equal(guessed);
    expect(seen(await talk.say('text'), 'text').text.split(sign)).to.have.length(guessed.length + 1);
    seen(await talk.say('What is ældreloven?'), 'answer');
    const again = await talk.say('continue');
    expect(markedIn(seen(again, 'outcome'), sign)).to.deep.equal(guessed);
    const card = seen(await talk.click(editOf(again, 'personalAssistance')), 'question');
    const { options, chosen } = card;
    await talk.say(options.find(({ id }) => id === chosen)!.label);
    expect(markedIn(seen(await talk.say('continue'), 'outcome'), sign)).to.deep.equal(['hospitalPlan']);
    await talk.say('ask visitationen');
    const draft = seen(await talk.say('Vejen'), 'handoff').draft.join('\n');
    expect(draft).to.match(drafted.personalAssistance).and.not.match(drafted.hospitalPlan);
  });
});

describe('an adult below the pension age, of whom nothing tells of an older person’s need', () => {
  const adult = 'Han er 45, har haft influenza hjemme og skal genoptrænes, ingen genoptræningsplan. Hvilken paragraf?';
  const need = 'comparableNeed';

  it('is assumed to be no special case, which is said on the card', async () => {
    const { reply } = await told(adult);
    expectMarked(reply, [need]);
    expect(seen(reply, 'outcome').conclusion).to.include('Kommunen afgør det');
    expect(plainText(seen(reply, 'outcome'), phrases)).to.include('serviceloven § 86, stk. 1');
  });

  it('is assumed so though someone of the staff calls: that tells no more of the need', async () => {
    const { reply } = await told(`Jeg kommer hos ham. ${adult}`);
    expectMarked(reply, [need]);
  });

  it('asks nothing that ældreloven requires of one who has BPA', async () => {
    const { reply } = await told(
      'Hun er 74 og har BPA. Hun har ligget syg hjemme og skal genoptrænes, ingen plan fra sygehuset. Hvilken paragraf?',
    );
    expect(plainText(seen(reply, 'outcome'), phrases)).to.include('serviceloven § 86, stk. 1');
    expect(seen(reply, 'outcome').conclusion).to.include('BPA');
  });

  it('is asked about where the story tells of care or of a care home', async () => {
    for (const more of [
      'Han får hjælp til bad hver dag.',
      'Han bor på plejehjem.',
      'Kommunen har vurderet, at han er omfattet af ældreloven.',
      'Han er terminal.',
    ]) {
      const { talk } = await told(`${more} ${adult}`);
      expect((await talk.walk())?.assumed ?? [], more).to.not.include(need);
    }
  });

  it('is assumed so no longer once care is told of', async () => {
    const { talk, reply } = await told('Han er 45 og skal genoptrænes. Hvilken paragraf?');
    expect(seen(reply, 'question').question).to.equal('hospitalPlan');
    expect((await talk.walk())?.assumed).to.include(need);
    await talk.say('Han får hjælp til bad hver dag.');
    expect((await talk.walk())?.assumed).to.not.include(need);
    await talk.say('fortsæt');
    expect(seen(await talk.say('Nej, ingen plan'), 'question').question).to.equal(need);
  });

  it('goes on with its questions when the assumption is corrected', async () => {
    const { talk, reply } = await told(adult);
    const card = seen(await talk.click(editOf(reply, need)), 'question');
    expect(card.question).to.equal(need);
    const { tree: id, run, answers } = card;
    const after = await talk.click({ kind: 'answer', tree: id, run, answers, question: need, option: 'yes' });
    expect(seen(after, 'question').question).to.not.equal(need);
    expect(markedIn(seen(await toTheEnd(talk, after), 'outcome'))).to.not.include(need);
  });
});

describe('a state from before anything was said to be assumed', () => {
  it('is read as it was, with every answer as told', async () => {
    const { talk } = await told();
    const state = (await talk.state())!;
    const { assumed, ...older } = state.finished!;
    expect(assumed).to.have.members(guessed);
    const before = { ...state, finished: older };
    expect(readState(before)).to.deep.equal(before);
    await guide.storage.write({ [talk.key]: { ...before, eTag: '*' } });
    expectMarked(await talk.say('fortsæt'), []);
  });
});
