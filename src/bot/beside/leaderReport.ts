import { isForLeaders, type Standing } from '../leaders.ts';
import { noted } from '../noted.ts';
import type { LeaderReportView } from '../../cards/index.ts';
import type { CountedWeek, Turn } from '../turn.ts';

/** What the report lists by topic, and what it is called. */
const listed = [
  ['unanswered', 'leader.unanswered'],
  ['refused', 'leader.refused'],
  ['corrected', 'leader.corrected'],
  ['down-voted', 'leader.downVoted'],
] as const;
const reasons = ['wrong', 'outdated', 'unclear', 'offTopic', 'incomplete'] as const;
/** Of a longer list only its length is told. */
const mostTopics = 6;
const mostWeeks = 4;

type Counted = CountedWeek['gaps'][number];

/** What a topic is called; an id that no file holds any more stands for itself. */
const topicName = ({ knowledge, trees, phrases }: Turn, id: string): string => {
  if (id === '-') return phrases.say('leader.noTopic');
  const said = knowledge.article(id) ?? knowledge.outside.find((one) => one.id === id);
  if (said) return phrases.language === 'en' ? said.titleEnglish : said.title;
  return trees.get(id)?.title ?? knowledge.provision(id)?.label ?? knowledge.standard(id)?.title ?? id;
};

const lineOf = (turn: Turn, { topic, count, municipalities }: Counted): string => {
  const { phrases, knowledge } = turn;
  const places = Object.entries(municipalities)
    .filter(([slug]) => slug !== '-')
    .map(([slug, times]) => `${knowledge.municipalities.find(({ id }) => id === slug)?.name ?? slug} ${String(times)}`);
  const told = { topic: topicName(turn, topic), count: String(count) };
  return places.length === 0
    ? phrases.say('leader.line', told)
    : phrases.say('leader.lineIn', { ...told, places: places.join(', ') });
};

const sectionsOf = (turn: Turn, { gaps, totals }: CountedWeek): LeaderReportView['sections'] => {
  const { phrases } = turn;
  const topics = listed.flatMap(([event, heading]) => {
    const all = gaps.filter((gap) => gap.event === event);
    if (all.length === 0) return [];
    const rest = all.length - mostTopics;
    const more = rest > 0 ? [phrases.say('leader.more', { count: String(rest) })] : [];
    return [
      { heading: phrases.say(heading), items: [...all.slice(0, mostTopics).map((gap) => lineOf(turn, gap)), ...more] },
    ];
  });
  const why = reasons.flatMap((reason) => {
    const count = totals[`reason-${reason}`];
    return count === undefined
      ? []
      : [phrases.say('leader.line', { topic: phrases.say(`feedback.${reason}`), count: String(count) })];
  });
  return why.length === 0 ? topics : [...topics, { heading: phrases.say('leader.reasons'), items: why }];
};

const weekName = ({ phrases }: Turn, id: string): string => {
  const [year = '', week = ''] = id.split('-W');
  return phrases.say('leader.week', { week: String(Number(week)), year });
};

const reportOf = (turn: Turn, weeks: readonly CountedWeek[], shown: CountedWeek): LeaderReportView => {
  const { phrases } = turn;
  const totals = [['answered', 'leader.answered'], ...listed, ['up-voted', 'leader.upVoted']] as const;
  return {
    kind: 'leader-report',
    week: weekName(turn, shown.week),
    totals: totals.map(([event, name]) => ({ name: phrases.say(name), value: String(shown.totals[event] ?? 0) })),
    sections: sectionsOf(turn, shown),
    weeks: weeks
      .filter(({ week }) => week !== shown.week)
      .slice(0, mostWeeks)
      .map(({ week }) => ({ id: week, label: weekName(turn, week) })),
  };
};

/** What everyone but a leader is told. */
const refusals = {
  staff: 'leader.onlyLeaders',
  unproven: 'leader.unproven',
  unreachable: 'leader.unreachable',
  unknown: 'leader.notHere',
} as const satisfies Partial<Record<Standing, string>>;

const note = (turn: Turn, key: (typeof refusals)[keyof typeof refusals] | 'leader.nothing'): true => {
  turn.outbox.push(noted(turn, turn.phrases.say(key)));
  return true;
};

/**
 * "lederrapport", and a click on one: what the guide could not do, week by week, from counters that hold ids and numbers.
 * For leaders alone; who the user is has been found out in this very turn. True when the turn was about that.
 */
export const leaderTurn = (turn: Turn): boolean => {
  const { intent, guide, standing = 'unknown' } = turn;
  if (!isForLeaders(intent)) return false;
  if (standing === 'signed-out') {
    turn.offersSignIn = true;
    return true;
  }
  if (standing !== 'leader') return note(turn, refusals[standing]);
  const weeks = guide.weeks();
  const chosen = intent.kind === 'action' ? intent.action.option : undefined;
  const shown = weeks.find(({ week }) => week === chosen) ?? weeks[0];
  if (!shown) return note(turn, 'leader.nothing');
  turn.outbox.push(reportOf(turn, weeks, shown));
  return true;
};
