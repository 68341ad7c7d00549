import { expect } from 'chai';
import { describe, it } from 'mocha';
import { lawDay } from '../../src/answers/lawDay.ts';
import { answerTo, questionIndex } from '../../src/answers/index.ts';
import { civilDate } from '../../src/dates/index.ts';
import type { Story } from '../../src/language/index.ts';
import { knowledge } from '../helpers/content.ts';

type DateFound = Story['dates'][number];

const on = (day: string, event?: DateFound['event']): DateFound => ({
  day: civilDate(day),
  said: day,
  ...(event === undefined ? {} : { event }),
});
const asked = civilDate('2026-11-22');

describe('the day whose rules answer', () => {
  for (const [name, dates, day] of [
    ['the day of asking without a day', [], '2026-11-22'],
    [
      'the day of asking, where the rules are the same on the day that is told',
      [on('2026-12-31', 'discharge')],
      '2026-11-22',
    ],
    ['the first day of new rules', [on('2027-01-01', 'discharge')], '2027-01-01'],
    ['a day after it', [on('2027-01-04', 'arrival')], '2027-01-04'],
    ['the day of asking, for a day that is no event', [on('2027-01-04')], '2026-11-22'],
    ['the day of asking, for a day that has been', [on('2025-06-30', 'discharge')], '2026-11-22'],
    [
      'the day of asking, for two days to come',
      [on('2026-12-01', 'discharge'), on('2027-01-04', 'arrival')],
      '2026-11-22',
    ],
    ['the day that is told twice', [on('2027-01-04', 'arrival'), on('2027-01-04', 'discharge')], '2027-01-04'],
  ] as const)
    it(`is ${name}`, () => {
      expect(lawDay(knowledge, asked, dates)).to.equal(day);
    });

  const index = questionIndex(knowledge);
  const specialised = (day: string): string =>
    `Hun bliver udskrevet den ${day} med en genoptræningsplan til rehabilitering på specialiseret niveau. Hvem har ansvaret?`;

  it('gives the rules of the day of discharge, and says so', () => {
    const reply = answerTo(index, { text: specialised('4. januar 2027'), date: asked });
    if (reply.kind !== 'answer') throw new Error(reply.kind);
    expect(reply.date).to.equal('2027-01-04');
    expect(reply.national?.provisions).to.include('sul-139b');
  });

  it('keeps to the rules of today for a discharge before they change', () => {
    const reply = answerTo(index, { text: specialised('30. december 2026'), date: asked });
    if (reply.kind !== 'answer') throw new Error(reply.kind);
    expect(reply.date).to.equal('2026-11-22');
    expect(reply.national?.provisions).to.include('sul-140');
  });
});
