import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { askedIn } from '../../src/answers/asked.ts';
import { answerTo } from '../../src/answers/index.ts';
import { inSameWords } from '../../src/answers/inSameWords.ts';
import { openReply } from '../../src/bot/closed.ts';
import { askGuide } from '../../src/bot/index.ts';
import { readQuestions } from '../../src/cli/score.ts';
import { knowledge, projectRoot, today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

const foundFor = (text: string, municipality: string) =>
  inSameWords(guide.questions, askedIn(guide.questions, { text, date: today, municipality }));

/** Questions of a municipality whose answer is not sure, and has found something in their own words. */
const unsure = readQuestions(readFileSync(join(projectRoot, 'test/questions/tuning.jsonl'), 'utf8'))
  .filter(({ municipality }) => typeof municipality === 'string')
  .filter((_, at) => at % 5 === 0)
  .flatMap(({ text, municipality: place }) => {
    const municipality = place ?? undefined;
    const reply = answerTo(guide.questions, { text, date: today, municipality });
    return reply.kind === 'answer' && reply.inSameWords.length > 0 ? [{ text, municipality, reply }] : [];
  });
const heading = 'Måske leder du efter det her';

describe('what a document says in the question’s own words', () => {
  it('is found under whatever subject it stands', () => {
    const found = foundFor('Kan han være i en gruppe, når han bliver urolig? Hvem må indgå i gruppen?', 'herlev');
    expect(found.flatMap(({ facts }) => facts.map(({ id }) => id))).to.include('duty-group');
  });

  it('is of the documents that are asked about, and there is none where none is', () => {
    const owners = foundFor(
      'Hvornår begynder træningen senest efter visitationen, og hvem bestemmer tiden?',
      'vejen',
    ).map(({ owner }) => owner?.id);
    expect(new Set(owners)).to.deep.equal(new Set(['vejen']));
    expect(inSameWords(guide.questions, askedIn(guide.questions, { text: 'Hvor tit?', date: today }))).to.deep.equal(
      [],
    );
  });

  it('is told where the answer is not sure, and never twice', () => {
    const shown = unsure.flatMap(({ text, municipality }) => {
      const said = askGuide(guide, { text, municipality, date: today }).text;
      return said.includes(heading) ? [said] : [];
    });
    expect(shown.length).to.be.greaterThan(20);
    for (const said of shown) {
      const lines = said.slice(said.indexOf(heading)).split('\n');
      const first = lines.slice(2, 4).filter((line) => line.startsWith('- '));
      for (const line of first) {
        const fact = line.slice(line.indexOf(': ') + 2);
        expect(said.split(fact).length - 1, fact).to.equal(1);
      }
    }
  });

  it('is not told by an answer that is sure', () => {
    for (const { reply } of unsure) expect(reply.isSure).to.equal(false);
  });

  it('is closed with its subject, and with its document', () => {
    const subjectsOf = ({ standard, facts }: (typeof unsure)[number]['reply']['inSameWords'][number]) =>
      standard.facts.filter(({ id }) => facts.some((one) => one.id === id)).flatMap(({ articles }) => articles);
    const tried = unsure.slice(0, 40).flatMap(({ reply }) => {
      const [told] = reply.inSameWords;
      const subject = told && subjectsOf(told).find((id) => id !== reply.article.id);
      return told && subject ? [{ reply, subject }] : [];
    });
    expect(tried.length).to.be.greaterThan(10);
    for (const { reply, subject } of tried) {
      const open = openReply({ ...guide, knowledge, isDisabled: (id) => id === subject }, reply);
      const left = open?.kind === 'answer' ? open.inSameWords : [];
      expect(left.flatMap(subjectsOf)).to.not.include(subject);
      const documents = new Set(reply.inSameWords.map(({ standard }) => standard.id));
      const closed = openReply({ ...guide, knowledge, isDisabled: (id) => documents.has(id) }, reply);
      expect(closed?.kind === 'answer' ? closed.inSameWords : []).to.deep.equal([]);
    }
  });
});
