import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyContent } from './spoil.ts';

type Edits = readonly (readonly [find: RegExp, put: string])[];

/** A mistake that leaves content whole, so that no check finds it: it only leads elsewhere. */
export interface TreeSpoil {
  readonly name: string;
  readonly file: string;
  /** Each is replaced wherever it fits; `put` may use $1. */
  readonly edits: Edits;
  /** What is changed in the tree's English texts with it, so that they keep the same options. */
  readonly english?: Edits;
  /** The tree in which it shows. */
  readonly tree: string;
  /** What the lines that differ say, before and after. */
  readonly gone: RegExp;
  readonly come: RegExp;
}

const tree = (id: string): Pick<TreeSpoil, 'file' | 'tree'> => ({ file: `dialogs/trees/${id}.yaml`, tree: id });

/** Mistakes in the trees, and in the knowledge that says where they lead; one in each copy. */
export const treeSpoils: readonly TreeSpoil[] = [
  {
    ...tree('kontakt-kommunen'),
    name: 'a wrong arrow of an option',
    edits: [[/(- id: better\n[^]*?next: )workplace/u, '$1acute']],
    gone: /occasion: worse → \w+, better → (\w+), wish/u,
    come: /occasion: worse\|better → /u,
  },
  {
    ...tree('naeste-skridt'),
    name: 'two results of a decide swapped',
    edits: [[/(decide: has-deadline\n\s+next: )\{ yes: eventDate, no: step \}/u, '$1{ yes: step, no: eventDate }']],
    gone: /= step · course-\S+ · \S+@2026-/u,
    come: /= step · course-\S+-start · no-deadline · /u,
  },
  {
    ...tree('tjekliste'),
    name: 'an option removed',
    edits: [[/\n.*id: not-relevant,.*next: whole \}(?=\n)/u, '']],
    english: [[/( {2}roles:\n[^]*?)\n {6}not-relevant: .*/u, '$1']],
    gone: /roles: .*not-relevant/u,
    come: /roles: yes\|partly\|no\|unknown → /u,
  },
  {
    ...tree('klage'),
    name: 'an option added that leads elsewhere',
    edits: [[/( {6}- id: unknown\n)/u, '      - { id: noise, label: Larm fra naboen, next: conduct }\n$1']],
    english: [[/( {6}unknown:\n)/u, '      noise: { label: Noise from the neighbour }\n$1']],
    gone: /about: .*\bconduct → /u,
    come: /about: .*conduct\|noise → /u,
  },
  {
    ...tree('klage'),
    name: 'the wrong duty shown by an outcome',
    edits: [[/shows: \[\{ duty: complaint-health \}\]/u, 'shows: [{ duty: complaint-waiting }]']],
    gone: /= health · complaint-health$/mu,
    come: /= health · complaint-waiting$/mu,
  },
  {
    ...tree('kontakt-kommunen'),
    name: 'the wrong prefix of a duty that an answer names',
    edits: [[/(dutyBy: \[earlier\], prefix: )contact-earlier/u, '$1contact-consent']],
    gone: /= must · .* contact-earlier-no /u,
    come: /= must · .* contact-consent-no · contact-on-change /u,
  },
  {
    ...tree('naeste-skridt'),
    name: 'a decide dropped, so that a question is always asked',
    edits: [
      [/next: has-deadline\b/gu, 'next: eventDate'],
      [/ {2}has-deadline:\n {4}decide: .*\n {4}next: .*\n/u, ''],
    ],
    gone: /municipality: .*→ /u,
    come: /eventDate: .*→ /u,
  },
  {
    ...tree('kontakt-kommunen'),
    name: 'two outcomes swapped',
    edits: [[/must: must, should: should/u, 'must: should, should: must']],
    gone: /= must · .* contact-earlier-no /u,
    come: /= must · .* contact-earlier- /u,
  },
  {
    ...tree('naeste-skridt'),
    name: 'a standard of another course',
    file: 'knowledge/municipalities/vejen.yaml',
    edits: [[/provisions: \[sel-86-1\]/u, 'provisions: [sel-86-2]']],
    gone: /= step · course-regain-\S+ .* · vejen-86-1$/mu,
    come: /= step · course-maintain-\S+ .* · vejen-86-1$/mu,
  },
];

/** A change of the law that comes a day late; it shows in every tree. */
export const lateChange: TreeSpoil = {
  ...tree('hvilken-paragraf'),
  name: 'a change of the law a day late',
  file: 'knowledge/regimes.yaml',
  edits: [[/(id: hospital-plan[^]*?validFrom: )2027-01-01/u, '$12027-01-02']],
  gone: /on 2027-01-01, 2027-06-30$/mu,
  come: /on 2027-01-02/u,
};

/** Words of every kind, changed; nothing leads elsewhere. */
export const otherWords: readonly Pick<TreeSpoil, 'name' | 'file' | 'tree' | 'edits'>[] = [
  'klage',
  'kontakt-kommunen',
  'naeste-skridt',
  'tjekliste',
].map((id) => ({
  ...tree(id),
  name: `other words in ${id}`,
  edits: [
    [/(\n {4}question: )(.*)/gu, '$1"Nyt spørgsmål her?"'],
    [/(\n {4}help: )(?!>)(.*)/gu, '$1Ny hjælp.'],
    [/label: Ved ikke/gu, 'label: Det kan jeg ikke sige'],
    [/(\n {4}outcome: )(.*)/gu, '$1"Ny overskrift"'],
    [/synonyms: \[ved det ikke, /gu, 'synonyms: [ingen anelse om det, '],
  ],
}));

/** Copies all content into a folder with one mistake in it. */
export const copySpoiltTree = (
  folder: string,
  { name, file, edits, english = [] }: Pick<TreeSpoil, 'name' | 'file' | 'edits' | 'english'>,
) => {
  copyContent(folder);
  spoil(join(folder, file), name, edits);
  if (english.length > 0) spoil(join(folder, file.replace('dialogs/', 'dialogs/en/')), name, english);
};

const spoil = (path: string, name: string, edits: Edits): void => {
  const spoilt = edits.reduce(
    (before, [find, put]) => {
      const after = before.replace(find, put);
      if (after === before) throw new Error(`${path} has no place for ${name}: ${String(find)}`);
      return after;
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, spoilt);
};
