import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { danishDate } from '../../src/dates/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { actionsOf, textsOf, type ActionData, type Card } from '../helpers/cardReader.ts';
import { dialogs, projectRoot, today, tree } from '../helpers/content.ts';
import { FakeConnector, type Put } from '../helpers/fakeConnector.ts';
import { TestGuide } from '../helpers/talk.ts';
import { TeamsTalk } from '../helpers/teamsTalk.ts';

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
const cardOf = (put: Put | undefined): Card => put!.attachments![0]!.content;
const replaced = 'application/vnd.microsoft.card.adaptive';
const told = 'application/vnd.microsoft.activity.message';

/** An input on a card, with something to fill in. */
interface Input {
  readonly type: string;
  readonly id: string;
  readonly choices?: readonly { readonly value: string }[];
}
const inputsOn = (node: unknown): Input[] => {
  if (Array.isArray(node)) return node.flatMap(inputsOn);
  if (typeof node !== 'object' || node === null) return [];
  const here = 'type' in node && String(node.type).startsWith('Input.') ? [node as Input] : [];
  return [...here, ...Object.values(node).flatMap(inputsOn)];
};
/** What a click on a card's first answer sends, with its inputs filled in; undefined when it asks nothing. */
const answerOn = (card: Card): Readonly<Record<string, unknown>> | undefined => {
  const action = actionsOf(card).find(({ kind }) => kind === 'answer');
  const filled = inputsOn(card).map(({ id, type, choices }) => [
    id,
    type === 'Input.Date' ? today : (choices?.[0]?.value ?? ''),
  ]);
  return action && { ...action, ...(Object.fromEntries(filled) as Readonly<Record<string, string>>) };
};

