import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadContent, type Content } from '../../src/content.ts';
import { civilDate } from '../../src/dates/index.ts';
import { decide, factsFrom } from '../../src/rules/index.ts';
import { actionsOf, textsOf, type ActionData } from '../helpers/cardReader.ts';
import { Conversation } from '../helpers/conversation.ts';
import { startGuide, temporaryFolder, type GuideProcess } from '../helpers/guideProcess.ts';

interface Row {
  readonly id: string;
  readonly facts: Readonly<Record<string, string>> & { readonly date: string };
}

const root = join(import.meta.dirname, '..', '..');
const rows = readFileSync(join(root, 'test/cases/decide.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row);
const conversations = 8;
/** The dialog asks what `decide` presumes. */
const presumed = { personalAssistance: 'no', housing: 'own-home' };

/** Walks one row through the dialog, answering what it asks and nothing else; what the row leaves out is "unknown". */
const walk = async (conversation: Conversation, { facts }: Row) => {
  const told: Readonly<Record<string, string>> = { ...presumed, ...facts };
  let card = await conversation.click({ kind: 'start', tree: 'hvilken-paragraf' });
  const confirm = actionsOf(card).find(({ option }) => option === 'yes');
  if (confirm?.kind === 'restart') card = await conversation.click(confirm);
  let open: ActionData | undefined = actionsOf(card).find(({ kind }) => kind === 'answer');
  if (!open) throw new Error('The dialog did not begin with a question.');
  card = await conversation.click({ ...open, question: 'date', option: facts.date });
  while ((open = actionsOf(card).find(({ kind }) => kind === 'answer')) !== undefined)
    card = await conversation.click({ ...open, option: told[open.question ?? ''] ?? 'unknown' });
  return card;
};

/** What the card names wrongly or does not name, or nothing. */
const difference = ({ knowledge }: Content, { id, facts }: Row, shown: readonly string[]): string[] => {
  const labelOf = (provision: string): string => knowledge.provision(provision)?.label ?? provision;
  const named = (label: string): boolean =>
    shown.some((text) => text === label || text.startsWith(`${label}, jf. `) || text.startsWith(`${label}: `));
  const { governing, candidates } = decide(knowledge, {
    date: civilDate(facts.date),
    facts: factsFrom({ ...presumed, ...facts }),
  });
  const tracks = [...governing, ...candidates];
  const expected = tracks.map(({ provision }) => labelOf(provision));
  const allowed = [...expected, ...tracks.flatMap((track) => track.with.map(labelOf))];
  const missing = expected.filter((label) => !named(label));
  const other = knowledge.provisionIds.map(labelOf).filter((label) => !allowed.includes(label) && named(label));
  return missing.length + other.length === 0 ? [] : [`${id}: not named ${missing.join()}; named too ${other.join()}`];
};

describe('the dialog over Direct Line, driven by a third-party client, beside decide', () => {
  const folder = temporaryFolder();
  let guide: GuideProcess;
  let content: Content;

  before(async () => {
    content = await loadContent(root);
    guide = await startGuide(folder.path);
  });
  after(async () => {
    await guide.stop();
    folder.remove();
  });

  it(`names for all ${String(rows.length)} expert rows what decide names, and nothing else`, async () => {
    const waiting = [...rows];
    const differing: string[] = [];
    const work = async (): Promise<void> => {
      const conversation = new Conversation(guide.url);
      for (let row = waiting.shift(); row; row = waiting.shift())
        differing.push(...difference(content, row, textsOf(await walk(conversation, row))));
      conversation.end();
    };
    await Promise.all(Array.from({ length: conversations }, work));
    expect(differing).to.deep.equal([]);
  });
});
