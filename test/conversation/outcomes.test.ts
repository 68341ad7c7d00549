import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import { expect } from 'chai';
import { messageFor } from '../../src/bot/index.ts';
import { walkView } from '../../src/bot/views/walkView.ts';
import { freshState } from '../../src/bot/state.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { phrasesFrom, type OutcomeView } from '../../src/cards/index.ts';
import { civilDate, type CivilDate } from '../../src/dates/index.ts';
import { decide, factsFrom } from '../../src/rules/index.ts';
import { dialogs, knowledge, provisionsOf, tree } from '../helpers/content.ts';
import { actionsOf, textsOf, type Card, type Json } from '../helpers/cardReader.ts';
import { cardIn, seen, TestGuide } from '../helpers/talk.ts';
import { optionsOf, randomWalks, type RandomWalk } from './walks.ts';

const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof Renderer;

const phrases = phrasesFrom(dialogs.phrases);
const days = ['2025-06-30', '2025-07-01', '2026-11-22', '2026-12-31', '2027-01-01', '2027-07-01'].map(civilDate);
const run = '00000000-0000-4000-8000-000000000000';
/** Teams counts in UTF-16: 14,000 characters are 28 KB. Only ends where nearly everything is unknown may take more. */
const most = { characters: 14_000, whenOpen: 16_500, openFrom: 10 };

/** What the reference renderer has against a card. */
const complaints = (card: Card): string[] => {
  // The renderer's own expression for languages is global and remembers where it was.
  (AdaptiveCard.langProperty as unknown as { regEx: RegExp }).regEx.lastIndex = 0;
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  return [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => message);
};

/** The end of a walk as the bot shows it on a day, without a turn. */
const endOn = (day: CivilDate, { answers }: RandomWalk): OutcomeView => {
  const walk = { tree: tree.id, run, answers };
  const { trees, menu } = dialogs;
  const turn = { guide: { dialogs }, knowledge, phrases, trees, menu, today: day, state: freshState() };
  return walkView(tree, walk, turn as unknown as Turn) as OutcomeView;
};
const cardOn = (channelId: string, view: OutcomeView): Card => {
  const [attachment] = messageFor(view, phrases, channelId).attachments!;
  return attachment!.content as Card;
};

