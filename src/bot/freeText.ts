import { answerAbout, answerTo, type Reply } from '../answers/index.ts';
import type { Action } from './intent.ts';
import { speechIn } from './language.ts';
import { closedView, openReply } from './closed.ts';
import { rememberedOf, subjectOf } from './remembered.ts';
import type { ConversationState, Walk } from './state.ts';
import { treeOf, type Guide, type Turn } from './turn.ts';
import type { Scene } from './views/scene.ts';
import { replyView } from './views/replyView.ts';

/** What a reply is told with: in English when it was asked in English. */
export const sceneOf = (
  scene: Scene,
  { phrases, english }: Pick<Guide, 'phrases' | 'english'>,
  reply: Reply,
): Scene => ({
  ...scene,
  phrases: reply.english ? english : phrases,
});

/** What a free text is answered with in this conversation; what it was about is remembered by its ids. */
export const replyTo = (turn: Turn, text: string): Reply => {
  const { state, guide, today, phrases } = turn;
  const { language } = phrases;
  const reply = answerTo(guide.questions, { text, date: today, language, ...subjectOf(state.asked) });
  state.asked = rememberedOf(reply, state.asked, language);
  return reply;
};

/** What a click on something that was offered is answered with; undefined for what no file holds. */
export const replyAbout = (turn: Turn, { article, municipality }: Action): Reply | undefined => {
  const { state, guide, today, phrases } = turn;
  const language = state.asked?.language ?? phrases.language;
  const place = municipality ?? state.asked?.municipality;
  const reply =
    article === undefined
      ? undefined
      : answerAbout(guide.questions, { article, date: today, municipality: place, language });
  const before = { ...state.asked, ...(place === undefined ? {} : { municipality: place }) };
  if (reply) state.asked = rememberedOf(reply, before, phrases.language);
  return reply;
};

/** Counts what became of a question: by what it was about and for which municipality, never by its words. */
const countReply = ({ count }: Guide, reply: Reply | undefined, asked: ConversationState['asked']): void => {
  const municipality = asked?.municipality;
  switch (reply?.kind) {
    case 'answer':
      return count(
        reply.parts.length === 0 && (reply.notHere !== undefined || !reply.national) ? 'unanswered' : 'answered',
        reply.article.id,
        municipality,
      );
    case 'outside':
      return count('unanswered', reply.outside.id, municipality);
    case 'choose':
      return count('unanswered', reply.articles[0]?.id, municipality);
    case 'choose-municipality':
      return count('unanswered', reply.article.id, municipality);
    case 'place':
      // Nothing was asked.
      return;
    case 'nothing':
      return count('unanswered', reply.near[0]?.id, municipality);
    default:
      return count('unanswered', asked?.article, municipality);
  }
};

/** Shows a reply; `open` is a walk that stays open meanwhile. */
export const showReply = (turn: Turn, reply: Reply, open: Walk | undefined): void => {
  const { guide, outbox } = turn;
  const shown = openReply(guide, reply);
  const scene = sceneOf(turn, guide, reply);
  const { menu, trees } = speechIn(guide, scene.phrases.language);
  countReply(guide, shown ? reply : undefined, turn.state.asked);
  if (!shown) {
    outbox.push(closedView(scene, turn.state.asked?.municipality));
    return;
  }
  const told = replyView(shown, scene, menu.menu);
  const title = treeOf({ guide, trees }, open?.tree)?.title;
  const resume = open && title !== undefined ? { resume: { ...open, title } } : {};
  if (!told) return;
  outbox.push({ ...told.view, ...resume });
  // Only an answer can be shared or taken up with others; what was offered, or not known, is none.
  const { article, answers: days } = reply.kind === 'answer' ? (told.view.about ?? {}) : {};
  turn.state.answerLast = {
    ...(article === undefined ? {} : { article }),
    ...(days === undefined ? {} : { days: { ...days } }),
  };
};
