import { expect } from 'chai';
import { phraseFaults, phrasesFrom } from '../../src/cards/index.ts';
import { InternalError } from '../../src/errors.ts';
import { dialogs } from '../helpers/content.ts';

describe('phrases', () => {
  it('are all there, with the placeholders that the code fills', () => {
    expect(phraseFaults(dialogs.phrases)).to.deep.equal([]);
  });

  it('name a phrase that is missing, unknown, empty or has another placeholder', () => {
    const { 'note.hello': _, ...without } = dialogs.phrases;
    const faults = phraseFaults({ ...without, 'note.helo': 'Hej', 'note.thanks': ' ', 'outcome.asOf': 'Den {dag}' });
    expect(faults.map(({ path }) => path[1])).to.have.members([
      'note.hello',
      'note.helo',
      'note.thanks',
      'outcome.asOf',
    ]);
    for (const { why, cure } of faults) expect([why, cure]).to.not.include('');
  });

  it('fill their placeholders and refuse to be silent', () => {
    const phrases = phrasesFrom({ 'outcome.asOf': 'Den {date}.' });
    expect(phrases.say('outcome.asOf', { date: '1. juli' })).to.equal('Den 1. juli.');
    expect(() => phrases.say('note.hello')).to.throw(InternalError);
    expect(() => phrases.say('outcome.asOf', {} as never)).to.throw(InternalError);
  });
});
