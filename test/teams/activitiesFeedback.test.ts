import { expect } from 'chai';
import { dialogs } from '../helpers/content.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { TeamsDoor, textsIn, type Answer } from './door.ts';

const question = 'Hvor lang er fristen for at klage?';

describe('thumbs up and down', () => {
  const door = new TeamsDoor();
  const conversation = { id: 'a:feedback', conversationType: 'personal' };
  const vote = (reaction: string, feedback: unknown, more: object = {}): Promise<Answer> =>
    door.post({
      ...{ type: 'invoke', name: 'message/submitAction', conversation },
      value: { actionName: 'feedback', actionValue: { reaction, feedback } },
      ...more,
    });
  before(() => door.open());
  after(() => door.close());

  it('are counted for what the answer was about, also when another has come after it', async () => {
    await door.post({ type: 'message', text: question, conversation });
    const first = door.connector.lastId;
    const topic = door.counted.at(-1)?.[1];
    expect(topic).to.be.a('string');
    await door.post({ type: 'message', text: 'Hvad er en genoptræningsplan?', conversation });
    const second = door.connector.lastId;
    const other = door.counted.at(-1)?.[1];
    expect(other).to.be.a('string').and.not.equal(topic);
    for (const [reaction, replyToId, counted] of [
      ['like', first, ['up-voted', topic]],
      ['dislike', second, ['down-voted', other]],
      ['dislike', 'unknown', ['down-voted', undefined]],
    ] as const) {
      const answer = await vote(reaction, '{"feedbackText":""}', { replyToId });
      expect([answer.status, answer.json]).to.deep.equal([200, {}]);
      expect(door.counted.at(-1)?.slice(0, 2)).to.deep.equal(counted);
    }
  });

  it('come with a form in the language that was asked for in the chat, or else in the client’s', async () => {
    const own = { id: 'a:feedback-language', conversationType: 'personal' };
    const titleIn = async (locale?: string): Promise<string> => {
      const answer = await door.post({ type: 'invoke', name: 'message/fetchTask', conversation: own, locale });
      return (answer.json as { task: { value: { title: string } } }).task.value.title;
    };
    const [danish, english] = [dialogs.phrases['feedback.heading']!, dialogs.phrasesEnglish['feedback.heading']!];
    expect([await titleIn(), await titleIn('en-GB')]).to.deep.equal([danish, english]);
    await door.post({ type: 'message', text: 'english', conversation: own });
    expect([await titleIn(), await titleIn('da-DK')]).to.deep.equal([english, english]);
    await door.post({ type: 'message', text: 'dansk', conversation: own });
    expect(await titleIn('en-GB')).to.equal(danish);
  });

  it('offer the reasons of the thumb in a form without a field to write in', async () => {
    const formFor = async (value: unknown): Promise<string> => {
      const answer = await door.post({ type: 'invoke', name: 'message/fetchTask', value, conversation });
      const { task } = answer.json as { task: { type: string; value: { card: { content: object } } } };
      expect([answer.status, task.type]).to.deep.equal([200, 'continue']);
      expect(lintCard(task.value.card.content)).to.deep.equal([]);
      const form = JSON.stringify(task.value.card.content);
      expect(form).to.not.contain('Input.Text');
      return form;
    };
    const pressed = (reaction: string) => ({ data: { actionName: 'feedback', actionValue: { reaction } } });
    const { 'feedback.wrong': wrong, 'feedback.helpful': helpful, 'feedback.unclear': unclear } = dialogs.phrases;
    const like = await formFor(pressed('like'));
    expect(like).to.contain(helpful).and.contain(unclear).and.not.contain(wrong);
    expect(like, 'one press on send is enough').to.contain('"value":"helpful"');
    for (const value of [pressed('dislike'), pressed('dislike').data])
      expect(await formFor(value))
        .to.contain(wrong)
        .and.contain(unclear)
        .and.not.contain(helpful);
    for (const value of [undefined, null, {}, 7, [], pressed('love'), { data: null }])
      expect(await formFor(value))
        .to.contain(wrong)
        .and.contain(helpful);
  });

  it('are counted with the reason that was chosen from the list, and with no other', async () => {
    await door.post({ type: 'message', text: question, conversation });
    const replyToId = door.connector.lastId;
    const topic = door.counted.at(-1)?.[1];
    for (const [feedback, reason] of [
      ['{"reason":"outdated"}', 'outdated'],
      [{ reason: 'outdated' }, 'outdated'],
      ['{"reason":"unclear","feedbackText":"kedeligt svar"}', 'unclear'],
      ['{"reason":"noget jeg selv fandt på"}', undefined],
      ['{"reason":["outdated"]}', undefined],
      ['{"feedbackText":"kedeligt svar"}', undefined],
      ['ikke json', undefined],
      ['"outdated"', undefined],
      [undefined, undefined],
      [null, undefined],
      [7, undefined],
    ] as const) {
      const before = door.counted.length;
      const answer = await vote('dislike', feedback, { replyToId });
      expect([answer.status, answer.json], JSON.stringify(feedback)).to.deep.equal([200, {}]);
      const reasons = reason === undefined ? [] : [[`reason-${reason}`, topic, undefined]];
      expect(door.counted.slice(before)).to.deep.equal([...reasons, ['down-voted', topic, undefined]]);
      expect(door.log.findLast(({ event }) => event === 'feedback')).to.include({
        ...{ vote: 'down-voted', reason: reason ?? '-' },
      });
    }
    expect(JSON.stringify([door.log, door.counted]))
      .to.not.contain('kedeligt')
      .and.not.contain('fandt på');
  });

  it('with personal data beside them are counted, and the text is kept nowhere', async () => {
    const before = door.shownIn(conversation.id).length;
    const counted = door.counted.length;
    expect((await vote('like', '{"feedbackText":"Birthe Hansen 010203-1234"}')).json).to.deep.equal({});
    expect(door.counted.slice(counted).map(([event]) => event)).to.deep.equal(['feedback-personal-data', 'up-voted']);
    const shown = door.shownIn(conversation.id);
    expect(shown).to.have.length(before + 1);
    expect(textsIn(shown.at(-1)))
      .to.contain(dialogs.phrases['feedback.personalData'])
      .and.not.contain('Birthe');
    const key = `msteams/conversations/${conversation.id}`;
    expect(JSON.stringify([door.log, await door.storage.read([key])]))
      .to.not.contain('Birthe')
      .and.not.contain('010203');
  });

  it('are counted without a subject once the user has had everything deleted', async () => {
    const own = { id: 'a:forgotten', conversationType: 'personal' };
    await door.post({ type: 'message', text: question, conversation: own });
    const answered = door.connector.lastId;
    await door.post({ type: 'message', text: 'slet mine data', conversation: own });
    await vote('like', undefined, { replyToId: answered, conversation: own });
    expect(door.counted.at(-1)).to.deep.equal(['up-voted', undefined, undefined]);
  });

  it('say nothing where others read along', async () => {
    const shared = { id: '19:group', conversationType: 'groupChat' };
    expect((await vote('like', 'Birthe Hansen 010203-1234', { conversation: shared })).status).to.equal(200);
    expect(door.shownIn(shared.id)).to.have.length(0);
  });

  for (const value of [
    ...[null, undefined, 7, 'like', [], {}, { actionName: 'feedback' }, { actionValue: {} }],
    ...[{ actionValue: { reaction: 'love' } }, { actionName: 'delete', actionValue: { reaction: 'like' } }],
  ])
    it(`that are ${JSON.stringify(value)} are answered with an empty body and not counted`, async () => {
      const counted = door.counted.length;
      const answer = await door.post({ type: 'invoke', name: 'message/submitAction', value, conversation });
      expect([answer.status, answer.json]).to.deep.equal([200, {}]);
      expect(door.counted).to.have.length(counted);
    });
});
