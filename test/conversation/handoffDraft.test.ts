import { expect } from 'chai';
import fc from 'fast-check';
import { renderCard, type HandoffView } from '../../src/cards/index.ts';
import { civilDate, type CivilDate } from '../../src/dates/index.ts';
import { holdsPersonalData, officesOf } from '../../src/language/index.ts';
import type { Answers } from '../../src/trees/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, knowledge, sampled, today } from '../helpers/content.ts';
import { phrases } from '../helpers/everyEnding.ts';
import { cardIn, seen, TestGuide } from '../helpers/talk.ts';
import { after, complaintWalk, contactWalk, courseWalk, draftIn, on, paragraphWalk, said } from './handing.ts';

const offices = officesOf(knowledge);

describe('the draft of what to say', () => {
  const seenIn = async (data: object, day = today): Promise<HandoffView> => on(day, data);

  it('tells what the walk tells, each with its provision as on the card, and leaves open what only the user knows', async () => {
    const answers = { need: 'regain', hospitalPlan: 'none', pensionAge: 'reached', ageRelatedLoss: 'yes' };
    const more = { careNeed: 'yes', personalAssistance: 'no', earlierDecision: 'none' };
    const view = await seenIn({ ...paragraphWalk({ ...answers, ...more }), municipality: 'vejen' });
    expect(view.draft).to.include.members([
      'Borgeren har mest brug for: Genoptræning. Se ældreloven § 10.',
      'Borgeren har nået folkepensionsalderen: Ja. Se ældreloven § 2, stk. 1.',
      'Regler den 22. november 2026: ældreloven § 10, jf. § 9, stk. 2, nr. 3.',
      'Det er ændret: [udfyld selv]',
      'Det skyldes nok: [udfyld selv]',
      'Borgeren ønsker selv: [udfyld selv]',
      'Borgeren har sagt ja til, at jeg giver det videre: [udfyld selv]',
    ]);
    const places = view.sources.map(({ label, at }) => `${label}: ${at}`).join('\n');
    expect(places)
      .to.match(/^Ældreloven.*§ 2, stk\. 1.*§ 10/mu)
      .and.match(/^Sundhedsloven.*§ 84/mu);
    const list = knowledge.dutyOn('contact-draft-change', today)!.details.map(({ text }) => `${text} [udfyld selv]`);
    expect(view.draft).to.include.members(list);
  });

  it('asks for nothing that was answered, and tells nothing that is not known', async () => {
    const view = await seenIn(contactWalk({ municipality: 'herlev', earlier: 'unknown' }));
    expect(draftIn(view)).to.include('Borgeren har sagt ja til, at jeg giver det videre: Ja.');
    expect(draftIn(view))
      .to.not.include('giver det videre: [udfyld selv]')
      .and.not.match(/Ved ikke|Herlev/u);
    const other = await seenIn(contactWalk({ municipality: 'herlev', consent: 'unknown' }));
    expect(draftIn(other)).to.include('Borgeren har sagt ja til, at jeg giver det videre: [udfyld selv]');
  });

  it('asks for a plan from the hospital only where no answer tells of one', async () => {
    const hole = 'genoptræningsplan fra sygehuset: [udfyld selv]';
    for (const [data, isAsked] of [
      [paragraphWalk({ need: 'regain', hospitalPlan: 'none' }), false],
      [paragraphWalk({ need: 'regain', hospitalPlan: 'unknown' }), true],
      [paragraphWalk({ need: 'regain' }), true],
      [contactWalk({ track: 'plan-general' }), false],
      [contactWalk({ track: 'everyday' }), true],
      [courseWalk({ course: 'hospital-plan', stage: 'start' }), false],
    ] as const)
      expect(draftIn(await seenIn({ ...data, municipality: 'herlev' })).includes(hole), JSON.stringify(data)).to.equal(
        isAsked,
      );
  });

  it('asks when a decision came only where the walk does not say, and speaks on the behalf of the citizen', async () => {
    const open = await seenIn({ ...complaintWalk('refusal'), municipality: 'herlev' });
    expect(draftIn(open)).to.include('Borgeren fik afgørelsen: [udfyld selv]').and.include('på borgerens vegne:');
    const answers = { about: 'refusal', received: '2026-11-02' };
    const data = { kind: 'handoff', tree: 'klage', run: 'r-1', answers, municipality: 'herlev' };
    const dated = await seenIn(data);
    expect(dated.draft).to.include('Klagen handler om: Afslag, mindre hjælp, anden afgørelse.');
    expect(dated.draft).to.include('Borgeren fik afgørelsen: 2. november 2026.');
    expect(draftIn(dated)).to.not.include('afgørelsen: [udfyld selv]');
  });

  it('tells the law of the day: before ældreloven, and where it is not settled what it may be', async () => {
    const old = await seenIn(contactWalk({ municipality: 'vejen' }), civilDate('2025-06-30'));
    expect(draftIn(old)).to.include('efter serviceloven').and.not.include('ældreloven');
    const now = await seenIn(courseWalk({ course: 'regain', stage: 'underway', municipality: 'vejen' }));
    expect(draftIn(now)).to.include('Regler den 22. november 2026, måske: serviceloven § 86, stk. 1 · ældreloven § 10');
    const plan = { need: 'regain', hospitalPlan: 'specialised-training' };
    expect(draftIn(await seenIn(paragraphWalk(plan), after))).to.include('sundhedsloven § 139 b');
  });

  it('follows the day that the walk asks about, and says nothing of a day that is not covered', async () => {
    const later = await seenIn(contactWalk({ municipality: 'vejen', track: 'plan-general', date: '2027-01-05' }));
    expect(later.asOf).to.equal('2027-01-05');
    expect(draftIn(later)).to.include('§ 139 a');
    const early = await seenIn(contactWalk({ municipality: 'vejen', date: '2010-01-04' }));
    expect(early.draft).to.deep.equal([]);
    expect(early.sections[0]?.text).to.equal(said('deadline.notCovered'));
    expect(lintCard(renderCard(early, phrases))).to.deep.equal([]);
  });

  it('holds no personal data, as the guard itself sees it, on any card of any walk', async () => {
    const guide = new TestGuide();
    const trees = [...dialogs.trees.values()];
    const optionsOf = (id: string, at: number): Answers => {
      const nodes = Object.entries(trees.find((one) => one.id === id)!.nodes);
      return Object.fromEntries(
        nodes.flatMap(([question, node], index) =>
          'options' in node
            ? [[question, node.options[(at + index) % node.options.length]!.id]]
            : 'input' in node
              ? [[question, '2026-11-20']]
              : [],
        ),
      );
    };
    let longest = 0;
    const run = async (id: string, at: number, day: CivilDate): Promise<void> => {
      guide.today = day;
      const data = { kind: 'handoff', tree: id, run: 'r', answers: optionsOf(id, at), municipality: 'vejen' };
      const reply = await guide.talk().click(data);
      const view = seen(reply, 'handoff');
      const card = cardIn(reply);
      expect(holdsPersonalData(draftIn(view), offices), draftIn(view)).to.equal(false);
      // It is read aloud to others: it states, and speaks neither to the helper nor of what made a question worth asking.
      if (view.recipient !== undefined) expect(draftIn(view)).to.not.match(/\?|\b(?:du|dig|din|dit|dine)\b/iu);
      if (id !== 'hvilken-paragraf') expect(draftIn(view)).to.not.include(' Se ');
      expect(holdsPersonalData(JSON.stringify(data.answers), offices)).to.equal(false);
      expect(lintCard(card)).to.deep.equal([]);
      longest = Math.max(longest, JSON.stringify(card).length);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...trees.map(({ id }) => id)),
        fc.nat(40),
        fc.constantFrom(civilDate('2025-06-30'), today, after, civilDate('2027-07-01')),
        run,
      ),
      sampled(300),
    );
    console.log(`      at most ${String(longest)} characters`);
  });
});

