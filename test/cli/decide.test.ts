import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { runBatch } from '../../src/cli/command.ts';
import { decideCommand } from '../../src/cli/decideCommand.ts';
import { InputError, UsageError, type GuideError } from '../../src/errors.ts';
import { temporaryFolders } from '../storage/support.ts';
import { runGuide } from './support.ts';

interface Answer {
  readonly id: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  readonly governing?: readonly string[];
}
const answersIn = (stdout: string): Answer[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
const regain = { need: 'regain', hospitalPlan: 'general', date: '2026-11-22' };
const line = (id: unknown, facts: unknown = regain): string => JSON.stringify({ id, facts });

describe('decide --batch', () => {
  const fresh = temporaryFolders();

  it('answers each line in order, under its own id, and goes on after a bad one', async () => {
    const file = join(fresh(), 'batch.jsonl');
    const lines = [
      line('a'),
      '',
      line(7),
      '{"id":"b", "facts":',
      '   ',
      line('c', { need: 'flyvetur' }),
      '[1]',
      'null',
      line('d', { needs: 'help' }),
      line({ deep: [1] }),
      line('a', { ...regain, date: '2027-01-01' }),
    ];
    writeFileSync(file, `${lines.join('\r\n')}\n`);
    const { code, stdout, stderr } = await runGuide(['decide', '--batch', file]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    const answers = answersIn(stdout);
    expect(answers.map(({ id }) => id)).to.deep.equal(['a', 7, null, 'c', null, null, 'd', { deep: [1] }, 'a']);
    expect(answers.map(({ error }) => error?.code)).to.deep.equal(
      [0, 0, 1, 1, 1, 1, 1, 0, 0].map((bad) => (bad === 1 ? 'GUIDE_BAD_INPUT' : undefined)),
    );
    expect(answers.map(({ governing }) => governing?.join())).to.deep.equal(
      ['sul-140', 'sul-140', '', '', '', '', '', 'sul-140', 'sul-139a'].map((id) => id || undefined),
    );
    expect(answers[3]?.error?.message).to.include('"need"').and.to.not.include('flyvetur');
    expect(answers[6]?.error?.message).to.include('"needs"');
  });

  it('reads standard input for "-", and gives every key of the contract and no other', async () => {
    const { code, stdout } = await runGuide(['decide', '--batch', '-'], { input: `\uFEFF${line('ø')}\n${line('2')}` });
    expect(code).to.equal(0);
    expect(answersIn(stdout).map(({ id, governing }) => [id, governing])).to.deep.equal([
      ['ø', ['sul-140']],
      ['2', ['sul-140']],
    ]);
    const keys = ['id', 'governing', 'candidates', 'missing', 'authority', 'upcoming', 'reasons', 'citations'];
    for (const answer of answersIn(stdout)) expect(answer).to.have.all.keys(...keys);
  });

  it('ends without a word when its reader has had enough', async () => {
    const input = `${line('x')}\n`.repeat(3000);
    const { code, stderr } = await runGuide(['decide', '--batch', '-'], {
      input,
      onFirstWord: (child) => child.stdout?.destroy(),
    });
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
  });

  it('exits 1 for a file that is not there, and says so without a stack', async () => {
    const { code, stdout, stderr } = await runGuide(['decide', '--batch', '/nowhere/batch.jsonl']);
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.match(/^GUIDE_BAD_INPUT: .+\n {2}why: {2}.+\n {2}cure: .+\n$/u);
  });
});

describe('decide with facts', () => {
  it('prints one decision, on the day that AS_OF gives', async () => {
    const facts = '{"need":"regain","hospitalPlan":"general"}';
    const { code, stdout } = await runGuide(['decide', facts], { env: { AS_OF: '2027-01-01' } });
    expect(code).to.equal(0);
    expect((JSON.parse(stdout) as Answer).governing).to.deep.equal(['sul-139a']);
  });

  it('does not decide for today when AS_OF is no day', async () => {
    const { code, stdout, stderr } = await runGuide(['decide', '{}'], { env: { AS_OF: '2027-02-29' } });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.include('GUIDE_BAD_CONFIG').and.to.not.include('2027-02-29');
  });

  const refusals: readonly (readonly [string, readonly string[], typeof GuideError])[] = [
    ['text that is not JSON', ['flyvetur'], InputError],
    ['JSON that is not an object', ['"flyvetur"'], InputError],
    ['a list', ['["flyvetur"]'], InputError],
    ['a value that its fact does not have', ['{"need":"flyvetur"}'], InputError],
    ['no facts', [], UsageError],
    ['facts beside a batch', ['{}', '--batch', '-'], UsageError],
    ['facts twice', ['{}', '{}'], UsageError],
  ];
  for (const [name, args, kind] of refusals)
    it(`refuses ${name}, and repeats none of it`, async () => {
      const refusal: unknown = await Promise.resolve(decideCommand.run(args)).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(kind);
      expect((refusal as Error).message).to.not.include('flyvetur');
    });
});

describe('runBatch', () => {
  it('says nothing about nothing', async () => {
    for (const text of ['', '\n\n', ' \r\n', '\uFEFF']) expect(await runBatch(text, () => ({}))).to.equal('');
  });

  it('keeps an error that it does not know to itself', async () => {
    const answers = answersIn(
      await runBatch('{"id":1}\n{"id":2}', ({ id }) => {
        if (id === 1) throw new TypeError('Hemmeligt');
        return {};
      }),
    );
    expect(answers.map(({ id, error }) => [id, error?.code])).to.deep.equal([
      [1, 'GUIDE_UNEXPECTED'],
      [2, undefined],
    ]);
    expect(JSON.stringify(answers)).to.not.include('Hemmeligt');
  });

  it('waits for each answer before the next line', async () => {
    const order: unknown[] = [];
    const text = [3, 2, 1].map((id) => JSON.stringify({ id })).join('\n');
    const out = await runBatch(text, async ({ id }) => {
      await new Promise((resolve) => setTimeout(resolve, Number(id) * 5));
      order.push(id);
      return { done: id };
    });
    expect(order).to.deep.equal([3, 2, 1]);
    expect(answersIn(out).map(({ id }) => id)).to.deep.equal([3, 2, 1]);
  });
});
