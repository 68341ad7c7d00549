import { expect } from 'chai';
import { dialogs } from '../helpers/content.ts';
import { expectOnly } from '../helpers/oneLanguage.ts';
import { buttonsOf, cardIn, type Shown } from '../helpers/playground.ts';
import { place } from '../helpers/playgroundProcess.ts';
import { expectSilence, only, onStage, readingOf } from '../helpers/playgroundSuite.ts';

const question = 'Hvor lang er fristen for at klage?';
const link = `https://teams.microsoft.com/l/chat/0/0?users=${place.bot.id}`;
/** What is no answer is said in the client's language, and the Playground's client is an English one. */
const said = (key: string): string => dialogs.phrasesEnglish[key]!;

describe('where others read along in the Playground', function () {
  this.timeout(60_000);
  const stage = onStage();

  for (const [name, where] of [
    ['a group chat', place.group],
    ['a channel', place.channel],
  ] as const)
    describe(name, () => {
      it('is welcomed once, when the app is added, and not when someone comes later', async () => {
        const { playground } = stage;
        const welcome = only(await playground.event('install', where));
        expect(welcome.text).to.contain(said('group.welcome')).and.contain(link);
        for (const type of ['botAdded', 'userAdded', 'install']) expectSilence(await playground.event(type, where));
      });

      it('gets a short answer with its sources to a mention, in the language of the question', async () => {
        const turn = await stage.playground.say(question, where);
        expect(turn.activity.text).to.equal(`<at>Paragrafguiden</at>&nbsp;${question}`);
        const answer = only(turn);
        expect(answer.conversation, 'where it was asked').to.equal((turn.activity.conversation as { id: string }).id);
        const card = cardIn(answer);
        expectOnly('da', card);
        expect(JSON.stringify(card)).to.contain('4 uger').and.contain('retssikkerhedsloven § 67').and.contain(link);
        expect(JSON.stringify(card).length, 'short').to.be.below(6_000);
        expect(buttonsOf(card)).to.deep.equal([]);
        expect(answer.feedbackLoopEnabled, 'thumbs').to.equal(true);
      });

      it('is shown nothing of a walk that the same person has in their own chat', async () => {
        await stage.fresh();
        let own: Shown = await stage.say('hvilken paragraf');
        own = only(await stage.answer('execute', own));
        for (const text of ['hvilken paragraf', 'tjekliste', 'fortsæt', 'hvorfor', 'tekst', 'tilbage', '1']) {
          const { text: reply, attachments } = await stage.say(text, where);
          expect(attachments, text).to.deep.equal([]);
          expect(reply, text).to.contain(link);
          for (const told of readingOf(own)) expect(reply, text).to.not.contain(told);
        }
        expect((await stage.say('hvilken paragraf', where)).text).to.contain(said('group.private'));
        expect(readingOf(await stage.say('fortsæt')), 'the own walk').to.deep.equal(readingOf(own));
      });

      it('is not answered with a summary when a card of a walk is clicked there', async () => {
        const shared = await stage.say(question, where);
        await stage.fresh();
        const own = await stage.toOutcome();
        for (const button of buttonsOf(cardIn(own)))
          for (const by of ['execute', 'submit'] as const) {
            const turn = await stage.click(by, shared, button);
            const { text, attachments } = only(turn);
            expect(attachments, button.title).to.deep.equal([]);
            expect(text, button.title).to.contain(link);
            expect(turn.replaced).to.deep.equal([]);
            for (const told of readingOf(own).filter(({ length }) => length > 15)) expect(text).to.not.contain(told);
          }
      });

      it('refuses personal data and does not repeat it', async () => {
        const { text } = await stage.say('Borgeren 010203-1234 vil klage', where);
        expect(text).to.equal(said('note.personalData'));
      });

      it('is left without a word', async () => {
        expectSilence(await stage.playground.event('uninstall', where));
      });
    });
});
