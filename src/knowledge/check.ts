import type { CivilDate } from '../dates/index.ts';
import { checkArticles } from './checkArticles.ts';
import { checkStandards } from './checkStandards.ts';
import { valueOn, type KnowledgeData } from './Knowledge.ts';
import type { PlacedFault } from './load.ts';
import { normalise } from './normalise.ts';
import type { Citation } from './schema.ts';

type Path = readonly PropertyKey[];
interface Dated {
  readonly validFrom: CivilDate;
  readonly citations: readonly Citation[];
}

const fault = (file: string, path: Path, what: string, why: string, cure: string): PlacedFault => ({
  file,
  path,
  what,
  why,
  cure,
});

/** Finds what no schema can see: ids that exist twice or not at all, and values that would hold at the same time. */
export const checkKnowledge = (data: KnowledgeData): PlacedFault[] => {
  const faults: PlacedFault[] = [];
  const sources = new Set(data.sources.map(({ id }) => id));
  const provisions = new Set<string>();
  const names = new Map<string, string>();
  const wordings = new Map(
    data.acts.flatMap(({ value }) => value.provisions.map(({ id, values }) => [id, values] as const)),
  );

  const unique = (file: string, path: Path, seen: Set<string>, id: string): void => {
    if (seen.has(id))
      faults.push(
        fault(file, path, `the id "${id}" is used twice.`, 'One id means one thing.', 'Rename or remove one of them.'),
      );
    seen.add(id);
  };
  const cited = (file: string, path: Path, citations: readonly Citation[]): void => {
    for (const [index, { source }] of citations.entries())
      if (!sources.has(source))
        faults.push(
          fault(
            file,
            [...path, 'citations', index, 'source'],
            `the source "${source}" is unknown.`,
            'A citation must lead the reader to a document.',
            'Use an id from knowledge/sources.yaml, or add the document there.',
          ),
        );
  };
  const referred = (file: string, path: Path, id: string): void => {
    if (!provisions.has(id))
      faults.push(
        fault(
          file,
          path,
          `the provision "${id}" is unknown.`,
          'An answer would name a paragraph that the guide knows nothing about.',
          'Use an id from knowledge/law, or add the provision there.',
        ),
      );
  };
  const inForce = (file: string, path: Path, id: string, from: CivilDate, until: CivilDate | undefined): void => {
    const values = wordings.get(id) ?? [];
    const turns = values
      .map(({ validFrom }) => validFrom)
      .filter((day) => day > from && (until === undefined || day < until));
    const gap =
      values.length === 0 ? undefined : [from, ...turns].find((day) => valueOn(values, day)?.status !== 'in-force');
    if (gap !== undefined)
      faults.push(
        fault(
          file,
          path,
          `"${id}" is not in force on ${gap}.`,
          'An answer would name a paragraph that gives nothing on that day.',
          'Lead elsewhere from that day, or add to knowledge/law what the provision says then.',
        ),
      );
  };
  const ordered = (file: string, path: Path, values: readonly Dated[]): void => {
    for (const [index, value] of values.entries()) {
      const before = values[index - 1];
      if (before && before.validFrom >= value.validFrom)
        faults.push(
          fault(
            file,
            [...path, index, 'validFrom'],
            `"validFrom" ${value.validFrom} does not come after ${before.validFrom}.`,
            'Two values would hold on the same day, and the reader could get either.',
            'Order the values by start, each with a day of its own.',
          ),
        );
      cited(file, [...path, index], value.citations);
    }
  };
  const named = (file: string, path: Path, name: string, id: string): void => {
    const key = normalise(name);
    const owner = names.get(key);
    if (owner !== undefined && owner !== id)
      faults.push(
        fault(
          file,
          path,
          `"${name}" means both "${owner}" and "${id}".`,
          'The same words would lead to two different provisions.',
          'Keep the name on one of them.',
        ),
      );
    names.set(key, id);
  };

  for (const { file, value: act } of data.acts)
    for (const [index, provision] of act.provisions.entries()) {
      const path = ['provisions', index];
      unique(file, [...path, 'id'], provisions, provision.id);
      named(file, [...path, 'label'], provision.label, provision.id);
      for (const [which, alias] of provision.aliases.entries())
        named(file, [...path, 'aliases', which], alias, provision.id);
    }

  for (const { file, value: act } of data.acts) {
    for (const [index, provision] of act.provisions.entries()) {
      const path = ['provisions', index, 'values'];
      ordered(file, path, provision.values);
      for (const [at, value] of provision.values.entries())
        if (value.status === 'repealed')
          for (const [which, id] of value.replacedBy.entries()) referred(file, [...path, at, 'replacedBy', which], id);
        else
          for (const key of ['conditions', 'remember'] as const)
            for (const [which, statement] of value[key].entries())
              cited(file, [...path, at, key, which], statement.citations);
    }
    for (const [index, row] of act.pensionAges.entries()) {
      const before = act.pensionAges[index - 1];
      if (index === 0 ? row.bornFrom !== null : row.bornFrom === null || (before?.bornFrom ?? '') >= row.bornFrom)
        faults.push(
          fault(
            file,
            ['pensionAges', index, 'bornFrom'],
            'birth dates are not in order.',
            'Each birth date must lead to one pension age.',
            'The first row has bornFrom: null, the next rows rising days.',
          ),
        );
      cited(file, ['pensionAges', index], row.citations);
    }
  }

  const sourceIds = new Set<string>();
  for (const [index, source] of data.sources.entries())
    unique('knowledge/sources.yaml', ['sources', index, 'id'], sourceIds, source.id);

  const regimeIds = new Set<string>();
  for (const [index, regime] of data.regimes.entries()) {
    const file = 'knowledge/regimes.yaml';
    unique(file, ['regimes', index, 'id'], regimeIds, regime.id);
    ordered(file, ['regimes', index, 'values'], regime.values);
    for (const [at, value] of regime.values.entries())
      for (const [key, tracks] of Object.entries(value.tracks ?? {}))
        for (const [which, track] of tracks.entries()) {
          const path = ['regimes', index, 'values', at, 'tracks', key, which];
          const until = regime.values[at + 1]?.validFrom;
          const leads = [
            [[...path, 'provision'], track.provision] as const,
            ...track.with.map((id, beside) => [[...path, 'with', beside], id] as const),
          ];
          for (const [place, id] of leads) {
            referred(file, place, id);
            inForce(file, place, id, value.validFrom, until);
          }
        }
  }

  const dutyIds = new Set<string>();
  for (const { file, value } of data.duties)
    for (const [index, duty] of value.duties.entries()) {
      unique(file, ['duties', index, 'id'], dutyIds, duty.id);
      ordered(file, ['duties', index, 'values'], duty.values);
      for (const [at, dated] of duty.values.entries())
        for (const key of ['details', 'more'] as const)
          for (const [which, statement] of dated[key].entries())
            cited(file, ['duties', index, 'values', at, key, which], statement.citations);
    }

  const courses = new Set<string>();
  for (const { file, value } of data.checklists ?? []) {
    unique(file, ['course'], courses, value.course);
    const points = new Set<string>();
    for (const [index, point] of value.points.entries()) {
      unique(file, ['points', index, 'id'], points, point.id);
      cited(file, ['points', index], point.citations);
      for (const [which, statement] of point.todo.entries())
        cited(file, ['points', index, 'todo', which], statement.citations);
    }
  }

  const termIds = new Set<string>();
  for (const [index, term] of data.terms.entries()) {
    unique('knowledge/glossary.yaml', ['terms', index, 'id'], termIds, term.id);
    cited('knowledge/glossary.yaml', ['terms', index], term.citations);
  }
  faults.push(...checkStandards(data, provisions), ...checkArticles(data, provisions));
  return faults;
};
