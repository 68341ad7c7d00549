import { expect } from 'chai';
import { describe, it } from 'mocha';
import { inspectContent } from '../../src/content.ts';
import { inspectKnowledge, locateFaults } from '../../src/knowledge/index.ts';
import { projectRoot } from '../helpers/content.ts';
import { copySpoilt, type Spoil } from '../helpers/spoil.ts';
import { temporaryFolders } from '../storage/support.ts';

const file = 'knowledge/articles/contact.yaml';
const outside = 'knowledge/articles/outside.yaml';

/** An article with all that it must have, before the first of a file; `¶` and what is wrong are put in by the mistake. */
const article = (id: string, answers: string): string => `articles:
  - ${id}
    title: noget nyt
    titleEnglish: something new
    asks: [et, to, tre, fire]
${answers}`;
const answer = (more = ''): string => `    answers:
      - validFrom: 2025-07-01
        certainty: verified
        citations: [{ source: aeldreloven-lov-1651-2024, at: § 2 }]
        verifiedOn: 2026-11-21
        say: Noget nyt.
        english: Something new.
${more}`;

/** Each kind of fault that can be in articles, once. */
const mistakes: readonly Spoil[] = [
  {
    name: 'an article id that is taken',
    file,
    find: /articles:\n {2}- id: ([a-z0-9-]+)\n/u,
    put: `${article('id: $1', answer())}  - ¶id: $1\n`,
    says: 'used twice',
  },
  {
    name: 'an outside id that is an article’s',
    file: outside,
    find: /outside:\n {2}- id: [a-z0-9-]+\n/u,
    put: 'outside:\n  - ¶id: local-contacts\n',
    says: '"local-contacts" is used twice',
  },
  {
    name: 'an article that nothing answers',
    file,
    find: /articles:\n/u,
    put: article('¶id: said-by-nobody', ''),
    says: 'nothing answers "said-by-nobody"',
  },
  {
    name: 'a related article that is unknown',
    file,
    find: /related: \[/u,
    put: '¶related: [no-such-article, ',
    says: '"no-such-article" is unknown',
  },
  {
    name: 'an answer that begins no later than the one before',
    file,
    find: /articles:\n/u,
    put: article(
      'id: twice-on-a-day',
      answer() + answer().replace('    answers:\n', '').replace('validFrom', '¶validFrom'),
    ),
    says: 'does not come after 2025-07-01',
  },
  {
    name: 'an answer from an unknown source',
    file,
    find: /citations: \[\{ source: [a-z0-9-]+/u,
    put: 'citations: [{ ¶source: no-such-source',
    says: '"no-such-source" is unknown',
  },
  {
    name: 'a point from an unknown source',
    file,
    find: /articles:\n/u,
    put: article(
      'id: with-a-point',
      answer(`        points:
          - Det første.
          - text: Det andet.
            citations: [{ ¶source: no-such-source, at: § 1 }]
`),
    ),
    says: '"no-such-source" is unknown',
  },
  {
    name: 'an answer that names an unknown provision',
    file,
    find: /\n {8}provisions: \[/u,
    put: '\n        ¶provisions: [ael-999, ',
    says: '"ael-999" is unknown',
  },
  ...(['say', 'english'] as const).map((key): Spoil => ({
    name: `braces in ${key} that nothing fills`,
    file,
    find: new RegExp(`\\n {8}${key}: >-\\n`, 'u'),
    put: `\n        ¶${key}: >-\n          {pensionage}\n`,
    says: 'nothing fills {pensionage}',
  })),
  ...(['Ja', 'Nej', 'Yes', 'No'] as const).map((word): Spoil => {
    const key = word === 'Ja' || word === 'Nej' ? 'say' : 'english';
    return {
      name: `an answer that begins with ${word}`,
      file,
      find: new RegExp(`\\n {8}${key}: >-\\n`, 'u'),
      put: `\n        ¶${key}: >-\n          ${word},\n`,
      says: 'begins with yes or no',
    };
  }),
  {
    name: 'the length of a deadline that no standard has',
    file,
    find: /\n {8}say: >-\n/u,
    put: '\n        ¶say: >-\n          {length:vejen-86-1/no-such-step}\n',
    says: 'nothing fills {length:vejen-86-1/no-such-step}',
  },
  {
    name: 'braces in a point that nothing fills',
    file,
    find: /\n {8}points:\n {10}- /u,
    put: '\n        points:\n          - ¶Noget {andet}.\n          - ',
    says: 'nothing fills {andet}',
  },
  {
    name: 'a fact of a municipality in an unknown article',
    file: 'knowledge/municipalities/vejen.yaml',
    after: 'facts:',
    find: /articles: \[/u,
    put: '¶articles: [no-such-article, ',
    says: '"no-such-article" is unknown',
  },
  {
    name: 'a contact of a municipality in an unknown article',
    file: 'knowledge/municipalities/vejen.yaml',
    after: 'contacts:',
    find: /articles: \[/u,
    put: '¶articles: [no-such-article, ',
    says: '"no-such-article" is unknown',
  },
  {
    name: 'a fact of a national document in an unknown article',
    file: 'knowledge/guidance/stps-stop-taenk-tjek.yaml',
    after: 'facts:',
    find: /articles: \[/u,
    put: '¶articles: [no-such-article, ',
    says: '"no-such-article" is unknown',
  },
  {
    name: 'an article that is asked for in too few ways',
    file,
    find: /articles:\n/u,
    put: article('id: hardly-asked', answer()).replace('asks: [et, to, tre, fire]', '¶asks: [et, to, tre]'),
    says: 'asks',
  },
  {
    name: 'an answer that is inferred and does not say so',
    file,
    find: /articles:\n/u,
    put: article('id: without-doubt', answer().replace('verified', 'inferred').replace('- v', '- ¶v')),
    says: 'doubt',
  },
];

describe('articles', () => {
  const fresh = temporaryFolders();

  it('have no fault as they are', () => {
    expect(inspectKnowledge(projectRoot).faults).to.deep.equal([]);
  });

  for (const mistake of mistakes)
    it(`with ${mistake.name} are refused, with file, line, reason and cure`, async () => {
      const root = fresh();
      const line = copySpoilt(root, mistake);
      const { knowledge, faults } = inspectKnowledge(root);
      expect(knowledge).to.equal(undefined);
      const found = await locateFaults(root, faults);
      expect(found.map(({ what }) => what)).to.have.length(1);
      expect(found[0]).to.include({ file: mistake.file, line });
      expect(found[0]?.what).to.include(mistake.says);
      for (const sentence of [found[0]?.why, found[0]?.cure]) expect(sentence).to.match(/^\S.*\.$/u);
    });

  for (const [name, spoil] of [
    [
      'lead to a dialog that no file holds',
      { file, find: /\n {4}tree: [a-z-]+\n/u, put: '\n    ¶tree: no-such-tree\n', says: 'no-such-tree' },
    ],
    [
      'are named by words for a standard that no file holds',
      {
        file: 'knowledge/words.yaml',
        find: /\nnames:\n/u,
        put: '\nnames:\n  ¶no-such-standard: [intet]\n',
        says: 'no-such-standard',
      },
    ],
    [
      'would show braces in a kind no',
      { file: outside, find: /\n {4}say: >-\n/u, put: '\n    ¶say: >-\n      {pensionAge}\n', says: '{pensionAge}' },
    ],
  ] as const)
    it(`that ${name} are refused, with file and line`, async () => {
      const root = fresh();
      const line = copySpoilt(root, { name, ...spoil });
      const inspected = await inspectContent(root);
      const found = 'faults' in inspected ? inspected.faults : [];
      expect(found.map((fault) => [fault.file, fault.line])).to.deep.equal([[spoil.file, line]]);
      expect(found[0]?.what).to.include(spoil.says);
    });
});
