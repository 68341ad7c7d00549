import { expect } from 'chai';
import fc from 'fast-check';
import {
  besideSchema,
  freshState,
  openWalk,
  readBeside,
  readState,
  stateSchema,
  walkSchema,
} from '../../src/bot/state.ts';
import { sampled } from '../helpers/content.ts';

type Path = readonly (string | number)[];

const walk = {
  tree: 'hvilken-paragraf',
  run: '0f1e2d3c-0000-4000-8000-000000000001',
  answers: { need: 'regain', date: '2027-01-01' },
  told: { housing: 'own-home' },
  assumed: ['housing'],
  editing: 'need',
  seen: '2026-11-22',
};
/** A state that holds everything a state can hold. */
const whole = {
  version: 1,
  dialogs: { dialogStack: [{ id: 'decision-tree', state: walk }] },
  finished: walk,
  confirming: walk.run,
  shown: walk.run,
  asked: { article: 'local-transport', municipality: 'vejen', language: 'en' },
  answerLast: { days: { discharge: '2026-11-20' } },
  handing: { article: 'local-transport', walk },
  language: 'en',
  welcomed: true,
};

const leaves = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [path];
const objects = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(Array.isArray(value) ? [] : [path]),
        ...Object.entries(value).flatMap(([key, inner]) => objects(inner, [...path, key])),
      ]
    : [];
/** A copy with one value put somewhere. */
const put = (value: unknown, [key, ...rest]: Path, given: unknown): unknown => {
  if (key === undefined) return given;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = put(copy[key], rest, given);
  return copy;
};

/** What people write, and no id or date is: it has a space, a sign, or a letter that ids do not have. */
const prose = fc
  .string({ minLength: 1, maxLength: 80, unit: 'grapheme' })
  .filter((text) => !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/u.test(text) && !/^[A-Za-z0-9-]{1,40}$/u.test(text));
const stories = ['Jens Hansen', 'Jens.', 'Åse', '010203 1234', 'han faldt i går', '', 'a'.repeat(61)];

describe('the state of a conversation', () => {
  it('reads a state that holds all it can, and a fresh one', () => {
    expect(Object.keys(whole), 'this test must know every key').to.have.members(Object.keys(stateSchema.shape));
    expect(Object.keys(walk)).to.have.members(Object.keys(walkSchema.shape));
    expect(readState(whole)).to.deep.equal(whole);
    expect(readState(JSON.parse(JSON.stringify(freshState())))).to.deep.equal(freshState());
  });

  for (const path of leaves(whole).filter(([key]) => key !== 'welcomed' && key !== 'version'))
    it(`refuses free text in ${path.join('.')}`, () => {
      for (const story of stories) expect(readState(put(whole, path, story)), story).to.equal(undefined);
      fc.assert(
        fc.property(prose, (text) => readState(put(whole, path, text)) === undefined),
        sampled(200),
      );
    });

  for (const path of objects(whole))
    it(`refuses a key of someone else's in ${path.join('.') || 'the state'}`, () => {
      const isAnswers = ['answers', 'told', 'days'].includes(String(path.at(-1)));
      expect(readState(put(whole, [...path, isAnswers ? 'hr. Jensen' : 'text'], 'a'))).to.equal(undefined);
    });

  it('refuses more answers or walks than any conversation has', () => {
    const answers = Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`q${String(at)}`, 'yes']));
    expect(readState(put(whole, ['finished', 'answers'], answers))).to.equal(undefined);
    expect(readState(put(whole, ['finished', 'assumed'], Object.keys(answers)))).to.equal(undefined);
    const dialog = whole.dialogs.dialogStack[0];
    expect(readState(put(whole, ['dialogs', 'dialogStack'], Array(6).fill(dialog)))).to.equal(undefined);
  });

  for (const version of [0, 2, '1', null, undefined])
    it(`does not read version ${JSON.stringify(version)}`, () => {
      expect(readState({ ...whole, version })).to.equal(undefined);
    });

  it('never throws on what it finds in a store', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (stored) => {
        const state = readState(stored);
        return state === undefined || stateSchema.safeParse(state).success;
      }),
      sampled(1000),
    );
  });

  it('names the walk on top as the open one', () => {
    expect(openWalk(freshState())).to.equal(undefined);
    expect(openWalk(readState(whole)!)).to.deep.equal(walk);
  });
});

describe('what is kept beside a state', () => {
  const beside = {
    version: 1,
    answered: { topic: 'sel-86-1', municipality: 'vejen' },
    judging: walk.run,
    handled: ['0123456789abcdef'],
  };
  const nothing = { version: 1, handled: [] };

  it('is read as it was written, and as nothing where there is none', () => {
    expect(Object.keys(beside), 'this test must know every key').to.have.members(Object.keys(besideSchema.shape));
    expect(readBeside(beside)).to.deep.equal(beside);
    for (const stored of [undefined, null, {}, 7, 'x', { version: 2 }, { ...beside, text: 'a' }])
      expect(readBeside(stored)).to.deep.equal(nothing);
  });

  for (const path of leaves(beside).filter(([key]) => key !== 'version'))
    it(`refuses free text in ${path.join('.')}`, () => {
      for (const story of stories) expect(readBeside(put(beside, path, story)), story).to.deep.equal(nothing);
      fc.assert(
        fc.property(prose, (text) => readBeside(put(beside, path, text)).handled.length === 0),
        sampled(200),
      );
    });

  it('is bounded', () => {
    expect(readBeside(put(beside, ['handled'], Array(21).fill('0123456789abcdef')))).to.deep.equal(nothing);
  });
});
