import { expect } from 'chai';
import { guideFrom } from '../../src/app.ts';
import { openDoors } from '../../src/bot/index.ts';
import type { LocalActivity } from '../../src/bot/localAdapter.ts';
import { keysOf } from '../../src/bot/conversationStore.ts';
import { readBeside, readState } from '../../src/bot/state.ts';
import { complaints } from '../../src/cards/index.ts';
import { openStorage } from '../../src/storage/index.ts';
import { actionsOf, type ActionData, type Card } from '../helpers/cardReader.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, knowledge, projectRoot, today } from '../helpers/content.ts';

const now = (): Date => new Date('2026-11-22T09:00:00Z');
const said = (key: string): string => dialogs.phrases[key]!;
const question = 'Hvor lang er fristen for at klage?';

/** One conversation on a channel, with what was counted and what is kept. */
const converse = (channelId = 'directline') => {
  let ids = 0;
  const counted: (readonly unknown[])[] = [];
  const sent: LocalActivity[] = [];
  const randomId = (): string => `id-${String(++ids)}`;
  const storage = openStorage({ databaseUrl: 'memory:', dataDir: '', now });
  const guide = guideFrom(
    { knowledge, dialogs },
    { root: projectRoot, now, randomId, log: () => undefined },
    { asOf: today, count: (...one) => counted.push(one) },
  );
  const { local } = openDoors({ guide, storage, log: () => undefined });
  local.onSend((_conversation, activity) => sent.push(activity));
  const send = async (more: object): Promise<LocalActivity> => {
    const before = sent.length;
    const about = { channelId, conversation: { id: 'c' }, from: { id: 'user' }, recipient: { id: 'bot' } };
    await local.receive({ type: 'message', id: randomId(), ...about, ...more });
    expect(sent.slice(before), 'one reply').to.have.length(1);
    return sent[before]!;
  };
  return {
    counted,
    say: (text: string) => send({ text }),
    click: (value: object) => send({ value }),
    stored: async () => {
      const [state, beside] = keysOf(`${channelId}/conversations/c`);
      const items = (await storage.read([state, beside])) as Record<string, { eTag?: string }>;
      const [kept, besides] = [state, beside].map((key) => {
        const { eTag: _, ...item } = items[key] ?? {};
        return item;
      });
      return { state: readState(kept), beside: readBeside(besides) };
    },
  };
};

const cardOf = (activity: LocalActivity): Card => (activity.attachments as { content: Card }[])[0]!.content;
const reasonsOn = (activity: LocalActivity): ActionData[] =>
  actionsOf(cardOf(activity)).filter(({ kind }) => kind === 'feedback');

describe('"forkert svar" where there are no thumbs', () => {
  it('asks for a reason on a card of six actions at most, and counts it for what the answer was about', async () => {
    for (const [at, reason] of complaints.entries()) {
      const talk = converse();
      await talk.say(question);
      const [, topic, municipality] = talk.counted.at(-1)!;
      expect(topic).to.be.a('string');
      const asked = await talk.say('forkert svar');
      expect(lintCard(cardOf(asked))).to.deep.equal([]);
      expect(talk.counted, 'nothing is counted before a reason is chosen').to.have.length(1);
      const thanks = await talk.click(reasonsOn(asked)[at]!);
      expect(JSON.stringify(thanks)).to.contain(said('feedback.thanks'));
      expect(talk.counted.slice(1)).to.deep.equal([
        ['down-voted', topic, municipality],
        [`reason-${reason}`, topic, municipality],
      ]);
    }
  });

  it('takes the number and the words of a reason typed, also as plain text and in English', async () => {
    for (const [channel, words, typed] of [
      ['console', 'forkert svar', '2'],
      ['console', 'tommel ned', said('feedback.outdated').toUpperCase()],
      ['directline', 'wrong answer', dialogs.phrasesEnglish['feedback.outdated']!],
    ] as const) {
      const talk = converse(channel);
      await talk.say(question);
      await talk.say(words);
      await talk.say(typed);
      expect(talk.counted.at(-1)?.[0], typed).to.equal('reason-outdated');
    }
  });

  it('counts an answer once, however often the card is clicked or the words are typed', async () => {
    const talk = converse();
    await talk.say(question);
    const [first] = reasonsOn(await talk.say('forkert svar'));
    await talk.click(first!);
    const before = talk.counted.length;
    for (let times = 0; times < 3; times += 1)
      expect(JSON.stringify(await talk.click(first!))).to.contain(said('feedback.gone'));
    expect(JSON.stringify(await talk.say('forkert svar'))).to.contain(said('feedback.noAnswer'));
    expect(talk.counted).to.have.length(before);
  });

  it('takes nothing from a card that is old, forged or of another answer', async () => {
    const talk = converse();
    await talk.say(question);
    const [first] = reasonsOn(await talk.say('forkert svar'));
    await talk.say('Hvad er en genoptræningsplan?');
    const before = talk.counted.length;
    for (const forged of [first!, { ...first, run: 'x' }, { kind: 'feedback' }, { ...first, option: 'helpful' }])
      expect(JSON.stringify(await talk.click(forged))).to.contain(said('feedback.gone'));
    const [second] = reasonsOn(await talk.say('forkert svar'));
    expect(JSON.stringify(await talk.click({ ...second, option: 'Jens Hansen' }))).to.not.contain('Jens');
    expect(talk.counted.filter(([event]) => event === 'down-voted')).to.deep.equal([]);
    expect(talk.counted.length).to.be.at.most(before + 1);
  });

  it('has nothing to judge before the first answer', async () => {
    const talk = converse();
    expect(JSON.stringify(await talk.say('forkert svar'))).to.contain(said('feedback.noAnswer'));
    expect(talk.counted).to.deep.equal([]);
  });

  it('leaves an open walk as it was, with a way back to it, and keeps ids alone', async () => {
    const talk = converse();
    await talk.say('hvilken paragraf');
    await talk.say('genoptræning');
    await talk.say(question);
    const walk = (await talk.stored()).state?.dialogs;
    expect(walk?.dialogStack).to.have.length(1);
    const [first] = reasonsOn(await talk.say('forkert svar'));
    const { beside: asked } = await talk.stored();
    expect(asked.judging).to.match(/^id-\d+$/u);
    expect(asked.answered).to.have.keys('topic');
    const thanks = await talk.click(first!);
    expect((await talk.stored()).state?.dialogs).to.deep.equal(walk);
    expect(actionsOf(cardOf(thanks)).map(({ kind }) => kind)).to.include('start');
    expect((await talk.stored()).beside).to.not.have.any.keys('judging', 'answered');
  });

  it('judges the outcome of a dialog by its provision', async () => {
    const talk = converse();
    await talk.say('hvilken paragraf');
    for (let turns = 0; turns < 12 && !(await talk.stored()).beside.answered; turns += 1) await talk.say('1');
    const { topic } = (await talk.stored()).beside.answered!;
    expect(knowledge.provisionIds).to.include(topic);
    await talk.say('forkert svar');
    await talk.say('1');
    expect(talk.counted.slice(-2).map(([event, about]) => [event, about])).to.deep.equal([
      ['down-voted', topic],
      ['reason-wrong', topic],
    ]);
  });
});
