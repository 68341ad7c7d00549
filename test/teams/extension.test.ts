import { expect } from 'chai';
import { Extension, searchCommand } from '../../src/bot/teams/extension.ts';
import type { Guide } from '../../src/bot/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, knowledge } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';
import { TeamsDoor } from './door.ts';

interface Attachment {
  readonly contentType: string;
  readonly content: object;
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}
interface Body {
  readonly composeExtension: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly Attachment[];
  };
}

const bodyOf = ({ body }: { readonly body?: unknown }): Body['composeExtension'] => (body as Body).composeExtension;
const value = (q: unknown, queryOptions: unknown = { skip: 0, count: 25 }): object => ({
  commandId: searchCommand.id,
  parameters: [{ name: searchCommand.parameter, value: q }],
  queryOptions,
});
const extension = new Extension(guide);
const find = (q: unknown, options?: unknown): readonly Attachment[] =>
  bodyOf(extension.query(value(q, options))).attachments ?? [];
const titles = (q: string): string[] => find(q).map(({ preview }) => preview.content.title);

describe('Find paragraf', () => {
  it('finds a provision by any way of writing it, and by its beginning', () => {
    for (const q of ['§ 86, stk. 1', '86 stk 1', 'serviceloven 86 stk. 1', 'servicelov § 86 stk 1', 'SEL § 86, stk. 1'])
      expect(titles(q)[0], q).to.equal('serviceloven § 86, stk. 1');
    for (const q of ['83a', '§ 83 a', '§83a', 'sel 83 a']) expect(titles(q)[0], q).to.equal('serviceloven § 83 a');
    expect(titles('8')).to.include('serviceloven § 83');
  });

  it('finds every provision by its own label', () => {
    for (const id of knowledge.provisionIds) {
      const { label } = knowledge.provision(id)!;
      expect(titles(label), label).to.include(label);
    }
  });

  it('finds answers, standards and points of checklists as they are typed', () => {
    for (const [q, title] of [
      ['fristen for at kl', 'Fristen for at klage'],
      ['hvor lang er fristen for at klage', 'Fristen for at klage'],
      ['herlev fr', 'Herlev Kommune: Genoptræning · Frister'],
      ['mål og ra', 'Tjekliste for genoptræning: Mål og rammer'],
    ] as const)
      expect(titles(q), q).to.include(title);
  });

  it('gives at most ten, page by page and none twice', () => {
    const pages = [0, 10, 20].map((skip) =>
      find('ge', { skip, count: 25 }).map(({ preview }) => preview.content.title),
    );
    expect(pages.map(({ length }) => length)).to.deep.equal([10, 10, 10]);
    expect(find('ge', { skip: 0, count: 3 })).to.have.length(3);
    expect(find('ge', { skip: 10_000, count: 25 })).to.deep.equal([]);
  });

  it('gives what is used most when nothing is typed, and at the first query', () => {
    const first = { commandId: searchCommand.id, parameters: [{ name: 'initialRun', value: 'true' }] };
    const opened = bodyOf(extension.query(first)).attachments ?? [];
    expect(opened).to.have.length(10);
    for (const q of ['', '  ', '§']) expect(find(q)).to.deep.equal(opened);
  });

  it('gives a preview of a title and one line with a card that is safe to share', () => {
    const all = [
      '',
      'ge',
      'he',
      'kø',
      've',
      'mål',
      'klage',
      '1',
      '8',
      'stop',
      'døgn',
      'tj',
      'ret',
      'sund',
      'ældre',
      'fri',
    ];
    for (const q of all)
      for (const { contentType, content, preview } of find(q)) {
        const { title, text } = preview.content;
        expect(contentType).to.equal('application/vnd.microsoft.card.adaptive');
        expect(preview.contentType).to.equal('application/vnd.microsoft.card.thumbnail');
        expect(title).to.not.equal('');
        expect(text, title).to.match(/^\S[^\n]{0,119}$/u);
        expect(lintCard(content), title).to.deep.equal([]);
        const card = JSON.stringify(content);
        expect(card.length * 2, title).to.be.below(28 * 1024);
        expect(card, title).to.not.match(/Action\.|Input\.|"data"|"run"|selectAction/u);
        expect(card, title).to.contain('22. november 2026').and.contain(`version ${guide.version}`);
        expect(card, title).to.contain(dialogs.phrases['source.heading']);
      }
  });

  it('gives the same card when a result is chosen by its id', () => {
    const [chosen] = bodyOf(extension.select({ id: 'law:sel-86-1' })).attachments ?? [];
    expect(chosen).to.deep.equal(find('§ 86, stk. 1')[0]);
    for (const odd of [undefined, null, 7, {}, { id: 'law:none' }, { id: '__proto__' }])
      expect(bodyOf(extension.select(odd))).to.deep.equal({ type: 'message', text: dialogs.phrases['search.none'] });
  });

  it('refuses personal data, finds nothing for nonsense, and understands no other shape', () => {
    const text = (given: unknown): string | undefined => bodyOf(extension.query(given)).text;
    for (const q of ['010203-1234', 'Birthe Hansen, Nørregade 7'])
      expect(text(value(q))).to.equal(dialogs.phrases['note.personalData']);
    expect(text(value('zzzzqq'))).to.equal(dialogs.phrases['search.none']);
    for (const odd of [
      undefined,
      null,
      7,
      'q',
      [],
      { commandId: 'other' },
      value(7),
      value({}),
      value('x'.repeat(1_001)),
    ])
      expect(text(odd), JSON.stringify([odd]).slice(0, 60)).to.equal(dialogs.phrases['search.unreadable']);
    for (const options of [null, 7, {}, { skip: -1, count: 'x' }, { skip: 0, count: 0 }])
      expect(find('klage', options)).to.have.length(10);
  });

  it('shows nothing that is switched off', () => {
    const off: Guide = { ...guide, isDisabled: (id) => id === 'sel-86-1' || id === 'herlev' };
    const shown = (q: string): string[] =>
      (bodyOf(new Extension(off).query(value(q))).attachments ?? []).map(({ preview }) => preview.content.title);
    expect(shown('§ 86, stk. 1')).to.not.include('serviceloven § 86, stk. 1');
    expect(shown('herlev').filter((title) => title.startsWith('Herlev'))).to.deep.equal([]);
  });

  it('says on another day what holds that day', () => {
    let day = guide.today();
    const moving = new Extension({ ...guide, today: () => day });
    const card = (): string => JSON.stringify(bodyOf(moving.query(value('sundhedsloven § 140'))).attachments);
    const before = card();
    day = '2027-01-05' as typeof day;
    expect(card()).to.contain('5. januar 2027').and.not.equal(before);
  });

  describe('from Teams', () => {
    const door = new TeamsDoor();
    before(() => door.open());
    after(() => door.close());

    it('answers in any conversation, says nothing there, keeps nothing and logs nothing of the query', async () => {
      for (const conversationType of ['personal', 'groupChat', 'channel']) {
        const conversation = { id: `19:${conversationType}`, conversationType };
        for (const q of ['klagefrist', '010203-1234']) {
          const answer = await door.post({
            type: 'invoke',
            name: 'composeExtension/query',
            value: value(q),
            conversation,
          });
          expect(answer.status).to.equal(200);
          expect(answer.json).to.have.nested.property(
            'composeExtension.type',
            q === 'klagefrist' ? 'result' : 'message',
          );
        }
        expect(door.shownIn(conversation.id)).to.deep.equal([]);
        const stored = await door.storage.read([`msteams/conversations/${conversation.id}`]);
        expect(stored).to.deep.equal({});
      }
      expect(JSON.stringify(door.log)).to.not.contain('klagefrist').and.not.contain('010203');
    });
  });
});
