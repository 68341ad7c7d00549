import { addDays, type CivilDate } from '../dates/index.ts';

/** One whole day. `uid` is what a calendar knows it by: the same one again replaces the entry instead of adding one. */
export interface CalendarEntry {
  readonly uid: string;
  readonly date: CivilDate;
  readonly summary: string;
  readonly description: string;
}

/** Midnight UTC: read back in UTC it is the same day on every machine. */
const atStart = (date: CivilDate): Date => new Date(`${date}T00:00:00Z`);

/**
 * The entries as the text of an .ics file (RFC 5545): whole days without a time zone, so the same day everywhere. The same
 * entries give the same bytes but for DTSTAMP. The library is loaded by the first call.
 */
export const calendarFile = async ({
  title,
  entries,
  now,
}: {
  readonly title: string;
  readonly entries: readonly CalendarEntry[];
  readonly now: Date;
}): Promise<string> => {
  const { ICalCalendar, ICalEventBusyStatus, ICalEventTransparency } = await import('ical-generator');
  const calendar = new ICalCalendar({
    name: title,
    prodId: { company: 'Paragrafguiden', product: 'Frister', language: 'DA' },
  });
  for (const { uid, date, summary, description } of entries)
    calendar.createEvent({
      id: uid,
      start: atStart(date),
      end: atStart(addDays(date, 1)),
      allDay: true,
      timezone: 'UTC',
      stamp: now,
      summary,
      description,
      // A deadline takes no time: colleagues still see the day as free.
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  return `${calendar.toString().trimEnd()}\r\n`;
};
