import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checklistSection } from '../../src/bot/views/sections/checklist.ts';
import { contactSection } from '../../src/bot/views/sections/contacts.ts';
import { deadlineSection } from '../../src/bot/views/sections/deadlines.ts';
import { dutySection } from '../../src/bot/views/sections/duty.ts';
import { localSection } from '../../src/bot/views/sections/local.ts';
import type { Composed, Ending as Composing } from '../../src/bot/views/sections/section.ts';
import { comparisonSection, standardSection } from '../../src/bot/views/sections/standard.ts';
import { plainText, renderCard } from '../../src/cards/index.ts';
import { addDays } from '../../src/dates/index.ts';
import { decisionFor } from '../../src/rules/index.ts';
import { isOutcome, type Shows } from '../../src/trees/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, knowledge, provisionsOf, tree as paragraphs } from '../helpers/content.ts';
import { endingsOf, phrases, sceneOn, viewOf, type Ending } from '../helpers/everyEnding.ts';
import { distinctOf, named, type Shown } from './support.ts';

const composers = {
  contacts: contactSection,
  deadlines: deadlineSection,
  local: localSection,
  standard: standardSection,
  comparison: comparisonSection,
  checklist: checklistSection,
};

/** One part of an ending, composed alone; `governing` has a card of its own. */
const partOf = (composing: Composing, shown: Shows): Composed => {
  if (shown === 'governing') throw new Error('Not a section.');
  if (typeof shown === 'string') return composers[shown](composing);
  const id =
    'duty' in shown
      ? shown.duty
      : [shown.prefix, ...shown.dutyBy.map((question) => composing.answers[question] ?? '')].join('-');
  return dutySection(composing, id, 'in-short');
};

const showsOf = ({ tree, outcome }: Ending): readonly Shows[] => {
  const node = tree.nodes[outcome];
  return node && isOutcome(node) ? node.shows : [];
};

/** Sections that tell of something that was not found, and so stand on no place in a source. */
const absences = [phrases.say('local.none'), phrases.say('deadline.notCovered'), phrases.say('contacts.none')];
const isAbsence = (text: string): boolean =>
  absences.includes(text) ||
  text.startsWith(phrases.say('deadline.none', { date: '¶' }).split('¶')[0] ?? '¶') ||
  text.startsWith(phrases.say('contacts.noneIn', { municipality: '¶' }).split('¶')[0] ?? '¶');

const summaries = [...dialogs.trees.values()].filter(({ id }) => id !== paragraphs.id);
const early = (ending: Ending): boolean => Object.values(ending.answers).includes('2010-01-04');

for (const tree of summaries)
  describe(`the sections at the ends of ${tree.id}`, function () {
    this.timeout(300_000);

    it('each stand on a citation, which is among the sources of the card', () => {
      const checked = new Set<string>();
      for (const { ending, view } of distinctOf(tree)) {
        const composing: Composing = { ...sceneOn(ending.today), tree, answers: ending.answers, asOf: ending.today };
        const places = new Set(
          view.sources.flatMap(({ label, at }) => at.split(' · ').map((one) => `${label}, ${one}`)),
        );
        for (const shown of showsOf(ending)) {
          const { sections, cited } = partOf(composing, shown);
          expect(sections, `${JSON.stringify(shown)} in ${named(ending)}`).to.not.deep.equal([]);
          const telling = sections.filter(({ text = '', items }) => items.length > 0 || !isAbsence(text));
          if (telling.length === 0) continue;
          expect(cited, `${JSON.stringify(shown)} in ${named(ending)}`).to.not.deep.equal([]);
          for (const { citation } of cited) {
            const { title } = knowledge.source(citation.source) ?? { title: '' };
            expect([...places], named(ending)).to.include(`${title}, ${citation.at}`);
          }
          checked.add(JSON.stringify(shown));
        }
      }
      const shows = Object.values(tree.nodes).flatMap((node) => (isOutcome(node) ? node.shows : []));
      expect([...checked]).to.have.members([...new Set(shows.map((shown) => JSON.stringify(shown)))]);
    });

    it('are never empty, never said twice, and say no doubt twice', () => {
      const doubt = phrases.say('outcome.doubt', { doubt: '' }).trim();
      for (const { ending, view } of distinctOf(tree)) {
        if (view.kind !== 'summary') throw new Error(named(ending));
        expect(view.sections, named(ending)).to.not.deep.equal([]);
        for (const { heading, text = '', items } of view.sections) {
          expect(heading, named(ending)).to.not.equal('');
          expect(`${text}${items.join('')}`.trim(), `${heading} in ${named(ending)}`).to.not.equal('');
          expect(new Set(items).size, `${heading} in ${named(ending)}`).to.equal(items.length);
        }
        const doubts = view.sections.flatMap(({ items }) =>
          items.flatMap((item) =>
            item
              .split(doubt)
              .slice(1)
              .map((one) => one.trim()),
          ),
        );
        expect(new Set(doubts).size, named(ending)).to.equal(doubts.length);
      }
    });

    it('never say on a day of the walk that the day is not covered', () => {
      for (const { ending, view } of distinctOf(tree)) {
        const text = plainText(view, phrases);
        expect(text, named(ending)).to.not.include(phrases.say('duty.notCovered'));
        if (!early(ending)) expect(text, named(ending)).to.not.include(phrases.say('deadline.notCovered'));
      }
    });
  });

