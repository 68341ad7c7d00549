import type { FactName, Facts } from './facts.ts';

const provisions: Partial<Record<FactName, string>> = {
  hospitalPlan: 'sul-84',
  pensionAge: 'ael-2-1',
  ageRelatedLoss: 'ael-2-1',
  careNeed: 'ael-2-1',
  comparableNeed: 'ael-2-2',
  personalAssistance: 'ael-2-4',
  needChanged: 'ael-46-5',
};

/** The provision that makes a fact count; for the need and the housing it is the one they lead to. */
export const standsOn = (fact: FactName, facts: Facts, governing = 'ael-2-3'): string => {
  if (fact === 'earlierDecision') return facts.earlierDecision === 'sel-84' ? 'ael-46-1' : 'ael-46-2';
  return provisions[fact] ?? governing;
};
