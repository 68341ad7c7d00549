import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { z } from 'zod';
import { findPersonalData, officesOf, type FindingKind } from '../../src/language/index.ts';
import { dialogs, knowledge, projectRoot } from '../helpers/content.ts';

const formSchema = z.strictObject({
  kind: z.enum(['cpr', 'birth-date', 'phone', 'email', 'address', 'name', 'name-with-detail']),
  text: z.string(),
  digits: z
    .string()
    .regex(/^\d{10}$/u)
    .optional(),
});
const linesOf = <T>(file: string, schema: z.ZodType<T>): readonly T[] =>
  readFileSync(join(projectRoot, 'test/privacy', file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
const forms = linesOf('forms.jsonl', formSchema);
const harmless = linesOf('harmless.jsonl', z.strictObject({ text: z.string() })).map(({ text }) => text);
const offices = officesOf(knowledge);

const failsModulus11 = (digits: string): boolean =>
  [4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 !== 0;
const kindsIn = (text: string): readonly FindingKind[] => findPersonalData(text, offices).map(({ kind }) => kind);

describe('the forms of personal data', () => {
  it('are 220 or more, all different', () => {
    expect(new Set(forms.map(({ text }) => text)).size)
      .to.equal(forms.length)
      .and.to.be.at.least(220);
  });

  it('hold CPR numbers that all fail modulus 11', () => {
    const numbers = forms.flatMap(({ digits }) => digits ?? []);
    expect(numbers.length).to.be.above(80);
    expect(numbers.filter((digits) => !failsModulus11(digits))).to.deep.equal([]);
  });

  for (const kind of formSchema.shape.kind.options)
    it(`are all caught, each as what it is: ${kind}`, () => {
      const ofKind = forms.filter((form) => form.kind === kind);
      expect(ofKind).to.not.deep.equal([]);
      expect(ofKind.filter(({ text }) => !kindsIn(text).includes(kind)).map(({ text }) => text)).to.deep.equal([]);
    });

  it('are given as places in the text, in order, and never as text', () => {
    for (const { text } of forms) {
      const found = findPersonalData(text, offices);
      expect(found.map(({ start }) => start)).to.deep.equal(found.map(({ start }) => start).sort((a, b) => a - b));
      for (const finding of found) {
        expect(finding).to.have.all.keys('kind', 'start', 'end');
        expect(finding.start).to.be.within(0, finding.end - 1);
        expect(finding.end).to.be.at.most(text.length);
      }
    }
  });

  it('are caught without any office being known', () => {
    expect(forms.filter(({ text }) => findPersonalData(text).length === 0)).to.deep.equal([]);
  });

  it('are caught when a story stands around them', () => {
    const stories = [
      (text: string) => `Hej. Jeg er ny i afdelingen og har et spørgsmål.\n\n${text}\n\nPå forhånd tak!`,
      (text: string) => `Fristen er 10 hverdage efter § 86, stk. 1. ${text}`,
      (text: string) => `${text} Se også LBK nr 1129 af 22/09/2025.`,
    ];
    const missed = stories.flatMap((tell) => forms.filter(({ text }) => kindsIn(tell(text)).length === 0));
    expect(missed.map(({ text }) => text)).to.deep.equal([]);
  });
});

describe('what only looks like personal data', () => {
  it('is 250 lines or more, all different', () => {
    expect(new Set(harmless).size).to.equal(harmless.length).and.to.be.at.least(250);
  });

  it('passes, but for one line in a hundred at most', () => {
    const stopped = harmless.filter((text) => kindsIn(text).length > 0);
    expect(stopped.length / harmless.length, stopped.join('\n')).to.be.at.most(0.01);
  });

  it('passes in everything that the guide itself knows and says', () => {
    const said = [
      JSON.stringify(knowledge),
      ...[...dialogs.trees.values()].map((tree) => JSON.stringify(tree)),
      JSON.stringify(dialogs.menu),
      JSON.stringify(dialogs.phrases),
    ].flatMap((json) => [...json.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, text]) => text ?? ''));
    expect(said.length).to.be.above(1000);
    expect(said.filter((text) => kindsIn(text).length > 0)).to.deep.equal([]);
  });

  it('passes for the numbers of offices that the knowledge names, however they are parted, and for no others', () => {
    expect(offices.phones.size).to.be.above(0);
    for (const phone of offices.phones)
      for (const written of [phone, phone.replace(/(..)(?=.)/gu, '$1 '), `+45 ${phone}`, `0045${phone}`]) {
        expect(kindsIn(`skriv ${written} ned`), written).to.deep.equal([]);
        expect(findPersonalData(`skriv ${written} ned`), written).to.not.deep.equal([]);
      }
    for (const email of offices.emails) expect(kindsIn(`skriv til ${email.toUpperCase()}`)).to.deep.equal([]);
  });
});

describe('addresses', () => {
  for (const text of [
    'Hun bor på Vesterbro, 45, 9000 Aalborg',
    'Borgeren bor Østerbro, 12, 2. sal',
    'Min borgers adresse er Islands Brygge 16, 4. th',
    'Adresse: Enghave, 22, Vejen',
  ])
    it(`are found where a street is called like a place: ${text}`, () => {
      expect(kindsIn(text)).to.include('address');
    });
});
