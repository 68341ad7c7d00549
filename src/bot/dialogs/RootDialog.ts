import type { TurnContext } from 'botbuilder';
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { restartConfirmed, type MenuItemView } from '../../cards/index.ts';
import type { CommandId } from '../../trees/index.ts';
import type { Action } from '../intent.ts';
import { openWalk, type Walk } from '../state.ts';
import { treeOf, turnOf, type Turn } from '../turn.ts';
import { DecisionTreeDialog } from './DecisionTreeDialog.ts';

const walkCommands: readonly CommandId[] = ['back', 'why', 'edit', 'text'];

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

  async route(): Promise<void> {
    const { intent, phrases } = this.#turn;
    switch (intent.kind) {
      case 'action':
        return this.#act(intent.action);
      case 'command':
        return this.#command(intent.command);
      case 'start':
        return this.#start(intent.tree);
      case 'said':
        if (this.#open) return this.#continue();
        return this.#menu(phrases.say('note.freeTextNotYet'));
      case 'unreadable':
        return this.#menu(phrases.say('note.unknownInput'));
      case 'joined':
        return this.#join();
      case 'nothing':
    }
  }

  async #continue(): Promise<void> {
    await this.#dc.continueDialog();
  }

  async #act(action: Action): Promise<void> {
    if (action.kind === 'menu' || action.kind === 'help') return this.#command(action.kind);
    if (action.kind === 'start' && action.run === undefined) return this.#start(action.tree);
    if (!this.#belongs(action)) return this.#note(this.#turn.phrases.say('note.staleCard'));
    const walk = this.#reopen(action);
    if (!walk) return this.#menu(this.#turn.phrases.say('note.nothingOpen'));
    if (action.kind === 'start') return this.#show(walk);
    if (action.kind === 'restart') return action.option === restartConfirmed ? this.#begin(walk.tree, 'note.restarted') : this.#command('restart');
    return this.#continue();
  }

  /** A card belongs to the walk that is open or ended last. With no walk in state, every card stands by itself. */
  #belongs({ run }: Action): boolean {
    const walk = this.#open ?? this.#turn.state.finished;
    return walk === undefined || run === undefined || walk.run === run;
  }

  /** Puts the walk that a click means on the stack: the open one, the one that ended last, or the one the card carries. */
  #reopen({ tree, run, answers }: Action = { kind: 'back' }): Walk | undefined {
    const { state } = this.#turn;
    if (this.#open) return this.#open;
    const carried = tree !== undefined && run !== undefined ? { tree, run, answers: answers ?? {} } : undefined;
    const walk = state.finished ?? carried;
    if (!walk || !treeOf(this.#turn, walk.tree)) return undefined;
    delete state.finished;
    state.dialogs.dialogStack.push({ id: DecisionTreeDialog.id, state: walk });
    return walk;
  }

  async #show(walk: Walk, note?: string): Promise<void> {
    await this.#dc.replaceDialog(DecisionTreeDialog.id, { ...walk, ...(note === undefined ? {} : { note }) });
  }

  /** Starts a tree; answers that would be lost are asked about first. */
  async #start(id: string | undefined): Promise<void> {
    if (!treeOf(this.#turn, id)) return this.#menu(this.#turn.phrases.say('note.unknownInput'));
    if (this.#open?.tree === id && this.#asksFirst()) return;
    return this.#begin(id);
  }

  async #begin(id: string | undefined, note?: 'note.restarted'): Promise<void> {
    const { state, guide, phrases } = this.#turn;
    const tree = treeOf(this.#turn, id);
    if (!tree) return this.#menu();
    delete state.finished;
    await this.#dc.cancelAllDialogs();
    await this.#dc.beginDialog(DecisionTreeDialog.id, { tree: tree.id, run: guide.randomId(), answers: {}, ...(note ? { note: phrases.say(note) } : {}) });
  }

  /** Asks before answers are lost. False when nothing would be lost, or when it has just been asked. */
  #asksFirst(): boolean {
    const walk = this.#open;
    const tree = treeOf(this.#turn, walk?.tree);
    if (!walk || !tree || Object.keys(walk.answers).length === 0 || this.#confirming === walk.run) return false;
    this.#turn.state.confirming = walk.run;
    this.#turn.outbox.push({ kind: 'confirm-restart', tree: walk.tree, run: walk.run, answers: walk.answers, treeTitle: tree.title });
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

  async #command(command: CommandId): Promise<void> {
    const { state, outbox, phrases } = this.#turn;
    if (walkCommands.includes(command)) return this.#reopen() ? this.#continue() : this.#menu(phrases.say('note.nothingOpen'));
    switch (command) {
      case 'restart': {
        if (this.#asksFirst()) return;
        return this.#begin((this.#open ?? state.finished)?.tree, 'note.restarted');
      }
      case 'yes':
      case 'no':
        if (this.#open && this.#confirming === this.#open.run) return command === 'yes' ? this.#begin(this.#open.tree, 'note.restarted') : this.#show(this.#open);
        return this.#open ? this.#continue() : this.#menu();
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
