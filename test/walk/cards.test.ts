import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { load as parseYaml } from 'js-yaml';
import { describe, it } from 'mocha';
import { forSubmit, plainText, renderCard } from '../../src/cards/index.ts';
import { danishDate } from '../../src/dates/index.ts';
import { isOutcome, isQuestion } from '../../src/trees/index.ts';
import { lintCard, shownTexts } from '../helpers/cardLinter.ts';
import { dialogs, knowledge, projectRoot, today } from '../helpers/content.ts';
import { endingsOf, phrases, questionViewsOf } from '../helpers/everyEnding.ts';
import { actionsOn, cardLines, cardOf, distinctOf, named, shapeOf, textLines, twinOf, type Shown } from './support.ts';

const largest = { bytes: 20_000, characters: 14_000, actions: 6 };
const provisions = new Set(knowledge.provisionIds.map((id) => knowledge.provision(id)?.label));
/** What is left behind when a sentence was not filled, or was filled with nothing. */
const leftovers = /[{}¶]|undefined|\[object|\bNaN\b|\bnull\b|\.\.|\?\.|\s[.,;]|,,|\(\s*\)|\s{2}|""|''/u;
const { sources: written } = parseYaml(readFileSync(join(projectRoot, 'knowledge/sources.yaml'), 'utf8')) as {
  sources: readonly { readonly title: string; readonly link?: string }[];
};
const sources = new Map(written.map((source) => [source.title, source]));

for (const tree of dialogs.trees.values())
  describe(`the cards at the ends of ${tree.id}`, function () {
    this.timeout(300_000);
    const all = (): readonly Shown[] => distinctOf(tree);

    it('come from every outcome but one that no day of the walk has', () => {
      const outcomes = Object.entries(tree.nodes).flatMap(([id, node]) => (isOutcome(node) ? [id] : []));
      const met = new Set(endingsOf(tree).map(({ outcome }) => outcome));
      expect([...met]).to.have.members(outcomes.filter((id) => id !== 'not-covered'));
      console.log(`      ${tree.id}: ${String(endingsOf(tree).length)} endings, ${String(all().length)} distinct`);
    });

    it('are small enough for Teams, answers and all', () => {
      let [most, worst] = [0, ''];
      for (const shown of all())
        for (const card of [cardOf(shown), forSubmit(cardOf(shown))]) {
          const text = JSON.stringify(card);
          expect(Buffer.byteLength(text), named(shown.ending)).to.be.at.most(largest.bytes);
          if (text.length > most) [most, worst] = [text.length, named(shown.ending)];
          expect(actionsOn(card).length, named(shown.ending)).to.be.within(3, largest.actions);
        }
      expect(most, worst).to.be.within(2_000, largest.characters);
      console.log(`      ${tree.id}: at most ${String(most)} characters`);
    });

    it('are read by the Adaptive Cards library without a warning, as they are and for clients that only submit', () => {
      const shapes = new Set<string>();
      for (const shown of all()) {
        const card = cardOf(shown);
        const shape = shapeOf(card);
        if (shapes.has(shape)) continue;
        shapes.add(shape);
        expect(lintCard(card), named(shown.ending)).to.deep.equal([]);
        expect(lintCard(forSubmit(card)), named(shown.ending)).to.deep.equal([]);
      }
      expect(shapes.size).to.be.above(1);
    });

    it('say in plain text exactly what they say as a card, and leave nothing unfilled', () => {
      for (const shown of all()) {
        const lines = cardLines(cardOf(shown));
        expect(textLines(twinOf(shown)), named(shown.ending)).to.deep.equal(lines);
        expect(lines.length, named(shown.ending)).to.be.above(8);
        for (const line of lines) if (leftovers.test(line)) expect.fail(`"${line}" in ${named(shown.ending)}`);
      }
    });

    it('name the day that they answer for, the conclusion and every answer that counts', () => {
      for (const { ending, view } of all()) {
        const text = plainText(view, phrases);
        expect(text, named(ending)).to.include(danishDate(ending.today)).and.to.include(view.conclusion);
        expect(
          view.reasons.map(({ question }) => question),
          named(ending),
        ).to.deep.equal(ending.path);
        for (const { question, answer, provision } of view.reasons) {
          expect(answer, `${question} in ${named(ending)}`).to.not.equal(ending.answers[question]);
          expect(provisions, `${question} in ${named(ending)}`).to.include(provision);
        }
      }
    });

    it('have sources that are all in the knowledge, with their place and their link', () => {
      for (const { ending, view } of all()) {
        expect(view.sources, named(ending)).to.not.deep.equal([]);
        for (const { label, at, link, verifiedOn } of view.sources) {
          const source = sources.get(label);
          expect(source, `${label} in ${named(ending)}`).to.exist;
          expect(link, label).to.equal(source?.link);
          expect(at.trim(), label).to.not.equal('');
          expect(verifiedOn <= today, `${label} was read on ${verifiedOn}`).to.equal(true);
          if (link !== undefined) expect(new URL(link).protocol, label).to.equal('https:');
        }
      }
    });
  });

for (const tree of dialogs.trees.values())
  describe(`the questions of ${tree.id}`, () => {
    it('are valid cards with a twin that says the same, after the longest answers and on every day', () => {
      const asked = new Set<string>();
      for (const view of questionViewsOf(tree)) {
        const where = `${view.question} on ${view.asOf}`;
        const card = renderCard(view, phrases);
        expect(lintCard(card), where).to.deep.equal([]);
        expect(lintCard(forSubmit(card)), where).to.deep.equal([]);
        const twin = plainText(view, phrases).replaceAll(' ', ' ');
        for (const text of [view.text, view.help ?? '', ...view.options.map(({ label }) => label), ...shownTexts(card)])
          expect(twin, where).to.include(text.replace(/\\(.)/gu, '$1'));
        expect(twin, where).to.not.match(/[{}]|undefined|\[object/u);
        asked.add(view.question);
      }
      const questions = Object.entries(tree.nodes).flatMap(([id, node]) => (isQuestion(node) ? [id] : []));
      expect([...asked]).to.have.members([...questions, ...Object.keys(tree.settings)]);
    });
  });
