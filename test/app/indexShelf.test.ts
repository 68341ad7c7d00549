import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { expect } from 'chai';
import { guideFrom, startApp } from '../../src/app.ts';
import type { IndexShelf, KeptIndex } from '../../src/answers/index.ts';
import { askGuide, type Guide } from '../../src/bot/index.ts';
import { readConfig } from '../../src/config.ts';
import { loadContent } from '../../src/content.ts';
import { shelfIn } from '../../src/indexShelf.ts';
import { buildIndex, keepIndex, openIndex, wordsOf, type Subject } from '../../src/language/index.ts';
import { projectRoot, today } from '../helpers/content.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';
import { questionsIn } from '../questions/score.ts';

const world = {
  root: projectRoot,
  now: () => new Date('2026-11-22T09:00:00Z'),
  randomId: () => 'id',
  log: () => undefined,
};
const thesaurus = { groups: [['frist', 'tidsgrænse']], english: { deadline: 'frist' }, spoken: { ka: 'kan' } };
const subjects: readonly Subject[] = [
  { id: 'frist', asks: ['hvad er fristen for opstart', 'hvornår skal træningen starte'], body: ['Ti hverdage.'] },
  { id: 'klage', asks: ['kan borgeren klage', 'hvordan klager man over § 86, stk. 2'], body: ['Fire uger.'] },
  { id: 'vejr', asks: ['hvordan bliver vejret'], body: [], isOutside: true },
];
const texts = [
  'tidsgrænsen for opstart',
  'what is the deadline',
  'ka man klage',
  '§ 86.2',
  'vejret',
  'klagefristen',
  '',
];

const shelved = async (shelf: IndexShelf): Promise<Guide> =>
  guideFrom(await loadContent(projectRoot), world, { asOf: today, shelf });