const leftover = /[{}]|\bundefined\b|\bnull\b|\bNaN\b|\[object|\b(?:ael|sel|sul)-\d/u;

for (const day of days)
  describe(`every end of 2,000 walks on ${day}`, () => {
    let views: readonly (RandomWalk & { readonly view: OutcomeView })[] = [];
    before(() => {
      const walks = new Map(randomWalks(2000, 20, day).map((walk) => [JSON.stringify(walk.answers), walk]));
      views = [...walks.values()].map((walk) => ({ ...walk, view: endOn(day, walk) }));
    });

    it('names the provisions that govern or may govern, or says openly that the day is not covered', () => {
      for (const { view, answers, outcome } of views) {
        const { governing, candidates } = decide(knowledge, { date: day, facts: factsFrom(answers) });
        expect(view.governing.map(({ id }) => id)).to.deep.equal(provisionsOf(governing));
        expect(view.candidates.map(({ id }) => id)).to.deep.equal(provisionsOf(candidates));
        const named = view.governing.length + view.candidates.length > 0;
        expect(named || outcome === 'not-covered', JSON.stringify(answers)).to.equal(true);
        for (const { id, label } of [...view.governing, ...view.candidates]) {
          expect(knowledge.provisionOn(id, day)?.kind, id).to.equal('in-force');
          expect(label).to.match(/§ \d/u);
        }
      }
    });

    it('says whether to contact the municipality, who, whom, how and when', () => {
      for (const { view, answers } of views) {
        const { verdict, statement, details } = view.contact;
        const open = view.candidates.length > 0 || view.governing.length === 0;
        expect(verdict).to.equal(answers.needChanged === 'yes' ? 'must' : open ? 'should' : 'must-if-changed');
        expect([statement.length > 20, details.length > 0], JSON.stringify(answers)).to.deep.equal([true, true]);
      }
    });

    it('gives the path that was taken, each answer with its provision, as its reasons', () => {
      for (const { view, stops } of views) {
        expect(view.reasons.map(({ question, answer }) => [question, answer])).to.deep.equal(
          stops.map(({ question, chosen }) => [question, chosen.label]),
        );
        for (const { provision } of view.reasons) expect(provision).to.match(/§ \d/u);
        expect(view.asOf).to.equal(day);
        expect(view.sources.length).to.be.above(0);
      }
    });

    it('fits in one card that the reference renderer takes, with nothing left open in it', () => {
      for (const [at, { view, answers }] of views.entries()) {
        const card = cardOn('msteams', view);
        const json = JSON.stringify(card);
        expect(Buffer.byteLength(json), JSON.stringify(answers)).to.be.at.most(20 * 1024);
        const limit = view.candidates.length < most.openFrom ? most.characters : most.whenOpen;
        expect(json.length, JSON.stringify(answers)).to.be.at.most(limit);
        for (const text of textsOf(card.body as Json)) expect(text).not.to.match(leftover);
        if (at % 5 === 0) expect(complaints(card)).to.deep.equal([]);
      }
    });
  });

describe('an outcome on its channel', () => {
  const view = endOn(days[2]!, randomWalks(1, 21)[0]!);

  it('is a card in Teams whose actions execute, with a submit to fall back on; what leaves the card only submits', () => {
    const card = cardOn('msteams', view);
    const actions = (card.actions as { type: string; data: object; verb: string; fallback: object }[]).slice();
    expect(actions.length).to.be.within(1, 6);
    const leaving = actions.filter(({ data }) =>
      ['text', 'handoff', 'share'].includes((data as { kind: string }).kind),
    );
    expect(leaving.length).to.be.within(1, actions.length - 1);
    for (const { type } of leaving) expect(type).to.equal('Action.Submit');
    for (const { type, data, verb, fallback } of actions.filter((one) => !leaving.includes(one))) {
      expect(type).to.equal('Action.Execute');
      expect(fallback).to.deep.include({ type: 'Action.Submit', data });
      expect(data).to.have.property('kind', verb);
    }
  });

  for (const channel of ['directline', 'webchat', 'emulator', 'test'])
    it(`is a card with nothing but submits on ${channel}`, () => {
      const json = JSON.stringify(cardOn(channel, view));
      expect(json).to.contain('Action.Submit').and.not.to.contain('Action.Execute').and.not.to.contain('fallback"');
    });

  it('is text and nothing else on the console', () => {
    const { text, attachments } = messageFor(view, phrases, 'console');
    expect(attachments).to.equal(undefined);
    expect(text)
      .to.contain(view.title)
      .and.to.contain(view.governing[0]?.label ?? view.candidates[0]!.label);
    expect(text).not.to.match(leftover);
  });

  it('is never text and card at once, which Teams would split', () => {
    for (const channel of ['msteams', 'directline'])
      expect(messageFor(view, phrases, channel)).not.to.have.property('text');
  });

  it('carries in its actions ids of the contract and nothing else', () => {
    const allowed = ['kind', 'tree', 'run', 'question', 'option', 'form', 'answers'];
    for (const data of actionsOf(cardOn('msteams', view))) expect(allowed).to.include.members(Object.keys(data));
  });
});

describe('an outcome in a talk', () => {
  it('is the very view that these tests look at, on every day', async () => {
    for (const day of days) {
      const guide = new TestGuide({ today: day });
      for (const walk of randomWalks(25, 22, day)) {
        const talk = guide.talk('msteams');
        const reply = await talk.at(walk.answers);
        expect(seen(reply, 'outcome')).to.deep.equal({ ...endOn(day, walk), run: talk.run });
        expect(JSON.stringify(cardIn(reply))).to.equal(
          JSON.stringify(cardOn('msteams', { ...endOn(day, walk), run: talk.run })),
        );
      }
    }
  });

  it('that follows from "Ved ikke" alone always asks for contact', async () => {
    for (const day of days) {
      const talk = new TestGuide({ today: day }).talk();
      let { views } = await talk.at({});
      while (views[0]?.kind === 'question') {
        expect(optionsOf(views[0].question).at(-1)?.id).to.equal('unknown');
        ({ views } = await talk.say('ved ikke'));
      }
      expect((views[0] as OutcomeView).contact.verdict).to.equal('should');
    }
  });
});
