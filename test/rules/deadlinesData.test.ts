import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { inspectKnowledge, locateFaults } from '../../src/knowledge/index.ts';
import { knowledge, projectRoot } from '../helpers/content.ts';

const municipality = `id: prove
name: Prøve Kommune
standards:
  - id: prove-86-1
    title: Prøve
    source: vejen-86-1
    provisions: [sel-86-1]
    status: current
    note: En prøve.
    noteEnglish: A sample.
    validFrom: 2025-01-01
    start: exact
    verifiedOn: 2026-11-21
    daysOff: { constitutionDay: true, christmasEve: false, newYearsEve: true }
    facts:
      - id: start
        topic: deadline
        values:
          - text: Træningen begynder inden 5 dage.
            at: Frist
            deadline: { step: training-start, event: visitation, length: 5, unit: days }
          - validFrom: 2026-01-01
            text: Træningen begynder inden 6 dage.
            at: Frist
            deadline: { step: training-start, event: visitation, length: 6, unit: days }
            today:
              kind: local
              text: Loven har ingen frist.
              citations: [{ source: serviceloven-lbk-1129-2025, at: "§ 86" }]
              certainty: verified
      - id: contact
        topic: deadline
        values:
          - text: Kommunen ringer.
            at: Frist
            deadline: { step: contact, event: inquiry, length: 1, unit: workdays }
    contacts:
      - { id: vejviser, name: Vejviser, about: Alt, at: Side 1 }
`;

describe('the checks of documents and deadlines', () => {
  let root = '';
  const files = { municipality: 'knowledge/municipalities/prove.yaml', national: 'knowledge/deadlines.yaml' };
  const original = readFileSync(join(projectRoot, files.national), 'utf8');
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'deadlines-'));
    cpSync(join(projectRoot, 'knowledge'), join(root, 'knowledge'), { recursive: true });
  });
  after(() => rmSync(root, { recursive: true }));

  const faultsWith = async (file: keyof typeof files, from: string, to: string) => {
    const text = file === 'national' ? original : municipality;
    expect(text, from).to.include(from);
    writeFileSync(join(root, files.municipality), file === 'national' ? municipality : text.replace(from, to));
    writeFileSync(join(root, files.national), file === 'national' ? text.replace(from, to) : original);
    const faults = await locateFaults(root, inspectKnowledge(root).faults);
    const changed = text.replace(from, to).split('\n');
    return faults.map((fault) => ({ ...fault, said: changed[fault.line - 1]?.trim() ?? '' }));
  };

  it('finds nothing wrong in a good municipality', async () => {
    expect(await faultsWith('municipality', 'En prøve.', 'Kun en prøve.')).to.deep.equal([]);
  });

  const wrong: readonly (readonly [string, keyof typeof files, string, string, RegExp, RegExp])[] = [
    [
      'an unknown source',
      'municipality',
      'source: vejen-86-1',
      'source: vejen-87',
      /source "vejen-87" is unknown/u,
      /^source: vejen-87/u,
    ],
    [
      'an unknown citation',
      'municipality',
      'source: serviceloven-lbk-1129-2025',
      'source: serviceloven',
      /source "serviceloven" is unknown/u,
      /^citations:/u,
    ],
    [
      'an unknown provision',
      'municipality',
      '[sel-86-1]',
      '[sel-186]',
      /provision "sel-186" is unknown/u,
      /^provisions:/u,
    ],
    ['a fact id twice', 'municipality', '- id: contact', '- id: start', /id "start" is used twice/u, /^- id: start/u],
    [
      'a step twice',
      'municipality',
      'step: contact',
      'step: training-start',
      /step "training-start" has two deadlines/u,
      /^deadline: .*inquiry/u,
    ],
    [
      'an unknown event',
      'municipality',
      'event: inquiry',
      'event: call',
      /event "call" is unknown/u,
      /^deadline: .*call/u,
    ],
    [
      'an unknown step',
      'municipality',
      'step: contact',
      'step: phone',
      /step "phone" is unknown/u,
      /^deadline: .*phone/u,
    ],
    [
      'a value out of order',
      'municipality',
      'validFrom: 2026-01-01',
      'validFrom: 2025-01-01',
      /does not come after/u,
      /^- validFrom: 2025-01-01/u,
    ],
    [
      'a standard id twice',
      'municipality',
      'id: prove-86-1',
      'id: sul-140',
      /id "sul-140" is used twice/u,
      /^- id: sul-140/u,
    ],
    ['a misspelt key', 'municipality', 'unit: workdays', 'units: workdays', /unknown key "units"/u, /^deadline: /u],
    [
      'an unknown national source',
      'national',
      'source: genoptraeningsplaner-bek-918-2018, at: "§ 6, stk. 1"',
      'source: bek-918, at: "§ 6, stk. 1"',
      /source "bek-918" is unknown/u,
      /^citations:.*bek-918/u,
    ],
    [
      'an unknown later event',
      'national',
      'laterEvent: ready-for-training',
      'laterEvent: ready',
      /event "ready" is unknown/u,
      /laterEvent: ready,/u,
    ],
    ['an event id twice', 'national', '{ id: arrival,', '{ id: inquiry,', /id "inquiry" is used twice/u, /ankomsten/u],
    [
      'an inference without a doubt',
      'national',
      'certainty: verified',
      'certainty: inferred',
      /"doubt" is not right/u,
      /./u,
    ],
    [
      'a sentence without its place',
      'national',
      '{length} efter {event} den {date}, som er dag nul; {daysOff} tæller',
      'Hverdage tæller',
      /"workdays" is not right: the sentence holds/u,
      /^workdays:/u,
    ],
  ];
  for (const [name, file, from, to, what, said] of wrong)
    it(`finds ${name} and its line`, async () => {
      const faults = await faultsWith(file, from, to);
      const fault = faults.find((one) => what.test(one.what));
      expect(fault, JSON.stringify(faults)).not.to.equal(undefined);
      expect(fault?.file).to.equal(files[file]);
      expect(fault?.said).to.match(said);
      expect(fault?.why).not.to.equal('');
      expect(fault?.cure).not.to.equal('');
    });

  it('reads a folder without municipalities and guidance', () => {
    const bare = mkdtempSync(join(tmpdir(), 'deadlines-'));
    try {
      cpSync(join(projectRoot, 'knowledge'), join(bare, 'knowledge'), { recursive: true });
      // Articles and words speak of documents, and go with them.
      for (const folder of ['municipalities', 'guidance', 'articles'])
        rmSync(join(bare, 'knowledge', folder), { recursive: true });
      writeFileSync(join(bare, 'knowledge/words.yaml'), 'groups: []\nenglish: {}\n');
      const { knowledge: read, faults } = inspectKnowledge(bare);
      expect(faults).to.deep.equal([]);
      expect(read?.municipalities).to.deep.equal([]);
      expect(read?.deadlineStandardIds).to.deep.equal(['sul-140', 'complaint']);
    } finally {
      rmSync(bare, { recursive: true });
    }
  });
});

describe('Knowledge of documents', () => {
  it('finds every standard by id, the national ones included', () => {
    for (const { standards } of knowledge.municipalities)
      for (const standard of standards) expect(knowledge.standard(standard.id)).to.equal(standard);
    for (const standard of knowledge.guidance) expect(knowledge.standard(standard.id)).to.equal(standard);
    expect(knowledge.standard('vejen-87')).to.equal(undefined);
  });
});
