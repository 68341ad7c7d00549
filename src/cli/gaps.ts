import { gapEvents, type Gap, type GapWeek } from '../storage/index.ts';

const widest = Math.max(...gapEvents.map(({ length }) => length));

const places = ({ municipalities }: Gap): string => {
  const named = Object.entries(municipalities).filter(([slug]) => slug !== '-');
  return named.length === 0 ? '' : `  (${named.map(([slug, count]) => `${slug} ${String(count)}`).join(', ')})`;
};

/** The weeks as text, one topic a line. */
export const gapText = (weeks: readonly GapWeek[]): string =>
  weeks
    .map(({ week, totals, gaps }) =>
      [
        `${week}  ${Object.entries(totals)
          .map(([event, count]) => `${event} ${String(count)}`)
          .join(', ')}`,
        ...gaps.map(
          (gap) => `  ${gap.event.padEnd(widest)} ${String(gap.count).padStart(6)}  ${gap.topic}${places(gap)}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
