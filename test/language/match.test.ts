import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { matchCommand, matchOption, matchTree, normalise } from '../../src/language/index.ts';
import { commandIds, isQuestion, type Question } from '../../src/trees/index.ts';
import { dialogs, sampled, tree } from '../helpers/content.ts';

const { menu, trees } = dialogs;
const questions = [...trees.values()].flatMap(({ id, nodes }) =>
  Object.entries(nodes).flatMap(([name, node]) => (isQuestion(node) ? [[`${id} ${name}`, node] as const] : [])),
);
const need = tree.nodes.need as Question;

/** The ways in which people and keyboards write the same words. */
const spellings = (words: string): string[] => [
  words,
  words.toUpperCase(),
  ` ${words}\t`,
  `${words}.`,
  `»${words}«`,
  words.replace(/ /gu, '  '),
  words.normalize('NFD'),
  words.replace(/æ/giu, 'ae').replace(/ø/giu, 'oe').replace(/å/giu, 'aa'),
];
/** Text that has upset programs before. */
const odd = [
  '',
  ' ',
  '\0',
  '\uD800',
  '🙂',
  '§',
  '"; DROP TABLE',
  '<b>ja</b>',
  'constructor',
  '__proto__',
  'toString',
  '-1',
  '0',
  '1e3',
  '٣',
  '½',
  'ﷺ'.repeat(50),
  '\u202Eaj',
  'a'.repeat(10_000),
  'æ '.repeat(5000),
  '1'.repeat(10_000),
  '.'.repeat(10_000),
  ' '.repeat(10_000),
];
const someText = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('normalise', () => {
  it('reads æ, ø and å as ae, oe and aa, in either case and however they are composed', () => {
    for (const word of ['ÆRØ Å', 'ærø å', 'aeroe aa', 'ÆRØ A\u030A', 'Aeroe  AA!'])
      expect(normalise(word)).to.equal('aeroe aa');
  });

  it('keeps § and drops all other signs', () => {
    expect(normalise('  Serviceloven § 86, stk. 1! ')).to.equal('serviceloven § 86 stk 1');
    expect(normalise('...?!')).to.equal('');
  });

  it('leaves what it has once read as it is, whatever it was', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(normalise(normalise(text))).to.equal(normalise(text));
        expect(normalise(text)).to.match(/^(?:[\p{L}\p{N}§]+(?: [\p{L}\p{N}§]+)*)?$/u);
      }),
      sampled(2000),
    );
  });
});

describe('matchOption', () => {
  for (const [name, question] of questions)
    if ('options' in question)
      it(`finds every option of ${name} by number, id, label and synonym, however they are spelt`, () => {
        for (const [index, { id, label, synonyms }] of question.options.entries()) {
          for (const number of [String(index + 1), `${String(index + 1)}.`, ` (${String(index + 1)}) `])
            expect(matchOption(question, number), number).to.equal(id);
          for (const word of [id, label, ...synonyms].flatMap(spellings))
            expect(matchOption(question, word), word).to.equal(id);
        }
      });

  it('finds nothing for a number that no option has', () => {
    const count = 'options' in need ? need.options.length : 0;
    for (const number of ['0', '-0', String(count + 1), '99', '100', '1 2', '01x'])
      expect(matchOption(need, number), number).to.equal(undefined);
  });

  it('finds nothing in words that only hold an option', () => {
    for (const text of ['ikke mad', 'mad og sygepleje', 'genoptræningen', 'mad mad'])
      expect(matchOption(need, text), text).to.equal(undefined);
  });

  it('finds nothing for a question that takes a day', () => {
    const since: Question = {
      question: 'Hvornår?',
      why: { text: 'Derfor.', provision: 'ael-10' },
      input: 'date',
      next: 'end',
    };
    expect(matchOption(since, '1')).to.equal(undefined);
  });

  it('never throws, and finds only options that there are', () => {
    const ids = 'options' in need ? need.options.map(({ id }) => id) : [];
    fc.assert(
      fc.property(someText, (text) => {
        expect([undefined, ...ids]).to.include(matchOption(need, text));
      }),
      sampled(2000),
    );
  });

  it('takes a story for no answer, even when it begins with one', () => {
    expect(matchOption(need, `mad${' '.repeat(9_997)}`)).to.equal(undefined);
    expect(matchOption(need, `mad${'.'.repeat(10_000)}`)).to.equal(undefined);
  });
});

describe('matchCommand', () => {
  it('finds every command by each of its words, however they are spelt', () => {
    expect(Object.keys(menu.commands)).to.have.members([...commandIds]);
    for (const [command, words] of Object.entries(menu.commands))
      for (const word of words)
        for (const spelt of word === '?' ? ['?', ' ? '] : spellings(word))
          expect(matchCommand(menu, spelt), spelt).to.equal(command);
  });

  it('finds no command in what only begins with one, nor in signs', () => {
    for (const text of ['hjælp mig', 'menuen', 'forfrax', '', '   ', '??', '!', 'tilbage til start', 'constructor'])
      expect(matchCommand(menu, text), text).to.equal(undefined);
  });

  it('never throws, and finds only commands that there are', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect([undefined, ...commandIds]).to.include(matchCommand(menu, text));
      }),
      sampled(2000),
    );
  });
});

describe('matchTree', () => {
  it('finds every tree by its title and each trigger, however they are spelt', () => {
    for (const { id, title, triggers } of trees.values())
      for (const words of [title, ...triggers].flatMap(spellings))
        expect(matchTree(trees.values(), words), words).to.equal(id);
  });

  it('starts no tree on a command', () => {
    for (const word of Object.values(menu.commands).flat())
      expect(matchTree(trees.values(), word), word).to.equal(undefined);
  });

  it('never throws, and finds nothing in nothing', () => {
    for (const text of odd) expect(matchTree(trees.values(), text), text.slice(0, 20)).to.equal(undefined);
    expect(matchTree([], 'paragraf')).to.equal(undefined);
  });
});