describe('nothing is sent without the user', () => {
  it('says so on the card, has no way to send from it, and is one message to the one who asked', async () => {
    const fetched: unknown[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = (...given) => {
      fetched.push(given);
      return Promise.reject(new Error('No test asks the network.'));
    };
    try {
      for (const channel of ['directline', 'msteams', 'console']) {
        const talk = new TestGuide().talk(channel);
        const { messages } = await talk.click(contactWalk({ municipality: 'vejen' }));
        expect(messages).to.have.length(1);
        const text = JSON.stringify(messages[0]);
        expect(text).to.include(said('handoff.yourself')).and.include(said('handoff.fill'));
        expect(text).to.not.match(/mailto:|tel:|sms:|Action\.OpenUrl|Input\.Text/u);
      }
    } finally {
      globalThis.fetch = real;
    }
    expect(fetched).to.deep.equal([]);
  });

  it('and the draft of one is not kept: the state holds ids', async () => {
    const talk = new TestGuide().talk();
    await talk.click(contactWalk({ municipality: 'vejen' }));
    const state = (await talk.state())!;
    expect(state.asked).to.deep.equal({ municipality: 'vejen' });
    expect(state.dialogs.dialogStack).to.deep.equal([]);
    expect(state.finished).to.equal(undefined);
  });
});
