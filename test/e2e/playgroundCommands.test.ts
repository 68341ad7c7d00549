import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readIntent } from '../../src/bot/intent.ts';
import type { CommandId } from '../../src/trees/index.ts';
import { dialogs, projectRoot } from '../helpers/content.ts';
import { expectOnly, type Language } from '../helpers/oneLanguage.ts';
import { buttonsOf, cardIn, type Shown } from '../helpers/playground.ts';
import { place } from '../helpers/playgroundProcess.ts';
import { buttonOn, only, onStage, readingOf, type Stage } from '../helpers/playgroundSuite.ts';

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string }[];
}
const read = (file: string): unknown => JSON.parse(readFileSync(join(projectRoot, 'appPackage', file), 'utf8'));
const manifest = read('manifest.json') as { readonly bots: readonly [{ readonly commandLists: CommandList[] }] };
const translated = read('en.json') as Readonly<Record<string, string>>;

/** The titles of a scope's commands, in the order of the menu. */
const titlesFor = (scope: string, language: Language): readonly string[] => {
  const lists = manifest.bots[0].commandLists;
  const at = lists.findIndex(({ scopes }) => scopes.includes(scope));
  const key = (index: number): string => `bots[0].commandLists[${String(at)}].commands[${String(index)}].title`;
  return lists[at]!.commands.map(({ title }, index) => (language === 'da' ? title : translated[key(index)]!));
};
const commandOf = (text: string): CommandId => {
  const intent = readIntent({ type: 'message', text }, dialogs);
  if (intent.kind !== 'command') throw new Error(`"${text}" stands in the manifest and is no command.`);
  return intent.command;
};
const phrasesOf = { da: dialogs.phrases, en: dialogs.phrasesEnglish } as const;
const languageWord = { da: 'dansk', en: 'english' } as const;

/** Where a command makes sense, and the button there that does the same. */
interface Scene {
  readonly set: (stage: Stage) => Promise<Shown>;
  readonly button?: string;
  /** What is chosen on the card before the button is pressed. */
  readonly choose?: (card: Shown) => object;
  /** The reply is to be seen by others, so there is nothing on it to press. */
  readonly isForOthers?: true;
}
const secondQuestion = async (stage: Stage): Promise<Shown> =>
  only(await stage.answer('execute', await stage.say('hvilken paragraf')));
const lastAnswer = (card: Shown): object => {
  const choices = /"id":"question".*?"choices":(\[.*?\])/u.exec(JSON.stringify(cardIn(card)))?.[1] ?? '[]';
  return { question: (JSON.parse(choices) as { value: string }[]).at(-1)?.value };
};
const scenes: Partial<Record<CommandId, Scene>> = {
  menu: { set: (stage) => stage.say('hjælp'), button: 'action.menu' },
  help: { set: (stage) => stage.say('menu'), button: 'action.help' },
  back: { set: secondQuestion, button: 'action.back' },
  why: { set: secondQuestion, button: 'action.why' },
  restart: { set: secondQuestion, button: 'action.restart' },
  resume: { set: (stage) => secondQuestion(stage).then(() => stage.say('tak')), button: 'action.continue' },
  text: { set: (stage) => stage.toOutcome(), button: 'action.text' },
  edit: { set: (stage) => stage.toOutcome(), button: 'action.edit', choose: lastAnswer },
  handoff: { set: (stage) => stage.toOutcome(), button: 'action.handoff' },
  share: { set: (stage) => stage.toOutcome(), button: 'action.share', isForOthers: true },
};
/** A command that has no button is typed where there is most to say something about. */
const sceneOf = (command: CommandId): Scene => scenes[command] ?? { set: (stage) => stage.toOutcome() };

describe('the commands of the manifest in the Playground', function () {
  this.timeout(60_000);
  const stage = onStage();

  for (const language of ['da', 'en'] as const)
    for (const title of titlesFor('personal', language)) {
      const command = commandOf(title);
      const { set, button, choose, isForOthers = false } = sceneOf(command);
      const spoken = command === 'english' ? 'en' : command === 'danish' ? 'da' : language;

      it(`"${title}" is answered with one card in one language, ${isForOthers ? 'for others to see' : 'and leads on'}`, async () => {
        await stage.fresh(languageWord[language]);
        await set(stage);
        const typed = await stage.say(title);
        expectOnly(spoken, cardIn(typed));
        const reading = readingOf(typed);
        for (const key of ['note.unknownInput', 'note.answerNotUnderstood', 'note.nothingOpen', 'answer.nothing'])
          expect(reading, key).to.not.include(phrasesOf[spoken][key]!);
        expect(buttonsOf(cardIn(typed)).length === 0, 'nothing to press').to.equal(isForOthers);
      });

      if (button !== undefined)
        it(`"${title}" and its button say the same, by Execute and by Submit`, async () => {
          const replies: (readonly string[])[] = [];
          for (const way of ['typed', 'execute', 'submit'] as const) {
            await stage.fresh(languageWord[language]);
            const card = await set(stage);
            const reply =
              way === 'typed'
                ? await stage.say(title)
                : only(await stage.click(way, card, buttonOn(card, phrasesOf[language][button]!), choose?.(card)));
            replies.push(readingOf(reply));
          }
          const [typed, executed, submitted] = replies;
          expect(executed).to.deep.equal(typed);
          expect(submitted).to.deep.equal(typed);
        });
    }

  for (const scope of ['team', 'groupChat'] as const)
    it(`those for a ${scope} are answered there with one short message and the way to the own chat`, async () => {
      const where = scope === 'team' ? place.channel : place.group;
      for (const title of titlesFor(scope, 'en').concat(titlesFor(scope, 'da'))) {
        const { text, attachments } = await stage.say(title, where);
        expect(attachments).to.deep.equal([]);
        expect(text, title).to.contain(dialogs.phrasesEnglish['group.welcome']!);
        expect(text, title).to.contain(`https://teams.microsoft.com/l/chat/0/0?users=${place.bot.id}`);
      }
    });
});
