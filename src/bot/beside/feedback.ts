import { complaints, type FeedbackReason } from '../../cards/index.ts';
import { normalise } from '../../language/index.ts';
import { noted } from '../noted.ts';
import type { Turn } from '../turn.ts';

type Complaint = (typeof complaints)[number];

const isComplaint = (option: string | undefined): option is Complaint =>
  complaints.some((complaint) => complaint === option);

/** The reason that a typed text is: its number on the card or its words, in either language. */
const typedReason = ({ guide }: Turn, text: string): FeedbackReason | undefined => {
  const said = normalise(text);
  if (/^\d{1,2}$/u.test(said)) return complaints[Number(said) - 1];
  return complaints.find((id) =>
    [guide.phrases, guide.english].some((phrases) => normalise(phrases.say(`feedback.${id}`)) === said),
  );
};

const note = (turn: Turn, key: 'feedback.thanks' | 'feedback.noAnswer' | 'feedback.gone'): true => {
  turn.outbox.push(noted(turn, turn.phrases.say(key)));
  return true;
};

const ask = (turn: Turn): true => {
  const { beside, outbox, guide } = turn;
  if (!beside.answered) return note(turn, 'feedback.noAnswer');
  beside.judging = guide.randomId();
  outbox.push({ kind: 'feedback', run: beside.judging });
  return true;
};

/** Counts it for what the answer was about. Each answer is judged once. */
const judge = (turn: Turn, reason: FeedbackReason): true => {
  const { guide, beside } = turn;
  const { topic, municipality } = beside.answered ?? {};
  guide.count('down-voted', topic, municipality);
  guide.count(`reason-${reason}`, topic, municipality);
  delete beside.answered;
  return note(turn, 'feedback.thanks');
};

/**
 * "forkert svar" and what is chosen then, where there are no thumbs. True when the turn was about that; any other turn
 * takes the question back.
 */
export const feedbackTurn = (turn: Turn): boolean => {
  const { intent, beside } = turn;
  const { judging } = beside;
  delete beside.judging;
  if (intent.kind === 'command' && intent.command === 'feedback') return ask(turn);
  if (intent.kind === 'action' && intent.action.kind === 'feedback') {
    const { run, option } = intent.action;
    return judging !== undefined && run === judging && isComplaint(option)
      ? judge(turn, option)
      : note(turn, 'feedback.gone');
  }
  const reason = judging !== undefined && intent.kind === 'said' ? typedReason(turn, intent.text) : undefined;
  return reason !== undefined && judge(turn, reason);
};
