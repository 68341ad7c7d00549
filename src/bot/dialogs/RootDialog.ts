import type { TurnContext } from 'botbuilder';
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { restartConfirmed, type MenuItemView } from '../../cards/index.ts';
import { normalise } from '../../language/index.ts';
import { replay, type CommandId } from '../../trees/index.ts';
import type { Action } from '../intent.ts';
import { openWalk, type Walk } from '../state.ts';
import { treeOf, turnOf, type Turn } from '../turn.ts';
import { carriedAnswers } from '../walk.ts';
import { dayIn, DecisionTreeDialog } from './DecisionTreeDialog.ts';

const walkCommands: readonly CommandId[] = ['back', 'why', 'edit', 'text'];
/** The open walk and one that was put aside for it. */
const mostOpen = 2;

/** Routes one turn; the first that fits wins: an answer, a command, what is open, a start, and text of any other kind. */
export class RootDialog {
  readonly #dialogs = new DialogSet().add(new DecisionTreeDialog());

  async run(context: TurnContext): Promise<void> {
    const turn = turnOf(context);
    await new Router(turn, new DialogContext(this.#dialogs, context, turn.state.dialogs)).route();
  }
}

/** One turn's routing, with the turn and its dialog stack at hand. */
class Router {
  readonly #turn: Turn;
  readonly #dc: DialogContext;
  /** The run that Forfra asked about in the turn before; any other turn takes the question back. */
  readonly #confirming: string | undefined;

  constructor(turn: Turn, dc: DialogContext) {
    this.#turn = turn;
    this.#dc = dc;
    this.#confirming = turn.state.confirming;
    delete turn.state.confirming;
  }

  get #open(): Walk | undefined {
    return openWalk(this.#turn.state);
  }

  /** True when what is typed answers the open walk: under the end of another, it is not the question that the user sees. */
  get #listens(): boolean {
    const { finished, shown } = this.#turn.state;
    return this.#open !== undefined && (finished === undefined || finished.run !== shown);
  }

  async route(): Promise<void> {
    const { intent, phrases } = this.#turn;
    if (intent.kind === 'personal-data') return this.#warn();
    if (this.#leaveGoneTrees() && intent.kind !== 'start') return this.#menu(phrases.say('note.topicUnavailable'));
    switch (intent.kind) {
      case 'action':
        return this.#act(intent.action);
      case 'command':
        return this.#command(intent.command);
      case 'start':
        return this.#start(intent.tree);
      case 'said':
        return this.#listens ? this.#continue() : this.#pick(intent.text);
      case 'unreadable':
        return this.#menu(phrases.say('note.unknownInput'));
      case 'joined':
        return this.#join();
      case 'nothing':
    }
  }

  /** Forgets walks whose tree no file holds any more; true when the open one was among them. */
  #leaveGoneTrees(): boolean {
    const { state } = this.#turn;
    const stack = state.dialogs.dialogStack;
    const isGone = (walk: Walk | undefined): boolean => walk !== undefined && !treeOf(this.#turn, walk.tree);
    const openIsGone = isGone(this.#open);
    if (isGone(state.finished)) delete state.finished;
    stack.splice(0, stack.length, ...stack.filter((dialog) => !isGone(dialog.state)));
    return openIsGone;
  }

  /** With nothing open, a typed number or label is one of the menu's topics, and a day is for the walk that just ended. */
  async #pick(text: string): Promise<void> {
    if (dayIn(text) !== undefined && this.#turn.state.finished && this.#shown()) return this.#continue();
    const said = normalise(text);
    const items = menuItems(this.#turn);
    const number = /^\d{1,2}$/u.test(said) ? Number(said) : undefined;
    const item = number === undefined ? items.find(({ label }) => normalise(label) === said) : items[number - 1];
    return item ? this.#start(item.tree) : this.#menu(this.#turn.phrases.say('note.freeTextNotYet'));
  }

  async #continue(): Promise<void> {
    await this.#dc.continueDialog();
  }

  async #act(action: Action): Promise<void> {
    if (action.kind === 'menu' || action.kind === 'help') return this.#command(action.kind);
    if (action.kind === 'start' && action.run === undefined) return this.#start(action.tree);
    const walk = this.#bringUp(action);
    if (walk === 'other-run') return this.#note(this.#turn.phrases.say('note.staleCard'));
    if (!walk) return this.#menu(this.#turn.phrases.say('note.nothingOpen'));
    if (action.kind === 'start') return this.#show(walk);
    if (action.kind === 'restart')
      return action.option === restartConfirmed ? this.#begin(walk.tree, 'note.restarted') : this.#restart();
    return this.#continue();
  }

  /**
   * Puts the walk that a click or a command means on top of the stack: an open one, one that was put aside, or the one
   * that ended last. With no walk in state a card stands by itself, and the walk is the one that it carries.
   */
  #bringUp({ tree, run, answers }: Partial<Action>): Walk | 'other-run' | undefined {
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

  async #show(walk: Walk, note?: string): Promise<void> {
    await this.#dc.replaceDialog(DecisionTreeDialog.id, { ...walk, ...(note === undefined ? {} : { note }) });
  }

  /** Starts a tree. Its own answers are asked about before they are lost; another tree's walk is put aside. */
  async #start(id: string | undefined): Promise<void> {
    const { state, phrases } = this.#turn;
    const tree = treeOf(this.#turn, id);
    if (!tree) return this.#menu(phrases.say('note.unknownInput'));
    const open = this.#open;
    if (open && open.tree === id) {
      if (this.#asksFirst()) return;
      // The second of two clicks must not make an old card of the one that the first brought.
      return Object.keys(open.answers).length === 0 ? this.#show(open) : this.#begin(id);
    }
    const aside = state.dialogs.dialogStack.find((dialog) => dialog.state.tree === id)?.state;
    if (aside) {
      this.#bringUp(aside);
      return this.#show(aside, phrases.say('note.resumed', { topic: tree.title }));
    }
    const stack = state.dialogs.dialogStack;
    const kept = stack.filter((dialog) => Object.keys(dialog.state.answers).length > 0).slice(-(mostOpen - 1));
    stack.splice(0, stack.length, ...kept);
    await this.#beginWalk(tree.id);
  }

  /** Begins a tree afresh, in place of its open walk. */
  async #begin(id: string | undefined, note?: 'note.restarted'): Promise<void> {
    const tree = treeOf(this.#turn, id);
    if (!tree) return this.#menu();
    const { dialogStack } = this.#turn.state.dialogs;
    if (this.#open?.tree === tree.id) dialogStack.pop();
    await this.#beginWalk(tree.id, note);
  }

  async #beginWalk(tree: string, note?: 'note.restarted'): Promise<void> {
    const { state, guide, phrases } = this.#turn;
    delete state.finished;
    await this.#dc.beginDialog(DecisionTreeDialog.id, {
      tree,
      run: guide.randomId(),
      answers: {},
      ...(note ? { note: phrases.say(note) } : {}),
    });
  }

