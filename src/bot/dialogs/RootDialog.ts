import type { TurnContext } from 'botbuilder';
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { asks, storyIn, supposedFacts, type CaseReply } from '../../answers/index.ts';
import { restartConfirmed, type About } from '../../cards/index.ts';
import { replay, type CommandId } from '../../trees/index.ts';
import type { Action } from '../intent.ts';
import { answerIn, goOnIn } from '../language.ts';
import type { Walk } from '../state.ts';
import { treeOf, turnOf, type Turn } from '../turn.ts';
import { closedView } from '../closed.ts';
import { handsOn } from '../handOn/handsOn.ts';
import { menuItems, topicNamed } from '../menuItems.ts';
import { caseWalk, toldMore, type ToldWalk } from '../caseWalk.ts';
import { replyAbout, replyTo, showReply } from '../freeText.ts';
import { dayIn, DecisionTreeDialog, takesText } from './DecisionTreeDialog.ts';
import { WalkStack } from './WalkStack.ts';

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
  readonly #walks: WalkStack;
  /** The run that Forfra asked about in the turn before; any other turn takes the question back. */
  readonly #confirming: string | undefined;

  constructor(turn: Turn, dc: DialogContext) {
    this.#turn = turn;
    this.#dc = dc;
    this.#walks = new WalkStack(turn);
    this.#confirming = turn.state.confirming;
    delete turn.state.confirming;
  }

  async route(): Promise<void> {
    const { intent, phrases } = this.#turn;
    if (intent.kind === 'personal-data') return this.#warn();
    if (this.#walks.leaveGoneTrees() && intent.kind !== 'start') return this.#close();
    if (handsOn(this.#turn)) return;
    switch (intent.kind) {
      case 'action':
        return this.#act(intent.action);
      case 'command':
        return this.#command(intent.command);
      case 'start':
        return this.#start(intent.tree);
      case 'said':
        return this.#said(intent.text);
      case 'unreadable':
        return this.#menu(phrases.say('note.unknownInput'));
      case 'joined':
        return this.#join();
      case 'nothing':
    }
  }

  /** An answer to what is open; a question in the middle of it, which leaves it open; or a question by itself. */
  async #said(text: string): Promise<void> {
    const open = this.#walks.listens ? this.#walks.open : undefined;
    if (!open) return this.#pick(text);
    const isWordy = /\S\s+\S/u.test(text);
    if (!isWordy || takesText(this.#turn, open, text)) return this.#continue();
    const { questions } = this.#turn.guide;
    const story = storyIn(questions, text, this.#turn.today);
    const isQuestion = asks(questions, text);
    const more = toldMore(open, story.facts, this.#turn);
    if (more && !isQuestion) return this.#replace(more);
    // What is neither an answer nor a question has most likely been mistyped.
    return isQuestion ? this.#ask(text, open) : this.#continue();
  }

  /** With nothing open, a typed number or label is one of the menu's topics, and a day is for the walk that just ended. */
  async #pick(text: string): Promise<void> {
    if (dayIn(text) !== undefined && this.#turn.state.finished && this.#walks.shown()) return this.#continue();
    const item = topicNamed(this.#turn, text);
    return item ? this.#start(item.tree) : this.#ask(text);
  }

  /** Answers a free text, or goes on with the guided dialog from what it tells. `open` is a walk that stays open. */
  async #ask(text: string, open?: Walk): Promise<void> {
    if (await this.#suppose(text)) return;
    const reply = replyTo(this.#turn, text);
    const asksNothing = reply.kind === 'place' || (reply.kind === 'nothing' && reply.near.length === 0);
    if (open && asksNothing) return this.#continue();
    if (reply.kind === 'case') return this.#beginCase(reply);
    showReply(this.#turn, reply, open);
  }

  /** "hvad hvis hun var 58?" after a case: the same case with another fact. True when it was one. */
  async #suppose(text: string): Promise<boolean> {
    const { state, guide, today } = this.#turn;
    const facts = supposedFacts(guide.questions, text, today);
    if (facts.length === 0) return false;
    const shown = this.#walks.listens ? this.#walks.open : state.finished;
    const more = shown && toldMore(shown, facts, this.#turn);
    if (!more || !this.#walks.bringUp(more)) return false;
    await this.#replace(more);
    return true;
  }

  async #replace(walk: ToldWalk): Promise<void> {
    await this.#dc.replaceDialog(DecisionTreeDialog.id, walk);
  }

  #askAbout(action: Action): void {
    const { phrases } = this.#turn;
    const reply = replyAbout(this.#turn, action);
    if (reply) return showReply(this.#turn, reply, this.#walks.listens ? this.#walks.open : undefined);
    this.#menu(phrases.say(action.article === undefined ? 'answer.nothing' : 'note.unknownInput'));
  }

  async #beginCase(reply: CaseReply): Promise<void> {
    goOnIn(this.#turn, reply.english ? 'en' : 'da');
    const walk = caseWalk(reply, this.#turn);
    if (!walk) return this.#menu();
    this.#walks.makeRoom((dialog) => dialog.state.tree !== walk.tree);
    delete this.#turn.state.finished;
    await this.#dc.beginDialog(DecisionTreeDialog.id, walk);
  }

  async #continue(): Promise<void> {
    await this.#dc.continueDialog();
  }

  async #act(action: Action): Promise<void> {
    if (action.kind === 'menu' || action.kind === 'help') return this.#command(action.kind);
    if (action.kind === 'ask') return this.#askAbout(action);
    if (action.kind === 'start' && action.run === undefined) return this.#start(action.tree);
    const walk = this.#walks.bringUp(action);
    if (walk === 'other-run') return this.#note(this.#turn.phrases.say('note.staleCard'));
    if (!walk) return this.#menu(this.#turn.phrases.say('note.nothingOpen'));
    if (action.kind === 'start') return this.#show(walk);
    if (action.kind === 'restart')
      return action.option === restartConfirmed ? this.#begin(walk.tree, 'note.restarted') : this.#restart();
    return this.#continue();
  }

  async #show(walk: Walk, note?: string): Promise<void> {
    await this.#dc.replaceDialog(DecisionTreeDialog.id, { ...walk, ...(note === undefined ? {} : { note }) });
  }

  /** Starts a tree. Its own answers are asked about before they are lost; another tree's walk is put aside. */
  async #start(id: string | undefined): Promise<void> {
    const { state, phrases } = this.#turn;
    const tree = treeOf(this.#turn, id);
    if (id !== undefined && this.#turn.guide.isDisabled(id)) return this.#close();
    if (!tree) return this.#menu(phrases.say('note.unknownInput'));
    const open = this.#walks.open;
    if (open && open.tree === id) {
      if (this.#asksFirst()) return;
      // The second of two clicks must not make an old card of the one that the first brought.
      return Object.keys(open.answers).length === 0 ? this.#show(open) : this.#begin(id);
    }
    const aside = state.dialogs.dialogStack.find((dialog) => dialog.state.tree === id)?.state;
    if (aside) {
      this.#walks.bringUp(aside);
      return this.#show(aside, phrases.say('note.resumed', { topic: tree.title }));
    }
    this.#walks.makeRoom();
    await this.#beginWalk(tree.id);
  }

  /** Begins a tree afresh, in place of its open walk. */
  async #begin(id: string | undefined, note?: 'note.restarted'): Promise<void> {
    const tree = treeOf(this.#turn, id);
    if (!tree) return this.#menu();
    const { dialogStack } = this.#turn.state.dialogs;
    if (this.#walks.open?.tree === tree.id) dialogStack.pop();
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
    const walk = this.#walks.open;
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
    const walk = this.#walks.open;
    const tree = treeOf(this.#turn, walk?.tree);
    if (walk && tree) return this.#show(walk, phrases.say('note.resumed', { topic: tree.title }));
    if (state.welcomed) return;
    state.welcomed = true;
    outbox.push({ kind: 'welcome', items: menuItems(this.#turn) });
  }

  async #command(command: CommandId): Promise<void> {
    const { state, outbox, phrases } = this.#turn;
    if (walkCommands.includes(command))
      return this.#walks.shown() ? this.#continue() : this.#menu(phrases.say('note.nothingOpen'));
    switch (command) {
      case 'restart':
        return this.#restart(state.finished?.run === state.shown ? state.finished : undefined);
      case 'yes':
      case 'no':
        if (this.#walks.open && this.#confirming === this.#walks.open.run)
          return command === 'yes'
            ? this.#begin(this.#walks.open.tree, 'note.restarted')
            : this.#show(this.#walks.open);
        return this.#walks.listens ? this.#continue() : this.#menu();
      case 'resume':
        return this.#resume();
      case 'help':
        outbox.push({ kind: 'help' });
        return;
      case 'english':
      case 'danish':
        return this.#switched();
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
    return this.#begin((ended ?? this.#walks.open ?? this.#turn.state.finished)?.tree, 'note.restarted');
  }

  /** Shows again where the open walk stands, or where the last one ended. */
  async #resume(): Promise<void> {
    const walk = this.#walks.bringUp({});
    return walk && walk !== 'other-run' ? this.#show(walk) : this.#menu(this.#turn.phrases.say('note.nothingOpen'));
  }

  /** Says in the new language that it is spoken from here on, and shows again what the user saw. */
  async #switched(): Promise<void> {
    const note = this.#turn.phrases.say('note.language');
    const walk = this.#walks.shown();
    return walk && walk !== 'other-run' ? this.#show(walk, note) : this.#menu(note);
  }

  /** Asks for the question again without personal data, repeats nothing, and leads on: to where the walk stands, or to the topics. */
  #warn(): void {
    const { intent, guide } = this.#turn;
    if (intent.kind === 'personal-data' && intent.isEnglish) answerIn(this.#turn, 'en');
    const text = this.#turn.phrases.say('note.personalData');
    guide.count('refused', this.#walks.open?.tree);
    if (this.#walks.open) this.#note(text, {});
    else this.#menu(text);
  }

  /** What is switched off, or gone, is answered with whom to ask instead. */
  #close(): void {
    this.#turn.outbox.push(closedView(this.#turn));
  }

  /** `about` is what can be taken up with the municipality instead. */
  #note(text: string, about?: About): void {
    const walk = this.#walks.open;
    this.#turn.outbox.push({ kind: 'note', text, ...(walk ? { resume: walk } : {}), ...(about ? { about } : {}) });
  }

  #menu(note?: string): void {
    this.#turn.outbox.push({ kind: 'menu', items: menuItems(this.#turn), ...(note === undefined ? {} : { note }) });
  }
}
