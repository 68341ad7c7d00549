import { expect } from 'chai';
import { describe, it } from 'mocha';
import { isQuestion, replay, type Answers, type DecisionTree } from '../../src/trees/index.ts';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, knowledge, today } from '../helpers/content.ts';
import { cardIn, offered, TestGuide, type Talk } from '../helpers/talk.ts';
import { chance } from '../conversation/walks.ts';

const setting = { knowledge, today };
const questions = [
  'Hvad er forskellen på genoptræning og vedligeholdende træning?',
  'Hvor lang er fristen for at klage?',
  'Hvornår skal jeg kontakte visitationen?',
  'Hvad står der om kørsel i Vejen?',
  'Hvem betaler for træningen?',
  'Hvad er en genoptræningsplan?',
  'Må vi flytte træningen til en anden dag?',
  'Hvad skal der stå i journalen?',
  'Kan pårørende klage for borgeren?',
  'Hvad er rehabilitering egentlig?',
  'Hvad siger Stop, tænk, tjek om fald?',
  'Gælder ældreloven for folk på plejehjem?',
  'Hvad betyder folkepensionsalderen her?',
  'Hvor hurtigt starter træningen i Herlev?',
  'Hvad ændrer sundhedsreformen i 2027?',
  'Hvilke opgaver har en leder ved tilsyn?',
  'Kan borgeren selv vælge leverandør?',
  'Hvem må give samtykke for borgeren?',
  'What is a genoptræningsplan and who makes it?',
  'Hvad gør vi hvis borgeren ikke vil træne?',
];

/** As people write in a hurry. */
const unmarked = [
  'genoptræningsplan hvad er det',
  'jeg vil gerne vide hvad fristen er for at klage',
  'ka borgeren klage over et afslag',
  'vordan søger man om træning',
  'fortæl mig om ældreloven § 10',
];

/** Every question of a tree, with the answers of one walk that leads to it. */
const placesOf = (tree: DecisionTree): ReadonlyMap<string, Answers> => {
  const next = chance(77);
  const met = new Map<string, Answers>();
  for (let walk = 0; walk < 400; walk++) {
    let answers: Answers = {};
    for (let at = replay(tree, answers, setting); at.kind === 'question'; at = replay(tree, answers, setting)) {
      if (!met.has(at.id)) met.set(at.id, answers);
      const { question } = at;
      const option = 'options' in question ? question.options[Math.floor(next() * question.options.length)]!.id : today;
      answers = { ...answers, [at.id]: option };
    }
  }
  return met;
};

describe('a question in the middle of a walk', () => {
  const guide = new TestGuide();

  /** The walk as it is stored, and the question that stands open in it. */
  const standing = async (talk: Talk, tree: DecisionTree) => {
    const walk = await talk.walk();
    const position = replay(tree, walk?.answers ?? {}, setting);
    return {
      tree: walk?.tree,
      run: walk?.run,
      answers: walk?.answers,
      told: walk?.told,
      editing: walk?.editing,
      open: position.id,
    };
  };

  it('is one of 20, each another', () => {
    expect(new Set(questions).size).to.equal(20);
  });

  for (const tree of dialogs.trees.values())
    it(`of ${tree.id} leaves the same question open with all answers, and the reply offers to go on`, async () => {
      const places = placesOf(tree);
      const asked = Object.entries(tree.nodes).flatMap(([id, node]) => (isQuestion(node) ? [id] : []));
      expect([...places.keys()]).to.include.members(asked);
      const faults: string[] = [];
      let replies = 0;
      for (const [open, answers] of places)
        for (const text of questions) {
          const talk = await guide.talk().stand(answers, { tree: tree.id });
          const before = await standing(talk, tree);
          const reply = await talk.say(text);
          const after = await standing(talk, tree);
          const where = `"${text}" at ${open}`;
          if (JSON.stringify(after) !== JSON.stringify(before)) {
            faults.push(`${where} changed the walk: ${JSON.stringify(after)}`);
            continue;
          }
          const shown = reply.views[0];
          if (shown?.kind === 'answer' || shown?.kind === 'offer') replies++;
          const goOn = offered(reply).find(({ kind, run }) => kind === 'start' && run === talk.run);
          const stands = shown?.kind === 'question' || shown?.kind === 'form' ? shown : undefined;
          if (!goOn && !stands) faults.push(`${where} does not offer to go on`);
          for (const fault of lintCard(cardIn(reply))) faults.push(`${where}: ${fault}`);
          if (!goOn) continue;
          const back = (await talk.click(goOn)).views[0];
          const id = back?.kind === 'question' ? back.question : back?.kind === 'form' ? open : undefined;
          if (id !== open) faults.push(`${where}: going on leads to ${String(id)}`);
          if (JSON.stringify(await standing(talk, tree)) !== JSON.stringify(before))
            faults.push(`${where}: going on changed the walk`);
        }
      expect([...new Set(faults)], `${String(faults.length)} faults`).to.deep.equal([]);
      expect(replies / (places.size * questions.length), 'replies that answer').to.be.above(0.9);
    });

  it('is a question without its question mark too', async () => {
    const faults: string[] = [];
    for (const text of unmarked) {
      const answers = { need: 'regain', hospitalPlan: 'none' };
      const talk = await guide.talk().stand(answers);
      const [view] = (await talk.say(text)).views;
      if (view?.kind !== 'answer' && view?.kind !== 'offer') faults.push(`"${text}" is not answered`);
      if (JSON.stringify(await talk.answers()) !== JSON.stringify(answers))
        faults.push(`"${text}" changed the answers to ${JSON.stringify(await talk.answers())}`);
    }
    expect(faults).to.deep.equal([]);
  });
});
