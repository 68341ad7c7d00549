import { expect } from 'chai';
import { describe, it } from 'mocha';
import { danishDate } from '../../src/dates/index.ts';
import { latestBirthDateReached } from '../../src/rules/index.ts';
import { isQuestion } from '../../src/trees/index.ts';
import { boundaryDays, dialogs, knowledge } from '../helpers/content.ts';
import { phrases } from '../helpers/everyEnding.ts';
import { countsOf, lixOf, type Counts } from '../helpers/lix.ts';
import { distinctOf, named, twinOf } from './support.ts';

const highest = { question: 40, card: 45 };

describe('lixOf', () => {
  it('is words a sentence and long words in a hundred', () => {
    // Five words in two sentences; "Kommunen" and "afgørelse" have more than six letters, "hjælpe" has six.
    expect(lixOf(['Kommunen skal afgørelse. Ring hjælpe!'])).to.equal(5 / 2 + (100 * 2) / 5);
    expect(lixOf(['Ring nu'])).to.equal(2);
    expect(lixOf(['', '  '])).to.equal(0);
  });

  it('begins anew in each piece, whether or not it ends in a full stop', () => {
    expect(countsOf(['Frister', 'Ring i dag', 'Så er det sket.'])).to.deep.equal({ words: 8, long: 1, sentences: 3 });
  });

  const references: readonly (readonly [string, Counts])[] = [
    ['Se § 86, stk. 1. Ring så.', { words: 4, long: 0, sentences: 2 }],
    ['Gamle afgørelser efter §§ 83, 83 a og 86, stk. 1, gælder.', { words: 5, long: 1, sentences: 1 }],
    ['ældreloven § 10, jf. § 9, stk. 2, nr. 3', { words: 4, long: 1, sentences: 1 }],
    ['Det står i § 140, stk. 3 og 4. Det er nyt.', { words: 7, long: 0, sentences: 2 }],
    ['Valget følger stk. 5. Spørg.', { words: 4, long: 0, sentences: 2 }],
    ['efter § 86 og 2 gange om ugen', { words: 7, long: 0, sentences: 1 }],
  ];
  for (const [text, counts] of references)
    it(`takes a reference for one short word in "${text}"`, () => {
      expect(countsOf([text])).to.deep.equal(counts);
    });

  it('ends no sentence at a date, at an abbreviation or at a colon', () => {
    expect(countsOf(['Fra 1. juli 2027 kl. 8.30: ring. Vent ikke.']).sentences).to.equal(2);
  });
});

/** LIX of many pieces of which most come again: each piece is counted once. */
const counted = new Map<string, Counts>();
const lixOfMany = (pieces: readonly string[]): number => {
  const sum = { words: 0, long: 0, sentences: 0 };
  for (const piece of pieces) {
    const counts = counted.get(piece) ?? countsOf([piece]);
    counted.set(piece, counts);
    for (const key of ['words', 'long', 'sentences'] as const) sum[key] += counts[key];
  }
  return sum.words / sum.sentences + (100 * sum.long) / sum.words;
};

describe('every question, with what is shown beside it', () => {
  const questions = [...dialogs.trees.values()].flatMap((tree) =>
    Object.entries({ ...tree.nodes, ...tree.settings }).flatMap(([id, node]) =>
      'question' in node ? [{ name: `${tree.id}/${id}`, node }] : [],
    ),
  );
  const birthDates = boundaryDays.map((asOf) => latestBirthDateReached(knowledge, asOf)).filter((day) => day);

  it(`has a LIX of at most ${String(highest.question)}`, () => {
    let [hardest, which] = [0, ''];
    for (const { name, node } of questions) {
      const text = [node.question, ...(node.help === undefined ? [] : [node.help])];
      const hints =
        'hint' in node && isQuestion(node) && node.hint !== undefined
          ? birthDates.map((day) => phrases.say('question.latest-birth-date', { date: danishDate(day!) }))
          : [];
      for (const shown of [text, ...hints.map((hint) => [...text, hint])]) {
        const lix = lixOf(shown);
        expect(lix, `${name}: ${shown.join(' ')}`).to.be.at.most(highest.question);
        if (lix > hardest) [hardest, which] = [lix, name];
      }
    }
    expect(questions.length).to.be.above(25);
    console.log(`      the hardest question: ${which} with ${hardest.toFixed(1)}`);
  });
});

/** Headings whose lines are not the card's own text: the questions again, and the names of sources. */
const others = new Set([
  phrases.say('outcome.reasons'),
  phrases.say('source.heading'),
  phrases.say('source.headingWithLinks'),
]);
const municipalities = knowledge.municipalities.map(({ name }) => name);

/** What a card says in its own words, a piece for each heading, paragraph and line; without names of places and people. */
const ownText = (twin: string): string[] => {
  const paragraphs = twin.split('\n\n');
  const closing = paragraphs.at(-1) ?? '';
  const from = paragraphs.findIndex((paragraph) => others.has(paragraph));
  const own = [...paragraphs.slice(0, from), closing];
  const contacts = own.indexOf(phrases.say('contacts.check'));
  return own
    .filter((_, index) => contacts < 0 || index !== contacts + 1)
    .flatMap((paragraph) => paragraph.split('\n'))
    .map((line) => municipalities.reduce((text, name) => text.replaceAll(name, ''), line.replace(/^- /u, '')));
};

for (const tree of dialogs.trees.values())
  describe(`every card at an end of ${tree.id}`, function () {
    this.timeout(300_000);

    it(`has a LIX of at most ${String(highest.card)} in its own text`, () => {
      let [hardest, which] = [0, ''];
      for (const shown of distinctOf(tree)) {
        const pieces = ownText(twinOf(shown));
        expect(pieces.length, named(shown.ending)).to.be.above(5);
        expect(pieces.join(), named(shown.ending)).to.include(shown.view.conclusion);
        const lix = lixOfMany(pieces);
        if (lix > hardest) [hardest, which] = [lix, named(shown.ending)];
      }
      expect(hardest, which).to.be.within(15, highest.card);
      console.log(`      the hardest card of ${tree.id}: ${hardest.toFixed(1)}`);
    });
  });
