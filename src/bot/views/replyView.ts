import type { Also, AnswerReply, LocalPart, Reply } from '../../answers/index.ts';
import type { About, AnswerView, AskChoice, OfferView, SectionView } from '../../cards/index.ts';
import type { CivilDate } from '../../dates/index.ts';
import type { Article } from '../../knowledge/index.ts';
import type { MenuItemView } from '../../cards/index.ts';
import { idSchema } from '../state.ts';
import type { Scene } from './scene.ts';
import { noteOf, tellContact, tellValue, wholeOf } from './sections/facts.ts';
import { withDoubts, type Item, type Section } from './sections/section.ts';
import { citedOn, sourceViews, type Cited } from './sourceViews.ts';

/** What a view stands on, for those who read it by machine: every citation, in the order of the card. */
export interface ToldReply<V> {
  readonly view: V;
  readonly cited: readonly Cited[];
}

/** So many facts stand in what comes nearest, and so many in each that stands behind it. */
const mostFactsNearest = 3;
const mostFactsBeside = 2;
/** So many more, from anywhere in the documents, that say it in the question's own words. */
const mostInSameWords = 3;
const begun = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);
const subjectIn = ({ title, titleEnglish }: Article, english: boolean): string => (english ? titleEnglish : title);
const titleOf = ({ title, titleEnglish }: Article, english: boolean): string => begun(english ? titleEnglish : title);

const partSection = (
  scene: Scene,
  { standard, owner, facts, contacts }: LocalPart,
  english: boolean,
): Section & { cited: Cited[] } => {
  const { phrases } = scene;
  const cited: Cited[] = [];
  const items: Item[] = facts.map(({ value }) => {
    const { item, cited: own } = tellValue(scene, standard, value, english);
    cited.push(...own);
    return item;
  });
  for (const contact of contacts) {
    items.push({ text: tellContact(contact, 'all') });
    cited.push(...citedOn([{ source: standard.source, at: contact.at }], standard.verifiedOn));
  }
  const heading = owner
    ? phrases.say('answer.of', { municipality: owner.name, title: standard.title })
    : phrases.say('answer.fromDocument', { title: standard.title });
  return { heading, items, after: noteOf(scene, standard, english), cited };
};

const deadlineSection = ({ phrases, knowledge }: Scene, { deadlines }: AnswerReply): Section[] => {
  const steps = new Map(knowledge.deadlineWords?.steps.map((one) => [one.id, one]));
  const isDanish = phrases.language === 'da';
  const items = deadlines.map(({ step: id, due, counting, doubt, from }): Item => {
    const named = steps.get(id);
    const step = (isDanish ? named?.label : named?.labelEnglish) ?? id;
    const date = phrases.date(due);
    // How it is counted is said in Danish alone.
    return isDanish
      ? { text: phrases.say('answer.deadline', { step, date, counting }), doubt }
      : { text: phrases.say('answer.deadlineFrom', { step, date, from: phrases.date(from) }) };
  });
  return items.length === 0 ? [] : [{ heading: phrases.say('answer.deadlines'), items }];
};

const askOf =
  (english: boolean, municipality?: string) =>
  (article: Article): AskChoice => ({
    label: titleOf(article, english),
    article: article.id,
    ...(municipality === undefined ? {} : { municipality }),
  });

/** A place as a card's button can carry it. */
const placeOf = ({ place }: Reply): Pick<About, 'municipality'> =>
  place !== undefined && idSchema.safeParse(place).success ? { municipality: place } : {};

/** What an answer is about, by ids; with it go the days that deadlines were counted from, and another day of the law. */
const aboutOf = (reply: AnswerReply, today: CivilDate): About => {
  const days = [
    ...reply.deadlines.map(({ event, from }) => [event, from] as const),
    ...(reply.date === today ? [] : [['date', reply.date] as const]),
  ];
  return {
    article: reply.article.id,
    ...placeOf(reply),
    ...(days.length === 0 ? {} : { answers: Object.fromEntries(days) }),
  };
};

/** Whether the law says something else on the day of the answer than it does today. */
const isOther = ({ article, date }: AnswerReply, { knowledge, today }: Scene): boolean =>
  knowledge.answerOn(article.id, date) !== knowledge.answerOn(article.id, today);

