/**
 * The calculations. Promises pure functions: the same facts on the same day give the same value, out of a listed set.
 * Holds no date, no legal text and no number of its own: those stand in knowledge/.
 */
export { contactVerdict, handoverOf, handoverOfQuestion, type ContactVerdict, type Handover } from './contact.ts';
export { decide, type Change, type Decision, type Reason } from './decide.ts';
export { courseFrom, eventsOf, type Course } from './course.ts';
export { fill } from './counting.ts';
export { deadlines, type Deadline } from './deadlines.ts';
export { situations, type Situation } from './determine.ts';
export { factNames, factsFrom, factValues, readCase, type Case, type FactName, type Facts } from './facts.ts';
export { hasReachedPensionAge, latestBirthDateReached } from './pensionAge.ts';
export { stageDeadlines, standardsOfCourse, type StageDeadlines } from './stages.ts';
export { decisionFor, verdictFor, hints, rules, type Rule, type RuleInput } from './table.ts';
