import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { shownTexts } from '../helpers/cardLinter.ts';
import { textsOf } from '../helpers/cardReader.ts';
import { dialogs, projectRoot } from '../helpers/content.ts';
import { cardIn, offered, seen, TestGuide } from '../helpers/talk.ts';

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
const manifest = JSON.parse(read('appPackage/manifest.json')) as { readonly name: { readonly short: string } };
const casesOf = (word: string): string[] => [word, word.toUpperCase(), `${word[0]!.toUpperCase()}${word.slice(1)} `];

describe("the store's rules for commands and help", () => {
  const guide = new TestGuide();

  for (const text of ['hi', 'hello', 'hej'].flatMap(casesOf))
    it(`answers "${text}" with one greeting that leads on`, async () => {
      const reply = await guide.talk('msteams').say(text);
      expect(reply.messages).to.have.length(1);
      expect(textsOf(cardIn(reply)).join('\n').toLowerCase()).to.match(/hej|hi|hello/u);
      expect(offered(reply).length).to.be.above(0);
    });

  for (const text of ['help', 'hjælp'].flatMap(casesOf))
    it(`answers "${text}" with the help, before anything else has been said`, async () => {
      seen(await guide.talk('msteams').say(text), 'help');
    });

  it('gives no help that leads out of Teams', async () => {
    for (const text of ['help', 'hjælp'])
      expect(JSON.stringify(cardIn(await guide.talk('msteams').say(text)))).to.not.match(
        /OpenUrl|https?:\/\/(?!adaptivecards)/u,
      );
  });

  it('answers nonsense with something of its own, not with the help or the welcome', async () => {
    const [nonsense, help, menu] = await Promise.all(
      ['xqzw brlfgh', 'hjælp', 'menu'].map(async (text) => shownTexts(cardIn(await guide.talk('msteams').say(text)))),
    );
    expect(nonsense).to.not.deep.equal(help);
    expect(nonsense).to.not.deep.equal(menu);
  });

  it('never welcomes again, whatever is asked for', async () => {
    const talk = guide.talk('msteams');
    await talk.join();
    for (const words of Object.values(dialogs.menu.commands)) {
      const { views } = await talk.say(words[0]!);
      expect(
        views.map(({ kind }) => kind),
        words[0],
      ).to.not.include('welcome');
    }
  });
});

describe("the store's rules for the welcome", () => {
  it('has the name of the manifest, what to begin with, where help is, and the limits', async () => {
    const reply = await new TestGuide().talk('msteams').join();
    const texts = shownTexts(cardIn(reply)).join('\n');
    expect(offered(reply).map(({ kind }) => kind)).to.include.members(['start', 'help']);
    expect(texts).to.include(manifest.name.short);
    for (const key of ['welcome.purpose', 'welcome.limits']) expect(texts, key).to.include(dialogs.phrases[key]);
    // It stands as the label of the list of topics.
    expect(JSON.stringify(cardIn(reply))).to.include(dialogs.phrases['welcome.begin']);
  });
});

describe("the store's rules for places where others read along", () => {
  const guide = new TestGuide();
  const channel = { conversation: { id: '19:team@thread.tacv2', conversationType: 'channel', isGroup: true } };
  const mentioned = { entities: [{ type: 'mention', mentioned: { id: 'paragrafguiden' } }] };

  it('says one welcome in a team, and nothing to those who come later', async () => {
    const talk = guide.talk('msteams');
    const added = await talk.send({ type: 'installationUpdate', action: 'add', ...channel });
    expect(added.messages).to.have.length(1);
    for (const id of ['user-1', 'user-2']) {
      const joined = await talk.send({ type: 'conversationUpdate', membersAdded: [{ id }], ...channel });
      expect(joined.messages).to.deep.equal([]);
    }
  });

  it('opens no walk where others read along', async () => {
    const talk = guide.talk('msteams');
    for (const text of ['hvilken paragraf', 'tjekliste', 'klage']) {
      const { messages, views } = await talk.send({ type: 'message', text, ...mentioned, ...channel });
      expect(messages).to.have.length(1);
      expect(views.map(({ kind }) => kind)).to.not.include('question');
      expect(JSON.stringify(messages)).to.not.include('"kind":"answer"');
    }
  });

  it('sends nothing on its own: every message is the answer to one activity', async () => {
    const talk = guide.talk('msteams');
    const sent = [];
    for (const type of ['message', 'messageReaction', 'messageDelete', 'typing', 'endOfConversation'])
      sent.push(...(await talk.send({ type, text: 'klage', ...channel })).messages);
    expect(sent).to.deep.equal([]);
  });

  it('finds a paragraph, and shows what each result is before it is chosen', async () => {
    const value = { commandId: 'find-paragraf', parameters: [{ name: 'q', value: 'genoptræning' }] };
    const { status, body } = await guide
      .talk('msteams')
      .send({ type: 'invoke', name: 'composeExtension/query', value, ...channel });
    expect(status).to.equal(200);
    const { composeExtension } = body as {
      composeExtension: { attachments: { preview?: { content?: { title?: string } } }[] };
    };
    const titles = composeExtension.attachments.map(({ preview }) => preview?.content?.title ?? '');
    expect(titles.length).to.be.above(1);
    expect(titles.filter((title) => title === '')).to.deep.equal([]);
  });
});

describe("the store's rules for what is written", () => {
  it('names no other app and no shop of apps', () => {
    const files = ['dialogs/phrases.yaml', 'dialogs/phrases.en.yaml', 'appPackage/manifest.json', 'appPackage/en.json'];
    for (const file of [...files, 'dialogs/menu.yaml', 'dialogs/en/menu.yaml'])
      expect(read(file), file).to.not.match(/appsource|app ?store|play\.google|marketplace|apps\.apple/iu);
  });

  it('says of links that they open in the browser', () => {
    expect(dialogs.phrases['source.headingWithLinks']).to.match(/browser/u);
    expect(dialogs.phrasesEnglish['source.headingWithLinks']).to.match(/browser/u);
  });
});

describe('docs/store-rules.md', () => {
  const rows = [...read('docs/store-rules.md').matchAll(/^\| \d+ .*\|$/gmu)].map(([row]) => row);

  it('has every rule of the list, each with a test', () => {
    expect(rows.length).to.equal(18);
    for (const row of rows) expect(row, row.slice(0, 40)).to.match(/`test\/[\w/.]+\.test\.ts`/u);
  });

  it('names only tests that there are', () => {
    const named = rows.flatMap((row) => [...row.matchAll(/`(test\/[\w/.]+\.test\.ts)`(?: "([^"]+)")?/gu)]);
    expect(named.length).to.be.at.least(18);
    for (const [, file, title] of named) {
      expect(existsSync(join(projectRoot, file!)), file).to.equal(true);
      if (title !== undefined) expect(read(file!), `${file!}: ${title}`).to.include(title);
    }
  });
});
