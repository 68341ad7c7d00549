import type { CivilDate } from '../dates/index.ts';
import type { Outside } from '../knowledge/index.ts';
import type { FactFound, Hit, Story } from '../language/index.ts';
import { askedIn, type Asked, type Question } from './asked.ts';
import { asksWhich } from './asksWhich.ts';
import { deadlinesFrom } from './deadlinesIn.ts';
import { isBareSubject, isUnclear, seemsOutside } from './doubts.ts';
import { followed, following } from './followUp.ts';
import { lawDay } from './lawDay.ts';
import { placeElsewhere, placeTold } from './onlyPlace.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { ranked } from './rank.ts';
import type { Reply } from './reply.ts';
import { ofProvision } from './statute.ts';
import { saysNothing } from './sentences.ts';
import { storyIn } from './story.ts';
import { nearOf, nothingOf, tell } from './tell.ts';
import { thresholds } from './tuning.ts';

/** A case is a citizen of whom something is said, and the question which law it comes under. */
const isCase = (facts: readonly FactFound[], { words, text }: Asked): boolean => {
  const said = new Set(facts.map(({ fact }) => fact));
  return said.has('need') && said.size >= 2 && asksWhich(words, text);
};

/** Of someone below the pension age: that ældreloven may cover the need, which the municipality assesses (§ 2, stk. 2). */
const tellsOfCare =
  /demen[st]|alzheimer|parkinson|huntington|sengelig|terminal|palliativ|livstruende|plejecent|plejehjem|plejebolig|plejekræv|\bafsnit|(?:omfattet|visiteret|bevilget|bevilling|vurderet|afgørelse)[^.?!]{0,40}\b(?:af|efter|til|under) ældrelov/iu;

/** What was told before and not told otherwise now, and what is told now. */
const factsWith = (told: Question['told'] = {}, { facts }: Story): readonly FactFound[] => [
  ...Object.entries(told)
    .filter(([fact]) => !facts.some((one) => one.fact === fact))
    .map(([fact, value]) => ({ fact: fact as FactFound['fact'], value, said: '', from: 0, to: 0 })),
  ...facts,
];

/** What would hurt when it is not meant is left out unless it most surely is. */
const isMeant = (outside: Outside | undefined, score: number): boolean =>
  outside?.onlySurely !== true || score >= thresholds.surelyOutside;

/** A letter or a digit by itself resembles something in many articles, and asks for none of them. */
const asksSomething = (text: string): boolean => /\p{L}{2}|\d{2}|§/u.test(text);

/** The hits without those that are called the same as a better one: to a reader they are one subject. */
const unlike = ({ knowledge }: QuestionIndex, hits: readonly Hit[]): readonly Hit[] => {
  const seen = new Set<string>();
  return hits.filter(({ id }) => {
    const title = knowledge.article(id)?.title ?? id;
    return seen.size < seen.add(title).size;
  });
};

/** What a free text is answered with. Pure: the same text on the same day gives the same reply. Never throws. */
export const answerTo = (index: QuestionIndex, question: Question): Reply => {
  const story = storyIn(index, question.text, question.date);
  const date = lawDay(index.knowledge, question.date, story.dates);
  const asked = askedIn(index, { ...question, date, askedOn: question.date });
  const { english } = asked;
  const [place] = asked.municipalities;
  const danger = index.dangerIn(asked.text);
  const facts = factsWith(question.told, story);
  if (danger) return { kind: 'outside', outside: danger, english, date, place, facts };
  const found = ranked(index, asked, facts).filter(({ id, score }) => isMeant(index.outside.get(id), score));
  const all = following(index, asked, found);
  const ofAct = ofProvision(index, asked, all);
  if (ofAct?.length === 0) return nothingOf(index, asked, all, facts);
  const hits = ofAct ?? all;
  if (isCase(facts, asked))
    return {
      kind: 'case',
      found: facts,
      tellsOfCare: tellsOfCare.test(asked.text),
      facts,
      near: nearOf(index, hits),
      english,
      date,
      place,
    };
  const [top] = hits;
  const before = followed(index, asked, top);
  // What the bare words of a follow-up resemble is not what it is about.
  if (before) return tell(index, asked, before, [], story.dates, facts);
  const placed = placeTold(index, asked, facts);
  if (placed) return placed;
  const score = top && asksSomething(asked.text) && !saysNothing(asked.words) ? top.score : 0;
  const outside = top && index.outside.get(top.id);
  if (outside && score >= thresholds.outside) return { kind: 'outside', outside, english, date, place, facts };
  const article = top && index.knowledge.article(top.id);
  if (!article || score < thresholds.answer) return nothingOf(index, asked, hits, facts);
  const isOutside = seemsOutside(index, asked, hits);
  if (isOutside && !isBareSubject(asked, top)) return nothingOf(index, asked, hits, facts);
  const isAsked = isOutside || isUnclear(index, asked, hits);
  const isLocal = (index.speaking.get(article.id)?.municipalities.size ?? 0) > 0;
  const elsewhere = isAsked && isLocal && placeElsewhere(index, asked);
  if (elsewhere) return { kind: 'outside', outside: elsewhere, english, date, place, facts };
  const near = isAsked ? nearOf(index, unlike(index, hits)) : [];
  if (near.length > 1) return { kind: 'choose', articles: near, english, date, place, facts };
  return tell(index, asked, article, hits, story.dates, facts);
};

/** What an article says, when it is asked for by its id; undefined for an article that no file holds. */
export const answerAbout = (
  index: QuestionIndex,
  about: {
    readonly article: string;
    /** What happened when, to count its deadlines from. */
    readonly events?: Readonly<Record<string, CivilDate>>;
  } & Omit<Question, 'text' | 'before'>,
): Reply | undefined => {
  const article = index.knowledge.article(about.article);
  const { date, municipality, language, events = {} } = about;
  if (!article) return undefined;
  const reply = tell(index, askedIn(index, { text: '', date, municipality, language }), article, [], [], []);
  const isCounted = reply.kind === 'answer' && Object.keys(events).length > 0;
  return isCounted ? { ...reply, deadlines: deadlinesFrom(index.knowledge, events, municipality) } : reply;
};
