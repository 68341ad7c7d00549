import { expect } from 'chai';
import { describe, it } from 'mocha';
import { plainText } from '../../src/cards/index.ts';
import { phrases } from '../helpers/everyEnding.ts';
import { seen, TestGuide } from '../helpers/talk.ts';

const tomorrow =
  'Borgeren udskrives den 4. januar 2027 med en plan. Hvem har ansvaret for genoptræning på specialiseret niveau?';
const unknown = 'hvad koster en taxa til Roskilde festival?';
const kindsOf = ({ views }: { readonly views: readonly { readonly kind: string }[] }): readonly string[] =>
  views.map(({ kind }) => kind);

describe('what a typed word is about', () => {
  it('is the answer that stands last, by the law of the day that it was told for', async () => {
    const talk = new TestGuide().talk();
    const answer = seen(await talk.say(tomorrow), 'answer');
    expect(answer.asOf).to.equal('2027-01-04');
    const shared = seen(await talk.say('del'), 'shared');
    expect(shared.card.asOf).to.equal('2027-01-04');
    expect(shared.card.title).to.equal(answer.title);
    const handed = await talk.say('spørg visitationen');
    expect(handed.views.map((view) => plainText(view, phrases)).join('\n')).to.not.include('§ 140');
  });

  it('is the same for a click on the card', async () => {
    const talk = new TestGuide().talk();
    const { about } = seen(await talk.say(tomorrow), 'answer');
    expect(about.answers).to.include({ date: '2027-01-04' });
    const shared = seen(await talk.click({ kind: 'share', ...about }), 'shared');
    expect(shared.card.asOf).to.equal('2027-01-04');
  });

  it('is no earlier answer when the last question had none', async () => {
    const talk = new TestGuide().talk();
    seen(await talk.say('hvor lang er klagefristen?'), 'answer');
    seen(await talk.say(unknown), 'offer');
    expect(kindsOf(await talk.say('del'))).to.deep.equal(['note']);
    const judged = await talk.say('forkert svar');
    expect(kindsOf(judged)).to.deep.equal(['note']);
  });
});

describe('what waits for a yes or for a place', () => {
  it('is taken back by a word about the answer', async () => {
    const guide = new TestGuide();
    const talk = guide.talk();
    await talk.say('hvilken paragraf');
    await talk.say('genoptræning');
    await talk.say('forfra');
    await talk.say('forkert svar');
    const before = await talk.walk();
    expect(before?.answers).to.include({ need: 'regain' });
    await talk.say('ja');
    expect((await talk.walk())?.answers).to.deep.equal(before?.answers);
  });

  it('does not take a place that is typed later for the answer', async () => {
    const talk = new TestGuide().talk();
    seen(await talk.say('spørg visitationen'), 'handoff-ask');
    await talk.say('forkert svar');
    expect(kindsOf(await talk.say('vejen'))).to.not.include('handoff');
  });
});
