import { expect } from 'chai';
import { civilDate } from '../../src/dates/index.ts';
import { handoverOfQuestion } from '../../src/rules/index.ts';
import { knowledge } from '../helpers/content.ts';

const before = civilDate('2026-12-31');
const after = civilDate('2027-01-01');
const trackOf = (date: typeof before, ...provisions: string[]): string | undefined =>
  handoverOfQuestion(knowledge, date, provisions).track;

describe('whom a question is for', () => {
  it('is a track of its own where every provision points there', () => {
    expect(trackOf(before, 'sul-140', 'sul-139a')).to.equal('plan-general');
    expect(trackOf(before, 'sul-140', 'gop-7', 'sul-84')).to.equal('plan-general');
    expect(trackOf(after, 'sul-139b', 'gop-4', 'gop-7')).to.equal('plan-specialised');
    expect(trackOf(after, 'sul-118e')).to.equal('regional-place');
    expect(trackOf(before, 'sul-140a')).to.equal('physiotherapy');
  });

  it('is the municipality at large where one provision is named beside others, or none is', () => {
    expect(trackOf(before)).to.equal('everyday');
    expect(trackOf(before, 'sul-140', 'ael-10', 'sel-86-1')).to.equal('everyday');
    expect(trackOf(before, 'sul-118e', 'ael-17', 'sel-84-2')).to.equal('everyday');
    expect(trackOf(after, 'sul-139a', 'ael-10', 'sel-86-1')).to.equal('everyday');
  });

  it('is unknown where some may be the region’s and others not', () => {
    expect(trackOf(after, 'sul-118e', 'ael-17')).to.equal('unknown');
    expect(trackOf(after, 'sul-139b', 'sul-118e')).to.equal('unknown');
    expect(trackOf(after, 'sul-139a', 'sul-139b')).to.equal('unknown');
    // From 2027 § 140 is about the region's training and the municipality's alike.
    expect(trackOf(after, 'sul-140')).to.equal('unknown');
    expect(trackOf(after, 'sul-140', 'sel-86-1')).to.equal('unknown');
  });

  it('is not those who train under a plan, for an article that names them as contrast', () => {
    for (const id of ['hospital-plan-missing', 'discharged-without-plan-which-law', 'bpa-never-aeldreloven']) {
      const { provisions } = knowledge.answerOn(id, before)!;
      expect(provisions, id).to.include('sul-140');
      expect(trackOf(before, ...provisions), id).to.equal('everyday');
    }
  });

  it('is never said to be the region’s alone where an article names more than the region’s', () => {
    for (const { id } of knowledge.articles)
      for (const day of [before, after]) {
        const provisions = knowledge.answerOn(id, day)?.provisions ?? [];
        const { whom, track } = handoverOfQuestion(knowledge, day, provisions);
        if (knowledge.dutyOn(whom, day)?.recipient !== 'region') continue;
        const own = track === 'regional-place' ? ['sul-118e'] : ['sul-139b'];
        expect(own, id).to.include.members(provisions.filter((one) => !/^(?:gop-|sul-84$)/u.test(one)));
      }
  });
});
