import { answerAbout } from '../../answers/index.ts';
import { asText, plainText, type About, type ShareView, type View } from '../../cards/index.ts';
import { isCivilDate, type CivilDate } from '../../dates/index.ts';
import { asOfDay, replay, type Answers } from '../../trees/index.ts';
import { closedView, openEnd } from '../closed.ts';
import { sceneOf } from '../freeText.ts';
import type { Action } from '../intent.ts';
import { noted } from '../noted.ts';
import type { Walk } from '../state.ts';
import { answerIn, sharedAnswer } from '../teams/answerEntries.ts';
import { treeOf, type Turn } from '../turn.ts';
import { sharedEnd } from '../views/sharedView.ts';
import { endView } from '../views/walkView.ts';
import { subjectOf } from './subject.ts';

/** As a card, or as its twin to copy. */
const shown = (
  { guide, phrases }: Pick<Turn, 'guide' | 'phrases'>,
  card: ShareView,
  about: About,
  isText: boolean,
): View => {
  const { language } = phrases;
  const view: View = { kind: 'shared', language, card, version: guide.version, about };
  return isText ? { kind: 'text', language, text: plainText(view, phrases) } : view;
};

const sharedWalk = (turn: Turn, walk: Walk, isText: boolean): View => {
  const tree = treeOf(turn, walk.tree);
  if (!tree) return noted(turn, turn.phrases.say('share.nothing'));
  const position = replay(tree, walk.answers, turn);
  if (position.kind !== 'outcome') return noted(turn, turn.phrases.say('share.nothing'));
  const end = openEnd(turn, endView(tree, walk, position, turn));
  if (end.kind === 'offer') return end;
  const { run, answers } = walk;
  return shown(turn, sharedEnd(tree, walk, position, turn), { tree: tree.id, run, answers }, isText);
};

/** The days that a card's deadlines were counted from, by what happened on them. */
const eventsIn = (answers: Answers): Readonly<Record<string, CivilDate>> =>
  Object.fromEntries(Object.entries(answers).filter((entry): entry is [string, CivilDate] => isCivilDate(entry[1])));

const sharedArticle = (turn: Turn, about: About & { readonly article: string }, isText: boolean): View => {
  const { guide, today, phrases, state, knowledge } = turn;
  const { article, municipality, answers = {} } = about;
  const language = state.asked?.language ?? phrases.language;
  const reply = answerAbout(guide.questions, {
    article,
    municipality,
    language,
    date: asOfDay(answers, today),
    events: eventsIn(answers),
  });
  if (!reply) return noted(turn, turn.phrases.say('share.nothing'));
  const scene = sceneOf(turn, guide, reply);
  const view = answerIn(guide, reply, scene);
  if (!view) return closedView({ knowledge, phrases: scene.phrases }, municipality);
  const card = { ...sharedAnswer(view, scene.phrases), made: today };
  return shown({ guide, phrases: scene.phrases }, card, about, isText);
};

/**
 * Shows what was clicked, or what stands last, as a card that anyone may see. Changes nothing that is remembered, whoever
 * clicks.
 */
export const share = (turn: Turn, action?: Action, option?: string): void => {
  const subject = subjectOf(turn, action);
  const isText = option === asText;
  switch (subject.kind) {
    case 'other-run':
      turn.outbox.push(noted(turn, turn.phrases.say('note.staleCard')));
      return;
    case 'walk':
      turn.outbox.push(sharedWalk(turn, subject.walk, isText));
      return;
    case 'article':
      turn.outbox.push(sharedArticle(turn, { ...subject.about, article: subject.article }, isText));
      return;
    case 'none':
      turn.outbox.push(noted(turn, turn.phrases.say('share.nothing')));
  }
};
