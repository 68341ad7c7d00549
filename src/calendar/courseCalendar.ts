import { InputError, InternalError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { deadlines, eventsOf, fill, type Course } from '../rules/index.ts';
import { calendarFile } from './calendarFile.ts';
import { readCalendarPath } from './calendarPath.ts';

/** A course's deadlines as an .ics file. A step keeps its UID as long as its day zero is the same. */
export const courseCalendar = (knowledge: Knowledge, { standard, events }: Course, now: Date): Promise<string> => {
  const words = knowledge.deadlineWords;
  if (!words)
    throw new InternalError('Deadlines have no words.', 'A calendar would be empty.', 'Add knowledge/deadlines.yaml.');
  const labels = new Map(words.steps.map(({ id, label }) => [id, label]));
  const { title, source: cite, doubt: unsure, closing } = words.calendar;
  return calendarFile({
    title: fill(title, { standard: knowledge.deadlineStandard(standard)?.title ?? standard }),
    now,
    entries: deadlines(knowledge, standard, events).map(({ step, due, from, text, counting, source, at, doubt }) => ({
      uid: `${standard}.${step}.${from}@paragrafguiden`,
      date: due,
      summary: labels.get(step) ?? step,
      description: [
        text,
        counting,
        ...(doubt === undefined ? [] : [fill(unsure, { doubt })]),
        fill(cite, { source: knowledge.source(source)?.title ?? source, at }),
        closing,
      ].join('\n'),
    })),
  });
};

/** The file that a path asks for; undefined when the path is not one of ours or leads to no date. */
export const calendarAt = async (knowledge: Knowledge, path: string, now: Date): Promise<string | undefined> => {
  const course = readCalendarPath(path, (id) => {
    const standard = knowledge.deadlineStandard(id);
    return standard && eventsOf(standard);
  });
  try {
    return course && (await courseCalendar(knowledge, course, now));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
};
