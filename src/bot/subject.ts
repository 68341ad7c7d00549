import { idSchema, type Beside } from './state.ts';
import type { Turn } from './turn.ts';

/** What an answer was about, by ids. */
export interface Subject {
  readonly topic?: string | undefined;
  readonly municipality?: string | undefined;
}

/** What the turn's reply is about; undefined for a reply that answers nothing. */
export const subjectIn = ({ outbox, state }: Pick<Turn, 'outbox' | 'state'>): Subject | undefined => {
  const [view] = outbox;
  switch (view?.kind) {
    case 'answer':
      return { topic: state.asked?.article, municipality: state.asked?.municipality };
    case 'outcome':
      return {
        topic: (view.governing[0] ?? view.candidates[0])?.id ?? view.tree,
        municipality: view.answers.municipality,
      };
    case 'summary':
      return { topic: view.tree, municipality: view.answers.municipality };
    default:
      return undefined;
  }
};

/** The subject as it may be kept: what is no id is left out. */
export const keptSubject = ({ topic, municipality }: Subject): NonNullable<Beside['answered']> => ({
  ...(idSchema.safeParse(topic).success ? { topic } : {}),
  ...(idSchema.safeParse(municipality).success ? { municipality } : {}),
});
