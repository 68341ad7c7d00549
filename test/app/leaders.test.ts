import { expect } from 'chai';
import { openCounters } from '../../src/storage/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { actionsOf, type Card } from '../helpers/cardReader.ts';
import { dialogs, knowledge } from '../helpers/content.ts';
import type { Put } from '../helpers/fakeConnector.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';
import { begin, read, say } from '../server/rest.ts';
import { RunningGuide } from './running.ts';

const leader = 'AAAAAAAA-1111-4111-8111-111111111111';
const other = 'bbbbbbbb-2222-4222-8222-222222222222';
const said = (key: string): string => dialogs.phrases[key]!;
const typed = { type: 'message', text: 'lederrapport' };
const from = (aadObjectId: unknown) => ({ from: { id: '29:someone', aadObjectId } });
const week = { kind: 'leader-report', option: '2026-W46' };
const clicks: readonly object[] = [
  { type: 'message', value: week },
  {
    ...{ type: 'invoke', name: 'adaptiveCard/action' },
    value: { action: { type: 'Action.Execute', verb: 'leader-report', data: week }, trigger: 'manual' },
  },
  { type: 'invoke', name: 'suggestedAction/submit', value: week },
];
const textOf = (shown: readonly Put[]): string => JSON.stringify(shown);
const cardOf = (shown: readonly Put[]): Card => shown[0]!.attachments![0]!.content;

