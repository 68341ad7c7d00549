import type { CivilDate } from '../dates/index.ts';
import { InputError } from '../errors.ts';
import { lengthNamed, type ArticleAnswer, type Knowledge } from '../knowledge/index.ts';
import type { Story } from '../language/index.ts';
import { deadlines, eventsOf, type Deadline } from '../rules/index.ts';
import type { LocalPart } from './reply.ts';

/** The steps whose deadlines an answer speaks of, by standard. */
const stepsOf = (answers: readonly ArticleAnswer[], parts: readonly LocalPart[]): ReadonlyMap<string, Set<string>> => {
  const steps = new Map<string, Set<string>>();
  const add = (standard: string, step: string): void => {
    steps.set(standard, (steps.get(standard) ?? new Set()).add(step));
  };
  const said = answers.flatMap(({ say, points }) => [say, ...points.map(({ text }) => text)]).join(' ');
  for (const [, standard = '', step = ''] of said.matchAll(lengthNamed)) add(standard, step);
  for (const { standard, facts } of parts)
    for (const { value } of facts) if (value.deadline) add(standard.id, value.deadline.step);
  return steps;
};

/** Days of these are days of something that nothing is counted from. */
const otherDays = /\b(?:fald\w*|født|fødsels\w*|fylder|fyldte|bevilling\w*|bevilget|born|fell|birthday)\b/iu;

/** "Fristen udløber den 1. december": the day is the last one already. */
const lastDays =
  /frist\w*\s+(?:var|er|udløb\w*|slutt\w*|går ud)\s+(?:den|d\.|i |på |\d|man|tirs|ons|tors|fre|lør|søn)|dateret|brevets dato/iu;

/** "Vi modtog klagen den 20. november": the day that a complaint came is none that a decision came on. */
const complaintCame =
  /\b(?:fik|får|modtog|modtaget|fået) (?:\S+ ){0,2}klagen?\b|\bklagen? (?:kom|kommer|er (?:kommet|modtaget)|blev modtaget)\b|\bklagen? over\b|\bklagede\b|\b(?:sendte|sendt|afleverede|indgav)\b.{0,20}\bklagen?\b/iu;

/** What a day that is tied to nothing must be told with, before something is counted from it. */
const toldWith: Readonly<Record<string, RegExp>> = {
  'decision-received': /afgør|afslag|\bbrev|besked|\bsvar|\bnej\b|klag|decision|refus|letter|complain|appeal/iu,
};

/** What was told, and on which day. */
interface Telling {
  readonly text: string;
  readonly askedOn: CivilDate;
  readonly hasNoPlan: boolean;
}

/** What happened when, as a standard names it; a visit of visitation is its visitation. */
const eventsIn = (
  known: readonly string[],
  dates: Story['dates'],
  { text, askedOn }: Pick<Telling, 'text' | 'askedOn'>,
): Readonly<Record<string, CivilDate>> => {
  const events: Record<string, CivilDate> = {};
  for (const { day, event } of dates) {
    const named = event === 'visitation' && !known.includes(event) ? 'visitation-visit' : event;
    if (named !== undefined && known.includes(named)) events[named] = day;
  }
  const [only, ...more] = new Set(dates.map(({ day }) => day));
  const [first, ...others] = known;
  // "Kan vi klage i morgen?" tells no day that anything happened on.
  const isUntied =
    dates.every(({ event }) => event === undefined) &&
    more.length === 0 &&
    only !== undefined &&
    only < askedOn &&
    !otherDays.test(text) &&
    !complaintCame.test(text) &&
    !lastDays.test(text);
  // Where only one thing is counted from, the one day that is told is its day.
  if (isUntied && first !== undefined && others.length === 0)
    if (toldWith[first]?.test(text) ?? true) events[first] = only;
  return events;
};

/**
 * The last days that the dates of a story lead to, for the deadlines that an answer speaks of. A date that the story ties
 * to no event is counted from only where the standard counts from one event alone. What is counted from a discharge is for
 * those with a plan from the hospital. `answers` are as written, with their figures not yet filled in.
 */
export const deadlinesIn = (
  knowledge: Knowledge,
  answers: readonly ArticleAnswer[],
  parts: readonly LocalPart[],
  dates: Story['dates'],
  { hasNoPlan, ...telling }: Telling,
): readonly Deadline[] => {
  if (dates.length === 0) return [];
  return [...stepsOf(answers, parts)].flatMap(([id, steps]) => {
    const standard = knowledge.deadlineStandard(id);
    if (!standard || (hasNoPlan && eventsOf(standard).includes('discharge'))) return [];
    const events = eventsIn(eventsOf(standard), dates, telling);
    if (Object.keys(events).length === 0) return [];
    try {
      return deadlines(knowledge, id, events).filter(({ step }) => steps.has(step));
    } catch (error) {
      // A date before all that has been read counts from nothing; the rule itself is still told.
      if (error instanceof InputError) return [];
      throw error;
    }
  });
};

/**
 * The last days that events lead to, by what holds everywhere and in one place: for an answer that is shown again, when its
 * text is not known any more.
 */
export const deadlinesFrom = (
  knowledge: Knowledge,
  events: Readonly<Record<string, CivilDate>>,
  place: string | undefined,
): readonly Deadline[] =>
  knowledge.deadlineStandardIds.flatMap((id) => {
    const owner = knowledge.municipalities.find(({ standards }) => standards.some((standard) => standard.id === id));
    const standard = owner && !owner.unnamed && owner.id !== place ? undefined : knowledge.deadlineStandard(id);
    const known = standard ? eventsOf(standard) : [];
    const meant = Object.fromEntries(Object.entries(events).filter(([event]) => known.includes(event)));
    if (Object.keys(meant).length === 0) return [];
    try {
      return deadlines(knowledge, id, meant);
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
