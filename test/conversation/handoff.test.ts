import { expect } from 'chai';
import type { CivilDate } from '../../src/dates/index.ts';
import { offered, seen, TestGuide, type Talk } from '../helpers/talk.ts';
import {
  after,
  before,
  brorup,
  cancelling,
  complaintWalk,
  contactWalk,
  courseWalk,
  draftIn,
  on,
  paragraphWalk,
  reach,
  said,
  twin,
} from './handing.ts';

/**
 * Whom to ask, worked out by hand from the law and the documents, on both sides of 1 January 2027: who has the task, and
 * what the law of the message is. Only Vejen's document says where to turn, and only for training without a plan from the
 * hospital; it gives no number for it, so all are reached by the municipality's main number.
 */
const tracks: Readonly<Record<string, readonly (readonly [CivilDate, 'municipality' | 'region', string])[]>> = {
  everyday: [
    [before, 'municipality', 'ældreloven eller serviceloven'],
    [after, 'municipality', 'ældreloven eller serviceloven'],
  ],
  'plan-general': [
    [before, 'municipality', 'sundhedsloven § 140'],
    [after, 'municipality', 'sundhedsloven § 139 a'],
  ],
  'plan-specialised': [
    [before, 'municipality', 'sundhedsloven § 140'],
    [after, 'region', 'sundhedsloven § 139 b'],
  ],
  'regional-place': [
    [before, 'municipality', 'ældreloven § 17 eller serviceloven § 84, stk. 2'],
    [after, 'region', 'sundhedsloven § 118 e'],
  ],
  unknown: [
    [before, 'municipality', 'hvem der har opgaven'],
    [after, 'municipality', 'kommunen eller regionen'],
  ],
};
const places: Readonly<Record<string, { readonly name?: string; readonly entrance?: string }>> = {
  vejen: { name: 'Vejen Kommune', entrance: brorup },
  herlev: { name: 'Herlev Kommune' },
  koebenhavn: { name: 'Københavns Kommune' },
  other: {},
  unknown: {},
};

