import { expect } from 'chai';
import { dialogs, tree } from '../helpers/content.ts';
import { offered, seen, TestGuide, type Talk } from '../helpers/talk.ts';
import { firstQuestion, placesOn, randomWalks } from './walks.ts';

const walks = randomWalks(200, 6);
const places = placesOn(walks);
const some = { need: 'regain', hospitalPlan: 'none' };

/** What the confirm card offers: begin afresh, or go on. */
const choices = async (talk: Talk) => {
  const [yes, goOn] = offered(await talk.say('forfra'));
  return { yes: yes!, goOn: goOn! };
};

describe('Forfra', () => {
  const guide = new TestGuide();

  it('asks first wherever answers would be lost, and a yes begins a new walk', async () => {
    const talk = guide.talk();
    for (const [at, { answers }] of places.entries()) {
      await talk.stand(answers);
      const before = await talk.walk();
      let reply = await (at % 2 === 0 ? talk.say('forfra') : talk.click({ kind: 'restart', ...talk.card(answers) }));
      if (Object.keys(answers).length > 0) {
        expect(seen(reply, 'confirm-restart')).to.deep.include({ answers });
        expect(await talk.walk(), 'nothing is lost yet').to.deep.equal(before);
        reply = await talk.say(at % 3 === 0 ? 'ja tak' : 'ja');
      }
      expect(seen(reply, 'question')).to.deep.include({ question: firstQuestion, answers: {} });
      expect((await talk.walk())?.run).not.to.equal(talk.run);
      expect(await talk.state()).not.to.have.property('confirming');
    }
  });

  it('does not ask at an outcome, typed or clicked: its answers stay on its card', async () => {
    const talk = guide.talk();
    for (const [at, { answers }] of walks.slice(0, 40).entries()) {
      const shown = await talk.at(answers);
      const button = offered(shown).find(({ kind }) => kind === 'restart')!;
      const reply = await (at % 2 === 0 ? talk.say('forfra') : talk.click(button));
      expect(seen(reply, 'question')).to.deep.include({ question: firstQuestion, answers: {} });
    }
  });

  it('leads to the menu when nothing is open', async () => {
    const talk = guide.talk();
    seen(await talk.say('forfra'), 'menu');
    expect(await talk.state()).to.equal(undefined);
  });

  for (const [no, how] of [
    ['nej', (talk: Talk) => talk.say('nej')],
    ['nej tak', (talk: Talk) => talk.say('nej tak')],
    ['Fortsæt (typed)', (talk: Talk) => talk.say('Fortsæt')],
  ] as const)
    it(`goes on where the walk was after "${no}"`, async () => {
      const talk = await guide.talk().stand(some);
      const before = await talk.state();
      await talk.say('forfra');
      expect(seen(await how(talk), 'question')).to.deep.include({ question: 'pensionAge', answers: some });
      expect(await talk.state()).to.deep.equal(before);
    });

  it('goes on after a click on Fortsæt, and begins after a click on Ja', async () => {
    const talk = await guide.talk().stand(some);
    const before = await talk.state();
    const { yes, goOn } = await choices(talk);
    expect(seen(await talk.click(goOn), 'question')).to.deep.include({ answers: some });
    expect(await talk.state()).to.deep.equal(before);
    expect(seen(await talk.click(yes), 'question')).to.deep.include({ question: firstQuestion, answers: {} });
  });

  it('understands both buttons typed as they read', async () => {
    const talk = await guide.talk().stand(some);
    await talk.say('forfra');
    expect(seen(await talk.say(dialogs.phrases['action.confirmRestart']!), 'question').question).to.equal(
      firstQuestion,
    );
  });

  it('forgets that it asked as soon as anything else is said', async () => {
    for (const between of ['hej', 'hjælp', 'menu', 'hvorfor', 'sludder og vrøvl', 'tilbage', 'tekst']) {
      const talk = await guide.talk().stand(some);
      await talk.say('forfra');
      await talk.say(between);
      const kept = await talk.answers();
      expect(await talk.state(), between).not.to.have.property('confirming');
      await talk.say('ja');
      expect((await talk.walk())?.run, `"ja" after "${between}"`).to.equal(talk.run);
      expect(Object.keys((await talk.answers())!), between).to.include.members(Object.keys(kept!));
    }
  });

  it('asks again when it is clicked twice, and loses nothing', async () => {
    const talk = await guide.talk().stand(some);
    const before = await talk.walk();
    for (let click = 0; click < 4; click++)
      seen(await talk.click({ kind: 'restart', ...talk.card(some) }), 'confirm-restart');
    expect(await talk.walk()).to.deep.equal(before);
    seen(await talk.say('forfra'), 'confirm-restart');
    expect(await talk.walk()).to.deep.equal(before);
  });

  it('begins once for any number of clicks on Ja', async () => {
    const talk = await guide.talk().stand(some);
    const { yes } = await choices(talk);
    seen(await talk.click(yes), 'question');
    const once = await talk.state();
    for (let click = 0; click < 3; click++) seen(await talk.click(yes), 'note');
    expect(await talk.state()).to.deep.equal(once);
  });

  it('makes every card of the walk before an old one', async () => {
    const talk = await guide.talk().stand(some);
    const { yes } = await choices(talk);
    await talk.click(yes);
    const fresh = await talk.state();
    const old = { kind: 'answer', ...talk.card(some), question: 'pensionAge', option: 'reached' };
    seen(await talk.click(old), 'note');
    expect(await talk.state()).to.deep.equal(fresh);
  });

  it('takes ja and nej for answers when it has not asked', async () => {
    const talk = await guide.talk().stand(some);
    await talk.say('ja');
    expect(await talk.answers()).to.deep.equal({ ...some, pensionAge: 'reached' });
  });
});

describe('a start from the menu', () => {
  const guide = new TestGuide();
  const start = { kind: 'start', tree: tree.id };

  it('gives one walk for any number of clicks', async () => {
    const talk = guide.talk();
    const { run } = seen(await talk.click(start), 'question');
    const once = await talk.state();
    for (let click = 0; click < 3; click++) expect(seen(await talk.click(start), 'question').run).to.equal(run);
    expect(await talk.state()).to.deep.equal(once);
  });

  it('asks before it loses the answers of an open walk, however often it is clicked', async () => {
    const talk = await guide.talk().stand(some);
    for (let click = 0; click < 3; click++) seen(await talk.click(start), 'confirm-restart');
    seen(await talk.say(tree.title), 'confirm-restart');
    expect(await talk.answers()).to.deep.equal(some);
  });

  it('works by number, label, trigger and title when nothing is open', async () => {
    for (const text of ['1', '1.', dialogs.menu.menu[0]!.label, ...tree.triggers, tree.title]) {
      const talk = guide.talk('console');
      await talk.say('menu');
      expect((await talk.say(text)).views[0], text).to.deep.include({ kind: 'question', tree: tree.id, answers: {} });
    }
  });

  it('of a tree that does not exist leads to the menu', async () => {
    for (const data of [
      { kind: 'start', tree: 'findes-ikke' },
      { kind: 'start' },
      { kind: 'start', tree: 'constructor' },
    ])
      seen(await guide.talk().click(data), 'menu');
  });
});