  /**
   * Asks before answers are lost. False when none would be: there are none yet, or they stand on an outcome's card. Asks
   * again when it has just asked, because a second click is no yes.
   */
  #asksFirst(): boolean {
    const walk = this.#open;
    const tree = treeOf(this.#turn, walk?.tree);
    if (!walk || !tree || Object.keys(walk.answers).length === 0) return false;
    if (replay(tree, walk.answers, this.#turn).kind === 'outcome') return false;
    this.#turn.state.confirming = walk.run;
    const { run, answers } = walk;
    this.#turn.outbox.push({ kind: 'confirm-restart', tree: walk.tree, run, answers, treeTitle: tree.title });
    return true;
  }

  async #join(): Promise<void> {
    const { state, outbox, phrases } = this.#turn;
    const walk = this.#open;
    const tree = treeOf(this.#turn, walk?.tree);
    if (walk && tree) return this.#show(walk, phrases.say('note.resumed', { topic: tree.title }));
    if (state.welcomed) return;
    state.welcomed = true;
    outbox.push({ kind: 'welcome', items: menuItems(this.#turn) });
  }

  /** The walk that a typed word is about: the one shown last, whether it is open or has ended. */
  #shown(): Walk | 'other-run' | undefined {
    const { shown, finished } = this.#turn.state;
    const walk = this.#bringUp(shown !== undefined && finished?.run === shown ? { run: shown } : {});
    return walk ?? this.#bringUp({});
  }

  async #command(command: CommandId): Promise<void> {
    const { state, outbox, phrases } = this.#turn;
    if (walkCommands.includes(command))
      return this.#shown() ? this.#continue() : this.#menu(phrases.say('note.nothingOpen'));
    switch (command) {
      case 'restart':
        return this.#restart(state.finished?.run === state.shown ? state.finished : undefined);
      case 'yes':
      case 'no':
        if (this.#open && this.#confirming === this.#open.run)
          return command === 'yes' ? this.#begin(this.#open.tree, 'note.restarted') : this.#show(this.#open);
        return this.#listens ? this.#continue() : this.#menu();
      case 'resume':
        return this.#resume();
      case 'help':
        outbox.push({ kind: 'help' });
        return;
      case 'hello':
      case 'thanks':
        return this.#note(phrases.say(command === 'hello' ? 'note.hello' : 'note.thanks'));
      default:
        return this.#menu();
    }
  }

  /** Begins the open walk afresh, or the one that has ended. */
  async #restart(ended?: Walk): Promise<void> {
    if (!ended && this.#asksFirst()) return;
    return this.#begin((ended ?? this.#open ?? this.#turn.state.finished)?.tree, 'note.restarted');
  }

  /** Shows again where the open walk stands, or where the last one ended. */
  async #resume(): Promise<void> {
    const walk = this.#bringUp({});
    return walk && walk !== 'other-run' ? this.#show(walk) : this.#menu(this.#turn.phrases.say('note.nothingOpen'));
  }

  /** Asks for the question again without personal data, repeats nothing, and leads on: to where the walk stands, or to the topics. */
  #warn(): void {
    const text = this.#turn.phrases.say('note.personalData');
    if (this.#open) this.#note(text);
    else this.#menu(text);
  }

  #note(text: string): void {
    const walk = this.#open;
    this.#turn.outbox.push({ kind: 'note', text, ...(walk ? { resume: walk } : {}) });
  }

  #menu(note?: string): void {
    this.#turn.outbox.push({ kind: 'menu', items: menuItems(this.#turn), ...(note === undefined ? {} : { note }) });
  }
}

/** What the menu offers. */
export const menuItems = ({ guide }: Pick<Turn, 'guide'>): readonly MenuItemView[] => guide.dialogs.menu.menu;
