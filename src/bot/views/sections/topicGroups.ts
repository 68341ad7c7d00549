import { topics, type Topic } from '../../../knowledge/index.ts';

const groups: Readonly<Record<string, readonly Topic[]>> = {
  purpose: ['legal-basis', 'purpose', 'background'],
  who: ['target-group', 'not-covered'],
  content: ['content', 'not-included'],
  'place-extent': ['place', 'extent'],
  deadlines: ['deadline'],
  delivery: ['delivery', 'supplier-demands'],
  'price-transport': ['price', 'transport'],
  citizen: ['citizen-duties', 'home-as-workplace'],
  quality: ['quality-goals', 'follow-up', 'checklist'],
  'end-complaint': ['end', 'complaint'],
  application: ['application'],
  documentation: ['documentation'],
  contacts: ['contacts', 'contact-duty'],
};

/** The topics behind an answer to "what do you want to know"; all of them when none is chosen. */
export const topicsOf = (answer: string | undefined): readonly Topic[] => groups[answer ?? ''] ?? topics;

/** The answers that an answer stands for: itself, or each that names topics when none is chosen. */
export const groupNames = (answer: string | undefined): readonly string[] =>
  answer !== undefined && Object.hasOwn(groups, answer) ? [answer] : Object.keys(groups);

const stages: Readonly<Record<string, readonly Topic[]>> = {
  inquiry: ['application', 'target-group', 'not-covered'],
  visitation: ['application', 'deadline', 'target-group', 'not-covered'],
  start: ['deadline', 'content', 'place', 'delivery'],
  underway: ['extent', 'content', 'citizen-duties', 'transport', 'price', 'follow-up'],
  end: ['end', 'follow-up', 'documentation'],
  complaint: ['complaint'],
};

/** The topics that matter at a stage of a course. */
export const topicsAt = (stage: string | undefined): readonly Topic[] => stages[stage ?? ''] ?? [];
