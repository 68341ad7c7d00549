import { expect } from 'chai';
import { messageFor } from '../../src/bot/index.ts';
import { phrasesFrom, type Phrases, type View } from '../../src/cards/index.ts';
import { everyArticle } from '../answers/everyReply.ts';
import { dialogs } from '../helpers/content.ts';
import { endingsOf, questionViewsOf, viewOf } from '../helpers/everyEnding.ts';
import { views } from '../helpers/views.ts';

const danish = phrasesFrom(dialogs.phrases);
/** Teams counts in UTF-16; the strictest limit that is documented anywhere is 28 KB. */
const limit = 28 * 1024;
/** What a message carries beside its card, as long as Teams writes it. */
const about = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/00000000-0000-4000-8000-000000000000/',
  from: { id: '28:00000000-0000-4000-8000-000000000000', name: 'Paragrafguiden' },
  recipient: { id: `29:${'x'.repeat(80)}`, name: 'x'.repeat(40), aadObjectId: '00000000-0000-4000-8000-000000000000' },
  conversation: { id: `a:${'x'.repeat(120)}`, conversationType: 'personal', tenantId: '0'.repeat(36) },
  replyToId: '1700000000000',
  locale: 'da-DK',
  channelData: { feedbackLoop: { type: 'default' } },
};
const sizeOf = (view: View, phrases: Phrases, notice?: string): number =>
  JSON.stringify({ ...about, ...messageFor(view, phrases, 'msteams', notice) }).length * 2;

/** What is too big among some, and the biggest. */
const weigh = (all: readonly (readonly [string, number])[]): { biggest: number; tooBig: string[] } => ({
  biggest: Math.max(...all.map(([, size]) => size)),
  tooBig: all.filter(([, size]) => size >= limit).map(([name, size]) => `${name}: ${String(size)}`),
});

describe('a message in Teams stays under 28 KB in UTF-16', function () {
  this.timeout(300_000);
  const notice = danish.say('note.storeDown');
  const expectSmall = (name: string, all: readonly (readonly [string, number])[]): void => {
    const { biggest, tooBig } = weigh(all);
    console.log(`      ${name}: ${String(all.length)} messages, biggest ${(biggest / 1024).toFixed(1)} KB`);
    expect(tooBig).to.deep.equal([]);
  };

  it('for one of every view, with a notice above it', () => {
    expectSmall(
      'views',
      Object.entries(views).map(([name, view]) => [name, sizeOf(view, danish, notice)]),
    );
  });

  for (const tree of dialogs.trees.values())
    it(`for every question and every end of ${tree.id}, on every day of its ledger`, () => {
      const ends = endingsOf(tree).map(
        (ending) =>
          [`${ending.today} ${JSON.stringify(ending.answers)}`, sizeOf(viewOf(ending), danish, notice)] as const,
      );
      const questions = questionViewsOf(tree).map((view) => [view.question, sizeOf(view, danish, notice)] as const);
      expectSmall(tree.id, [...ends, ...questions]);
    });

  for (const english of [false, true])
    it(`for every answer to a free question, in ${english ? 'English' : 'Danish'}`, () => {
      expectSmall(
        'answers',
        everyArticle(english).map(({ name, view, phrases }) => [name, sizeOf(view, phrases, notice)]),
      );
    });
});
