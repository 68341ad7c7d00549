import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { openStorage } from '../../src/storage/index.ts';
import { textsOf, type Card } from '../helpers/cardReader.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, projectRoot } from '../helpers/content.ts';
import { expectOnly } from '../helpers/oneLanguage.ts';
import { buttonsOf, cardIn, type Turn } from '../helpers/playground.ts';
import { place } from '../helpers/playgroundProcess.ts';
import { expectSilence, only, onStage, readingOf } from '../helpers/playgroundSuite.ts';

const said = (key: string): string => dialogs.phrases[key]!;
const saidInEnglish = (key: string): string => dialogs.phrasesEnglish[key]!;

interface Found {
  readonly contentType: string;
  readonly content: Card;
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}
interface Searched {
  readonly composeExtension: { readonly type: string; readonly text?: string; readonly attachments?: readonly Found[] };
}
const { composeExtensions } = JSON.parse(readFileSync(join(projectRoot, 'appPackage/manifest.json'), 'utf8')) as {
  readonly composeExtensions: readonly [
    {
      readonly commands: readonly [{ readonly id: string; readonly parameters: readonly [{ readonly name: string }] }];
    },
  ];
};
const [command] = composeExtensions[0].commands;

describe('beside the messages of the Playground', function () {
  this.timeout(60_000);
  const stage = onStage();

  describe('the search of the manifest', () => {
    const searched = async (name: string, value: string): Promise<Searched['composeExtension']> => {
      const turn = await stage.playground.invoke('composeExtension/query', {
        ...{ commandId: command.id, parameters: [{ name, value }], queryOptions: { skip: 0, count: 25 } },
        ...{ commandContext: 'compose', context: { theme: 'default' } },
      });
      expect(turn.status).to.equal(200);
      expect([...turn.shown, ...turn.replaced], 'a search says nothing in the chat').to.deep.equal([]);
      const { composeExtension } = turn.answer as Searched;
      expect(composeExtension).to.deep.equal((turn.body as Searched).composeExtension);
      return composeExtension;
    };
    const query = (text: string): Promise<Searched['composeExtension']> => searched(command.parameters[0].name, text);

    it('gives ten results with a preview before anything is typed', async () => {
      const { type, attachments = [] } = await searched('initialRun', 'true');
      expect(type).to.equal('result');
      expect(attachments).to.have.length(10);
      for (const { content, preview } of attachments) {
        expect(preview.contentType).to.equal('application/vnd.microsoft.card.thumbnail');
        expect(preview.content.title).to.match(/\S/u);
        expect(preview.content.text).to.match(/\S/u);
        expect(lintCard(content), preview.content.title).to.deep.equal([]);
      }
    });

    it('finds a provision, and the card that is chosen by its id is the same and safe to share', async () => {
      const { attachments = [] } = await query('§ 86, stk. 1');
      const [best] = attachments;
      expect(best?.preview.content.title).to.equal('serviceloven § 86, stk. 1');
      // The Playground has no click for this of its own; it sends the activity as it is.
      const more = { type: 'invoke', name: 'composeExtension/selectItem', value: { id: 'law:sel-86-1' } };
      const turn = await stage.playground.event('', place.personal, more);
      expect(turn.status).to.equal(200);
      expect((turn.body as Searched).composeExtension.attachments?.[0]?.content).to.deep.equal(best?.content);
      expect(buttonsOf(best!.content)).to.deep.equal([]);
      expect(textsOf(best!.content).join('\n')).to.contain(said('source.headingWithLinks'));
    });

    it('gives a card that can be put in a group chat, where the guide says nothing about it', async () => {
      const { attachments: [best] = [] } = await query('klage frist');
      const card = { contentType: best!.contentType, content: best!.content };
      const before = stage.playground.screen(place.group).length;
      await stage.playground.insert(card, place.group);
      await stage.say('tak', place.group);
      expect(stage.playground.screen(place.group).length, 'only the reply to the thanks').to.equal(before + 1);
    });

    it('answers a card put in the own chat with the topics, once', async () => {
      const { attachments: [best] = [] } = await query('klage frist');
      const card = { contentType: best!.contentType, content: best!.content };
      const reply = only(await stage.playground.turn(() => stage.playground.insert(card, place.personal)));
      expect(readingOf(reply)).to.include(saidInEnglish('menu.heading'));
    });

    it('refuses personal data without repeating it, and says so when there is nothing', async () => {
      expect(await query('010203-1234')).to.deep.equal({ type: 'message', text: said('note.personalData') });
      expect(await query('zzzzqq')).to.deep.equal({ type: 'message', text: said('search.none') });
    });
  });

  describe('thumbs', () => {
    const vote = (reaction: string, feedback: string): Promise<Turn> =>
      stage.playground.invoke('message/submitAction', { actionName: 'feedback', actionValue: { reaction, feedback } });
    const logged = (): string[] => stage.guide.output().match(/^.*"event":"feedback".*$/gmu) ?? [];
    /** The line in the log that a vote brings; it comes by another way than the answer. */
    const lineOf = async (before: number): Promise<string | undefined> => {
      for (let left = 200; logged().length === before && left > 0; left--) await delay(10);
      return logged().at(-1);
    };

    it('are offered on an answer and an outcome, and on nothing that asks or greets', async () => {
      expect((await stage.fresh()).feedbackLoopEnabled).to.not.equal(true);
      expect((await stage.say('hvilken paragraf')).feedbackLoopEnabled).to.not.equal(true);
      await stage.fresh();
      expect((await stage.toOutcome()).feedbackLoopEnabled).to.equal(true);
      expect((await stage.say('Hvor lang er fristen for at klage?')).feedbackLoopEnabled).to.equal(true);
    });

    for (const [reaction, feedback, told] of [
      ['like', '', /"vote":"up-voted".*"reason":"-"/u],
      ['dislike', '{"reason":"outdated"}', /"vote":"down-voted".*"reason":"outdated"/u],
      ['dislike', 'det var svært at læse', /"vote":"down-voted".*"reason":"-"/u],
    ] as const)
      it(`${reaction} with ${feedback === '' ? 'nothing' : feedback} is taken with 200 and an empty body, and says nothing`, async () => {
        const before = logged().length;
        const turn = await vote(reaction, feedback);
        expectSilence(turn);
        expect(turn.body).to.deep.equal({});
        expect(await lineOf(before)).to.match(told);
        expect(stage.guide.output()).to.not.contain('svært at læse');
      });

    it('bring the form with the reasons when Teams asks for it', async () => {
      // The Playground asks for no form of its own; it sends the activity as it is.
      const asked = { data: { actionName: 'feedback', actionValue: { reaction: 'dislike' } } };
      const more = { type: 'invoke', name: 'message/fetchTask', value: asked, locale: 'da-DK' };
      const turn = await stage.playground.event('', place.personal, more);
      expect(turn.status).to.equal(200);
      const { task } = turn.body as { task: { type: string; value: { card: { content: Card } } } };
      expect(task.type).to.equal('continue');
      expect(textsOf(task.value.card.content).join('\n')).to.contain(said('feedback.outdated'));
    });

    it('with personal data beside them are taken, and the text is repeated and kept nowhere', async () => {
      const turn = await vote('dislike', '{"feedbackText":"010203-1234 fik et forkert svar"}');
      expect(turn.body).to.deep.equal({});
      expect(readingOf(only(turn))).to.include(said('feedback.personalData'));
      expect(JSON.stringify([...turn.shown, stage.guide.output()])).to.not.contain('010203');
    });
  });

  describe('what the guide keeps of a conversation', () => {
    const kept = async (): Promise<string> => {
      const storage = openStorage({ dataDir: stage.guide.dataDir, now: () => new Date('2026-11-23T09:00:00Z') });
      const key = `msteams/conversations/${place.personal}`;
      const found = JSON.stringify(await storage.read([key]));
      await storage.close();
      return found;
    };

    it('is never personal data: it is refused kindly, and repeated and kept nowhere', async () => {
      await stage.fresh();
      const menu = await stage.say('Borgeren 010203-1234 vil klage');
      expectOnly('da', cardIn(menu));
      expect(readingOf(menu)).to.include.members([said('note.personalData'), said('menu.heading')]);
      const question = await stage.say('hvilken paragraf');
      const [button] = buttonsOf(cardIn(question));
      for (const by of ['execute', 'submit'] as const) {
        const turn = await stage.click(by, question, button!, { option: 'regain', note: '010203-1234' });
        expect(readingOf(only(turn))).to.include(said('note.personalData'));
        expect(JSON.stringify([turn.shown, turn.replaced, turn.answer])).to.not.contain('010203');
      }
      expect(await kept()).to.not.contain('010203');
      expect(stage.guide.output()).to.not.contain('010203');
    });

    it('is the walk that is open, and after the app was taken away nothing of it; nothing is said then', async () => {
      await stage.fresh();
      only(await stage.playground.event('install'));
      only(await stage.answer('execute', await stage.say('hvilken paragraf')));
      expect(await kept())
        .to.contain('hvilken-paragraf')
        .and.contain('regain');
      expectSilence(await stage.playground.event('uninstall'));
      expect(await kept()).to.not.match(/hvilken-paragraf|regain|"run"|"da"/u);
      expectSilence(await stage.playground.event('install'));
      expect(readingOf(await stage.say('fortsæt'))).to.include(saidInEnglish('note.nothingOpen'));
    });
  });
});
