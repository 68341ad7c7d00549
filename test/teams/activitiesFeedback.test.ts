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

  it('offer reasons in a form without a field to write in', async () => {
    const answer = await door.post({ type: 'invoke', name: 'message/fetchTask', value: {}, conversation });
    const { task } = answer.json as { task: { type: string; value: { card: { content: object } } } };
    expect(answer.status).to.equal(200);
    expect(task.type).to.equal('continue');
    expect(lintCard(task.value.card.content)).to.deep.equal([]);
    const text = JSON.stringify(task.value.card.content);
    expect(text).to.contain(dialogs.phrases['feedback.outdated']).and.not.contain('Input.Text');
  });

  it('are logged with the reason that was chosen from the list, and with no other', async () => {
    for (const [feedback, reason] of [
      ['{"reason":"outdated"}', 'outdated'],
      ['{"reason":"noget jeg selv fandt på"}', '-'],
      ['{"feedbackText":"kedeligt svar"}', '-'],
      ['ikke json', '-'],
      [7, '-'],
    ] as const) {
      expect((await vote('dislike', feedback)).status).to.equal(200);
      expect(door.log.findLast(({ event }) => event === 'feedback')).to.include({ vote: 'down-voted', reason });
    }
    expect(JSON.stringify(door.log)).to.not.contain('kedeligt').and.not.contain('fandt på');
  });

  it('with personal data beside them are counted, and the text is kept nowhere', async () => {
    const before = door.shownIn(conversation.id).length;
    expect((await vote('like', '{"feedbackText":"Birthe Hansen 010203-1234"}')).json).to.deep.equal({});
    expect(door.counted.at(-1)?.[0]).to.equal('up-voted');
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

  it('say nothing where others read along', async () => {
    const shared = { id: '19:group', conversationType: 'groupChat' };
    expect((await vote('like', 'Birthe Hansen 010203-1234', { conversation: shared })).status).to.equal(200);
    expect(door.shownIn(shared.id)).to.have.length(0);
  });

  for (const value of [null, 7, 'like', [], {}, { actionValue: {} }, { actionValue: { reaction: 'love' } }])
    it(`that are ${JSON.stringify(value)} are refused and not counted`, async () => {
      const counted = door.counted.length;
      const answer = await door.post({ type: 'invoke', name: 'message/submitAction', value, conversation });
      expect(answer.status).to.equal(400);
      expect(door.counted).to.have.length(counted);
    });
});
