import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { textsOf } from '../helpers/cardReader.ts';
import { dialogs } from '../helpers/content.ts';
import { expectOnly } from '../helpers/oneLanguage.ts';
import { buttonsOf, cardIn, type Shown, type Turn } from '../helpers/playground.ts';
import { preload } from '../helpers/playgroundProcess.ts';
import { asksOn, buttonOn, expectSilence, only, onStage, readingOf, type Click } from '../helpers/playgroundSuite.ts';

const said = (key: string): string => dialogs.phrases[key]!;

/** Listens as the Playground does, and goes out in the ways that its telemetry does. */
const goesOut = `
  const server = require('node:net').createServer().listen(0, () => {
    const told = [server.address().address];
    const ended = (error) => told.push(error.code) === 4 && server.close(() => console.log(told.join(' ')));
    require('node:net').connect(80, '192.0.2.1').on('error', ended);
    require('node:http').get('http://192.0.2.2/').on('error', ended);
    require('node:https').get('https://telemetry.invalid/').on('error', ended);
  });`;

describe('the Playground, as these tests start it', () => {
  it('listens on this machine alone and reaches nothing beyond it, and what it tries is told', async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', preload, '-e', goesOut]);
    expect(stdout.trim()).to.equal('127.0.0.1 ECONNREFUSED ECONNREFUSED ECONNREFUSED');
    const left = stderr.match(/^left-the-machine .*$/gmu) ?? [];
    expect(left).to.have.members(
      ['192.0.2.1', '192.0.2.2', 'telemetry.invalid'].map((host) => `left-the-machine ${host}`),
    );
  });
});

describe('the own chat in the Playground', function () {
  this.timeout(60_000);
  const stage = onStage();

  describe('the first meeting', () => {
    it('is one welcome, whatever Teams tells of it and however often, in the language of the client', async () => {
      const { playground } = stage;
      const turns: Turn[] = [];
      for (const type of ['install', 'botAdded', 'userAdded', 'install']) turns.push(await playground.event(type));
      turns.push(await playground.event('install', undefined, { action: 'add-upgrade' }));
      const [first, ...later] = turns;
      const welcome = only(first!);
      later.forEach(expectSilence);
      expectOnly('en', cardIn(welcome));
      expect(readingOf(welcome)).to.include.members(
        ['welcome.heading', 'welcome.limits', 'privacy.heading'].map((key) => dialogs.phrasesEnglish[key]!),
      );
      expect(cardIn(welcome).speak).to.match(new RegExp(`^${dialogs.phrasesEnglish['welcome.heading']!}\\. `, 'u'));
      expect(buttonsOf(cardIn(welcome)).map(({ title }) => title)).to.deep.equal(['Begin', 'Help']);
    });

    it('begins a topic of the welcome card, and it is not said again after the app has been taken away and put back', async () => {
      const { playground } = stage;
      const [welcome] = playground.screen();
      const begun = only(await playground.execute(welcome!, buttonOn(welcome!, 'Begin'), { tree: 'klage' }));
      expectOnly('en', cardIn(begun));
      expect(readingOf(begun)[0]).to.equal(dialogs.treesEnglish.get('klage')!.title);
      expectSilence(await playground.event('uninstall'));
      expectSilence(await playground.event('install'));
    });

    it('goes on in Danish from the word for it', async () => {
      const menu = await stage.say('dansk');
      expectOnly('da', cardIn(menu));
      expect(readingOf(menu)).to.include.members([said('note.language'), said('menu.heading')]);
      expectOnly('da', cardIn(await stage.say('hjælp')));
    });
  });

  describe('a guided dialog', () => {
    const endings: Partial<Record<Click, { readonly card: Shown; readonly questions: readonly string[] }>> = {};
    for (const by of ['execute', 'submit'] as const)
      it(`ends in the law that applies, each answered card frozen, by ${by}`, async () => {
        await stage.fresh();
        const questions: string[] = [];
        let card = await stage.say('hvilken paragraf');
        while (asksOn(card)) {
          const turn = await stage.answer(by, card);
          const [frozen, ...others] = turn.replaced;
          expect(others).to.deep.equal([]);
          expect(frozen?.messageId, 'the card that was clicked').to.equal(card.messageId);
          const held = stage.playground.screen().find(({ messageId }) => messageId === card.messageId)!;
          expect(JSON.stringify(cardIn(held))).to.not.match(/Action\.|Input\./u);
          expectOnly('da', cardIn(held));
          if (by === 'execute')
            expect(turn.answer).to.deep.equal({ type: 'application/vnd.microsoft.card.adaptive', value: cardIn(held) });
          questions.push(textsOf(cardIn(held)).join(' | '));
          card = only(turn);
        }
        const reading = readingOf(card).join('\n');
        expect(reading).to.contain('Ældreloven gælder').and.contain('ældreloven § 10, jf. § 9, stk. 2, nr. 3');
        expect(reading).to.contain(said('source.headingWithLinks'));
        expect(questions.join('\n')).to.contain('Genoptræning').and.contain('Nej, ingen plan');
        expect(card.feedbackLoopEnabled, 'thumbs').to.equal(true);
        endings[by] = { card, questions };
      });

    it('is the same by Execute and by Submit: questions, frozen cards and outcome', () => {
      const { execute, submit } = endings;
      expect(execute?.questions).to.have.length.above(4).and.deep.equal(submit?.questions);
      expect(readingOf(execute!.card)).to.deep.equal(readingOf(submit!.card));
    });

    for (const by of ['execute', 'submit'] as const)
      describe(`a click that comes too late, by ${by}`, () => {
        let first: Shown;
        before(async () => {
          await stage.fresh();
          first = await stage.say('hvilken paragraf');
        });

        it('a second time on the same answer changes nothing and says so', async () => {
          const second = only(await stage.answer(by, first));
          const turn = await stage.answer(by, first);
          expect(readingOf(only(turn))).to.include(said('note.doubleClick'));
          expect(readingOf(await stage.say('fortsæt'))).to.deep.equal(readingOf(second));
        });

        it('on a card of an older walk changes nothing, replaces nothing and says so', async () => {
          await stage.say('forfra');
          const again = await stage.say('ja');
          const [button] = buttonsOf(cardIn(first));
          const turn = await stage.click(by, first, button!, { option: 'meals' });
          expect(turn.replaced).to.deep.equal([]);
          expect(readingOf(only(turn))).to.include(said('note.staleCard'));
          expectOnly('da', cardIn(only(turn)));
          const now = readingOf(await stage.say('fortsæt'));
          expect(readingOf(again)).to.include.members(now).and.include(said('note.restarted'));
        });
      });
  });
});
