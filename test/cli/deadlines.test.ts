import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { projectRoot } from '../helpers/content.ts';

interface Line {
  readonly id: unknown;
  readonly deadlines?: readonly Readonly<Record<string, unknown>>[];
  readonly error?: { readonly code: string; readonly message: string };
}
const cases = join(projectRoot, 'test/cases/deadlines.jsonl');
const rows = readFileSync(cases, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; expect: { step: string; due: string }[] });
const program = join(projectRoot, 'src/cli/index.ts');
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [program, 'deadlines', ...args], { input, encoding: 'utf8' });
const batch = (lines: readonly string[]): Line[] =>
  run(['--batch', '-'], lines.join('\n'))
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('deadlines --batch', () => {
  for (const zone of ['Europe/Copenhagen', 'America/Los_Angeles', 'Pacific/Auckland'])
    it(`gets every expert row right on a machine in ${zone}`, () => {
      const said = execFileSync(process.execPath, [program, 'deadlines', '--batch', cases], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      const answers = said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line)
        .map(({ id, deadlines }) => ({ id, expect: deadlines?.map(({ step, due }) => ({ step, due })) }));
      expect(answers).to.deep.equal(rows.map(({ id, expect: expected }) => ({ id, expect: expected })));
    });

  it('gives exactly the keys of the contract', () => {
    const [line] = batch(['{"id":1,"standard":"sul-140","events":{"discharge":"2026-11-23"}}']);
    expect(Object.keys(line ?? {})).to.deep.equal(['id', 'deadlines']);
    for (const deadline of line?.deadlines ?? [])
      expect(Object.keys(deadline)).to.deep.equal(['step', 'due', 'rule', 'counting', 'source', 'national']);
  });

  it('answers a bad line with an error of its own and goes on', () => {
    const lines = batch([
      '{"id":"a","standard":"vejen-87","events":{"visitation":"2026-11-20"}}',
      '{"id":"b","standard":"vejen-86-1","events":{"discharge":"2026-11-20"}}',
      '{"id":"c","standard":"vejen-86-1","events":{"visitation":"2026-02-30"}}',
      '{"id":"d","standard":"vejen-86-1"}',
      '{"id":"e"}',
      'nonsense',
      '{"id":"f","standard":"vejen-86-1","events":{"visitation":"2026-11-20"}}',
    ]);
    expect(lines.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c', 'd', 'e', null, 'f']);
    expect(lines.slice(0, 6).every(({ error }) => error?.code === 'GUIDE_BAD_INPUT')).to.equal(true);
    expect(lines[6]?.deadlines?.[0]).to.include({ step: 'training-start', due: '2026-12-04', national: false });
    expect(JSON.stringify(lines)).not.to.include('2026-02-30');
  });
});

describe('deadlines STANDARD EVENT=DATE', () => {
  it('prints the dates of one course', () => {
    const { status, stdout } = run(['complaint', 'decision-received=2026-11-26']);
    expect(status).to.equal(0);
    expect((JSON.parse(stdout) as Line).deadlines?.[0]).to.include({ step: 'complaint', due: '2026-12-28' });
  });

  for (const [name, args, code] of [
    ['nothing', [], 2],
    ['no event', ['vejen-86-1'], 2],
    ['an event without a date', ['vejen-86-1', 'visitation'], 2],
    ['an event twice', ['vejen-86-1', 'visitation=2026-11-20', 'visitation=2026-11-21'], 2],
    ['both ways at once', ['vejen-86-1', '--batch', '-'], 2],
    ['an unknown standard', ['vejen-87', 'visitation=2026-11-20'], 1],
    ['a day that does not exist', ['vejen-86-1', 'visitation=2026-02-30'], 1],
  ] as const)
    it(`exits with ${String(code)} for ${name}`, () => {
      const { status, stdout, stderr } = run(args);
      expect(status).to.equal(code);
      expect(stdout).to.equal('');
      expect(stderr).to.match(/cure:/u).and.not.to.include('2026-02-30');
    });

  it('explains itself', () => {
    const { status, stdout } = run(['--help']);
    expect(status).to.equal(0);
    expect(stdout).to.include('deadlines STANDARD EVENT=DATE');
  });
});
