import type { ProvisionView } from '../../cards/index.ts';
import type { CivilDate } from '../../dates/index.ts';
import type { Knowledge, Track } from '../../knowledge/index.ts';
import { citedOn, type Cited } from './sourceViews.ts';

const inForce = (knowledge: Knowledge, id: string, date: CivilDate) => {
  const found = knowledge.provisionOn(id, date);
  return found?.kind === 'in-force' ? found : undefined;
};

/** "ældreloven § 10, jf. § 9, stk. 2, nr. 3": the act is named once when both are in it. */
const labelOf = (label: string, beside: readonly string[]): string => {
  const [act] = label.split(' § ');
  return [label, ...beside.map((other) => `jf. ${other.replace(`${act ?? ''} §`, '§')}`)].join(', ');
};

/** A track as it stands on a day; nothing when its provision is not in force then. */
export const provisionView = (knowledge: Knowledge, track: Track, date: CivilDate): readonly ProvisionView[] => {
  const found = inForce(knowledge, track.provision, date);
  if (!found) return [];
  const { provision, wording } = found;
  const beside = track.with.flatMap((id) => inForce(knowledge, id, date) ?? []);
  const doubts = [track.doubt, wording.doubt].filter((doubt) => doubt !== undefined);
  return [
    {
      id: provision.id,
      label: labelOf(
        provision.label,
        beside.map((other) => other.provision.label),
      ),
      title: wording.title,
      gives: wording.gives,
      ...(beside.length > 0
        ? { beside: beside.map((other) => `${other.provision.label}: ${other.wording.gives}`) }
        : {}),
      strength: wording.strength,
      conditions: wording.conditions.map(({ text }) => text),
      remember: wording.remember.map(({ text }) => text),
      decidedBy: wording.decidedBy,
      validFrom: wording.validFrom,
      start: wording.start,
      certainty: track.certainty === 'verified' ? wording.certainty : track.certainty,
      doubts: [...new Set(doubts)],
    },
  ];
};

/** What the views of these tracks stand on: all of it, or only what a candidate's card says. */
export const citedBy = (
  knowledge: Knowledge,
  tracks: readonly Track[],
  date: CivilDate,
  told: 'whole' | 'in-short' = 'whole',
): readonly Cited[] =>
  tracks.flatMap(({ provision, with: beside }) => {
    const main = inForce(knowledge, provision, date)?.wording;
    if (!main) return [];
    const others = beside.flatMap((id) => inForce(knowledge, id, date)?.wording ?? []);
    const statements = told === 'whole' ? [...main.conditions, ...main.remember] : [];
    return [
      ...citedOn([...main.citations, ...statements.flatMap(({ citations }) => citations)], main.verifiedOn),
      ...others.flatMap(({ citations, verifiedOn }) => citedOn(citations, verifiedOn)),
    ];
  });
