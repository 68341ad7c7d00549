import { chooseAgain, type About, type ResumeView, type View } from '../../cards/index.ts';
import { handoverOf, handoverOfQuestion } from '../../rules/index.ts';
import { asOfDay, optionOf, replay, type DecisionTree } from '../../trees/index.ts';
import type { Action } from '../intent.ts';
import { answerIn, speechIn } from '../language.ts';
import { openWalk, type Walk } from '../state.ts';
import { noted } from '../noted.ts';
import { treeOf, type Turn } from '../turn.ts';
import type { Matter } from '../views/draft.ts';
import { handoffView } from '../views/handoffView.ts';
import { placeName, placeQuestion } from './places.ts';
import { subjectOf, type Subject } from './subject.ts';

/** What a walk is about, in the words of the answer that says so. */
const topicOf = (tree: DecisionTree, { answers }: Walk): string => {
  const asked = ['need', 'course', 'track', 'about'].find(
    (id) => answers[id] !== undefined && answers[id] !== 'unknown',
  );
  return (asked === undefined ? undefined : optionOf(tree, asked, answers[asked] ?? '')?.label) ?? tree.title;
};

/** Where a walk is about: its own answer, or the municipality whose document it shows. */
const placeOfWalk = ({ knowledge }: Turn, { answers: { municipality, standard } }: Walk): string | undefined =>
  municipality ??
  knowledge.municipalities.find(({ unnamed, standards }) => !unnamed && standards.some(({ id }) => id === standard))
    ?.id;

const matterOfWalk = (turn: Turn, walk: Walk): Matter | undefined => {
  const tree = treeOf(turn, walk.tree);
  const danish = turn.guide.dialogs.trees.get(walk.tree);
  if (!tree || !danish) return undefined;
  const answers = { ...walk.told, ...walk.answers };
  return {
    asOf: asOfDay(walk.answers, turn.today),
    handover: handoverOf(answers),
    municipality: placeOfWalk(turn, walk),
    topic: topicOf(tree, walk),
    walk: { tree: danish, answers, path: replay(tree, walk.answers, turn).path },
  };
};

const begun = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

const matterOfArticle = (turn: Turn, id: string, { answers = {} }: About): Matter | undefined => {
  const { knowledge, phrases, guide } = turn;
  const asOf = asOfDay(answers, turn.today);
  const article = guide.isDisabled(id) ? undefined : knowledge.article(id);
  if (!article) return undefined;
  const provisions = knowledge.answerOn(id, asOf)?.provisions ?? [];
  return {
    asOf,
    handover: handoverOfQuestion(knowledge, asOf, provisions),
    municipality: undefined,
    topic: begun(phrases.language === 'en' ? article.titleEnglish : article.title),
    article: { id, title: article.title },
  };
};

const matterOf = (turn: Turn, subject: Subject): Matter => {
  const known =
    subject.kind === 'walk'
      ? matterOfWalk(turn, subject.walk)
      : subject.kind === 'article'
        ? matterOfArticle(turn, subject.article, subject.about)
        : undefined;
  return known ?? { asOf: turn.today, handover: handoverOf({}), municipality: undefined };
};

/** The walk that is still open while others are asked, by its title. */
const resumeIn = (turn: Turn): { readonly resume?: ResumeView } => {
  const open = openWalk(turn.state);
  const tree = treeOf(turn, open?.tree);
  return open && tree ? { resume: { tree: open.tree, run: open.run, answers: open.answers, title: tree.title } } : {};
};

const aboutOf = (subject: Subject): About => {
  if (subject.kind === 'walk') {
    const { tree, run, answers } = subject.walk;
    return { tree, run, answers };
  }
  return subject.kind === 'article' ? { article: subject.article } : {};
};

/** What is remembered while the municipality is asked for. */
const handingOf = (subject: Subject): NonNullable<Turn['state']['handing']> => ({
  ...(subject.kind === 'walk' ? { walk: subject.walk } : {}),
  ...(subject.kind === 'article' ? { article: subject.article } : {}),
});

/** Who is asked about a subject, once the municipality is known; until then it is asked for. */
const handOn = (turn: Turn, subject: Subject, given: string | undefined): View => {
  const { knowledge, state, guide, today } = turn;
  const matter = matterOf(turn, subject);
  const recipient = knowledge.dutyOn(matter.handover.whom, matter.asOf)?.recipient;
  const before = subject.kind === 'none' || subject.kind === 'article' ? subject.about.municipality : undefined;
  const place =
    given === chooseAgain ? undefined : (given ?? matter.municipality ?? before ?? state.asked?.municipality);
  const about = aboutOf(subject);
  const asked = recipient === 'municipality' && place === undefined ? placeQuestion(turn.trees) : undefined;
  if (asked) {
    state.handing = handingOf(subject);
    const municipalities = asked.options.map(({ id, label }) => ({ id, label }));
    return { kind: 'handoff-ask', about, question: asked.question, municipalities, ...resumeIn(turn) };
  }
  if (place !== undefined && placeName(knowledge, place) !== undefined)
    state.asked = { ...state.asked, municipality: place };
  const name = recipient === 'municipality' ? placeName(knowledge, place) : undefined;
  const { phrases: danish } = speechIn(guide, 'da');
  return handoffView(
    { ...matter, municipality: place },
    {
      scene: turn,
      danish: { knowledge, today, phrases: danish },
      place: name,
      isOpen: (id) => !guide.isDisabled(id),
      ...(recipient === 'municipality' ? { about } : {}),
      ...resumeIn(turn),
    },
  );
};

/** An answer that was asked in another language than the conversation's is handed on in its own. */
const speakAsAsked = (turn: Turn, subject: Subject): void => {
  const { language } = turn.state.asked ?? {};
  if (subject.kind === 'article' && language !== undefined) answerIn(turn, language);
};

/**
 * Shows whom to ask about what was clicked, or about what stands last. An answer that was asked in another language than
 * the conversation's is handed on in its own. Nothing is sent to anyone.
 */
export const handOff = (turn: Turn, action?: Action, option?: string): void => {
  const subject = subjectOf(turn, action);
  if (subject.kind === 'other-run') {
    turn.outbox.push(noted(turn, turn.phrases.say('note.staleCard')));
    return;
  }
  speakAsAsked(turn, subject);
  const given = option === chooseAgain ? chooseAgain : action?.municipality;
  turn.outbox.push(handOn(turn, subject, given));
};

/** Shows whom to ask in a municipality that was typed when it was asked for. */
export const handOffIn = (
  turn: Turn,
  { article, walk }: NonNullable<Turn['state']['handing']>,
  place: string,
): void => {
  const subject: Subject = walk
    ? { kind: 'walk', walk }
    : article === undefined
      ? { kind: 'none', about: {} }
      : { kind: 'article', article, about: { article } };
  speakAsAsked(turn, subject);
  turn.outbox.push(handOn(turn, subject, place));
};
