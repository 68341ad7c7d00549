import { expect } from 'chai';
import { describe, it } from 'mocha';
import { plainText } from '../../src/cards/index.ts';
import { isQuestion } from '../../src/trees/index.ts';
import { lintCard, shownTexts } from '../helpers/cardLinter.ts';
import { actionsOf, type Card } from '../helpers/cardReader.ts';
import { dialogs } from '../helpers/content.ts';
import { endingsOf, phrases } from '../helpers/everyEnding.ts';
import { seen, TestGuide } from '../helpers/talk.ts';

/** What a shared card may tell apart: the law, the step and the place. */
const ofTheLaw = ['need', 'course', 'stage', 'track', 'about', 'municipality', 'standard', 'topic'];
/** Questions about a citizen, or about who asks. */
const personal = ['consent', 'earlier', 'workplace', 'occasion', 'goals', 'careNeed', 'pensionAge', 'needChanged'];

/** The first line of a card's text, without its markup, as its twin has it. */
const plain = (line: string): string =>
  (line.split('\n')[0] ?? '')
    .replace(/^- /u, '')
    .replace(/^\[((?:\\.|[^\]\\])*)\]\([^)]*\)/u, '$1')
    .replace(/\\(.)/gu, '$1')
    .replace(/\s+/gu, ' ');

describe('every end of every dialog', function () {
  this.timeout(300_000);
  for (const tree of dialogs.trees.values())
    it(`of ${tree.id} can be shared: a valid card of links alone, small enough, naming no one, its twin the same`, async () => {
      const guide = new TestGuide();
      const met = new Set<string>();
      let most = 0;
      const own = Object.entries(tree.nodes).flatMap(([id, node]) =>
        isQuestion(node) && personal.includes(id) ? [node.question] : [],
      );
      for (const { today: day, answers, outcome } of endingsOf(tree)) {
        const key = `${day} ${outcome} ${ofTheLaw.map((id) => answers[id] ?? '').join()}`;
        if (met.has(key)) continue;
        met.add(key);
        guide.today = day;
        const reply = await guide.talk('msteams').click({ kind: 'share', tree: tree.id, run: 'r-1', answers });
        const view = seen(reply, 'shared');
        const [card, ...more] = (reply.messages[0]?.attachments as { content: Card }[]).map(({ content }) => content);
        expect(more).to.deep.equal([]);
        expect(actionsOf(card!), key).to.deep.equal([]);
        expect(lintCard(card!), key).to.deep.equal([]);
        expect(JSON.stringify(card), key).to.not.match(/"(?:answers|run|kind|data)"|Action\./u);
        most = Math.max(most, JSON.stringify(reply.messages[0]).length);
        const text = plainText(view, phrases);
        for (const line of shownTexts(card!)) expect(text.replace(/\s+/gu, ' '), key).to.include(plain(line));
        for (const question of own) expect(text, key).to.not.include(question);
        expect(text, key).to.include('Lavet med Paragrafguiden pr. ');
        expect(view.card.sources, key).to.not.deep.equal([]);
      }
      expect(met.size).to.be.above(3);
      expect(most, 'characters of a message: 28 KB in UTF-16').to.be.below((28 * 1024) / 2);
      console.log(`      ${tree.id}: ${String(met.size)} shared, at most ${String(most)} characters`);
    });
});
