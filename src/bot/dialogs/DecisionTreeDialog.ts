import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { plainText } from '../../cards/index.ts';
import { matchDate, matchOption } from '../../language/index.ts';
import { asOfDay, replay, type Answers, type DecisionTree } from '../../trees/index.ts';
import { walkSchema, type Walk } from '../state.ts';
import type { ToldWalk } from '../caseWalk.ts';
import { assuming, shownWith, withGiven } from '../assumed.ts';
import { openEnd } from '../closed.ts';
import { treeOf, turnOf, type Turn } from '../turn.ts';
import { questionOf, questionText, questionView, whyOf } from '../views/questionView.ts';
import { storyView } from '../views/storyView.ts';
import { endView } from '../views/walkView.ts';
import type { Action } from '../intent.ts';
import {
  answerForm,
  answerWalk,
  carriedAnswers,
  goesOn,
  isOnTheWay,
  openQuestion,
  stepBack,
  withTold,
  type Moved,
} from '../walk.ts';

/** What one turn of a walk works on. */
interface Step {
  readonly dc: DialogContext;
  readonly turn: Turn;
  readonly tree: DecisionTree;
  readonly walk: Walk;
  /** The day of the walk's turn before this one. */
  readonly seen: Walk['seen'];
  /** What a story had told before this turn and was still waiting. */
  readonly waiting: Answers;
}

/** Plays every tree. Its state is the tree, the run and the named answers; where it stands is found by replaying them. */
export class DecisionTreeDialog extends Dialog {
  static readonly id = 'decision-tree';

  constructor() {
    super(DecisionTreeDialog.id);
  }

  /** Begins or goes on with the walk given as options, and shows where it stands. */
  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { note, understood, ...walk } = (options ?? {}) as Partial<ToldWalk> & Walk & { note?: string };
    if (dc.activeDialog) dc.activeDialog.state = walkSchema.parse(walk);
    return this.#play(dc, (step) => show(step, note, understood));
  }

  /** Takes what was typed, or one of the walk's own commands. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#play(dc, (step) => {
      const { intent } = step.turn;
      if (intent.kind === 'action') return act(step);
      if (intent.kind === 'command' && intent.command !== 'yes' && intent.command !== 'no')
        return command(step, intent.command);
      return 'text' in intent ? typed(step, intent.text) : show(step);
    });
  }

  /** A walk that was put aside stays as it was until the user goes on with it. */
  override resumeDialog(): Promise<DialogTurnResult> {
    return Promise.resolve(Dialog.EndOfTurn);
  }

  async #play(dc: DialogContext, play: (step: Step) => Promise<DialogTurnResult>): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const walk = walkSchema.parse(dc.activeDialog?.state);
    const tree = treeOf(turn, walk.tree);
    return tree ? play({ dc, turn, tree, walk, seen: walk.seen, waiting: walk.told ?? {} }) : dc.endDialog();
  }
}

const act = (step: Step): Promise<DialogTurnResult> => {
  const { intent } = step.turn;
  const action = intent.kind === 'action' ? intent.action : undefined;
  switch (action?.kind) {
    case 'answer':
      return answer(step, action);
    case 'edit':
      return edit(step, action.question ?? '');
    case 'back':
      // The second of two clicks must not take back one more answer.
      return action.question !== undefined && action.question !== openQuestion(step.tree, step.walk, step.turn)
        ? moveBy(step, { kind: 'stale' })
        : command(step, 'back');
    case 'why':
      return why(step, asSeen(step, action), action.question);
    case 'text':
      return text(step, asSeen(step, action));
    default:
      return show(step);
  }
};

/** The walk as the card that was clicked shows it. */
const asSeen = ({ tree, walk, turn }: Step, { answers }: Action): Walk =>
  answers ? shownWith(walk, carriedAnswers(tree, answers, turn)) : walk;

/**
 * Gives the answer on a card. A card of this run that goes on from where the walk stands knows what could not be saved,
 * so its own answers count too.
 */
const answer = (step: Step, action: Action): Promise<DialogTurnResult> => {
  const { tree, walk, turn } = step;
  const { form, question = '', option = '', fields, run } = action;
  const give = (from: Step): Moved =>
    form === undefined
      ? answerWalk(tree, from.walk.answers, question, option, turn)
      : answerForm(tree, from.walk.answers, form, fields, turn);
  const moved = give(step);
  const seen = { ...step, walk: asSeen(step, action) };
  const isAhead = moved.kind === 'stale' && run === walk.run && goesOn(walk.answers, seen.walk.answers);
  return isAhead ? moveBy(seen, give(seen), question) : moveBy(step, moved, form === undefined ? question : undefined);
};

