import type { CivilDate } from '../dates/index.ts';
import type { DeadlinesFile, NationalDeadline } from './deadlineSchema.ts';
import type { Standard } from './standardSchema.ts';

/** What a rule demands from a day on, and where that stands. Without `deadline` it sets no date any more. */
export interface DeadlineOn {
  readonly validFrom: CivilDate;
  readonly deadline: NationalDeadline | undefined;
  readonly text: string;
  readonly source: string;
  readonly at: string;
  readonly doubt: string | undefined;
}

/** Deadlines that are counted together: of an act or order, or of one municipality's document. */
export interface DeadlineStandard {
  readonly id: string;
  readonly title: string;
  readonly national: boolean;
  readonly daysOff: Standard['daysOff'];
  /** The document has no date of its own: its first value may have held on an earlier day too. */
  readonly undated: boolean;
  readonly rules: readonly { readonly id: string; readonly values: readonly DeadlineOn[] }[];
}

const ofDocument = (standard: Standard, national: boolean): DeadlineStandard => ({
  id: standard.id,
  title: standard.title,
  national,
  daysOff: standard.daysOff,
  undated: standard.start === 'at-latest',
  rules: standard.facts
    .filter(({ values }) => values.some(({ deadline }) => deadline !== undefined))
    .map(({ id, values }) => ({
      id,
      values: values.map(({ validFrom, deadline, text, at, today }) => ({
        validFrom: validFrom ?? standard.validFrom,
        deadline,
        text,
        source: standard.source,
        at,
        doubt: today?.doubt,
      })),
    })),
});

const ofLaw = ({ id, title, daysOff, facts }: DeadlinesFile['standards'][number]): DeadlineStandard => ({
  id,
  title,
  national: true,
  daysOff,
  undated: false,
  rules: facts.map((fact) => ({
    id: fact.id,
    values: fact.values.map(({ validFrom, deadline, text, citations, doubt }) => ({
      validFrom,
      deadline,
      text,
      source: citations[0]?.source ?? '',
      at: citations[0]?.at ?? '',
      doubt,
    })),
  })),
});

/** Every standard that sets a deadline, by id. History sets none: it is never shown as today's rule. */
export const deadlineStandards = (
  file: DeadlinesFile | undefined,
  local: readonly Standard[],
  guidance: readonly Standard[],
): ReadonlyMap<string, DeadlineStandard> => {
  const current = (standards: readonly Standard[]) => standards.filter(({ status }) => status === 'current');
  const all = [
    ...(file?.standards ?? []).map(ofLaw),
    ...current(local).map((standard) => ofDocument(standard, false)),
    ...current(guidance).map((standard) => ofDocument(standard, true)),
  ];
  return new Map(all.filter(({ rules }) => rules.length > 0).map((standard) => [standard.id, standard]));
};
