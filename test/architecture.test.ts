import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { environmentSchema, readConfig } from '../src/config.ts';
import * as errors from '../src/errors.ts';

interface House {
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  readonly botFrameworkRooms: readonly string[];
}
const root = join(import.meta.dirname, '..');
const { rooms, botFrameworkRooms } = createRequire(import.meta.url)('../eslint.config.js') as House;

interface SourceFile {
  /** Its path from src/, such as "rules/decide.ts". */
  readonly path: string;
  /** The room it stands in; empty for the files that stand in none. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}
const importing = /\b(?:from|import)\s*\(?\s*(['"`])([^'"`\n]+)\1/gu;

const sources: readonly SourceFile[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('web/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8');
    const imports = [...text.matchAll(importing)].map(([, , from]) => from ?? '');
    return { path, room: path.includes('/') ? (path.split('/')[0] ?? '') : '', text, imports };
  });
const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;
/** Where an import leads, as a path from src/; undefined when it leaves src/. */
const target = ({ path }: SourceFile, from: string): string | undefined =>
  from.startsWith('.') ? relative(join(root, 'src'), join(root, 'src', dirname(path), from)) : undefined;
/** What each import breaks that `broken` names. */
const offences = (broken: (file: SourceFile, to: string, room: string) => boolean): string[] =>
  sources.flatMap((file) =>
    file.imports.flatMap((from) => {
      const to = target(file, from);
      return to !== undefined && broken(file, to, to.includes('/') ? (to.split('/')[0] ?? '') : '')
        ? [`${file.path} → ${from}`]
        : [];
    }),
  );

describe('the rooms of src', () => {
  it('are those of eslint.config.js, each with a front door', () => {
    expect([...new Set(sources.map(({ room }) => room))].filter(Boolean)).to.have.members(Object.keys(rooms));
    for (const room of Object.keys(rooms)) expect(existsSync(join(root, 'src', room, 'index.ts')), room).to.equal(true);
  });

  it('are joined by arrows that form no circle', () => {
    const left = new Map(Object.entries(rooms).map(([room, others]) => [room, new Set(others)]));
    for (let free = ['']; free.length > 0;) {
      free = [...left].filter(([, others]) => others.size === 0).map(([room]) => room);
      for (const room of free) left.delete(room);
      for (const others of left.values()) for (const room of free) others.delete(room);
    }
    expect([...left.keys()]).to.deep.equal([]);
  });

  it('import only along the arrows', () => {
    const seen = sources.flatMap((file) => file.imports.map((from) => target(file, from)));
    expect(seen.filter((to) => to !== undefined).length, 'imports are found').to.be.above(150);
    const wrong = offences(
      ({ room }, _, other) => room !== '' && other !== '' && room !== other && !rooms[room]?.includes(other),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('import no file above them but errors.ts; only cli knows app.ts, content.ts and config.ts', () => {
    const wrong = offences(
      ({ room }, to, other) =>
        room !== '' &&
        other === '' &&
        to !== 'errors.ts' &&
        !(room === 'cli' && ['app.ts', 'content.ts', 'config.ts'].includes(to)),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('are entered by their index.ts', () => {
    const wrong = offences(
      ({ room, path }, to, other) =>
        other !== '' && room !== other && to !== `${other}/index.ts` && !(path === 'index.ts' && other === 'cli'),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('import only files that there are, and none outside src', () => {
    expect(offences((_, to) => to.startsWith('..') || !existsSync(join(root, 'src', to)))).to.deep.equal([]);
  });

  it('leave Bot Framework to two of them', () => {
    const knowing = sources.filter(({ imports }) => imports.some((from) => /^(?:botbuilder|botframework)/u.test(from)));
    expect(knowing.filter(({ room }) => !botFrameworkRooms.includes(room)).map(({ path }) => path)).to.deep.equal([]);
    expect(knowing.map(({ room }) => room)).to.include('bot');
  });
});

describe('the files of src', () => {
  it('have at most 300 lines', () => {
    expect(sources.filter((file) => linesOf(file) > 300).map(({ path }) => path)).to.deep.equal([]);
  });

  it('have a median of at most 80 lines', () => {
    const lengths = sources.map(linesOf).sort((one, other) => one - other);
    expect(lengths.length).to.be.above(50);
    expect(lengths[Math.floor(lengths.length / 2)]).to.be.at.most(80);
  });

  it('read the environment and the clock only at the entry', () => {
    const reading = sources.filter(({ text }) =>
      /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/u.test(text),
    );
    expect(
      reading.filter(({ room, path }) => room !== 'cli' && path !== 'index.ts').map(({ path }) => path),
    ).to.deep.equal([]);
  });
});

describe('.env.example', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
  const listed = example.flatMap((line) => /^([A-Za-z_]+)=/u.exec(line)?.[1] ?? []);

  it('lists every variable that the guide reads, once, and no other', () => {
    expect(listed).to.have.members(Object.keys(environmentSchema.shape));
  });

  it('holds nothing but variables, comments and empty lines', () => {
    expect(example.filter((line) => !/^(?:[A-Za-z_]+=[\w:.-]*|#.*|)$/u.test(line))).to.deep.equal([]);
  });

  it('explains each variable in the comment above it', () => {
    for (const [index, line] of example.entries())
      if (/^[A-Za-z_]+=/u.test(line)) {
        const above = example.slice(0, index).findLast((one) => !/^[A-Za-z_]+=/u.test(one));
        expect(above, line).to.match(/^# /u);
      }
  });

  it('holds values with which the guide starts as it does without any', () => {
    const given = Object.fromEntries(
      example.flatMap((line) => (/^[A-Za-z_]+=/u.test(line) ? [line.split('=') as [string, string]] : [])),
    );
    expect(readConfig(given)).to.deep.equal(readConfig({}));
  });
});

describe('the errors', () => {
  const kinds = Object.entries(errors).flatMap(([name, value]) =>
    typeof value === 'function' && value.prototype instanceof errors.GuideError ? [name] : [],
  );
  const text = readFileSync(join(root, 'src/errors.ts'), 'utf8');
  const codeOf = (name: string): string =>
    new RegExp(`class ${name} extends GuideError \\{\\s+override readonly code = '(GUIDE_[A-Z_]+)'`, 'u').exec(
      text,
    )?.[1] ?? '';

  it('have a code each', () => {
    expect(kinds.length).to.be.above(5);
    const codes = kinds.map(codeOf);
    expect(codes.filter((code) => !/^GUIDE_[A-Z_]+$/u.test(code))).to.deep.equal([]);
    expect(new Set(codes).size).to.equal(kinds.length);
  });

  for (const name of kinds)
    it(`need ${name}: something in src throws it`, () => {
      const throwing = sources.filter((file) => new RegExp(`\\bnew ${name}\\(`, 'u').test(file.text));
      expect(throwing.map(({ path }) => path)).to.not.deep.equal([]);
    });

  it('are all told of in CONTRIBUTING.md', () => {
    const guide = join(root, 'CONTRIBUTING.md');
    expect(existsSync(guide), 'CONTRIBUTING.md is written').to.equal(true);
    const told = readFileSync(guide, 'utf8');
    expect(kinds.map(codeOf).filter((code) => !told.includes(code))).to.deep.equal([]);
  });
});
