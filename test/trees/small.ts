import { treeSchema, type DecisionTree } from '../../src/trees/index.ts';

/** A tree as YAML gives it, open to being spoiled. */
export type RawTree = Record<string, unknown> & {
  id: string;
  title: string;
  start: string;
  triggers: string[];
  settings: Record<string, Record<string, unknown>>;
  nodes: Record<string, RawNode>;
};
type RawNode = Record<string, unknown> & { next?: Record<string, string> | string; options?: RawOption[] };
type RawOption = Record<string, unknown> & { id: string; label: string; next: string; synonyms?: string[] };

const why = { text: 'Derfor spørger vi om det her.', provision: 'ael-10' };
const unknown = (next: string): RawOption => ({ id: 'unknown', label: 'Ved ikke', next });

/** The smallest tree that has a question, a decision, a setting and an outcome, and nothing wrong with it. */
export const smallTree = (): RawTree => ({
  id: 'lille-trae',
  title: 'Et lille træ',
  description: 'Til prøve.',
  audience: ['staff'],
  triggers: ['lille træ', 'prøve'],
  settings: { date: { question: 'Hvilken dag?', why: { ...why }, input: 'date' } },
  start: 'need',
  nodes: {
    need: {
      question: 'Hvad?',
      why: { ...why },
      options: [
        { id: 'meals', label: 'Mad', synonyms: ['madservice'], next: 'asks' },
        { id: 'regain', label: 'Genoptræning', synonyms: ['genoptræne'], next: 'asks' },
        unknown('asks'),
      ],
    },
    asks: { decide: 'asks-housing', next: { yes: 'housing', no: 'end' } },
    housing: {
      question: 'Hvor?',
      why: { ...why },
      options: [{ id: 'own-home', label: 'Hjemme', next: 'since' }, unknown('since')],
    },
    since: { question: 'Hvornår?', why: { ...why }, input: 'date', next: 'end' },
    end: {
      outcome: 'Slut',
      conclusion: 'Det var det.',
      citations: [{ source: 'aeldreloven-lov-1651-2024', at: '§ 10' }],
    },
  },
});

/** The small tree, spoiled and read; it still fits the schema. */
export const readSmall = (spoil: (tree: RawTree) => void = () => undefined): DecisionTree => {
  const raw = smallTree();
  spoil(raw);
  return treeSchema.parse(raw);
};