describe('the cards at the ends of hvilken-paragraf', function () {
  this.timeout(300_000);
  const all = (): readonly Shown[] => distinctOf(paragraphs);

  it('show every provision that governs or may govern, and no other', () => {
    for (const { ending, view } of all()) {
      if (view.kind !== 'outcome') throw new Error(named(ending));
      const { governing, candidates, missing } = decisionFor({
        ...sceneOn(ending.today),
        asOf: ending.today,
        ...ending,
      });
      expect(
        view.governing.map(({ id }) => id),
        named(ending),
      ).to.deep.equal(provisionsOf(governing));
      expect(
        view.candidates.map(({ id }) => id),
        named(ending),
      ).to.deep.equal(provisionsOf(candidates));
      expect(governing.length + candidates.length, named(ending)).to.be.above(0);
      expect(view.missing.length, named(ending)).to.equal(missing.length);
    }
  });

  it('say what each governing provision gives, since when and what is not settled', () => {
    for (const { ending, view } of all()) {
      if (view.kind !== 'outcome') throw new Error(named(ending));
      const text = plainText(view, phrases);
      for (const { label, title, gives, conditions, remember, doubts, validFrom } of view.governing) {
        for (const said of [label, title, gives, ...conditions, ...remember, ...doubts])
          expect(text, named(ending)).to.include(said);
        expect(validFrom <= ending.today, named(ending)).to.equal(true);
      }
      for (const { label, title, gives } of view.candidates)
        expect(text, named(ending)).to.include(`${label}: ${title}`).and.to.include(gives);
      expect(view.contact.statement, named(ending)).to.match(/\.$/u);
    }
  });

  it('stand on every source of what they show', () => {
    for (const { ending, view } of all()) {
      const { governing } = decisionFor({ ...sceneOn(ending.today), asOf: ending.today, ...ending });
      const places = view.sources.map(({ label, at }) => `${label} · ${at} ·`);
      for (const { provision } of governing) {
        const found = knowledge.provisionOn(provision, ending.today);
        if (found?.kind !== 'in-force') throw new Error(`${provision} in ${named(ending)}`);
        const { citations, conditions, remember } = found.wording;
        for (const { source, at } of [...citations, ...[...conditions, ...remember].flatMap((one) => one.citations)])
          expect(
            places.some(
              (place) => place.startsWith(knowledge.source(source)?.title ?? '¶') && place.includes(` ${at} ·`),
            ),
            `${source}, ${at} in ${named(ending)}`,
          ).to.equal(true);
      }
    }
  });
});

describe('the cards before all that has been read', () => {
  const [first] = knowledge.boundaries;

  for (const tree of dialogs.trees.values())
    it(`of ${tree.id} say plainly that the day is not covered, and are whole cards`, () => {
      const today = addDays(first!, -1);
      const outcomes = new Map(endingsOf(tree).map((ending) => [ending.outcome, ending]));
      for (const { answers, outcome } of outcomes.values()) {
        const view = viewOf({ tree, today, answers });
        expect(lintCard(renderCard(view, phrases)), outcome).to.deep.equal([]);
        expect(plainText(view, phrases), outcome).to.not.match(/\n\n\n/u);
        if (view.kind === 'outcome') {
          expect(view.title).to.equal('Den dag dækker guiden ikke');
          expect([...view.governing, ...view.candidates]).to.deep.equal([]);
          expect(view.contact.statement).to.equal(phrases.say('deadline.notCovered'));
        } else if (tree.id === 'klage' || tree.id === 'kontakt-kommunen' || outcome === 'step')
          expect(view.sections[0]?.heading, outcome).to.equal(phrases.say('duty.notCovered'));
      }
    });
});