describe('the index that is kept between starts', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const inside = (name: string): string => {
    const path = join(folder.path, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const files = (path: string): string[] => readdirSync(path).sort();

  it('finds the same as the one that was built, also after it was written and read', () => {
    const built = buildIndex(subjects, thesaurus);
    const opened = openIndex(deserialize(serialize(keepIndex(built))) as KeptIndex);
    const found = texts.map((text) => built.search(wordsOf(text)));
    expect(texts.map((text) => opened.search(wordsOf(text)))).to.deep.equal(found);
    expect(found[0]?.hits[0]?.id).to.equal('frist');
    expect(keepIndex(opened)).to.deep.equal(keepIndex(built));
  });

  it('keeps nothing of what was asked', () => {
    const built = buildIndex(subjects, thesaurus);
    const before = serialize(keepIndex(built));
    for (const text of [...texts, 'Fru Overgaard på Lindevej', 'frsten', 'træningsfristen'])
      built.search(wordsOf(text));
    expect(serialize(keepIndex(built)).equals(before)).to.equal(true);
  });

  it('answers the whole question set as a guide that built its own', async () => {
    const path = inside('answers');
    const building = await shelved(shelfIn(path));
    expect(building.questions.search.vocabulary.sizes.features).to.be.above(1000);
    let taken = 0;
    const shelf = shelfIn(path);
    const reading = await shelved({
      take: (digest) => {
        const index = shelf.take(digest);
        if (index) taken++;
        return index;
      },
      put: () => expect.fail('what was taken is not kept anew'),
    });
    const questions = questionsIn('tuning');
    for (const { id, text, municipality } of questions) {
      const question = { text, date: today, municipality: municipality ?? undefined };
      expect(askGuide(reading, question), id).to.deep.equal(askGuide(building, question));
    }
    expect(taken).to.equal(1);
    expect(questions.length).to.be.above(1000);
  });

  it('is written by a guide that starts, for its owner alone, and read by the next', async () => {
    const path = inside('started');
    const config = readConfig({ PORT: '0', DATA_DIR: path, LOG_LEVEL: 'silent' });
    const first = await startApp(config, world);
    expect(first.guide.questions.search).to.be.an('object');
    await first.close();
    const [file = ''] = files(path).filter((name) => name.startsWith('index-'));
    const { mode, mtimeMs } = statSync(join(path, file));
    expect(mode & 0o777).to.equal(0o600);
    const second = await startApp(config, world);
    expect(second.guide.questions.search).to.be.an('object');
    await second.close();
    expect(statSync(join(path, file)).mtimeMs).to.equal(mtimeMs);
  });

  const index = keepIndex(buildIndex(subjects, thesaurus));
  const spoilt: Readonly<Record<string, (whole: Buffer) => Buffer>> = {
    'cut short': (whole) => whole.subarray(0, whole.length - 7),
    empty: () => Buffer.alloc(0),
    'of other bytes': (whole) => Buffer.alloc(whole.length, 'x'),
    'with one bit changed': (whole) => {
      const changed = Buffer.from(whole);
      changed[whole.length >> 1]! ^= 1;
      return changed;
    },
  };
  for (const [how, spoil] of Object.entries(spoilt))
    it(`is not taken when its file is ${how}, and is written anew`, () => {
      const path = inside(how);
      const shelf = shelfIn(path);
      shelf.put('texts', index);
      const [file = ''] = files(path);
      writeFileSync(join(path, file), spoil(readFileSync(join(path, file))));
      expect(shelf.take('texts')).to.equal(undefined);
      shelf.put('texts', index);
      expect(shelf.take('texts')).to.deep.equal(index);
      expect(files(path)).to.deep.equal([file]);
    });

  it('is built anew, and kept, when its file has another form', async () => {
    const path = inside('form');
    const wrong = serialize({});
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(wrong));
    let texts = '';
    await shelved({ take: (digest) => void (texts = digest), put: () => undefined }).then(({ questions }) => questions);
    shelfIn(path).put(texts, {} as KeptIndex);
    const [file = ''] = files(path);
    expect(readFileSync(join(path, file)).equals(Buffer.concat([sum, wrong]))).to.equal(true);
    const guide = await shelved(shelfIn(path));
    expect(guide.questions.search.search(wordsOf('klagefrist')).hits).to.not.deep.equal([]);
    expect(statSync(join(path, file)).size).to.be.above(1_000_000);
  });

  it('is never taken for other texts, and leaves no other behind, nor half a file', () => {
    const path = inside('other');
    const shelf = shelfIn(path);
    for (const file of ['state.sqlite', 'index-of-old-cases.bin']) writeFileSync(join(path, file), 'kept');
    writeFileSync(join(path, `index-${'a'.repeat(32)}.bin.4711`), 'half');
    shelf.put('some', index);
    const some = files(path).find((file) => /^index-[0-9a-f]{32}/u.test(file));
    expect(files(path)).to.have.length(3);
    expect(shelf.take('others')).to.equal(undefined);
    shelf.put('others', index);
    expect(files(path)).to.have.length(3).and.to.include.members(['state.sqlite', 'index-of-old-cases.bin']);
    expect(files(path)).to.not.include(some);
  });

  it('differs with every text that the guide knows', async () => {
    const root = inside('changed');
    for (const part of ['knowledge', 'dialogs']) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
    const digests: string[] = [];
    const note = { take: (digest: string) => void digests.push(digest), put: () => undefined };
    const words = join(root, 'knowledge/words.yaml');
    const read = async (): Promise<void> => {
      const { questions } = guideFrom(await loadContent(root), world, { shelf: note });
      expect(questions.search).to.be.an('object');
    };
    await read();
    await read();
    writeFileSync(words, readFileSync(words, 'utf8').replace(/^english:$/mu, 'english:\n  gust: vind'));
    await read();
    expect(digests).to.have.length(3);
    expect(new Set(digests).size).to.equal(2);
    expect(digests[0]).to.equal(digests[1]);
  });

  it('makes no folder, and a place that cannot be written to costs nothing', () => {
    const missing = join(folder.path, 'missing');
    shelfIn(missing).put('texts', index);
    expect(existsSync(missing)).to.equal(false);
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    expect(() => {
      shelfIn(file).put('texts', index);
    }).not.to.throw();
    expect(shelfIn(file).take('texts')).to.equal(undefined);
  });
});
