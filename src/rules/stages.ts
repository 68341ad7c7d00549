import type { CivilDate } from '../dates/index.ts';
import { InputError } from '../errors.ts';
import type { Knowledge, Standard } from '../knowledge/index.ts';
import { eventsOf } from './course.ts';
import { deadlines, type Deadline } from './deadlines.ts';

/** Named answers to the questions of a course: course, stage, municipality and the day something happened. */
type Answers = Readonly<Record<string, string>>;

/** The events that can mark a stage; a standard counts from those of them that it knows. */
const stageEvents: Readonly<Record<string, readonly string[]>> = {
  inquiry: ['inquiry', 'discharge'],
  visitation: ['visitation', 'visitation-visit'],
  start: ['training-start', 'arrival'],
  complaint: ['decision-received'],
};

/** The provision that a course is known by in municipal standards: the one serviceloven has for it. */
const provisionOf = (knowledge: Knowledge, course: string, asOf: CivilDate): string | undefined =>
  knowledge.regimeOn('adults', asOf)?.tracks?.[course]?.[0]?.provision;

/** The documents that tell how a course runs: the municipality's own, or the one that is about just this course. */
export const standardsOfCourse = (
  knowledge: Knowledge,
  { course, municipality }: Answers,
  asOf: CivilDate,
): readonly Standard[] => {
  const provision = course === undefined ? undefined : provisionOf(knowledge, course, asOf);
  return knowledge.municipalities.flatMap(({ id, unnamed, standards }) => {
    if (unnamed) return course === 'round-the-clock' ? standards : [];
    return id === municipality && provision !== undefined
      ? standards.filter(({ provisions }) => provisions.includes(provision))
      : [];
  });
};

/** The standards that may set a last day at this stage, national ones first. */
const deadlineStandards = (knowledge: Knowledge, answers: Answers, asOf: CivilDate): readonly string[] => {
  if (answers.stage === 'complaint' || answers.received !== undefined) return ['complaint'];
  const local = standardsOfCourse(knowledge, answers, asOf).filter(({ status }) => status === 'current');
  return [...(answers.course === 'hospital-plan' ? ['sul-140'] : []), ...local.map(({ id }) => id)];
};

const eventsAt = (knowledge: Knowledge, standardId: string, stage: string): readonly string[] => {
  const standard = knowledge.deadlineStandard(standardId);
  return standard ? eventsOf(standard).filter((event) => stageEvents[stage]?.includes(event)) : [];
};

/** Whether a day at this stage starts the clock of any deadline. */
export const hasDeadline = (knowledge: Knowledge, answers: Answers, asOf: CivilDate): boolean =>
  deadlineStandards(knowledge, answers, asOf).some(
    (id) => eventsAt(knowledge, id, answers.stage ?? 'complaint').length > 0,
  );

/** A standard with the events that were given, for its calendar file, and the last days they lead to. */
export interface StageDeadlines {
  readonly standard: string;
  readonly events: Readonly<Record<string, CivilDate>>;
  /** Undefined when the day is before all that has been read of the rule. */
  readonly deadlines: readonly Deadline[] | undefined;
}

/** The last days that follow from the day given at this stage. */
export const stageDeadlines = (knowledge: Knowledge, answers: Answers, asOf: CivilDate): readonly StageDeadlines[] => {
  const day = (answers.received ?? answers.eventDate) as CivilDate | undefined;
  if (day === undefined) return [];
  return deadlineStandards(knowledge, answers, asOf).flatMap((standard): StageDeadlines[] => {
    const events = Object.fromEntries(
      eventsAt(knowledge, standard, answers.stage ?? 'complaint').map((event) => [event, day]),
    );
    if (Object.keys(events).length === 0) return [];
    try {
      return [{ standard, events, deadlines: deadlines(knowledge, standard, events) }];
    } catch (error) {
      if (error instanceof InputError) return [{ standard, events, deadlines: undefined }];
      throw error;
    }
  });
};