/** What is said of a day in "dato 5/1-2027", which can be typed at any question and at the end. */
export const dayIn = (text: string): string | undefined =>
  /^(?:dato|den dag|pr\.?|date|the day|as of)\s+(.+)$/iu.exec(text)?.[1];

/** What a typed text answers: the open question, or the day that the walk asks about. */
const readTyped = (
  turn: Turn,
  tree: DecisionTree,
  walk: Walk,
  text: string,
): { readonly open: string | undefined; readonly option: string | undefined; readonly asksDay: boolean } => {
  const dated = dayIn(text);
  const day = dated === undefined ? undefined : matchDate(dated, turn.today);
  const open = day && tree.settings.date ? 'date' : openQuestion(tree, walk, turn);
  const question = open === undefined ? undefined : questionOf(tree, open);
  const option =
    day ?? (question && ('options' in question ? matchOption(question, text) : matchDate(text, turn.today)));
  return { open, option, asksDay: question !== undefined && 'input' in question };
};

/** True when a typed text answers what a walk asks. */
export const takesText = (turn: Turn, walk: Walk, text: string): boolean => {
  const tree = treeOf(turn, walk.tree);
  return tree !== undefined && readTyped(turn, tree, walk, text).option !== undefined;
};

const typed = (step: Step, text: string): Promise<DialogTurnResult> => {
  const { tree, walk, turn } = step;
  const { open, option, asksDay } = readTyped(turn, tree, walk, text);
  if (open !== undefined && option !== undefined)
    return moveBy(step, answerWalk(tree, walk.answers, open, option, turn), open);
  return show(step, turn.phrases.say(asksDay ? 'note.dateNotUnderstood' : 'note.answerNotUnderstood'));
};

/** Goes where an answer leads; an answer that changes nothing is answered kindly. */
const moveBy = (step: Step, moved: Moved, question?: string): Promise<DialogTurnResult> => {
  const { tree, walk, turn } = step;
  const { phrases } = turn;
  const isGiven = question !== undefined && (moved.kind === 'moved' || moved.kind === 'repeated');
  const now = isGiven ? at(step, withGiven(walk, [question])) : step;
  switch (moved.kind) {
    case 'moved': {
      const gone = moved.dropped.map((id) => questionText(tree, id)).join(' · ');
      const corrected = question !== undefined && walk.answers[question] !== undefined;
      if (corrected) turn.guide.count('corrected', tree.id, moved.answers.municipality);
      const notes = [
        phrases.say('note.corrected'),
        ...(gone === '' ? [] : [phrases.say('note.dropped', { answers: gone })]),
      ];
      return show(keep(now, { answers: moved.answers }), corrected ? notes.join(' ') : undefined);
    }
    case 'repeated':
    case 'stale':
      // To choose the same answer again is to be done with correcting it.
      if (moved.kind === 'repeated' && walk.editing !== undefined && walk.editing === question) return leave(now);
      turn.outbox.push({
        kind: 'note',
        text: phrases.say(moved.kind === 'stale' ? 'note.staleCard' : 'note.doubleClick'),
        resume: walk,
      });
      return rest(now);
    case 'not-an-option':
      return show(step, phrases.say('note.answerNotUnderstood'));
  }
};

const command = (step: Step, name: string): Promise<DialogTurnResult> => {
  const { tree, walk, turn } = step;
  switch (name) {
    case 'back': {
      if (walk.editing !== undefined) return leave(step);
      const answers = stepBack(tree, walk.answers, turn);
      return answers ? show(keep(step, { answers })) : show(step, turn.phrases.say('note.nothingToGoBackTo'));
    }
    case 'why':
      return why(step, walk);
    case 'text':
      return text(step, walk);
    case 'edit': {
      const last = replay(tree, walk.answers, turn).path.at(-1);
      return last === undefined ? show(step, turn.phrases.say('note.nothingToGoBackTo')) : edit(step, last);
    }
    default:
      return show(step);
  }
};

