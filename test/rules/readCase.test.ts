import { expect } from 'chai';
import { describe, it } from 'mocha';
import { InputError } from '../../src/errors.ts';
import { factNames, factValues, readCase } from '../../src/rules/index.ts';
import { today } from '../helpers/content.ts';

const refusal = (input: unknown): InputError => {
  try {
    readCase(input, today);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(input)} was read`);
};
const secret = '111111-1118 Hr. Jensen';

describe('readCase', () => {
  it('takes today, no personal assistance and an own home for granted, and nothing else', () => {
    expect(readCase({}, today)).to.deep.equal({
      date: today,
      facts: { personalAssistance: 'no', housing: 'own-home' },
    });
  });

  it('lets “unknown” stand for not known, over the defaults too', () => {
    const all = Object.fromEntries(factNames.map((name) => [name, 'unknown']));
    expect(readCase(all, today).facts).to.deep.equal({});
  });

  for (const name of factNames) {
    it(`reads every value of ${name}`, () => {
      for (const value of factValues[name])
        expect(readCase({ [name]: value }, today).facts).to.include({ [name]: value });
    });

    it(`refuses any other value of ${name}, and repeats none`, () => {
      for (const value of [secret, '', 'Yes', 1, true, null, ['yes'], { yes: 1 }]) {
        const error = refusal({ [name]: value });
        expect(error.code).to.equal('GUIDE_BAD_INPUT');
        expect(error.message).to.include(`"${name}"`);
        expect(error.message).to.not.include(secret);
      }
    });
  }

  it('reads a day and a municipality', () => {
    expect(readCase({ date: '2027-07-01', municipality: 'vejen' }, today)).to.include({
      date: '2027-07-01',
      municipality: 'vejen',
    });
    expect(readCase({ municipality: null }, today)).to.not.have.property('municipality');
  });

  for (const date of ['2025-02-29', '01-07-2027', '', secret, 20_270_701, null])
    it(`refuses the date ${JSON.stringify(date)}, and does not repeat it`, () => {
      const { message } = refusal({ date });
      expect(message).to.include('"date"');
      if (date !== '' && date !== null) expect(message).to.not.include(String(date));
    });

  it('refuses a municipality that is no slug, and does not repeat it', () => {
    for (const municipality of [secret, 'Vejen', '../vejen', 'vejen kommune', 7]) {
      const { message } = refusal({ municipality });
      expect(message).to.include('"municipality"');
      expect(message).to.not.include(String(municipality));
    }
  });

  it('refuses a fact that it does not know, by name', () => {
    const { message } = refusal({ needs: secret, hospitalplan: 'none' });
    expect(message).to.include('"needs"').and.to.include('"hospitalplan"');
    expect(message).to.not.include(secret);
  });

  it('names every fact that is wrong at once', () => {
    const { message } = refusal({ need: secret, careNeed: secret, date: secret, extra: secret });
    for (const name of ['need', 'careNeed', 'date', 'extra']) expect(message).to.include(`"${name}"`);
    expect(message).to.not.include(secret);
  });

  const others: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['nothing', undefined],
    ['a list', []],
    ['a word', 'regain'],
    ['a number', 7],
  ];
  for (const [name, input] of others)
    it(`refuses ${name} in place of facts`, () => {
      expect(refusal(input).message).to.include('"facts"');
    });
});
