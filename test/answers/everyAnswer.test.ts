import { expect } from 'chai';
import { describe, it } from 'mocha';
import { answerTo } from '../../src/answers/index.ts';
import { forSubmit } from '../../src/cards/index.ts';
import { lintCard, shownTexts } from '../helpers/cardLinter.ts';
import { dialogs, knowledge, today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';
import { lixOf } from '../helpers/lix.ts';
import { actionsOn } from '../walk/support.ts';
import { cardOf, everyArticle, faultsIn, twinOf, type ToldArticle } from './everyReply.ts';

const hardest = 45;
const largest = { bytes: 20_000, actions: 6 };
const danish = (): readonly ToldArticle[] => everyArticle(false);
const english = (): readonly ToldArticle[] => everyArticle(true);
const both = (): readonly ToldArticle[] => [...danish(), ...english()];
/** What a list of faults is held against; the list itself is what is read. */
const none = (faults: readonly string[]): void => {
  const shown = faults.slice(0, 400).join('\n');
  expect(faults.length, `${String(faults.length)} of ${String(both().length)} answers:\n${shown}\n`).to.equal(0);
};

/** True when something is said of the subject: the law's, or a document's. */
const isAnswered = ({ reply }: ToldArticle): boolean =>
  reply.kind === 'answer' && (reply.parts.length > 0 || reply.national !== undefined);

/** Text as it is compared between a card and its twin: markup, escapes and spaces taken off. */
const bare = (text: string): string =>
  text
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/gu, '$1')
    .replace(/[\\*_~`>#]/gu, '')
    .replace(/^\s*- /gmu, '')
    .replace(/\s+/gu, ' ')
    .trim();

describe('every article, for every municipality and for none, before and after every change of the law', function () {
  this.timeout(300_000);

  it('is a card that can be sent, as it is and to clients that only submit', () => {
    none(
      faultsIn(both(), (told) => {
        const card = cardOf(told);
        return [card, forSubmit(card)].flatMap((one) => [
          ...lintCard(one),
          ...(Buffer.byteLength(JSON.stringify(one)) > largest.bytes ? ['too big'] : []),
          ...(actionsOn(one).length > largest.actions ? ['too many actions'] : []),
        ]);
      }),
    );
  });

  it('leaves nothing unfilled', () => {
    const leftovers = /[{}¶]|undefined|\[object|\bNaN\b|\bnull\b|,,|\(\s*\)|""/u;
    none(
      faultsIn(both(), (told) => {
        const { speak, fallbackText } = cardOf(told);
        return [...twinOf(told).split('\n'), speak, fallbackText].filter((line) => leftovers.test(line));
      }),
    );
  });

  it('has a source, unless it is no answer', () => {
    none(
      faultsIn(both().filter(isAnswered), ({ view }) =>
        view.kind === 'answer' && view.sources.length > 0 ? [] : ['no source'],
      ),
    );
  });

  it('says in plain text every text of its card', () => {
    none(
      faultsIn(both(), (told) => {
        const twin = bare(twinOf(told));
        const texts = shownTexts(cardOf(told)).flatMap((text) => text.split('\n').map(bare));
        return [...texts, ...actionsOn(cardOf(told)).map(bare)].filter((text) => !twin.includes(text));
      }),
    );
  });

  for (const [kind, isMeant] of [
    ['an answer', isAnswered],
    ['a reply that has no answer yet', (told: ToldArticle) => !isAnswered(told)],
  ] as const)
    it(`has a LIX of at most ${String(hardest)} in its own Danish text when it is ${kind}`, () => {
      none(
        faultsIn(danish().filter(isMeant), (told) => {
          const lix = lixOf(ownText(told));
          return wordsIn(told) >= fewestWords && lix > hardest ? [`LIX ${lix.toFixed(1)}`] : [];
        }),
      );
    });

  it(`has a LIX of at most ${String(hardest)} in all its short Danish texts together`, () => {
    const short = danish().filter((told) => wordsIn(told) < fewestWords);
    expect(short.length).to.be.above(0);
    expect(lixOf(short.flatMap(ownText))).to.be.at.most(hardest);
  });

  it('has no Danish sentence when it is English, wherever it comes from', () => {
    none(faultsIn(english(), (told) => piecesOf(told).flatMap(sentencesOf).filter(isDanish)));
  });

  it('has no sentence of the Danish guide when it is English', () => {
    none(
      faultsIn(english(), (told) => {
        const lines = [...twinOf(told).split('\n'), JSON.stringify(cardOf(told))];
        return danishPhrases.filter((phrase) => lines.some((line) => line.includes(phrase)));
      }),
    );
  });
});

/** LIX is a share of words: in a text of fewer, one long word more is two points. */
const fewestWords = 100;

const municipalities = knowledge.municipalities.map(({ name }) => name);

const wordsIn = (told: ToldArticle): number => ownText(told).join(' ').split(/\s+/u).length;

/** What a reply says in its own words: no sources, no names of places and of other subjects. */
const ownText = (told: ToldArticle): string[] =>
  piecesOf(told).map((piece) => municipalities.reduce((text, name) => text.replaceAll(name, ''), piece));

const piecesOf = ({ view }: ToldArticle): string[] => {
  if (view.kind === 'offer') return [view.text, ...view.details];
  const sections = [...view.sections, ...view.also];
  return [
    view.title,
    ...(view.say === undefined ? [] : [view.say]),
    ...view.points,
    ...sections.flatMap(({ heading, text, items }) => [heading, ...(text === undefined ? [] : [text]), ...items]),
    ...view.notes,
  ];
};

const danishWords = new Set(
  'og er ikke skal kan det den der som til på af for efter fra med hos vi du borgeren kommunen har'.split(' '),
);
const englishWords = new Set(
  'the and is not must can it that which to on of for after from with we you citizen has a in'.split(' '),
);
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/u);
/** True for a sentence whose small words are Danish; a Danish term in an English one is not meant. */
const isDanish = (sentence: string): boolean => {
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
  return count(danishWords) >= 3 && count(danishWords) > count(englishWords);
};

/** The fixed parts of every Danish sentence that is another in English, but for those too short to tell. */
const danishPhrases = Object.entries(dialogs.phrases)
  .filter(([key, text]) => dialogs.phrasesEnglish[key] !== text)
  .flatMap(([, text]) => text.split(/\{[A-Za-z]+\}/u))
  .map((part) => part.trim())
  .filter((part) => part.length >= 10 && part.includes(' '));

describe('the articles', () => {
  it('are each found by at least nine in ten of the ways that they are asked for', () => {
    const { questions } = guide;
    const subjects = [...knowledge.articles, ...knowledge.outside];
    const missed = subjects.flatMap(({ id, asks, asksEnglish }) => {
      const lost = [...asks, ...asksEnglish].filter((text) => {
        const reply = answerTo(questions, { text, date: today });
        // A case is led through the dialog, whichever subject speaks of it.
        if (reply.kind === 'case') return false;
        return id !== ('article' in reply ? reply.article.id : reply.kind === 'outside' ? reply.outside.id : '');
      });
      return lost.length > 0.1 * (asks.length + asksEnglish.length)
        ? [`${id} misses ${String(lost.length)} of ${String(asks.length + asksEnglish.length)}: ${lost.join(' | ')}`]
        : [];
    });
    expect(missed, missed.join('\n')).to.deep.equal([]);
  });

  it('hold every fact and every contact of every standard', () => {
    const known = new Set(knowledge.articles.map(({ id }) => id));
    const standards = [...knowledge.guidance, ...knowledge.municipalities.flatMap((one) => one.standards)];
    const told = standards.flatMap(({ id, facts, contacts }) =>
      [...facts, ...contacts].map((one) => ({ name: `${id}/${one.id}`, articles: one.articles })),
    );
    expect(told.length).to.be.above(100);
    expect(told.filter(({ articles }) => !articles.some((id) => known.has(id))).map(({ name }) => name)).to.deep.equal(
      [],
    );
  });
});