/** Why a question is asked, as the user sees it: the open one, or the one on the card that was clicked. */
const why = (step: Step, seen: Walk, shown?: string): Promise<DialogTurnResult> => {
  const { tree, walk, turn } = step;
  const asked = shown ?? openQuestion(tree, walk, turn);
  if (asked === undefined) return show(step);
  if (!isOnTheWay(tree, seen.answers, asked, turn)) return moveBy(step, { kind: 'stale' });
  const question = questionView(tree, seen, turn, asked);
  const reason = whyOf(tree, asked, turn, asOfDay(seen.answers, turn.today));
  if (!question || !reason) return show(step);
  turn.outbox.push({ kind: 'why', ...reason, question });
  return rest(step);
};

/** The outcome as text, as the user sees it. */
const text = (step: Step, seen: Walk): Promise<DialogTurnResult> => {
  const { tree, turn } = step;
  const position = replay(tree, seen.answers, turn);
  if (position.kind !== 'outcome') return show(step);
  const end = openEnd(turn, endView(tree, seen, position, turn));
  turn.outbox.push(end.kind === 'offer' ? end : { kind: 'text', text: plainText(end, turn.phrases) });
  return rest(step);
};

/** Shows an earlier question again, with its answer, to be corrected. */
const edit = (step: Step, question: string): Promise<DialogTurnResult> => {
  const { tree, walk, turn } = step;
  const known = tree.settings[question] !== undefined || replay(tree, walk.answers, turn).path.includes(question);
  if (!known) return show(step, turn.phrases.say('note.whichAnswer'));
  return show(keep(step, { answers: walk.answers, editing: question }));
};

/** Leaves a correction as it was, and shows where the walk stands. */
const leave = (step: Step): Promise<DialogTurnResult> => show(keep(step, { answers: step.walk.answers }));

/** What a story told, and its question has now come: it is shown when it begins to count. */
const counted = (waiting: Answers, { answers }: Walk): Answers =>
  Object.fromEntries(Object.entries(waiting).filter(([id, answer]) => answers[id] === answer));

/** Shows the question that is open or being corrected, a form, or the end, which leaves the walk open to correction. */
const show = (step: Step, note?: string, understood: Answers = {}): Promise<DialogTurnResult> => {
  const { tree, walk, turn } = step;
  const said = [changed(step), note].filter((part) => part !== undefined).join(' ');
  const editing = openQuestion(tree, walk, turn) === walk.editing ? walk.editing : undefined;
  const now = keep(step, { answers: walk.answers, editing });
  const about = said === '' ? undefined : said;
  const view =
    editing === undefined
      ? storyView(tree, now.walk, turn, { ...counted(step.waiting, now.walk), ...understood }, about)
      : questionView(tree, now.walk, turn, editing, about);
  if (view) turn.outbox.push(openEnd(turn, view));
  return rest(now);
};

/** What to say when the law has changed since the walk's last turn and the walk follows today's law. */
const changed = ({ walk, tree, turn, seen }: Step): string | undefined => {
  if (seen === undefined || (tree.settings.date && walk.answers.date !== undefined)) return undefined;
  const crossed = turn.knowledge.boundaries.some((boundary) => boundary > seen && boundary <= turn.today);
  return crossed ? turn.phrases.say('note.dateChanged', { date: turn.phrases.date(turn.today) }) : undefined;
};

/** Ends the turn; a walk that stands at its end, and is not being corrected, is put where it still can be. */
const rest = ({ dc, turn, tree, walk }: Step): Promise<DialogTurnResult> => {
  if (openQuestion(tree, walk, turn) !== undefined) return Promise.resolve(Dialog.EndOfTurn);
  const { editing: _, ...ended } = walk;
  turn.state.finished = ended;
  return dc.endDialog(ended);
};

/** The step with its walk kept as it now is. */
const at = (step: Step, walk: Walk): Step => {
  if (step.dc.activeDialog) step.dc.activeDialog.state = walk;
  return { ...step, walk };
};

/** Keeps the walk with other answers, as seen today. */
const keep = (step: Step, { answers, editing }: Pick<Walk, 'answers' | 'editing'>): Step => {
  const { tree, run, told, assumed = [] } = step.walk;
  const known =
    told === undefined || editing !== undefined ? { answers, told } : withTold(step.tree, answers, told, step.turn);
  const walk: Walk = {
    tree,
    run,
    answers: known.answers,
    ...(known.told === undefined ? {} : { told: known.told }),
    ...assuming(assumed),
    seen: step.turn.today,
    ...(editing === undefined ? {} : { editing }),
  };
  step.turn.state.shown = run;
  delete step.turn.state.answerLast;
  return at(step, walk);
};
