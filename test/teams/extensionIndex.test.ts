import { expect } from 'chai';
import { PrefixIndex, tokensOf } from '../../src/bot/teams/PrefixIndex.ts';

const index = new PrefixIndex(
  ['serviceloven § 83 a', 'serviceloven § 83', 'Ældreloven § 10', 'Genoptræning i Herlev'].map((text) => [
    { text, weight: 1 },
  ]),
);

describe('the index of beginnings', () => {
  it('takes a paragraph with its letter for one word', () => {
    expect(tokensOf('SEL § 83 a, stk. 2')).to.deep.equal(['sel', '83a', 'stk', '2']);
    expect(tokensOf('§83a')).to.deep.equal(['83a']);
    expect(tokensOf(' §§ ,. ')).to.deep.equal([]);
  });

  it('puts a whole word before a beginning, and what came first before its equals', () => {
    expect(index.search('83').things).to.deep.equal([1, 0]);
    expect(index.search('serv').things).to.deep.equal([0, 1]);
    expect(index.search('ældrelov 1')).to.deep.equal({ things: [2], isWhole: true });
    expect(index.search('aeldre').things).to.deep.equal([2]);
  });

  it('gives what has most of the words when nothing has all', () => {
    expect(index.search('genop i vejen')).to.deep.equal({ things: [3], isWhole: false });
    expect(index.search('vejen')).to.deep.equal({ things: [], isWhole: false });
    expect(index.search('')).to.deep.equal({ things: [], isWhole: false });
  });

  it('takes no time over a long text', () => {
    const began = performance.now();
    index.search('a '.repeat(500_000));
    expect(performance.now() - began).to.be.below(100);
  });
});