describe('whom to ask', () => {
  for (const [track, days] of Object.entries(tracks))
    for (const [day, recipient, law] of days)
      for (const [municipality, { name, entrance }] of Object.entries(places))
        it(`about ${track} on ${day} in ${municipality} is the ${recipient}`, async () => {
          const view = await on(day, contactWalk({ track, municipality }));
          expect(view.recipient).to.equal(recipient);
          expect(view.asOf).to.equal(day);
          expect(view.municipality).to.equal(recipient === 'region' ? undefined : name);
          expect(draftIn(view)).to.include(law);
          expect(reach(view)).to.not.match(/\d[\d ]{6,}\d/u);
          const isTraining = track === 'everyday' || track === 'unknown';
          expect(reach(view).includes(brorup)).to.equal(entrance !== undefined && isTraining);
          if (recipient === 'region') expect(reach(view)).to.equal(said('handoff.region'));
          else expect(reach(view)).to.match(/hovednummer/u);
          if (municipality === 'other' && recipient !== 'region') expect(reach(view)).to.equal(said('handoff.notHere'));
        });

  it('about training in Vejen is its health centre, and about other help the main number', async () => {
    const [regain, maintain] = await Promise.all(
      ['regain', 'maintain'].map((course) =>
        on(before, courseWalk({ course, stage: 'underway', municipality: 'vejen' })),
      ),
    );
    expect(reach(regain!)).to.equal(`${said('handoff.noNumber')}\n${brorup}`);
    expect(twin(regain!))
      .to.include('Det er til Træning & Livsstil på Brørup Sundhedscenter.')
      .and.not.include(cancelling);
    expect(reach(maintain!)).to.equal(said('handoff.notThis'));
  });

  it('is told with the age of what the document says, and history is told as history', async () => {
    const view = await on(before, contactWalk({ municipality: 'koebenhavn' }));
    const section = view.sections.find(({ heading }) => heading.startsWith('Det skrev kommunen dengang'));
    expect(section?.after).to.match(/^Det her er historie fra 1\. december 2008 og ikke en regel i dag\./u);
    expect(section?.items.join(' ')).to.include('Vi ved ikke, om kontorerne findes endnu.');
    expect(reach(view)).to.include('Guiden har ikke numre til Københavns Kommune.');
  });

  it('about a stay with training is asked of the municipality, and the sheet without one is told as such', async () => {
    for (const [day, asks] of [
      [before, 'Bed dem sige, hvem der har opgaven.'],
      [after, 'om det er kommunen eller regionen'],
    ] as const) {
      const view = await on(day, courseWalk({ course: 'round-the-clock', stage: 'inquiry', municipality: 'herlev' }));
      expect(view.recipient).to.equal('municipality');
      expect(view.sections[0]?.text).to.include(asks);
      const sheet = view.sections.find(({ heading }) => heading === 'Fra et ark uden kommune: Døgngenoptræningsforløb');
      expect(sheet?.items.join(' ')).to.include('udskrivningskoordinator');
      expect(sheet?.after).to.match(/^Arket nævner ingen kommune og ingen dato\./u);
    }
  });

  it('names no other municipality than the one that is asked', async () => {
    expect(twin(await on(before, contactWalk({ municipality: 'herlev' })))).to.not.match(/Vejen|Brørup|Københavns/u);
  });

  for (const [about, recipient, title, start] of [
    ['refusal', 'municipality', 'Klag til den kommune, der traf afgørelsen.', 'en afgørelse fra jer'],
    ['ended', 'municipality', 'Klag til den kommune, der traf afgørelsen.', 'en afgørelse fra jer'],
    ['treatment', undefined, 'Styrelsen for Patientklager', 'vil klage til Styrelsen for Patientklager'],
    ['rights', undefined, 'Styrelsen for Patientklager', 'vil klage til Styrelsen for Patientklager'],
    ['conduct', undefined, 'Tal med lederen af stedet først.', 'Jeg siger det til dig som leder'],
  ] as const)
    it(`about a complaint (${about}) is who takes it, and the draft does not ask who that is`, async () => {
      const view = await on(before, { ...complaintWalk(about), municipality: 'herlev' });
      expect(view.recipient).to.equal(recipient);
      expect(view.sections[0]?.text).to.include(title);
      expect(view.draft[0]).to.include(start);
      expect(draftIn(view)).to.not.match(/hvor en klage skal hen|Se lov om klage|Det er svært/u);
    });

  it('about a complaint that no one has the way for is asked where it goes', async () => {
    for (const about of ['waiting', 'unknown'])
      expect((await on(before, { ...complaintWalk(about), municipality: 'herlev' })).draft[0]).to.include(
        'hvor en klage skal hen',
      );
  });

  it('about a health service is those who give it or the doctor who refers, and leaves no act open', async () => {
    for (const day of [before, after])
      for (const [need, recipient, whom, law] of [
        ['nursing', 'municipality', 'Ring til sygeplejen', 'sundhedsloven § 138, og lægen henviser'],
        ['physiotherapy', undefined, 'Tal med borgerens læge.', 'sundhedsloven § 140 a, og lægen henviser'],
      ] as const)
        for (const hospitalPlan of ['none', 'general']) {
          const view = await on(day, { ...paragraphWalk({ need, hospitalPlan }), municipality: 'herlev' });
          expect(view.recipient).to.equal(recipient);
          expect(view.sections[0]?.text).to.include(whom);
          expect(view.draft[0]).to.include(law);
          expect(draftIn(view)).to.not.match(/ældreloven|serviceloven/iu);
        }
  });

  it('about someone with personal assistance is told so, and ældreloven is not left open', async () => {
    const asked = {
      need: 'regain',
      hospitalPlan: 'none',
      pensionAge: 'reached',
      ageRelatedLoss: 'yes',
      careNeed: 'yes',
    };
    const view = await on(before, {
      ...paragraphWalk({ ...asked, personalAssistance: 'yes' }),
      municipality: 'herlev',
    });
    expect(view.draft[0]).to.include('Derfor gælder ældreloven ikke.');
    expect(draftIn(view))
      .to.include('serviceloven § 86, stk. 1')
      .and.not.match(/ældreloven eller serviceloven|måske/u);
    expect(twin(view)).to.not.include('vurderer, om borgeren er på ældreloven');
  });

  it('is told before everything else to get help when it is acute', async () => {
    for (const day of [before, after]) {
      const text = twin(await on(day, contactWalk({ municipality: 'vejen' })));
      expect(text.indexOf('112')).to.be.within(0, text.indexOf('Ring til visitationen'));
      expect(text).to.include('§ 41, stk. 2');
    }
  });
});

