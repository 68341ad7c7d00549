import { expect } from 'chai';
import { messageFor } from '../../src/bot/index.ts';
import {
  forSubmit,
  phrasesFrom,
  renderCard,
  type AdaptiveCard,
  type Phrases,
  type View,
} from '../../src/cards/index.ts';
import { everyArticle } from '../answers/everyReply.ts';
import { actionsOf, textsOf, type Json } from '../helpers/cardReader.ts';
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
  channelData: { feedbackLoop: { type: 'custom' } },
};
const sizeOf = (view: View, phrases: Phrases, notice?: string): number =>
  JSON.stringify({ ...about, ...messageFor(view, phrases, 'msteams', notice) }).length * 2;

/** A walk that was put aside, with as many answers as one can have. */
const longest = endingsOf(dialogs.trees.get('hvilken-paragraf')!).reduce((one, other) =>
  JSON.stringify(other.answers).length > JSON.stringify(one.answers).length ? other : one,
);
const aside = {
  ...{ tree: longest.tree.id, title: longest.tree.title, answers: longest.answers },
  run: '01234567-89ab-4cde-8f01-23456789abcd',
};

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
          [
            `${ending.today} ${JSON.stringify(ending.answers)}`,
            sizeOf({ ...viewOf(ending), resume: aside }, danish, notice),
          ] as const,
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

  it('also when that takes making it slimmer: it says the same, and each of its buttons sends the same', () => {
    const endings = endingsOf(dialogs.trees.get('kontakt-kommunen')!);
    const told = endings.filter((_, at) => at % 50 === 0).map(viewOf);
    const big = told.filter((view) => JSON.stringify(renderCard(view, danish)).length > 13_000).slice(0, 50);
    expect(big).not.to.deep.equal([]);
    for (const view of big) {
      const sent = messageFor(view, danish, 'msteams').attachments![0]!.content as AdaptiveCard;
      const whole = renderCard(view, danish);
      expect(JSON.stringify(sent)).not.to.contain('Action.Execute');
      expect(textsOf(sent as unknown as Json)).to.deep.equal(textsOf(forSubmit(whole) as unknown as Json));
      expect(actionsOf(sent as unknown as Json)).to.deep.equal(actionsOf(forSubmit(whole) as unknown as Json));
    }
  });
});
