import { addDays, addMonths, addWorkdays, nextWorkday, type CivilDate } from '../dates/index.ts';
import { InputError, InternalError } from '../errors.ts';
import {
  valueOn,
  type DeadlineOn,
  type DeadlineStandard,
  type Knowledge,
  type NationalDeadline,
} from '../knowledge/index.ts';
import { countingOf } from './counting.ts';
import { courseFrom, standardFrom, type Course } from './course.ts';

/** The last day for one step, and everything a card says about it. */
export interface Deadline {
  readonly step: string;
  readonly due: CivilDate;
  /** Id of the rule (the fact) in its standard. */
  readonly rule: string;
  /** How it was counted, in a Danish sentence. */
  readonly counting: string;
  readonly source: string;
  readonly at: string;
  /** False for what only one municipality's document says. */
  readonly national: boolean;
  /** What the rule demands, in Danish. */
  readonly text: string;
  readonly doubt: string | undefined;
  /** The event that is day zero, and its day. */
  readonly event: string;
  readonly from: CivilDate;
}

/** Day zero is the day of the event: of the later one where the rule names two. Undefined when neither is given. */
const dayZero = (
  { event, laterEvent }: NationalDeadline,
  events: Course['events'],
): { readonly event: string; readonly from: CivilDate } | undefined =>
  [event, laterEvent]
    .flatMap((id) => {
      const from = id === undefined ? undefined : events[id];
      return id === undefined || from === undefined ? [] : [{ event: id, from }];
    })
    .reduce<{ event: string; from: CivilDate } | undefined>(
      (latest, one) => (latest === undefined || one.from > latest.from ? one : latest),
      undefined,
    );

const lastDay = (
  from: CivilDate,
  { length, unit, moves }: NationalDeadline,
  { daysOff }: DeadlineStandard,
): CivilDate => {
  const counted = {
    workdays: () => addWorkdays(from, length, daysOff),
    days: () => addDays(from, length),
    weeks: () => addDays(from, 7 * length),
    months: () => addMonths(from, length),
  }[unit]();
  return moves === undefined ? counted : nextWorkday(counted, daysOff);
};

interface Ruling {
  readonly value: DeadlineOn;
  readonly deadline: NationalDeadline;
  readonly zero: NonNullable<ReturnType<typeof dayZero>>;
}

/** What a rule says on its own day zero. A dated rule says nothing of the time before its first value. */
const rulingOn = (
  standard: DeadlineStandard,
  values: readonly DeadlineOn[],
  events: Course['events'],
): Ruling | undefined => {
  for (const value of values.toReversed()) {
    const { deadline } = value;
    const zero = deadline && dayZero(deadline, events);
    if (!zero) continue;
    const holds = valueOn(values, zero.from) ?? (standard.undated ? values[0] : undefined);
    if (!holds)
      throw new InputError(
        `The date of "${zero.event}" is too early for "${standard.id}".`,
        'What the rule was at that time has not been read.',
        `Give a date from ${values[0]?.validFrom ?? 'its start'} on.`,
      );
    if (holds === value) return { value, deadline, zero };
  }
  return undefined;
};

/**
 * The last days that a course's events lead to, in the order of the steps in knowledge/deadlines.yaml. A step is counted
 * from its own event only, by the rule of that event's day. Throws InputError for what cannot be used. Pure.
 */
export const deadlines = (
  knowledge: Knowledge,
  standardId: string,
  events: Readonly<Record<string, string>>,
): readonly Deadline[] => {
  const standard = standardFrom(knowledge, standardId);
  const course = courseFrom(knowledge, { standard: standardId, events });
  const words = knowledge.deadlineWords;
  if (!words)
    throw new InternalError(
      'Deadlines have no words.',
      'They could not be explained.',
      'Add knowledge/deadlines.yaml.',
    );
  const order = words.steps.map(({ id }) => id);
  const labels = new Map(words.events.map(({ id, label }) => [id, label]));
  return standard.rules
    .flatMap(({ id, values }): Deadline[] => {
      const ruling = rulingOn(standard, values, course.events);
      if (!ruling) return [];
      const { deadline, zero, value } = ruling;
      const label = labels.get(zero.event) ?? zero.event;
      return [
        {
          step: deadline.step,
          due: lastDay(zero.from, deadline, standard),
          rule: id,
          counting: countingOf(words.counting, deadline, { ...zero, event: label, daysOff: standard.daysOff }),
          source: value.source,
          at: value.at,
          national: standard.national,
          text: value.text,
          doubt: value.doubt,
          ...zero,
        },
      ];
    })
    .sort((one, other) => order.indexOf(one.step) - order.indexOf(other.step));
};
