import { expect } from 'chai';
import { describe, it } from 'mocha';
import { answerTo } from '../../src/answers/index.ts';
import { askGuide } from '../../src/bot/index.ts';
import { knowledge, today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';
import { TestGuide } from '../helpers/talk.ts';
import { cardOf, shown } from './everyReply.ts';
import { hostileTexts, neverSaid, tried } from './hostile.ts';

const kinds = ['answer', 'question', 'fallback', 'refusal'];
/** Signs that no sentence of the guide has: control, direction, half a pair, markup. */
const foreign = /[\p{Cc}\p{Cs}\p{Co}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const lineBreaks = /[\n\r]/gu;

/** What kind of reply a text gets, and what is wrong with it. */
const replyTo = (text: string): { readonly kind: string; readonly faults: readonly string[] } => {
  const asked = askGuide(guide, { text, date: today });
  const reply = asked.kind === 'refusal' ? undefined : answerTo(guide.questions, { text, date: today });
  const card = !reply || reply.kind === 'case' ? undefined : cardOf(shown('fuzz', reply));
  const faults: string[] = [];
  if (!kinds.includes(asked.kind)) faults.push(`kind ${asked.kind}`);
  if (asked.text.trim() === '') faults.push('an empty reply');
  for (const id of asked.provisions) if (!knowledge.provision(id)) faults.push(`provision ${id}`);
  for (const id of asked.suggestions) if (!knowledge.article(id)) faults.push(`suggestion ${id}`);
  for (const said of [asked.text, JSON.stringify(card ?? {})]) {
    faults.push(...neverSaid.filter((piece) => said.includes(piece)).map((piece) => `says ${piece}`));
    if (foreign.test(said.replace(lineBreaks, ''))) faults.push('says a sign that is not its own');
    if (/[<>]/u.test(said)) faults.push('says < or >');
  }
  return { kind: asked.kind, faults };
};

describe('any text at all', function () {
  this.timeout(600_000);

  it('gets one of the four replies, which repeats nothing of it', () => {
    const faults: string[] = [];
    const met = new Map<string, number>();
    let [count, huge] = [0, 0];
    for (const text of tried()) {
      count++;
      if (text.length >= 1_000_000) huge++;
      const told = (fault: string): string =>
        `${fault} for number ${String(count)}, ${String(text.length)} signs, ${JSON.stringify(text.slice(0, 80))}`;
      try {
        const { kind, faults: found } = replyTo(text);
        faults.push(...found.map(told));
        met.set(kind, (met.get(kind) ?? 0) + 1);
      } catch (error) {
        faults.push(told(`throws ${String(error)}`));
      }
    }
    expect(faults.slice(0, 20), `${String(faults.length)} faults`).to.deep.equal([]);
    expect([count, huge]).to.deep.equal([10_000, 20]);
    expect([...met.keys()], 'kinds met').to.have.members(kinds);
    console.log(`      ${JSON.stringify(Object.fromEntries(met))}`);
  });

  it('is calmly answered in a conversation too, with nothing open and in the middle of a walk', async () => {
    const house = new TestGuide();
    const answers = { need: 'regain', hospitalPlan: 'none' };
    for (const text of hostileTexts(400, 4, 7)) {
      const where = `${String(text.length)} signs, ${JSON.stringify(text.slice(0, 80))}`;
      for (const talk of [house.talk(), await house.talk().stand(answers)]) {
        const { messages, views } = await talk.send({ type: 'message', text });
        expect(messages.length, where).to.be.at.most(1);
        expect(
          views.map(({ kind }) => kind),
          where,
        ).to.not.include('error');
        // Nothing said is nothing to answer.
        if (text.trim() !== '') expect(messages.length, where).to.equal(1);
        for (const piece of neverSaid) expect(JSON.stringify(messages), where).to.not.include(piece);
      }
    }
  });
});
