import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findPersonalData, holdsPersonalData, holdsPersonalDataWithin } from '../../src/language/index.ts';
import { sampled } from '../helpers/content.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const someBirthday = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99 }))
  .map(([day, month, year]) => two(day) + two(month) + two(year));
const someFour = fc.integer({ min: 0, max: 9999 }).map((four) => String(four).padStart(4, '0'));
const someSeparator = fc.constantFrom(
  ...['', '-', ' ', '.', '/', '_', '–', '—', '‐', '‑', '−', ':', '*', '|', '·', '~', '\u00a0', '\u2009', '\t', '\n'],
  ...[' - ', ' – ', ' / ', '--', ', ', '  ', ' : ', '\u200b', '\u00ad', '\ufeff', '\u200d-\u2060'],
);
/** Words that people put around a number; none ends or begins so that the number reads as another. */
const someBefore = fc.constantFrom(
  '',
  'Borger ',
  'hun er ',
  'ang. ',
  '(',
  '"',
  'hvad gælder for ',
  'se\n',
  '🙂 ',
  'CPR: ',
);
const someAfter = fc.constantFrom('', ' skal træne', ', hvad nu?', ')', '"', '.', '\nhilsen', ' 🙂', '; tak', ' (cpr)');

const digitsIn: readonly ((digit: string) => string)[] = [
  (digit) => digit,
  (digit) => String.fromCharCode(0xff10 + Number(digit)),
  (digit) => String.fromCodePoint(0x1d7ce + Number(digit)),
  (digit) => String.fromCharCode(0x660 + Number(digit)),
  (digit) => `${digit}\ufe0f\u20e3`,
  (digit) => `${digit}\u200b`,
];
const someScript = fc.constantFrom(...digitsIn);
const someCase = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
);