describe('a card that is answered by a click in Teams', () => {
  const connector = new FakeConnector();
  let serviceUrl = '';
  let talk: TeamsTalk;
  before(async () => {
    serviceUrl = await connector.open();
  });
  after(() => connector.close());
  beforeEach(() => {
    connector.reset();
    talk = new TeamsTalk(serviceUrl);
  });
  /** Starts a tree; gives the card of its first question, which is the message sent-N. */
  const start = async (id = tree.id): Promise<{ card: Card; at: string }> => {
    await talk.submit({ kind: 'start', tree: id });
    return { card: cardOf(connector.shown.at(-1)), at: lastId() };
  };
  const lastId = (): string => connector.lastId;

  for (const one of dialogs.trees.values())
    for (const way of ['execute', 'submit'] as const)
      it(`of ${one.id} is replaced by what was answered, and what follows is a message of its own (${way})`, async () => {
        let { card, at } = await start(one.id);
        let questions = 0;
        for (let data = answerOn(card); data; data = answerOn(card)) {
          if (++questions > 20) throw new Error('The walk has no end.');
          const before = connector.shown.length;
          const { status, body } = await talk[way](data, at);
          expect(status).to.equal(200);
          expect(connector.shown, 'one more message').to.have.length(before + 1);
          const frozen = cardOf(connector.shown[before - 1]);
          expect(connector.sent('PUT').at(-1)?.path).to.match(new RegExp(`/activities/${at}$`, 'u'));
          expect([actionsOf(frozen), inputsOn(frozen)], 'live parts').to.deep.equal([[], []]);
          expect(lintCard(frozen)).to.deep.equal([]);
          const texts = textsOf(frozen).join('\n');
          expect(texts)
            .to.contain('Du svarede: ')
            .and.to.contain(`version ${version.replaceAll('.', '.')}`);
          expect(texts).to.match(/reglerne den \d+\\?\. \p{L}+ \d{4}/u);
          if (way === 'execute') expect([body?.type, body?.value]).to.deep.equal([replaced, frozen]);
          card = cardOf(connector.shown.at(-1));
          at = lastId();
        }
        expect(questions).to.be.above(0);
        expect(connector.sent('PUT')).to.have.length(questions);
        expect(connector.sent('POST')).to.have.length(questions + 1);
      });

  it('shows the question, the answer in the words of its button, the day and the version', async () => {
    const { card, at } = await start();
    const data = { ...answerOn(card), option: 'maintain' };
    await talk.execute(data, at);
    const asked = tree.nodes.need as unknown as { question: string; options: { id: string; label: string }[] };
    const label = asked.options.find(({ id }) => id === 'maintain')?.label ?? '';
    expect(textsOf(cardOf(connector.shown[0])).map((text) => text.replaceAll('\\', ''))).to.deep.equal([
      tree.title,
      asked.question,
      `Du svarede: ${label}.`,
      `Svaret følger reglerne den ${danishDate(today)}.`,
      `Paragrafguiden, version ${version}`,
    ]);
  });

  it('keeps its buttons when something else on it is clicked, and Teams is told so in a word', async () => {
    const { card, at } = await start();
    for (const data of actionsOf(card).filter(({ kind }) => kind !== 'answer')) {
      const { body } = await talk.execute(data, at);
      expect([body?.type, body?.value], data.kind).to.deep.equal([told, dialogs.phrases['click.taken']]);
    }
    expect(connector.sent('PUT')).to.deep.equal([]);
  });

  it('keeps its buttons when its answer changes nothing: another run, or no such answer', async () => {
    const { card, at } = await start();
    await talk.execute({ ...answerOn(card), run: 'another' }, at);
    await talk.execute({ ...answerOn(card), option: 'nonsense' }, at);
    expect(connector.sent('PUT')).to.deep.equal([]);
  });

  it('is frozen the same when it is clicked twice, and the second click changes nothing else', async () => {
    const { card, at } = await start();
    const data = answerOn(card)!;
    const once = await talk.execute(data, at);
    const twice = await talk.execute(data, at);
    expect(twice.body).to.deep.equal(once.body);
    expect(connector.shown.map(({ summary }) => summary)[2]).to.equal(dialogs.phrases['note.doubleClick']);
    expect(connector.shown).to.have.length(3);
  });

  for (const [name, step, puts] of [
    ['403: the app is not there any more', { status: 403, code: 'BotNotInConversationRoster' }, 1],
    ['404: the card was deleted, or forwarded', { status: 404, code: 'ActivityNotFoundInConversation' }, 1],
    ['502', { status: 502 }, 1],
    ['a broken connection', { without: 'connection' }, 1],
    ['412, once', { status: 412 }, 2],
  ] as const)
    it(`does not fail the turn when it cannot be replaced: ${name}`, async () => {
      const { card, at } = await start();
      connector.next('PUT', step);
      const { status, body } = await talk.execute(answerOn(card)!, at);
      expect([status, body?.type]).to.deep.equal([200, replaced]);
      expect(connector.sent('POST')).to.have.length(2);
      expect(connector.sent('PUT')).to.have.length(puts);
      const events = talk.log.map(({ event }) => event).filter((event) => event !== 'turn');
      expect(events).to.deep.equal(puts === 1 ? ['card-not-replaced'] : []);
    });

  it('keeps its buttons when the reply may not have arrived, so that the user can press again', async () => {
    const { card, at } = await start();
    const data = answerOn(card)!;
    connector.next('POST', { status: 502 });
    const { body } = await talk.execute(data, at);
    expect([body?.type, body?.value]).to.deep.equal([told, dialogs.phrases['click.notSent']]);
    expect(connector.sent('PUT')).to.deep.equal([]);
    const again = await talk.execute(data, at);
    expect(again.body?.type).to.equal(replaced);
    expect(actionsOf(cardOf(connector.shown.at(-1))).map(({ kind }) => kind)).to.include('start');
  });

  it('is replaced for the one who clicked when the channel does not say which card it was', async () => {
    const { card } = await start();
    const { body } = await talk.execute(answerOn(card)!);
    expect([body?.type, connector.sent('PUT').length]).to.deep.equal([replaced, 0]);
  });

  it('has nothing personal in it, live or frozen, so that it can be forwarded', async () => {
    let { card, at } = await start();
    const keys = new Set<string>();
    for (let data = answerOn(card); data; data = answerOn(card)) {
      for (const one of actionsOf(card)) for (const key of Object.keys(one)) keys.add(key);
      await talk.execute(data, at);
      card = cardOf(connector.shown.at(-1));
      at = lastId();
    }
    const carried: readonly (keyof ActionData | 'form')[] = ['kind', 'tree', 'run', 'question', 'option', 'answers'];
    expect([...keys].filter((key) => !(carried as readonly string[]).includes(key))).to.deep.equal([]);
    const cards = JSON.stringify(connector.requests.map(({ activity }) => activity.attachments));
    for (const secret of ['29:user', 'Birgit', 'aad', '28:bot', talk.conversation, 'tenant'])
      expect(cards, secret).not.to.contain(secret);
    const frozen = JSON.stringify(connector.sent('PUT').map(({ activity }) => activity.attachments));
    expect(frozen).not.to.match(/Action\.|"data"|"run"|Input\./u);
  });
});

describe('a card that is answered where cards cannot be replaced', () => {
  for (const channel of ['directline', 'webchat', 'emulator', 'console', 'test'])
    it(`stays as it is on ${channel}: one reply, and nothing else`, async () => {
      const talk = new TestGuide().talk(channel);
      await talk.click({ kind: 'start', tree: tree.id });
      const answer = { kind: 'answer', ...(await talk.walk()), question: 'need', option: 'regain' };
      const data = { ...answer, seen: undefined };
      const value = { action: { type: 'Action.Execute', verb: 'answer', data }, trigger: 'manual' };
      const about = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'card-1' };
      const { messages, body } = await talk.send(about);
      expect(messages).to.have.length(1);
      expect(messages[0]?.id).not.to.equal('card-1');
      expect(body).to.deep.equal({ statusCode: 200, type: told, value: '' });
    });
});
