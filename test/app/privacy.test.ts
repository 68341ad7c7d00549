import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { findPersonalData } from '../../src/language/index.ts';
import { screenFor } from '../../src/screen.ts';
import { dialogs, knowledge, projectRoot } from '../helpers/content.ts';
import { startGuide, temporaryFolder, type GuideProcess } from '../helpers/guideProcess.ts';
import { ask, begin, read, say, type Place } from '../server/rest.ts';

interface Form {
  readonly kind: string;
  readonly text: string;
  readonly digits?: string;
}
const all = readFileSync(join(projectRoot, 'test/privacy/forms.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Form);
const step = all.length / 50;
/** Fifty, from the whole length of the list. */
const forms = Array.from({ length: 50 }, (_, index) => all[Math.floor(index * step)]!);
const warning = /ligner personoplysninger|looks like personal/iu;

/** What would tell of a form: all of it, what was found in it, its digits, and the longer words of what was found. */
const tracesOf = ({ text, digits }: Form): readonly string[] => {
  const found = findPersonalData(text).map(({ start, end }) => text.slice(start, end));
  const words = found.flatMap((part) => part.match(/[\p{L}\p{N}]{5,}/gu) ?? []);
  return [...new Set([text, digits ?? '', ...found, ...words])].filter((trace) => trace.length >= 5);
};

/** The ways in; each form comes in by all of them. */
const ways: readonly ((text: string, index: number) => object)[] = [
  (text, index) => ({ text, channelData: { clientActivityID: `x${String(index)}` }, locale: 'da-DK' }),
  (text) => ({ text: 'menu', value: { kind: 'answer', tree: 'hvilken-paragraf', option: text } }),
  (text) => ({ text: 'menu', channelData: { messageBack: { text, displayText: text } } }),
  (text) => ({
    ...{ type: 'invoke', name: 'adaptiveCard/action' },
    value: { action: { type: 'Action.Execute', data: { kind: 'answer', option: text } } },
  }),
  (text) => ({ type: 'event', name: 'webchat/join', value: { text } }),
];

describe('fifty forms of personal data, sent to a guide process', () => {
  const folder = temporaryFolder();
  const sinks: Record<string, string> = {};
  let guide: GuideProcess | undefined;
  /** The search's index is made of the guide's own texts, and holds names of its own: it is compared, not searched. */
  const isIndex = (file: string): boolean => file.startsWith('index-');
  const indexFile = (): Buffer =>
    Buffer.concat(
      readdirSync(folder.path)
        .filter(isIndex)
        .map((file) => readFileSync(join(folder.path, file))),
    );
  let indexBefore: Buffer = Buffer.alloc(0);

  const listen = async ({ streamUrl }: Place): Promise<() => string> => {
    let heard = '';
    const socket = new WebSocket(streamUrl);
    socket.on('message', (data: Buffer) => (heard += data.toString()));
    await new Promise((resolve) => socket.once('open', resolve));
    return () => heard;
  };

  before('sends them, and gathers all that could hold some of them', async () => {
    guide = await startGuide(folder.path, { LOG_LEVEL: 'debug' });
    const { url } = guide;
    const [histories, streams, answers]: string[][] = [[], [], []];
    while (indexFile().length === 0) await new Promise((soon) => setTimeout(soon, 50));
    indexBefore = indexFile();
    const plain = await begin(url);
    await say(url, plain, { text: 'hvilken paragraf' });
    const own = JSON.stringify([dialogs.phrases, dialogs.phrasesEnglish]);
    sinks.before = `${own}${await (await ask(url, plain, '/activities')).text()}`.toLowerCase();
    for (const [index, form] of forms.entries()) {
      const place = await begin(url);
      const stream = await listen(place);
      for (const way of ways) {
        const answer = await say(url, place, way(form.text, index));
        expect(answer.status).to.equal(200);
        answers!.push(await answer.text());
      }
      answers!.push(await (await say(url, place, { text: form.text, from: { id: '' } })).text());
      answers!.push(await (await say(url, place, { text: [form.text] })).text());
      const { activities } = await read(url, place);
      const [echo, refused] = activities;
      expect(echo, form.text).to.include({ type: 'message' }).and.not.to.have.any.keys('text', 'value');
      expect(echo?.channelData).to.deep.equal({ clientActivityID: `x${String(index)}` });
      expect(JSON.stringify(refused), form.text).to.match(warning);
      histories!.push(JSON.stringify(activities));
      streams!.push(stream());
    }
    const files = (): string =>
      readdirSync(folder.path)
        .filter((file) => !isIndex(file))
        .map((file) => readFileSync(join(folder.path, file)).toString('utf8'))
        .join('\n');
    sinks.activities = histories!.join('\n');
    sinks.stream = streams!.join('\n');
    sinks.answers = answers!.join('\n');
    sinks['files while it runs'] = files();
    await guide.stop();
    sinks['files when it has stopped'] = files();
    sinks.log = guide.output();
  });

  after(async () => {
    await guide?.stop('SIGKILL');
    folder.remove();
  });

  it('writes nothing into the index that was kept before they came', () => {
    expect(indexBefore.length).to.be.above(1_000_000);
    expect(indexFile().equals(indexBefore)).to.equal(true);
  });

  it('covers every kind', () => {
    expect(new Set(forms.map(({ kind }) => kind))).to.deep.equal(new Set(all.map(({ kind }) => kind)));
  });

  for (const sink of ['activities', 'stream', 'answers', 'files while it runs', 'files when it has stopped', 'log'])
    it(`leaves no digits, names or addresses in: ${sink}`, () => {
      const text = sinks[sink] ?? '';
      expect(text.length, 'there is something to look in').to.be.above(sink === 'log' ? 10_000 : 1_000);
      // A word that the guide says by itself tells nothing.
      const traces = forms.flatMap(tracesOf).filter((trace) => sinks.before?.includes(trace.toLowerCase()) !== true);
      expect(traces.length).to.be.above(150);
      const lower = text.toLowerCase();
      expect(traces.filter((trace) => lower.includes(trace.toLowerCase()))).to.deep.equal([]);
    });
});

describe('screenFor', () => {
  const screen = screenFor(knowledge);

  it('finds each form in a text, in a value however deep, as a key, and as a number', () => {
    for (const { text } of all)
      for (const activity of [
        { text },
        { value: { action: { data: { answers: { need: text } } } } },
        { value: { [text]: 1 } },
      ])
        expect(screen(activity), text).to.equal(true);
    expect(screen({ value: { cpr: 2603371573 } })).to.equal(true);
  });

  it('lets harmless texts, what is no text, and the page’s own fields pass', () => {
    const harmless = readFileSync(join(projectRoot, 'test/privacy/harmless.jsonl'), 'utf8').trimEnd().split('\n');
    const caught = harmless.map((line) => (JSON.parse(line) as Form).text).filter((text) => screen({ text }));
    expect(caught.length / harmless.length).to.be.at.most(0.01);
    for (const nothing of [undefined, null, {}, { value: null }, 7, { entities: [{ requiresBotState: true }] }])
      expect(screen(nothing)).to.equal(false);
    const page = { locale: 'da-DK', localTimezone: 'Europe/Copenhagen', textFormat: 'plain', attachments: [] };
    expect(screen({ ...page, channelData: { 'webchat:sequence-id': 1795339543123.001 } })).to.equal(false);
  });
});