describe('the privacy guard', () => {
  it('catches a CPR number whatever stands between its halves, around it, and whatever its digits look like', () => {
    fc.assert(
      fc.property(
        fc.tuple(someBirthday, someSeparator, someFour),
        fc.tuple(someBefore, someAfter, someScript),
        ([day, separator, four], [before, after, script]) => {
          const number = `${day}${separator}${four}`.replace(/\d/gu, script);
          expect(holdsPersonalData(before + number + after), before + number + after).to.equal(true);
        },
      ),
      sampled(3000),
    );
  });

  it('catches a CPR number parted in twos', () => {
    const sign = fc.constantFrom(' ', '.', '-', '/', '_', '–');
    fc.assert(
      fc.property(someBirthday, sign, someSeparator, someFour, someBefore, (day, one, other, four, before) => {
        const text = `${before}${day.replace(/(..)(?=.)/gu, `$1${one}`)}${other === '' ? one : other}${four} skal træne`;
        expect(holdsPersonalData(text), text).to.equal(true);
      }),
      sampled(2000),
    );
  });

  it('catches any ten digits after the word CPR, even when they begin with no day', () => {
    const label = fc.constantFrom(
      'cpr',
      'CPR-nr.',
      'cpr.nr.',
      'Personnummer:',
      'p.nr.',
      'cprnr',
      'hendes cpr er',
      'Cpr nummer',
    );
    const parted = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 9 });
    const ten = fc.stringMatching(/^\d{10}$/u);
    fc.assert(
      fc.property(label, ten, parted, fc.constantFrom(' ', '-', '.'), (before, digits, gaps, sign) => {
        const number = Array.from(digits, (digit, at) => (gaps.includes(at) ? sign + digit : digit)).join('');
        expect(holdsPersonalData(`${before} ${number}`), `${before} ${number}`).to.equal(true);
      }),
      sampled(2000),
    );
  });

  it('catches an address for letters with any letters in it', () => {
    const word = fc.stringMatching(/^[a-zæøå0-9]{1,12}$/u);
    const sign = fc.constantFrom('@', ' @ ', '＠', '(at)', ' [at] ', ' snabel-a ', '\u200b@');
    fc.assert(
      fc.property(word, word, fc.stringMatching(/^[a-z]{2,8}$/u), sign, someCase, (local, host, tld, at, spell) => {
        fc.pre(/[a-z]/u.test(host));
        const text = spell(`svar på ${local}.x${at}${host}.${tld} om træning`);
        expect(holdsPersonalData(text), text).to.equal(true);
      }),
      sampled(2000),
    );
  });

  it('catches a name in any case, with any spaces, and with characters that nobody sees', () => {
    const first = fc.constantFrom('Grethe', 'Aage', 'Søren', 'Poul-Erik', 'Fatima', 'Karen Margrethe', 'Åse', 'Jørgen');
    const last = fc.constantFrom('Hansen', 'Kjærgaard', 'Møllerskov', 'Østertoft', 'Lindholm-Sørensen', 'Birkekilde');
    const gap = fc.constantFrom(' ', '  ', '\u00a0', ' \u200b', '\u202f');
    const form = fc.constantFrom('NFC', 'NFD', 'NFKC');
    fc.assert(
      fc.property(first, last, gap, form, someCase, (given, family, space, normal, spell) => {
        const text = spell(`hvad gør vi med ${given}${space}${family} nu`).normalize(normal);
        expect(holdsPersonalData(text), text).to.equal(true);
      }),
      sampled(1000),
    );
  });

  it('lets every date, and every number of an act, pass', () => {
    const sign = fc.constantFrom('-', '/', '.', '. ');
    const year = fc.integer({ min: 1990, max: 2035 });
    const frame = fc.constantFrom('fristen er ', 'Visiteret den ', 'LBK nr 1129 af ', 'fra ', '§ 86 gælder fra ');
    fc.assert(
      fc.property(someBirthday, year, sign, frame, (day, full, one, before) => {
        const [date, month] = [day.slice(0, 2), day.slice(2, 4)];
        for (const end of [String(full), String(full).slice(2)]) {
          const text = `${before}${date}${one}${month}${one}${end}, hvad nu?`;
          expect(findPersonalData(text), text).to.deep.equal([]);
        }
        const iso = `${before}${String(full)}-${month}-${date} og § 86, stk. 2`;
        expect(findPersonalData(iso), iso).to.deep.equal([]);
      }),
      sampled(2000),
    );
  });

  it('never throws, gives places within the text, and gives the same twice', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(
            'cpr',
            '0',
            '12',
            '.',
            '-',
            ' ',
            '@',
            'Fru',
            'Hans',
            'vej',
            'født',
            '\n',
            '+',
            '\ud800',
            'O',
            'i',
          ),
        )
        .map((words) => words.join('')),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const found = findPersonalData(text);
        for (const { start, end } of found) {
          expect(start).to.be.within(0, text.length - 1);
          expect(end).to.be.within(start + 1, text.length);
        }
        expect(findPersonalData(text)).to.deep.equal(found);
      }),
      sampled(4000),
    );
  });

  it('looks through whatever a card sends back, and passes ids that were drawn by chance', () => {
    const number = '240338-1572';
    for (const value of [number, [number], { a: { b: [{ c: number }] } }, { [number]: 1 }, { run: number }])
      expect(holdsPersonalDataWithin(value), JSON.stringify(value)).to.equal(true);
    fc.assert(
      fc.property(fc.uuid(), (run) => {
        expect(
          holdsPersonalDataWithin({ kind: 'answer', run, answers: { need: 'food', since: '2026-11-22' } }),
        ).to.equal(false);
      }),
      sampled(2000),
    );
    for (const value of [undefined, null, 0, true, Symbol.iterator, () => 0, 2403381572, {}, []])
      expect(holdsPersonalDataWithin(value)).to.equal(false);
  });
});

describe('the privacy guard, given hostile text', () => {
  const pieces = [
    ...[
      '1',
      '1 ',
      '9 ',
      '1.',
      '010190-',
      '010190-1234 ',
      'a@',
      '@',
      'a at b.',
      'Ab ',
      'Jens ',
      'a ',
      ' ',
      ', ',
      'cpr ',
    ],
    ...[
      'en to ',
      'nul et ',
      '\u200b',
      'a\u0301',
      '１',
      'født 1 ',
      'Fru A. ',
      'Vej 1 ',
      '\ud800',
      '010190-x',
      'A.',
      'O 1 ',
    ],
    ...['mobil 1 2 3 4 5 ', '22 33 44 55 ', 'a snabel-a b dot ', '010190 og ', 'x-', 'Aa, Bb ', '_', '.'],
  ];
  const of = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  /** The best of three, so that other work on the machine does not count. */
  const timed = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = performance.now();
        holdsPersonalData(text);
        return performance.now() - before;
      }),
    );

  it('takes less than 200 ms for a megabyte of anything', () => {
    for (const piece of pieces) expect(timed(of(piece, 1_000_000)), JSON.stringify(piece)).to.be.below(200);
  });

  it('takes less than 200 ms for the longest text that it reads', () => {
    for (const piece of pieces) expect(timed(of(piece, 20_000)), JSON.stringify(piece)).to.be.below(200);
  });

  it('takes what is too long to be read for personal data', () => {
    expect(findPersonalData('a'.repeat(20_000))).to.deep.equal([]);
    expect(findPersonalData('a'.repeat(20_001))).to.deep.equal([{ kind: 'unread', start: 0, end: 20_001 }]);
  });
});
