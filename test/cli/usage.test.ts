import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readOptions, type Command } from '../../src/cli/command.ts';
import { dataSchemas, jsonSchema } from '../../src/cli/schemasCommand.ts';
import { UsageError } from '../../src/errors.ts';
import { temporaryFolders } from '../storage/support.ts';
import { fewAtATime, runGuide } from './support.ts';

const folder = join(import.meta.dirname, '../../src/cli');
/** Every command that has a file of its own. */
const commands = readdirSync(folder).flatMap((file) => /^([a-zA-Z]+)Command\.ts$/u.exec(file)?.[1] ?? []);
const load = async (name: string): Promise<Command> => {
  const loaded = (await import(join(folder, `${name}Command.ts`))) as Readonly<Record<string, Command>>;
  return loaded[`${name}Command`]!;
};
const camel = (name: string): string => name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());

describe('the program', () => {
  it('lists exactly the commands that have a file, and exits 0 when it was asked to', async () => {
    const [long, short] = await Promise.all([runGuide(['--help']), runGuide(['-h'])]);
    expect(long).to.include({ code: 0, stderr: '' });
    expect(short).to.deep.equal(long);
    const listed = [...long.stdout.matchAll(/^ {2}([a-z-]+) +\S/gmu)].map(([, name]) => camel(name ?? ''));
    expect(listed).to.have.members(commands);
  });

  it('exits 2 without a command, and shows how to use it', async () => {
    const { code, stdout, stderr } = await runGuide([]);
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(stderr).to.include('paragrafguiden <command>');
  });

  it('exits 2 for a command that it does not have, and names those it has', async () => {
    await fewAtATime(['chek', 'constructor', '--version'], async (name) => {
      const { code, stdout, stderr } = await runGuide([name]);
      expect({ code, stdout }, name).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr, name).to.match(/^GUIDE_USAGE: .+\n {2}why: {2}.+\n {2}cure: .*check.*\n$/u);
    });
  });

  it('explains every command, and does nothing else', async () => {
    await fewAtATime(commands, async (name) => {
      const { code, stdout, stderr } = await runGuide([name, '--help']);
      expect({ code, stderr }, name).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout, name).to.equal((await load(name)).help);
      expect(stdout, name).to.match(new RegExp(`^paragrafguiden ${name}\\b[^]{60,}\n$`, 'u'));
    });
  });

  it('exits 2 for an option that it does not have, without a stack', async () => {
    const { code, stdout, stderr } = await runGuide(['check', '--no-such-option']);
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(stderr).to.match(/^GUIDE_USAGE: .*--no-such-option.*\n {2}why: {2}.+\n {2}cure: .+\n$/u);
  });

  for (const name of commands)
    it(`refuses an option that ${name} does not have`, async () => {
      const { run } = await load(name);
      const refusal: unknown = await Promise.resolve()
        .then(() => run(['--no-such-option']))
        .catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(UsageError);
    });
});

describe('readOptions', () => {
  it('takes nothing for an option that was not declared, nor for an argument that is not allowed', () => {
    const options = { out: { type: 'string' } } as const;
    expect(readOptions(['--out', 'x'], options).values.out).to.equal('x');
    for (const args of [['--oút', 'x'], ['--out'], ['x'], ['-o', 'x'], ['--out=x', '--', 'y']])
      expect(() => readOptions(args, options), args.join(' ')).to.throw(UsageError, 'Nothing was done.');
  });
});

describe('schemas', () => {
  const fresh = temporaryFolders();

  it('writes one file for each data format into the folder it is given', async () => {
    const out = join(fresh(), 'deep', 'folder');
    const { code, stderr } = await runGuide(['schemas', '--out', out]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(readdirSync(out)).to.have.members(Object.keys(dataSchemas).map((name) => `${name}.schema.json`));
    for (const [name, schema] of Object.entries(dataSchemas))
      expect(readFileSync(join(out, `${name}.schema.json`), 'utf8'), name).to.equal(jsonSchema(schema));
  });
});
