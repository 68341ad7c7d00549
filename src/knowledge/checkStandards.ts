import type { DeadlinesFile } from './deadlineSchema.ts';
import type { KnowledgeData } from './Knowledge.ts';
import type { PlacedFault } from './load.ts';
import type { Citation } from './schema.ts';
import type { Standard } from './standardSchema.ts';

type Path = readonly PropertyKey[];
interface Place {
  readonly file: string;
  readonly path: Path;
}
interface Counted {
  readonly deadline?:
    { readonly step: string; readonly event: string; readonly laterEvent?: string | undefined } | undefined;
}

const deadlinesFile = 'knowledge/deadlines.yaml';

/** Finds in documents and deadlines what no schema can see: ids that are taken or unknown, and values out of order. */
export const checkStandards = (data: KnowledgeData, provisions: ReadonlySet<string>): PlacedFault[] => {
  const faults: PlacedFault[] = [];
  const add = ({ file, path }: Place, what: string, why: string, cure: string): void => {
    faults.push({ file, path, what, why, cure });
  };
  const within = ({ file, path }: Place, ...more: Path): Place => ({ file, path: [...path, ...more] });
  const sources = new Set(data.sources.map(({ id }) => id));
  const events = new Set(data.deadlines?.events.map(({ id }) => id));
  const steps = new Set(data.deadlines?.steps.map(({ id }) => id));

  const unique = (place: Place, seen: Set<string>, id: string): void => {
    if (seen.has(id))
      add(place, `the id "${id}" is used twice.`, 'One id means one thing.', 'Rename or remove one of them.');
    seen.add(id);
  };
  const fromSource = (place: Place, id: string): void => {
    if (!sources.has(id))
      add(
        place,
        `the source "${id}" is unknown.`,
        'A citation must lead the reader to a document.',
        'Use an id from knowledge/sources.yaml, or add the document there.',
      );
  };
  const cited = (place: Place, citations: readonly Citation[]): void => {
    for (const [index, { source }] of citations.entries())
      fromSource(within(place, 'citations', index, 'source'), source);
  };
  const about = (place: Place, ids: readonly string[]): void => {
    for (const [index, id] of ids.entries())
      if (!provisions.has(id))
        add(
          within(place, index),
          `the provision "${id}" is unknown.`,
          'An answer would name a paragraph that the guide knows nothing about.',
          'Use an id from knowledge/law, or add the provision there.',
        );
  };
  const ordered = (place: Place, starts: readonly string[]): void => {
    for (const [index, start] of starts.entries()) {
      const before = starts[index - 1];
      if (before !== undefined && before >= start)
        add(
          within(place, index, 'validFrom'),
          `the value from ${start} does not come after the one from ${before}.`,
          'Two values would hold on the same day, and the reader could get either.',
          'Order the values by start, each with a day of its own.',
        );
    }
  };
  const listed = (place: Place, known: ReadonlySet<string>, kind: string, id: string): void => {
    if (!known.has(id))
      add(
        place,
        `the ${kind} "${id}" is unknown.`,
        'The guide would have no words for it.',
        `Use one of the ${kind}s in ${deadlinesFile}, or add it there.`,
      );
  };
  const counted = (place: Place, values: readonly Counted[], stepsOfOthers: Set<string>): void => {
    const own = new Set<string>();
    for (const [index, { deadline }] of values.entries()) {
      if (deadline === undefined) continue;
      const at = within(place, index, 'deadline');
      listed(within(at, 'step'), steps, 'step', deadline.step);
      for (const key of ['event', 'laterEvent'] as const) {
        const event = deadline[key];
        if (event !== undefined) listed(within(at, key), events, 'event', event);
      }
      if (stepsOfOthers.has(deadline.step))
        add(
          within(at, 'step'),
          `the step "${deadline.step}" has two deadlines in one standard.`,
          'The same step would get two dates, and the reader could take either.',
          'Keep one fact with this step; a change is a new value of that fact.',
        );
      own.add(deadline.step);
    }
    for (const step of own) stepsOfOthers.add(step);
  };

  const standardIds = new Set<string>();
  const checkDocument = (place: Place, standard: Standard): void => {
    unique(within(place, 'id'), standardIds, standard.id);
    fromSource(within(place, 'source'), standard.source);
    about(within(place, 'provisions'), standard.provisions);
    const facts = new Set<string>();
    const used = new Set<string>();
    for (const [index, { id, values }] of standard.facts.entries()) {
      const at = within(place, 'facts', index);
      unique(within(at, 'id'), facts, id);
      ordered(
        within(at, 'values'),
        values.map(({ validFrom }) => validFrom ?? standard.validFrom),
      );
      counted(within(at, 'values'), values, used);
      for (const [which, { today }] of values.entries())
        if (today) cited(within(at, 'values', which, 'today'), today.citations);
    }
    const contacts = new Set<string>();
    for (const [index, { id }] of standard.contacts.entries())
      unique(within(place, 'contacts', index, 'id'), contacts, id);
  };

  const checkLaw = (deadlines: DeadlinesFile): void => {
    const whole: Place = { file: deadlinesFile, path: [] };
    for (const key of ['events', 'steps'] as const) {
      const seen = new Set<string>();
      for (const [index, { id }] of deadlines[key].entries()) unique(within(whole, key, index, 'id'), seen, id);
    }
    for (const [index, standard] of deadlines.standards.entries()) {
      const place = within(whole, 'standards', index);
      unique(within(place, 'id'), standardIds, standard.id);
      about(within(place, 'provisions'), standard.provisions);
      const facts = new Set<string>();
      const used = new Set<string>();
      for (const [at, { id, values }] of standard.facts.entries()) {
        const fact = within(place, 'facts', at);
        unique(within(fact, 'id'), facts, id);
        ordered(
          within(fact, 'values'),
          values.map(({ validFrom }) => validFrom),
        );
        counted(within(fact, 'values'), values, used);
        for (const [which, value] of values.entries()) {
          const here = within(fact, 'values', which);
          cited(here, value.citations);
          for (const [said, { citations }] of value.remember.entries())
            cited(within(here, 'remember', said), citations);
        }
      }
    }
  };
  if (data.deadlines) checkLaw(data.deadlines);

  const names = new Set<string>();
  for (const { file, value: municipality } of data.municipalities ?? []) {
    unique({ file, path: ['id'] }, names, municipality.id);
    for (const [index, standard] of municipality.standards.entries())
      checkDocument({ file, path: ['standards', index] }, standard);
  }
  for (const { file, value } of data.guidance ?? []) checkDocument({ file, path: ['guidance'] }, value.guidance);
  return faults;
};
