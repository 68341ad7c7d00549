import { expect } from 'chai';
import { askGuide } from '../../src/bot/index.ts';
import { today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

const said = (text: string, municipality?: string): string => askGuide(guide, { text, date: today, municipality }).text;

describe('a place that is asked about', () => {
  it('has its say where the answer is about the law alone', () => {
    const text = 'Hvad siger serviceloven § 86, stk. 1, og målgruppen?';
    expect(said(text)).to.not.include('Herlev Kommune');
    expect(said(text, 'herlev')).to.include('Herlev Kommune');
  });

  it('is heard on what is asked, and not on the provision that its whole document stands on', () => {
    expect(said('genoptræning § 86 stk 1 længste varighed', 'herlev')).to.match(/højst 10 uger|10 uger/u);
  });

  it('has no say where none is meant', () => {
    expect(said('genoptræning § 86 stk 1 længste varighed')).to.not.include('Herlev Kommune');
  });
});
