import { expect } from 'chai';
import { forSubmit, plainText, renderCard } from '../../src/cards/index.ts';
import { lintCard, shownTexts } from '../helpers/cardLinter.ts';
import { dialogs } from '../helpers/content.ts';
import { endingsOf, phrases, viewOf } from '../helpers/everyEnding.ts';
import { lixOf } from '../helpers/lix.ts';

const highest = { question: 40, card: 45 };

/** The name of a standard is no text of the card's own. */
const withoutName = (text: string): string => text.replace(/^.*: (?=siger )/u, '');

const bare = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[\\*_~`>#]/gu, '')
    .replace(/^\s*- /gmu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

describe('every ending of every tree', function () {
  this.timeout(300_000);
  for (const tree of dialogs.trees.values())
    it(`of ${tree.id} is a card that can be sent, with sources and a twin that says the same`, () => {
      const seen = new Map<string, string[]>();
      let hardest = 0;
      for (const ending of endingsOf(tree)) {
        const view = viewOf(ending);
        const card = renderCard(view, phrases);
        const faults = [...lintCard(card), ...lintCard(forSubmit(card))];
        if (view.sources.length === 0) faults.push('no source');
        if (view.kind === 'summary' && view.sections.length === 0) faults.push('nothing to read');
        const twin = bare(plainText(view, phrases));
        for (const text of shownTexts(card).flatMap((one) => one.split('\n').map(bare)))
          if (text !== '' && !twin.includes(text)) faults.push(`not in the twin: ${text}`);
        const own =
          view.kind === 'summary'
            ? view.sections.flatMap(({ heading, text = '', items }) => [heading, text, ...items])
            : [...view.governing, ...view.candidates].flatMap(({ title, gives, conditions, remember }) => [
                title,
                gives,
                ...conditions,
                ...remember,
              ]);
        const contact = view.kind === 'outcome' ? [view.contact.statement, ...view.contact.details] : [];
        const lix = lixOf([view.title, view.conclusion, ...own, ...contact].map(withoutName).filter(Boolean));
        hardest = Math.max(hardest, lix);
        if (lix > highest.card) faults.push(`LIX ${lix.toFixed(1)}`);
        for (const fault of faults) seen.set(fault, [...(seen.get(fault) ?? []), JSON.stringify(ending.answers)]);
      }
      console.log(`    ${tree.id}: highest LIX of a card ${hardest.toFixed(1)}`);
      expect([...seen].map(([fault, where]) => `${fault} (${String(where.length)}: ${where[0] ?? ''})`)).to.deep.equal(
        [],
      );
    });
});

describe('every question', () => {
  it(`has a LIX of at most ${String(highest.question)}`, () => {
    const hard = [...dialogs.trees.values()].flatMap((tree) =>
      Object.entries({ ...tree.nodes, ...tree.settings }).flatMap(([id, node]) => {
        if (!('question' in node)) return [];
        const lix = lixOf([node.question, node.help ?? ''].filter(Boolean));
        return lix > highest.question ? [`${tree.id}/${id}: ${lix.toFixed(1)}`] : [];
      }),
    );
    expect(hard).to.deep.equal([]);
  });
});
