import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { AdaptiveCard } from '../../src/cards/index.ts';
import { runGuide } from '../cli/support.ts';
import { shownTexts } from '../helpers/cardLinter.ts';
import type { Card } from '../helpers/cardReader.ts';
import { dialogs, today } from '../helpers/content.ts';
import { Conversation } from '../helpers/conversation.ts';
import { startGuide, temporaryFolder, type GuideProcess } from '../helpers/guideProcess.ts';
import { actionsOn } from '../walk/support.ts';
import { Connector } from './connector.ts';

const questions = [
  'Hvor hurtigt skal genoptræningen gå i gang i Vejen Kommune?',
  'Hvor lang er fristen for at klage?',
  'Hvad er en genoptræningsplan?',
  'Min borger er 84 år, bor i eget hjem, har ikke været på sygehuset og vil træne op igen. Hvilken paragraf gælder?',
  'Where do we complain about a refusal of training, and how long do we have?',
  'Hvilken farve har kommunens biler?',
  'Borgeren fik afgørelsen den 3. november 2026. Hvornår er sidste dag for at klage?',
  'Hvad siger Stop, tænk, tjek om vedligeholdelsestræning?',
  'Hvad står der i ældreloven § 10?',
  'Hvem skal jeg ringe til om kørsel i Herlev?',
];
const refused = 'Min borger hedder Birthe Hansen, 010203-1234. Hvad gælder?';
const commands = ['hjælp', 'menu', 'klage', 'hvilken paragraf', 'tak', '1'];
const all = [...questions, refused, ...commands];

/** A text without markup, escapes, numbers of choices and more spaces than one. */
const bare = (text: string): string =>
  text
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/gu, '$1')
    .replace(/^\s*(?:- |\d+\. )/gmu, '')
    .replace(/[\\*_~`>#]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
/** A way to correct what is said, not a thing said: plain text leaves it out. */
const corrects = dialogs.phrases['action.correct'];
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(bare)
    .filter((line) => line !== '');
/** Lines of a plain text that a card says otherwise: addresses of links, and the words to type. */
const isOwn = (line: string): boolean => /^https?:/u.test(line) || /^(?:Du kan skrive|You can write):/u.test(line);

/** What a card says and a text does not, and the other way round. */
const differences = (card: Card, text: string): readonly string[] => {
  const onCard = [...shownTexts(card), ...actionsOn(card as unknown as AdaptiveCard)]
    .filter((text) => text !== corrects)
    .flatMap(linesOf);
  const [shown, said] = [onCard.join('\n'), linesOf(text).join('\n')];
  return [
    ...onCard.filter((line) => !said.includes(line)).map((line) => `only on the card: ${line}`),
    ...linesOf(text)
      .filter((line) => !isOwn(line) && !shown.includes(line))
      .map((line) => `only in the text: ${line}`),
  ];
};

describe('a question that is asked in different ways', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const connector = new Connector();
  let guide: GuideProcess;
  let serviceUrl: string;
  const asked = new Map<string, string>();

  before(async () => {
    const lines = all.map((text, id) => JSON.stringify({ id, text, municipality: null, date: today }));
    const batch = runGuide(['ask', '--batch', '-'], { input: lines.join('\n'), env: { AS_OF: today } });
    [guide, serviceUrl] = await Promise.all([startGuide(folder.path, { AS_OF: today }), connector.open()]);
    const { code, stdout, stderr } = await batch;
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    for (const line of stdout.trim().split('\n')) {
      const { id, text } = JSON.parse(line) as { id: number; text: string };
      asked.set(all[id]!, text);
    }
  });
  after(async () => {
    await guide.stop();
    await connector.close();
    folder.remove();
  });

  /** Asks as a channel does, in a conversation of its own, and gives the one message that came back. */
  const throughChannel = async (channelId: string, text: string) => {
    const conversation = `${channelId}-${String(all.indexOf(text))}`;
    const response = await fetch(`${guide.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'message', id: `in-${conversation}`, text, channelId, serviceUrl },
        ...{ from: { id: 'user' }, recipient: { id: 'paragrafguiden' }, conversation: { id: conversation } },
      }),
    });
    expect(response.status).to.be.within(200, 202);
    const messages = connector.messagesIn(conversation);
    expect(messages, `messages: ${guide.output().slice(-500)}`).to.have.length(1);
    return messages[0]!;
  };

  const ways: readonly (readonly [string, (text: string) => Promise<readonly string[]>])[] = [
    [
      'on the local page',
      async (text) => {
        const conversation = new Conversation(guide.url);
        try {
          return differences(await conversation.say(text), asked.get(text) ?? '');
        } finally {
          conversation.end();
        }
      },
    ],
    [
      'in Teams, as a card',
      async (text) => {
        const { attachments } = await throughChannel('msteams', text);
        return differences(attachments![0]!.content, asked.get(text) ?? '');
      },
    ],
    [
      'through /api/messages, as plain text',
      async (text) => {
        const { text: said } = await throughChannel('console', text);
        return said === asked.get(text) ? [] : [said ?? 'nothing'];
      },
    ],
  ];

  for (const [way, ask] of ways)
    for (const text of questions)
      it(`says the same ${way} as on the command line: ${text.slice(0, 50)}`, async () => {
        expect(asked.get(text)?.length).to.be.above(20);
        expect(await ask(text)).to.deep.equal([]);
      });

  // The contract of `ask`: "text: all that the user would see".
  it('says the same as on the command line when it is refused', async () => {
    const { text } = await throughChannel('console', refused);
    expect(text).to.equal(asked.get(refused));
  });

  it('says the same as on the command line when it is a word that the guide knows', async () => {
    const others: string[] = [];
    for (const word of commands) {
      const { text } = await throughChannel('console', word);
      if (text !== asked.get(word)) others.push(word);
    }
    expect(others).to.deep.equal([]);
  });
});
