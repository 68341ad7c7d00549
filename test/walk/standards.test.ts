import { expect } from 'chai';
import { describe, it } from 'mocha';
import { plainText, type SummaryView } from '../../src/cards/index.ts';
import { civilDate } from '../../src/dates/index.ts';
import type { Answers } from '../../src/trees/index.ts';
import { boundaryDays, dialogs, knowledge } from '../helpers/content.ts';
import { endingsOf, phrases, viewOf } from '../helpers/everyEnding.ts';
import { distinctOf, named } from './support.ts';

const tree = dialogs.trees.get('kommunens-standard')!;
const steps = dialogs.trees.get('naeste-skridt')!;
const days = boundaryDays.filter((day) => day >= '2025-06-30');
const standards = knowledge.municipalities.flatMap((municipality) =>
  municipality.standards.map((standard) => ({ municipality, standard })),
);
const topicNode = tree.nodes.topic;
const topics = topicNode && 'options' in topicNode ? topicNode.options.map(({ id }) => id) : [];

const summaryOf = (answers: Answers, today = civilDate('2026-12-31'), of = tree): SummaryView => {
  const view = viewOf({ tree: of, today, answers });
  if (view.kind !== 'summary') throw new Error(`${of.id} ends in no summary.`);
  return view;
};
const allSaid = (view: SummaryView): string => plainText(view, phrases);
/** A sentence with something filled in, up to the place where it is. */
const start = (sentence: string): string => sentence.split('¶')[0] ?? sentence;
const historyFrom = (date: string): string => start(phrases.say('standard.history', { date, note: '¶' }));

describe('what a standard says', () => {
  it('or its silence is told for every topic, on every day of the walk', () => {
    const silences = [phrases.say('standard.silent'), phrases.say('standard.tooEarly')];
    let silent = 0;
    for (const today of days)
      for (const { standard } of standards)
        for (const topic of topics) {
          const view = summaryOf({ standard: standard.id, topic, compare: 'none' }, today);
          const [own, ...rest] = view.sections;
          const facts = rest.slice(0, -1).flatMap(({ items }) => items);
          const isSilent = silences.some((sentence) => own?.text?.includes(sentence));
          expect(isSilent, `${standard.id} on ${topic}`).to.equal(facts.length === 0);
          if (isSilent) silent += 1;
          expect(own?.text, `${standard.id} on ${topic}`).to.include(standard.note);
        }
    expect(silent, 'both are met').to.be.within(1, days.length * standards.length * topics.length - 1);
  });

  it('can all be read: every fact stands whole on the card of some topic, with what holds today', () => {
    for (const today of days)
      for (const { standard } of standards) {
        const said = topics.map((topic) =>
          allSaid(summaryOf({ standard: standard.id, topic, compare: 'none' }, today)),
        );
        for (const { id, values } of standard.facts) {
          const value = values.findLast(({ validFrom = standard.validFrom }) => validFrom <= today);
          if (!value) continue;
          const { text, today: law } = value;
          const whole = said.filter((card) => card.includes(text) && card.includes(law?.text ?? ''));
          expect(whole, `${standard.id}/${id} on ${today}`).to.not.deep.equal([]);
          if (law?.doubt !== undefined)
            expect(
              whole.some((card) => card.includes(law.doubt ?? '')),
              `the doubt of ${id}`,
            ).to.equal(true);
        }
      }
  });

  it('is named, with the way to read it, where all of it does not fit on a card', () => {
    let shortened = 0;
    for (const { standard } of standards) {
      const whole = summaryOf({ standard: standard.id, topic: 'all', compare: 'none' });
      const more = whole.sections.find(({ heading }) => heading === phrases.say('standard.more'));
      const facts = standard.facts.map(({ values }) => values[0]?.text ?? '');
      const missing = facts.filter((text) => !allSaid(whole).includes(text));
      expect(more === undefined, standard.id).to.equal(missing.length === 0);
      if (!more) continue;
      shortened += 1;
      const options = topicNode && 'options' in topicNode ? topicNode.options : [];
      const chosen = more.items.map((label) => options.find((option) => option.label === label)?.id ?? '');
      const behind = chosen.map((topic) => allSaid(summaryOf({ standard: standard.id, topic, compare: 'none' })));
      for (const text of missing)
        expect(
          behind.some((card) => card.includes(text)),
          text,
        ).to.equal(true);
    }
    expect(shortened).to.be.above(0);
  });

  it('is marked as written under serviceloven in Herlev and in Vejen', () => {
    const marked = standards.filter(({ municipality }) => ['herlev', 'vejen'].includes(municipality.id));
    expect(marked).to.have.length(3);
    for (const { standard } of marked)
      for (const topic of topics)
        expect(allSaid(summaryOf({ standard: standard.id, topic, compare: 'none' })), standard.id).to.include(
          'skrevet efter serviceloven',
        );
    for (const municipality of ['herlev', 'vejen']) {
      const step = summaryOf({ course: 'regain', stage: 'underway', municipality }, days[0], steps);
      expect(allSaid(step), municipality).to.include('skrevet efter serviceloven');
    }
  });

  it('is history with its date wherever København is told, and sets no last day', () => {
    let met = 0;
    for (const { ending, view } of [...distinctOf(tree), ...distinctOf(steps)]) {
      if (view.kind !== 'summary') continue;
      const title = knowledge.municipalities.find(({ id }) => id === 'koebenhavn')?.standards[0]?.title ?? '¶';
      for (const { heading, text } of view.sections.filter((section) => section.heading.includes(title))) {
        expect(text, `${heading} in ${named(ending)}`).to.include(historyFrom('1. december 2008'));
        met += 1;
      }
      if (ending.answers.municipality === 'koebenhavn' && ending.answers.course !== 'round-the-clock')
        expect(allSaid(view), named(ending)).to.not.include(phrases.say('deadline.local'));
    }
    expect(met).to.be.above(20);
  });

  it('stands beside another for every topic, each with its facts, its silence or where to read it', () => {
    const ways = [phrases.say('standard.silent'), phrases.say('comparison.tooLong')];
    for (const { standard } of standards)
      for (const topic of topics.filter((one) => one !== 'all' && one !== 'unknown')) {
        const view = summaryOf({ standard: standard.id, topic, compare: 'all' });
        expect(view.sections, topic).to.have.length(standards.length);
        expect(view.sections[0]?.heading, topic).to.include(standard.title);
        for (const { heading, text = '', items } of view.sections)
          expect(ways.filter((way) => text.includes(way)).length, `${heading} on ${topic}`).to.equal(
            items.length === 0 ? 1 : 0,
          );
      }
  });
});

