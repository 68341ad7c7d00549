import { sectionUnder, type Button, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { LeaderReportView } from './views.ts';
import { menuButton } from './ways.ts';

/** One week in numbers, for a leader: what went wrong by topic, why, and other weeks to look at. */
export const leaderReportCard = ({ week, totals, sections, weeks }: LeaderReportView, phrases: Phrases): Page => {
  const heading = phrases.say('leader.heading', { week });
  const buttons = weeks.map(({ id, label }): Button => ({ title: label, data: { kind: 'leader-report', option: id } }));
  return {
    summary: heading,
    speak: [heading, ...totals.map(({ name, value }) => `${name}: ${value}`)].join('. '),
    blocks: [
      { kind: 'title', text: heading },
      { kind: 'facts', rows: totals },
      ...sections.flatMap((section) => sectionUnder(section.heading, [{ kind: 'list', items: section.items }])),
      ...sectionUnder(
        phrases.say('leader.otherWeeks'),
        buttons.map((button) => ({ kind: 'buttons', buttons: [button] })),
      ),
      { kind: 'subtle', text: phrases.say('leader.about') },
    ],
    actions: [menuButton(phrases)],
  };
};