const answerView = (reply: AnswerReply, scene: Scene, trees: readonly MenuItemView[]): ToldReply<AnswerView> => {
  const { phrases, knowledge } = scene;
  const { article, national, parts, silent, early, notHere, elsewhere, near, english, date } = reply;
  const told = parts.map((part) => partSection(scene, part, english));
  const others = reply.also.map((one, place) =>
    alsoSection(scene, one, parts, { english, mostFacts: place === 0 ? mostFactsNearest : mostFactsBeside }),
  );
  const first = [...deadlineSection(scene, reply), ...told];
  const [nearest, ...behind] = others;
  const alike = alikeSection(scene, reply, [...told, ...others]);
  const beside = [...(nearest ? [nearest] : []), ...alike, ...behind];
  const all = withDoubts([...first, ...beside].map(shownSection), phrases);
  const sections: readonly SectionView[] = all.slice(0, first.length);
  const also = all.slice(first.length);
  const notes = [
    ...(date > scene.today && isOther(reply, scene)
      ? [phrases.say('answer.lawDay', { date: phrases.date(date) })]
      : []),
    ...(reply.isSure || also.length === 0 ? [] : [phrases.say('answer.unsure')]),
    ...(national?.doubt === undefined
      ? []
      : [english ? phrases.say('answer.doubtInShort') : phrases.say('answer.doubt', { doubt: national.doubt })]),
    ...silent.map(({ name }) =>
      phrases.say('answer.silent', { municipality: name, subject: subjectIn(article, english) }),
    ),
    ...early.map(({ name }) => phrases.say('answer.early', { municipality: name })),
    ...(notHere === undefined ? [] : [phrases.say('answer.notHere')]),
  ];
  const cited: Cited[] = [
    ...told.flatMap((part) => part.cited),
    ...(national
      ? citedOn([...national.citations, ...national.points.flatMap(({ citations }) => citations)], national.verifiedOn)
      : []),
    ...beside.flatMap((one) => one.cited),
    // That a document says nothing of it was read in the document.
    ...silent.flatMap(({ standards }) => standards.flatMap((standard) => wholeOf(scene, standard))),
    ...reply.deadlines.flatMap(({ source, at }) =>
      citedOn([{ source, at }], knowledge.source(source)?.fetchedOn ?? date),
    ),
  ];
  const next = trees.find(({ tree }) => tree === article.tree);
  const choices =
    elsewhere.length > 0
      ? elsewhere.map(({ id, name }) => ({ label: name, article: article.id, municipality: id }))
      : near.slice(0, 2).map(askOf(english));
  const view: AnswerView = {
    kind: 'answer',
    language: phrases.language,
    title: titleOf(article, english),
    ...(national === undefined ? {} : { say: english ? national.english : national.say }),
    points: national && !english ? national.points.map(({ text }) => text) : [],
    sections,
    also: also.filter(({ text, items }) => text !== undefined || items.length > 0),
    ...(parts.length > 0 && national && reply.isLocal ? { everywhere: phrases.say('answer.everywhere') } : {}),
    notes,
    asOf: date,
    sources: sourceViews(knowledge, cited),
    choices,
    ...(elsewhere.length > 0 ? { choose: phrases.say('answer.elsewhere') } : {}),
    ...(next ? { next } : {}),
    about: aboutOf(reply, scene.today),
  };
  return { view, cited };
};

/** The section alone, without what it stands on. */
const shownSection = ({ heading, text, items, after }: Section): Section => ({
  heading,
  items,
  ...(text === undefined ? {} : { text }),
  ...(after === undefined ? {} : { after }),
});

/** Whose words stand beside those of the law: a place's, or a document's where one place has several or there is none. */
const ownerIn = ({ owner, standard }: LocalPart, parts: readonly LocalPart[]): string => {
  if (!owner || owner.unnamed) return standard.title;
  return parts.filter((one) => one.owner === owner).length > 1 ? `${owner.name}, ${standard.title}` : owner.name;
};

