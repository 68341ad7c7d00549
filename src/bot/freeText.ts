import { answerAbout, answerTo, type Reply } from '../answers/index.ts';
import type { Action } from './intent.ts';
import { rememberedOf, subjectOf } from './remembered.ts';
import type { Walk } from './state.ts';
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
  const { state, guide, today } = turn;
  const reply = answerTo(guide.questions, { text, date: today, ...subjectOf(state.asked) });
  state.asked = rememberedOf(reply, state.asked);
  return reply;
};

/** What a click on something that was offered is answered with; undefined for what no file holds. */
export const replyAbout = (turn: Turn, { article, municipality }: Action): Reply | undefined => {
  const { state, guide, today } = turn;
  const place = municipality ?? state.asked?.municipality;
  const reply =
    article === undefined ? undefined : answerAbout(guide.questions, { article, date: today, municipality: place });
  if (reply)
    state.asked = rememberedOf(reply, { ...state.asked, ...(place === undefined ? {} : { municipality: place }) });
  return reply;
};

/** Shows a reply; `open` is a walk that stays open meanwhile. */
export const showReply = (turn: Turn, reply: Reply, open: Walk | undefined): void => {
  const told = replyView(reply, sceneOf(turn, turn.guide, reply), turn.guide.dialogs.menu.menu);
  const title = treeOf(turn, open?.tree)?.title;
  const resume = open && title !== undefined ? { resume: { ...open, title } } : {};
  if (told) turn.outbox.push({ ...told.view, ...resume });
};
