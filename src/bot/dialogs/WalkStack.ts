import { carriedAnswers } from '../walk.ts';
import type { Action } from '../intent.ts';
import { openWalk, type ConversationState, type Walk } from '../state.ts';
import { treeOf, type Turn } from '../turn.ts';
import { DecisionTreeDialog } from './DecisionTreeDialog.ts';

/** The open walk and one that was put aside for it. */
const mostOpen = 2;
type Stacked = ConversationState['dialogs']['dialogStack'][number];

/** The walks of a conversation: the open one, those put aside for it, and the one that ended last. */
export class WalkStack {
  readonly #turn: Turn;

  constructor(turn: Turn) {
    this.#turn = turn;
  }

  /** Makes room for a new walk: keeps those that hold an answer, and of them as many as may lie below it. */
  makeRoom(isKept: (dialog: Stacked) => boolean = () => true): void {
    const stack = this.#turn.state.dialogs.dialogStack;
    const kept = stack.filter((dialog) => Object.keys(dialog.state.answers).length > 0 && isKept(dialog));
    stack.splice(0, stack.length, ...kept.slice(-(mostOpen - 1)));
  }

  get open(): Walk | undefined {
    return openWalk(this.#turn.state);
  }

  /** True when what is typed answers the open walk: under the end of another, it is not the question that the user sees. */
  get listens(): boolean {
    const { finished, shown } = this.#turn.state;
    return this.open !== undefined && (finished === undefined || finished.run !== shown);
  }

  /** Forgets walks whose tree no file holds any more; true when the open one was among them. */
  leaveGoneTrees(): boolean {
    const { state } = this.#turn;
    const stack = state.dialogs.dialogStack;
    const isGone = (walk: Walk | undefined): boolean => walk !== undefined && !treeOf(this.#turn, walk.tree);
    const openIsGone = isGone(this.open);
    if (isGone(state.finished)) delete state.finished;
    stack.splice(0, stack.length, ...stack.filter((dialog) => !isGone(dialog.state)));
    return openIsGone;
  }

  /**
   * Puts the walk that a click or a command means on top of the stack: an open one, one that was put aside, or the one
   * that ended last. With no walk in state a card stands by itself, and the walk is the one that it carries.
   */
  bringUp({ tree, run, answers }: Partial<Action>): Walk | 'other-run' | undefined {
    const { state } = this.#turn;
    const stack = state.dialogs.dialogStack;
    const isMeant = (walk: Walk): boolean =>
      run === undefined || (walk.run === run && (tree === undefined || walk.tree === tree));
    const at = stack.findLastIndex((dialog) => isMeant(dialog.state));
    const dialog = stack[at];
    if (dialog) {
      stack.splice(at, 1);
      stack.push(dialog);
      return dialog.state;
    }
    const finished = state.finished && isMeant(state.finished) ? state.finished : undefined;
    if (!finished && run !== undefined && (stack.length > 0 || state.finished)) return 'other-run';
    const known = treeOf(this.#turn, finished?.tree ?? tree);
    if (!known || (!finished && run === undefined)) return undefined;
    const walk = finished ?? {
      tree: known.id,
      run: run ?? '',
      answers: carriedAnswers(known, answers ?? {}, this.#turn),
    };
    if (finished) delete state.finished;
    stack.push({ id: DecisionTreeDialog.id, state: walk });
    return walk;
  }

  /** The walk that a typed word is about: the one shown last, whether it is open or has ended. */
  shown(): Walk | 'other-run' | undefined {
    const { shown, finished } = this.#turn.state;
    const walk = this.bringUp(shown !== undefined && finished?.run === shown ? { run: shown } : {});
    return walk ?? this.bringUp({});
  }
}