describe('the municipality', () => {
  const guide = new TestGuide();
  const state = async (talk: Talk) => {
    const { asked: _, handing: __, handled: ___, ...rest } = ((await talk.state()) ?? {}) as Record<string, unknown>;
    return rest;
  };

  it('is asked for when it is not known, and taken by number, name, alias or any name in the country', async () => {
    for (const [text, place, number] of [
      ['3', 'Vejen Kommune', true],
      ['vejen', 'Vejen Kommune', true],
      ['kbh', 'Københavns Kommune', false],
      ['Høje-Taastrup', 'Høje-Taastrup', false],
      ['odense kommune', 'Odense', false],
    ] as const) {
      const talk = guide.talk();
      const ask = seen(await talk.say('spørg visitationen'), 'handoff-ask');
      expect(ask.municipalities.map(({ id }) => id)).to.deep.equal([
        'herlev',
        'koebenhavn',
        'vejen',
        'other',
        'unknown',
      ]);
      const view = seen(await talk.say(text), 'handoff');
      expect(view.municipality, text).to.equal(place);
      expect(reach(view).includes(brorup), text).to.equal(number);
    }
  });

  it('is taken by a click as its input comes, and remembered for the next question', async () => {
    const talk = guide.talk('msteams');
    const reply = await talk.say('spørg visitationen');
    const submit = offered(reply).find(({ kind }) => kind === 'handoff')!;
    expect(seen(await talk.execute({ ...submit, municipality: 'herlev' }), 'handoff').municipality).to.equal(
      'Herlev Kommune',
    );
    expect(seen(await talk.say('spørg visitationen'), 'handoff').municipality).to.equal('Herlev Kommune');
    const other = offered(await talk.say('spørg visitationen')).find((data) => 'option' in data)!;
    seen(await talk.click(other), 'handoff-ask');
    expect(seen(await talk.say('vejen'), 'handoff').municipality).to.equal('Vejen Kommune');
    seen(await talk.say('Vælg en anden kommune'), 'handoff-ask');
  });

  it('that was asked for is no longer the question after any other turn', async () => {
    const talk = guide.talk();
    await talk.say('spørg visitationen');
    seen(await talk.say('hjælp'), 'help');
    expect((await talk.say('1')).views[0]?.kind).to.equal('question');
  });

  it('is not asked for where the region or someone else is asked', async () => {
    const guideThen = new TestGuide({ today: after });
    const { municipality: _, ...answers } = { track: 'plan-specialised', municipality: '' };
    expect(seen(await guideThen.talk().click(contactWalk(answers)), 'handoff').recipient).to.equal('region');
    seen(await guideThen.talk().click(complaintWalk('conduct')), 'handoff');
  });

  it('is asked for in the middle of a walk without moving the walk, and the walk goes on after it', async () => {
    const some = { need: 'regain', hospitalPlan: 'none' };
    const talk = await guide.talk().stand(some);
    const stood = await state(talk);
    const ask = seen(await talk.say('Kontakt visitationen'), 'handoff-ask');
    expect(ask.resume).to.deep.include({ answers: some });
    const reply = await talk.say('1');
    expect(seen(reply, 'handoff').draft.join('\n')).to.include('Nej, ingen plan.');
    expect(await state(talk)).to.deep.equal(stood);
    const goOn = offered(reply).find(({ kind }) => kind === 'start')!;
    expect(seen(await talk.click(goOn), 'question')).to.deep.include({ question: 'pensionAge', answers: some });
  });
});