describe('a municipality without a file', () => {
  const own = phrases.say('local.none');

  it('gets the national rules of every step, and is told that its own standard is not here', () => {
    for (const { answers, outcome, today } of endingsOf(steps)) {
      if (outcome !== 'step' || !['other', 'unknown'].includes(answers.municipality ?? '')) continue;
      const view = summaryOf(answers, today, steps);
      expect(allSaid(view), JSON.stringify(answers)).to.include(own);
      const [duty] = view.sections;
      for (const { id } of knowledge.municipalities.filter(({ unnamed }) => !unnamed)) {
        const there = summaryOf({ ...answers, municipality: id, eventDate: '2026-11-24' }, today, steps);
        expect(duty, JSON.stringify(answers)).to.deep.equal(there.sections[0]);
      }
    }
  });

  it('gets the national last days too, and no local one', () => {
    const answers = { course: 'hospital-plan', stage: 'inquiry', municipality: 'other', eventDate: '2026-11-24' };
    const text = allSaid(summaryOf(answers, days[0], steps));
    expect(text).to.include('28. november 2026').and.to.include('1. december 2026');
    expect(text).to.not.include(phrases.say('deadline.local'));
  });

  it('is never told that the sheet without a municipality is its own', () => {
    let met = 0;
    for (const { ending, view } of distinctOf(steps)) {
      if (view.kind !== 'summary' || ending.answers.course !== 'round-the-clock' || ending.outcome !== 'step') continue;
      const text = allSaid(view);
      expect(text, named(ending)).to.include(own);
      expect(text, named(ending)).to.not.include(phrases.say('deadline.local'));
      expect(text, named(ending)).to.not.include(start(phrases.say('local.standard', { title: '¶' })));
      met += 1;
    }
    expect(met).to.be.above(10);
  });

  it('is told so where a standard was asked for, and where to call', () => {
    for (const standard of ['other', 'unknown']) {
      const view = summaryOf({ standard });
      expect(view.title).to.include('ikke i guiden');
      expect(view.sections).to.not.deep.equal([]);
    }
    const contact = dialogs.trees.get('kontakt-kommunen')!;
    const calls = distinctOf(contact).filter(({ ending }) => ending.answers.municipality === 'other');
    expect(calls.length).to.be.above(100);
    for (const { ending, view } of calls.filter(({ ending: { outcome } }) => outcome !== 'need-not'))
      expect(plainText(view, phrases), named(ending)).to.include(phrases.say('contacts.none'));
  });
});
