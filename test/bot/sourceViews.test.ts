import { expect } from 'chai';
import { citedOn, sourceViews } from '../../src/bot/views/sourceViews.ts';
import { knowledge, today } from '../helpers/content.ts';

const placesOf = (...places: readonly string[]): string | undefined =>
  sourceViews(
    knowledge,
    citedOn(
      places.map((at) => ({ source: 'aeldreloven-lov-1651-2024', at })),
      today,
    ),
  )[0]?.at;

describe('the places of a source', () => {
  it('that are paragraphs stand as they come in the act, each once', () => {
    expect(placesOf('§ 10', '§ 9, stk. 2', '§§ 9, 10 og 29', '§ 46', '§ 2, stk. 1-3', '§ 10', '§ 2')).to.equal(
      '§ 2 · § 2, stk. 1-3 · §§ 9, 10 og 29 · § 9, stk. 2 · § 10 · § 46',
    );
    expect(placesOf('§ 84', '§ 83 a', '§ 83')).to.equal('§ 83 · § 83 a · § 84');
  });

  it('that are headings stand as they were cited', () => {
    expect(placesOf('side 3', 'Kontakt', '§ 2')).to.equal('side 3 · Kontakt · § 2');
  });
});
