import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { projectRoot } from '../helpers/content.ts';

const timeout = 120_000;

const walk = (...args: readonly string[]) => {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', 'walk', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    timeout,
  });
  return { status, stdout, stderr, seconds: (performance.now() - began) / 1000 };
};

describe('walk', () => {
  it('finds every path as the committed ledger has it, and counts them', () => {
    const { status, stdout, stderr, seconds } = walk();
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    const total = Number(/^(\d+) paths on \d+ days$/mu.exec(stdout)?.[1]);
    const each = [...stdout.matchAll(/^[a-z-]+: (\d+) paths$/gmu)].map(([, count]) => Number(count));
    expect(each).to.have.length(6);
    expect(Math.min(...each)).to.be.above(0);
    expect(each.reduce((sum, count) => sum + count, 0)).to.equal(total);
    console.log(`    walked ${String(total)} paths in ${seconds.toFixed(1)} s`);
  });
});
