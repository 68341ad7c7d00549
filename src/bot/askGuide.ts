import { answerTo, type Reply } from '../answers/index.ts';
import { plainText, type Language, type View } from '../cards/index.ts';
import type { CivilDate } from '../dates/index.ts';
import type { Citation, Knowledge } from '../knowledge/index.ts';
import { officesOf } from '../language/index.ts';
import { decisionFor } from '../rules/index.ts';
import { asOfDay } from '../trees/index.ts';
import { caseTree, caseWalk } from './caseWalk.ts';
import { provisionsNamedIn } from './provisionsNamed.ts';
import { wordView } from './askWord.ts';
import { closedView, openEnd, openReply } from './closed.ts';
import { readIntent, type Intent } from './intent.ts';
import { sceneOf } from './freeText.ts';
import { speechIn } from './language.ts';
import { freshState, readBeside } from './state.ts';
import { treeOf, type Guide, type Turn } from './turn.ts';
import { replyView } from './views/replyView.ts';
import { storyView } from './views/storyView.ts';

/** One free question, each a conversation of its own. */
export interface AskedAlone {
  readonly text: string;
  readonly date: CivilDate;
  readonly municipality?: string | undefined;
}

/** What the guide replies, as the contract's `ask` gives it. */
export interface Asked {
  readonly kind: 'answer' | 'question' | 'fallback' | 'refusal';
  /** All that a user would see, as plain text. */
  readonly text: string;
  /** Every provision that the reply names. */
  readonly provisions: readonly string[];
  readonly citations: readonly { readonly source: string; readonly section: string }[];
  readonly articleId?: string;
  readonly treeId?: string;
  /** What can be asked next, by article. */
  readonly suggestions: readonly string[];
}

const kindOf = (reply: Reply): Asked['kind'] => {
  switch (reply.kind) {
    case 'answer':
      // What another municipality has decided is not known here, whatever the law says beside it.
      if (reply.parts.length === 0 && reply.notHere !== undefined) return 'fallback';
      // Asked about their own municipality, the law alone is half an answer: the card asks which one it is.
      if (!reply.isLocal && reply.elsewhere.length > 0 && reply.isOwn) return 'question';
      return reply.parts.length > 0 || reply.national ? 'answer' : 'fallback';
    case 'choose':
    case 'place':
    case 'choose-municipality':
    case 'case':
      return 'question';
    case 'outside':
    case 'nothing':
      return 'fallback';
  }
};

const cited = (citations: readonly Citation[]): Asked['citations'] => [
  ...new Map(citations.map(({ source, at }) => [`${source} ${at}`, { source, section: at }])).values(),
];

/** The turn that begins a conversation on a day. */
const firstTurn = (guide: Guide, language: Language, intent: Intent): Turn => ({
  ...speechIn(guide, language),
  guide,
  knowledge: guide.knowledge,
  today: guide.today(),
  intent,
  state: freshState(),
  beside: readBeside(undefined),
  outbox: [],
});

/** Text alone: nothing is cited, and nothing follows. */
const plainly = (kind: Asked['kind'], text: string): Asked => ({
  kind,
  text,
  provisions: [],
  citations: [],
  suggestions: [],
});

const askCase = (reply: Extract<Reply, { kind: 'case' }>, guide: Guide): Asked => {
  const { knowledge } = guide;
  const turn = firstTurn(guide, reply.english ? 'en' : 'da', { kind: 'nothing' });
  const walk = caseWalk(reply, turn);
  const tree = treeOf(turn, caseTree);
  const shown: View | undefined = tree && walk ? storyView(tree, walk, turn, walk.understood) : undefined;
  const view = shown && openEnd(turn, shown);
  if (view?.kind === 'offer') return plainly('fallback', plainText(view, turn.phrases));
  const answers = { ...walk?.told, ...walk?.answers };
  const { governing, candidates, citations, situation } = decisionFor({
    knowledge,
    asOf: asOfDay(answers, turn.today),
    answers,
  });
  const text = view ? plainText(view, turn.phrases) : turn.phrases.say('answer.nothing');
  return {
    // Of a day before all that has been read, nothing is told as an answer.
    kind: situation === 'not-covered' ? 'fallback' : view?.kind === 'outcome' ? 'answer' : 'question',
    text,
    provisions: union(
      [...governing, ...candidates].flatMap(({ provision, with: beside }) => [provision, ...beside]),
      provisionsNamedIn(knowledge, text),
    ),
    citations: cited(citations),
    treeId: caseTree,
    suggestions: reply.near.map(({ id }) => id),
  };
};

const union = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/** A reply without a walk, told. */
const tellReply = (knowledge: Knowledge, reply: Reply, guide: Guide, today: CivilDate): Asked => {
  const plain = { knowledge, today, phrases: guide.phrases, publicUrl: guide.publicUrl() };
  const scene = sceneOf(plain, guide, reply);
  const shown = openReply(guide, reply);
  if (!shown) return plainly('fallback', plainText(closedView(scene), scene.phrases));
  const told = replyView(shown, scene, speechIn(guide, scene.phrases.language).menu.menu);
  const text = told ? plainText(told.view, scene.phrases) : scene.phrases.say('answer.nothing');
  const near = 'near' in reply ? reply.near : reply.kind === 'choose' ? reply.articles : [];
  return {
    kind: kindOf(reply),
    text,
    provisions: union(
      reply.kind === 'answer' ? (reply.national?.provisions ?? []) : [],
      provisionsNamedIn(knowledge, text),
    ),
    citations: cited((told?.cited ?? []).map(({ citation }) => citation)),
    ...('article' in reply ? { articleId: reply.article.id } : {}),
    ...(reply.kind === 'answer' && reply.article.tree !== undefined ? { treeId: reply.article.tree } : {}),
    suggestions: near.map(({ id }) => id),
  };
};

/** What the guide replies to one text in a conversation that begins with it. Never throws for what the text holds. */
export const askGuide = (guide: Guide, { text, date, municipality }: AskedAlone): Asked => {
  const { knowledge, dialogs, phrases, english } = guide;
  const intent = readIntent({ type: 'message', text }, dialogs, officesOf(knowledge));
  const isRefused = intent.kind === 'personal-data';
  const turn = firstTurn({ ...guide, today: () => date }, isRefused && intent.isEnglish ? 'en' : 'da', intent);
  if (municipality !== undefined) turn.state.asked = { municipality };
  const view = wordView(turn, intent);
  if (view) {
    const told = plainText(view, turn.phrases.language === 'en' ? english : phrases);
    const tree = 'tree' in view ? { treeId: view.tree } : {};
    return { ...plainly(isRefused ? 'refusal' : view.kind === 'handoff' ? 'fallback' : 'question', told), ...tree };
  }
  const reply = answerTo(guide.questions, { text, date, municipality });
  return reply.kind === 'case' ? askCase(reply, guide) : tellReply(knowledge, reply, guide, date);
};