describe('the leader report', () => {
  const folder = temporaryFolder();
  const guide = new RunningGuide({ DATA_DIR: folder.path, LEADERS: ` ${leader} ,` });
  const topic = knowledge.articles.find(({ id }) => id === 'complaint-deadline')!;

  before(async () => {
    let now = '2026-W46';
    const counters = openCounters({ dataDir: folder.path, week: () => now, every: () => () => undefined });
    counters.count('unanswered', 'transport-gone');
    now = '2026-W47';
    for (let times = 0; times < 3; times += 1) counters.count('unanswered', topic.id, 'vejen');
    counters.count('unanswered', topic.id);
    for (let many = 0; many < 9; many += 1) counters.count('corrected', `t-${String(many)}`);
    counters.count('refused');
    counters.count('down-voted', 'sel-86-1');
    counters.count('reason-outdated', 'sel-86-1');
    counters.close();
    await guide.open();
  });
  after(async () => {
    await guide.close();
    folder.remove();
  });

  /** Nobody but a leader is told a figure, and everyone is told where to go instead. */
  const refused = ({ shown, status }: Awaited<ReturnType<RunningGuide['post']>>, key: string): void => {
    expect(status).to.equal(200);
    expect(shown).to.have.length(1);
    expect(textOf(shown)).to.contain(said(key)).and.not.contain(said('leader.unanswered'));
    const [{ text = '' }] = shown as [Put];
    expect(text === '' ? actionsOf(cardOf(shown)).map(({ kind }) => kind) : ['menu']).to.include('menu');
  };

  it('shows a leader the latest week by topic and municipality, and why answers were voted down', async () => {
    for (const id of [leader, leader.toLowerCase()]) {
      const { shown } = await guide.post({ ...typed, ...from(id) });
      expect(shown).to.have.length(1);
      expect(lintCard(cardOf(shown))).to.deep.equal([]);
      const text = textOf(shown);
      expect(text).to.contain('uge 47 i 2026').and.contain(said('leader.about'));
      expect(text).to.contain(`${topic.title}: 4 (Vejen Kommune 3)`).and.contain('3 emner mere');
      expect(text)
        .to.contain('serviceloven § 86, stk. 1: 1')
        .and.contain(`${said('feedback.outdated')}: 1`);
      expect(text).to.contain('uden emne: 1');
    }
  });

  it('shows other weeks to the leader who clicks, and the latest for a week that there is not', async () => {
    for (const click of clicks)
      expect(textOf((await guide.post({ ...click, ...from(leader) })).shown)).to.contain('transport-gone: 1');
    for (const option of ['2026-W01', '9999-W99', 'x', undefined]) {
      const { shown } = await guide.post({ type: 'message', value: { ...week, option }, ...from(leader) });
      expect(textOf(shown), option).to.contain('uge 47 i 2026');
    }
    const { shown } = await guide.post({ type: 'message', text: 'leader report', locale: 'en-GB', ...from(leader) });
    expect(textOf(shown)).to.contain('week 47 of 2026').and.contain(topic.titleEnglish);
  });

  it('is refused kindly to everyone else in a chat of their own, typed or by a card that was sent on', async () => {
    for (const more of [typed, ...clicks])
      for (const id of [other, `${leader}0`, 'leader', '*', ''])
        refused(await guide.post({ ...more, ...from(id) }), 'leader.onlyLeaders');
  });

  it('is refused where nothing says who someone is, whatever a card or a client claims', async () => {
    for (const more of [typed, ...clicks]) {
      for (const id of [undefined, null, 7, [leader], { toString: leader }])
        refused(await guide.post({ ...more, ...from(id) }), 'leader.notHere');
      refused(await guide.post({ ...more, ...from(leader), channelId: 'directline' }), 'leader.notHere');
      refused(await guide.post({ ...more, ...from(leader), conversation: { id: 'a:untold' } }), 'leader.notHere');
    }
    const forged = { ...week, aadObjectId: leader, from: { aadObjectId: leader }, standing: 'leader' };
    refused(await guide.post({ type: 'message', value: forged, ...from(other) }), 'leader.onlyLeaders');
  });

  it('is sent on to the own chat where others read along, also for a leader', async () => {
    for (const conversationType of ['groupChat', 'channel'])
      for (const more of [{ ...typed, text: '<at>P</at> lederrapport' }, ...clicks]) {
        const conversation = { id: `19:${conversationType}`, conversationType, isGroup: true };
        refused(await guide.post({ ...more, conversation, ...from(leader) }), 'group.private');
      }
  });

  it('is not on the page', async () => {
    const place = await begin(guide.url);
    await say(guide.url, place, { text: 'lederrapport', from: { id: leader, aadObjectId: leader } });
    await say(guide.url, place, { value: week, channelId: 'msteams', conversation: { conversationType: 'personal' } });
    const { activities } = await read(guide.url, place);
    const replies = activities.filter(({ from: by }) => by?.role !== 'user');
    expect(replies).to.have.length(2);
    for (const reply of replies)
      expect(JSON.stringify(reply)).to.contain(said('leader.notHere')).and.not.contain(said('leader.unanswered'));
  });

  it('follows LEADERS at the next action, both ways, also on a card that a leader got before', async () => {
    const asks = async (id: string): Promise<string> => textOf((await guide.post({ ...clicks[0], ...from(id) })).shown);
    expect(await asks(leader)).to.contain('uge 46');
    guide.set({ LEADERS: other });
    expect(await asks(leader))
      .to.contain(said('leader.onlyLeaders'))
      .and.not.contain('uge 46');
    expect(await asks(other)).to.contain('uge 46');
    guide.set({ LEADERS: `${leader},not an id` });
    expect(await asks(other), 'settings that cannot be used change nothing').to.contain('uge 46');
    guide.set({ LEADERS: '' });
    for (const id of [leader, other]) expect(await asks(id)).to.contain(said('leader.onlyLeaders'));
    guide.set({ LEADERS: leader });
    expect(await asks(leader)).to.contain('uge 46');
  });

  it('says so when nothing has been counted', async () => {
    const empty = temporaryFolder();
    const fresh = new RunningGuide({ DATA_DIR: empty.path, LEADERS: leader });
    await fresh.open();
    expect(textOf((await fresh.post({ ...typed, ...from(leader) })).shown)).to.contain(said('leader.nothing'));
    await fresh.close();
    empty.remove();
  });
});
