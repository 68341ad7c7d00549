import { join } from 'node:path';
import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { openCounters, type CountedEvent } from '../../src/storage/index.ts';
import { temporaryFolders } from '../storage/support.ts';
import { fewAtATime, runGuide } from './support.ts';

type Count = readonly [week: string, event: CountedEvent, times: number, topic?: string, municipality?: string];

const counts: readonly Count[] = [
  ['2026-W44', 'unanswered', 1, 'gone-by'],
  ['2026-W46', 'answered', 40, 'klage'],
  ['2026-W46', 'corrected', 2, 'hvilken-paragraf', 'vejen'],
  ['2026-W47', 'answered', 12, 'klage', 'vejen'],
  ['2026-W47', 'unanswered', 3],
  ['2026-W47', 'unanswered', 2, 'transport', 'herlev'],
  ['2026-W47', 'unanswered', 2, 'boligsager'],
  ['2026-W47', 'unanswered', 1, 'transport', 'vejen'],
  ['2026-W47', 'unanswered', 1, 'transport'],
  ['2026-W47', 'refused', 5],
  ['2026-W47', 'corrected', 1, 'ageRelatedLoss', 'vejen'],
  ['2026-W47', 'down-voted', 2, 'complaint-refusal-training'],
  ['2026-W47', 'reason-unclear', 1, 'complaint-refusal-training', 'herlev'],
  ['2026-W47', 'reason-wrong', 1, 'complaint-refusal-training'],
  ['2026-W47', 'reason-helpful', 8, 'klage'],
  ['2026-W47', 'feedback-personal-data', 1, 'klage'],
  ['2026-W47', 'up-voted', 9, 'klage'],
];

const fill = (dataDir: string, all: readonly Count[]): void => {
  let now = '';
  const counters = openCounters({ dataDir, week: () => now, every: () => () => undefined });
  for (const [week, event, times, topic, municipality] of all) {
    now = week;
    for (let done = 0; done < times; done += 1) counters.count(event, topic, municipality);
  }
  counters.close();
};

const totals =
  'answered 12, corrected 1, down-voted 2, feedback-personal-data 1, reason-helpful 8, reason-unclear 1, reason-wrong 1, refused 5, unanswered 9, up-voted 9';
const latest = `2026-W47  ${totals}
  unanswered             4  transport  (herlev 2, vejen 1)
  unanswered             3  -
  unanswered             2  boligsager
  refused                5  -
  corrected              1  ageRelatedLoss  (vejen 1)
  down-voted             2  complaint-refusal-training
  reason-wrong           1  complaint-refusal-training
  reason-unclear         1  complaint-refusal-training  (herlev 1)
`;
const earlier = `2026-W46  answered 40, corrected 2
  corrected              2  hvilken-paragraf  (vejen 2)
`;

describe('report', () => {
  const fresh = temporaryFolders();
  const report = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    runGuide(['report', ...args], { env });
  let DATA_DIR = '';

  before(() => {
    DATA_DIR = fresh();
    fill(DATA_DIR, counts);
  });

  it('lists each week’s topics, latest week and most frequent topic first', async () => {
    const { code, stdout, stderr } = await report(['--weeks', '2'], { DATA_DIR });
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.equal(`${latest}\n${earlier}`);
    expect((await report(['--weeks', '1'], { DATA_DIR })).stdout).to.equal(latest);
    expect((await report([], { DATA_DIR })).stdout)
      .to.include('2026-W44')
      .and.to.include('gone-by');
  });

  it('says the same each time, and whatever the order things were counted in', async () => {
    const other = fresh();
    fill(other, counts.toReversed());
    const runs = [[], ['--json']].flatMap((args) => [DATA_DIR, other, DATA_DIR].map((dir) => ({ args, dir })));
    const texts = await fewAtATime(runs, async ({ args, dir }) => (await report(args, { DATA_DIR: dir })).stdout, 2);
    expect(new Set(texts.slice(0, 3)).size).to.equal(1);
    expect(new Set(texts.slice(3)).size).to.equal(1);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await report(['--json', '--weeks', '1'], { DATA_DIR });
    const [week] = JSON.parse(stdout) as [{ week: string; gaps: unknown[] }];
    expect(week.week).to.equal('2026-W47');
    expect(week.gaps[0]).to.deep.equal({
      ...{ event: 'unanswered', topic: 'transport', count: 4 },
      municipalities: { '-': 1, herlev: 2, vejen: 1 },
    });
    expect(week.gaps).to.have.length(8);
  });

  it('reads while a guide counts on, and changes nothing', async () => {
    const dataDir = fresh();
    const counters = openCounters({ dataDir, week: () => '2026-W47', every: () => () => undefined });
    counters.count('refused');
    counters.read();
    expect((await report([], { DATA_DIR: dataDir })).stdout).to.include('refused                1  -');
    counters.count('refused');
    expect(counters.read()[0]).to.include({ count: 2 });
    counters.close();
  });

  it('says that nothing has been counted, or where to look instead', async () => {
    const empty = fresh();
    fill(empty, []);
    expect(await report([], { DATA_DIR: empty })).to.deep.equal({
      code: 0,
      stdout: 'Nothing has been counted yet.\n',
      stderr: '',
    });
    for (const env of [{ DATA_DIR: join(empty, 'nowhere') }, { DATABASE_URL: 'memory:' }]) {
      const { code, stdout, stderr } = await report([], env);
      expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
      expect(stderr).to.match(/^GUIDE_BAD_INPUT: .+\n {2}why: {2}.+\n {2}cure: .+\n$/u);
    }
  });

  it('takes whole numbers of weeks only', async () => {
    await fewAtATime(['0', '-1', '1.5', 'alle', ''], async (weeks) => {
      const { code, stdout, stderr } = await report([`--weeks=${weeks}`], { DATA_DIR });
      expect({ code, stdout }, weeks).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr, weeks).to.match(/^GUIDE_USAGE: /u);
    });
  });
});
