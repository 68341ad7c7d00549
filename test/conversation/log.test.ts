import { expect } from 'chai';
import { heard, TestGuide } from '../helpers/talk.ts';

const wordsIn = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** Words of the log's own, which someone may also have typed. */
const own = ['turn', 'message', 'invoke', 'event', 'error', 'storage', 'store', 'unknown', 'not', 'test', 'card'];

// Over everything that was said in this process: nothing of it may stand in any log entry.
after('nothing typed in any conversation test stands in the log', () => {
  const logged = new Set(
    heard.logged.flatMap((entry) => Object.values(entry).flatMap((value) => wordsIn(String(value)))),
  );
  const leaked = [...heard.typed].filter((word) => !/^\d+$/u.test(word) && !own.includes(word) && logged.has(word));
  expect(leaked).to.deep.equal([]);
});

describe('the log of a turn', () => {
  it('has the channel, the kind and the time of each, and nothing else', async () => {
    const guide = new TestGuide();
    const talk = guide.talk();
    await talk.join();
    await talk.say('Kaj Snurretop er faldet i badet');
    await talk.say('hvilken paragraf');
    await talk.execute({ kind: 'answer', ...(await talk.walk()), question: 'need', option: 'regain' });
    await talk.send({ type: 'typing' });
    expect(guide.log).to.deep.equal(
      ['conversationUpdate', 'message', 'message', 'invoke', 'typing'].map((type) => ({
        ...{ event: 'turn', channel: 'directline', type, ms: 0 },
      })),
    );
  });

  it('is heard by the test that compares it with what was typed', () => {
    expect(heard.logged.length).to.be.above(4);
    expect(heard.typed).to.include('snurretop');
  });
});