/** Another answer as one section: what it says, and the first of what the documents say and is not told already. */
const alsoSection = (
  scene: Scene,
  { article, national, point, parts }: Also,
  told: readonly LocalPart[],
  { english, mostFacts }: { readonly english: boolean; readonly mostFacts: number },
): Section & { cited: Cited[] } => {
  const cited: Cited[] = national ? [...citedOn(national.citations, national.verifiedOn)] : [];
  const known = new Set(told.flatMap(({ facts }) => facts.map(({ value }) => value)));
  const items = parts.flatMap((part) =>
    part.facts
      .filter(({ value }) => !known.has(value))
      .slice(0, mostFacts)
      .map(({ value }): Item => {
        const { item, cited: own } = tellValue(scene, part.standard, value, english);
        cited.push(...own);
        return { ...item, text: `${ownerIn(part, parts)}: ${item.text ?? ''}` };
      }),
  );
  // Points are in Danish alone.
  const own = english ? undefined : point;
  if (national && own) cited.push(...citedOn(own.citations, national.verifiedOn));
  const said = national && (english ? national.english : [national.say, ...(own ? [own.text] : [])].join(' '));
  return { heading: titleOf(article, english), ...(said === undefined ? {} : { text: said }), items, cited };
};

/** What the documents say in the question's own words, where no other section of the answer has said it. */
const alikeSection = (
  scene: Scene,
  { inSameWords, english }: AnswerReply,
  told: readonly Section[],
): (Section & { cited: Cited[] })[] => {
  const said = told.flatMap(({ items }) => items.map((item) => (typeof item === 'string' ? item : (item.text ?? ''))));
  const isSaid = ({ text = '' }: Item): boolean => said.some((one) => one.endsWith(text));
  const documents = inSameWords.filter(
    (one, at, all) => all.findIndex((same) => same.standard === one.standard) === at,
  );
  const found = inSameWords
    .flatMap((part) => part.facts.map(({ value }) => ({ part, ...tellValue(scene, part.standard, value, english) })))
    .filter(({ item }) => !isSaid(item))
    .slice(0, mostInSameWords);
  if (found.length === 0) return [];
  const items = found.map(({ part, item }) => ({ ...item, text: `${ownerIn(part, documents)}: ${item.text ?? ''}` }));
  return [{ heading: scene.phrases.say('answer.alike'), items, cited: found.flatMap(({ cited }) => [...cited]) }];
};

/** What is not answered can be taken up with those who can. */
const toAsk = ({ view, cited }: ToldReply<OfferView>, reply: Reply): ToldReply<OfferView> => ({
  view: { ...view, about: placeOf(reply) },
  cited,
});

/** The card for a reply; undefined for a case, which a guided dialog answers. */
export const replyView = (
  reply: Reply,
  scene: Scene,
  trees: readonly MenuItemView[],
): ToldReply<AnswerView | OfferView> | undefined => {
  const { phrases } = scene;
  const offer = (text: string, details: readonly string[], choices: readonly AskChoice[]): ToldReply<OfferView> => ({
    view: { kind: 'offer', language: phrases.language, text, details, choices },
    cited: [],
  });
  const none: AskChoice = { label: phrases.say('answer.none') };
  switch (reply.kind) {
    case 'answer':
      return answerView(reply, scene, trees);
    case 'choose-municipality': {
      const { article, municipalities } = reply;
      return offer(
        phrases.say('answer.chooseMunicipality', { subject: subjectIn(article, reply.english) }),
        [],
        municipalities.map(({ id, name }) => ({ label: name, article: article.id, municipality: id })),
      );
    }
    case 'choose':
      return offer(phrases.say('answer.choose'), [], [...reply.articles.map(askOf(reply.english)), none]);
    case 'place':
      return offer(phrases.say('answer.place', { municipality: reply.municipality.name }), [], []);
    case 'outside':
      return toAsk(offer(reply.english ? reply.outside.english : reply.outside.say, [], []), reply);
    case 'nothing': {
      const { municipality, near, english } = reply;
      const text = municipality
        ? phrases.say('answer.nothingIn', { municipality: municipality.name })
        : phrases.say('answer.nothing');
      const details = near.length > 0 ? [phrases.say('answer.near')] : [];
      return toAsk(offer(text, details, near.map(askOf(english))), reply);
    }
    case 'case':
      return undefined;
  }
};
