import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { matchDate, matchOption } from '../../language/index.ts';
import { asOfDay, isQuestion, replay, type DecisionTree } from '../../trees/index.ts';
import { outcomeView } from '../views/outcomeView.ts';
import { questionText, questionView, whyOf } from '../views/questionView.ts';
import { plainText } from '../../cards/index.ts';
import { walkSchema, type Walk } from '../state.ts';
import { treeOf, turnOf, type Turn } from '../turn.ts';
import { answerWalk, stepBack } from '../walk.ts';

/** Plays every tree. Its state is the tree, the run and the named answers; where it stands is found by replaying them. */
export class DecisionTreeDialog extends Dialog {
  static readonly id = 'decision-tree';

  constructor() {
    super(DecisionTreeDialog.id);
  }

  /** Begins or resumes the walk given as options, and shows where it stands. */
  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { note, ...walk } = (options ?? {}) as Walk & { note?: string };
    keep(dc, walkSchema.parse(walk));
    return this.show(dc, note);
  }

  /** Takes what was typed, or one of the walk's own commands. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const walk = walkOf(dc);
    const tree = treeOf(turn, walk.tree);
    if (!tree) return dc.cancelAllDialogs();
    const { intent } = turn;
    if (intent.kind === 'action') return this.act(dc, turn, tree, walk);
    if (intent.kind === 'command' && intent.command !== 'yes' && intent.command !== 'no') return this.command(dc, turn, tree, intent.command);
    if ('text' in intent) return this.typed(dc, turn, tree, walk, intent.text);
    return this.show(dc);
  }

  private async act(dc: DialogContext, turn: Turn, tree: DecisionTree, walk: Walk): Promise<DialogTurnResult> {
    const action = turn.intent.kind === 'action' ? turn.intent.action : undefined;
    if (action?.kind === 'answer') return this.answer(dc, turn, tree, walk, action.question ?? '', action.option ?? '');
    if (action?.kind === 'edit') return this.edit(dc, turn, tree, walk, action.question ?? '');
    if (action?.kind === 'back' || action?.kind === 'why' || action?.kind === 'text') return this.command(dc, turn, tree, action.kind, action.question);
    return this.show(dc);
  }

  private async typed(dc: DialogContext, turn: Turn, tree: DecisionTree, walk: Walk, text: string): Promise<DialogTurnResult> {
    const dated = /^(?:dato|den dag|pr\.?)\s+(.+)$/iu.exec(text)?.[1];
    const day = dated === undefined ? undefined : matchDate(dated, turn.today);
    if (day && tree.settings.date) return this.answer(dc, turn, tree, walk, 'date', day);
    const position = replay(tree, walk.answers, turn);
    const open = walk.editing ?? (position.kind === 'question' ? position.id : undefined);
    const question = open === undefined ? undefined : (tree.settings[open] ?? tree.nodes[open]);
    const option = question && 'question' in question ? ('options' in question ? matchOption(question, text) : matchDate(text, turn.today)) : undefined;
    if (open !== undefined && option !== undefined) return this.answer(dc, turn, tree, walk, open, option);
    return this.show(dc, turn.phrases.say(question && 'input' in question ? 'note.dateNotUnderstood' : 'note.answerNotUnderstood'));
  }

  private async answer(dc: DialogContext, turn: Turn, tree: DecisionTree, walk: Walk, question: string, option: string): Promise<DialogTurnResult> {
    const { phrases, outbox } = turn;
    const moved = answerWalk(tree, walk.answers, question, option, turn);
    switch (moved.kind) {
      case 'moved': {
        const wasAnswered = walk.answers[question] !== undefined;
        keep(dc, { tree: walk.tree, run: walk.run, answers: moved.answers });
        const gone = moved.dropped.map((id) => questionText(tree, id)).join(' · ');
        const note = gone === '' ? phrases.say('note.corrected') : `${phrases.say('note.corrected')} ${phrases.say('note.dropped', { answers: gone })}`;
        return this.show(dc, wasAnswered ? note : undefined);
      }
      case 'repeated':
      case 'stale':
        outbox.push({ kind: 'note', text: phrases.say(moved.kind === 'stale' ? 'note.staleCard' : 'note.doubleClick'), resume: walk });
        return this.rest(dc, turn, tree, walk);
      case 'not-an-option':
        return this.show(dc, phrases.say('note.answerNotUnderstood'));
    }
  }

  private async command(dc: DialogContext, turn: Turn, tree: DecisionTree, command: string, shown?: string): Promise<DialogTurnResult> {
    const walk = walkOf(dc);
    const position = replay(tree, walk.answers, turn);
    if (command === 'back') {
      const answers = stepBack(tree, walk.answers, turn);
      if (!answers) return this.show(dc, turn.phrases.say('note.nothingToGoBackTo'));
      keep(dc, { tree: walk.tree, run: walk.run, answers });
      return this.show(dc);
    }
    if (command === 'why') {
      const open = shown ?? walk.editing ?? (position.kind === 'question' ? position.id : undefined);
      const question = open === undefined ? undefined : questionView(tree, walk, turn, open);
      const why = open === undefined ? undefined : whyOf(tree, open, turn, asOfDay(walk.answers, turn.today));
      if (!question || !why) return this.show(dc);
      turn.outbox.push({ kind: 'why', ...why, question });
      return this.rest(dc, turn, tree, walk);
    }
    if (command === 'text' && position.kind === 'outcome') {
      turn.outbox.push({ kind: 'text', text: plainText(outcomeView(tree, walk, position, turn), turn.phrases) });
      return this.finish(dc, turn, walk);
    }
    if (command === 'edit') {
      const last = position.path.at(-1);
      return last === undefined ? this.show(dc, turn.phrases.say('note.nothingToGoBackTo')) : this.edit(dc, turn, tree, walk, last);
    }
    return this.show(dc);
  }

  private async edit(dc: DialogContext, turn: Turn, tree: DecisionTree, walk: Walk, question: string): Promise<DialogTurnResult> {
    const node = tree.nodes[question];
    const known = tree.settings[question] !== undefined || (node && isQuestion(node) && replay(tree, walk.answers, turn).path.includes(question));
    const view = known ? questionView(tree, walk, turn, question) : undefined;
    if (!view) return this.show(dc, turn.phrases.say('note.whichAnswer'));
    keep(dc, { tree: walk.tree, run: walk.run, answers: walk.answers, editing: question });
    turn.outbox.push(view);
    return Dialog.EndOfTurn;
  }

  /** Shows the open question, or the outcome, which ends the dialog and leaves its walk open to correction. */
  private async show(dc: DialogContext, note?: string): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const { tree: id, run, answers } = walkOf(dc);
    const walk: Walk = { tree: id, run, answers };
    const tree = treeOf(turn, id);
    if (!tree) return dc.cancelAllDialogs();
    const position = replay(tree, answers, turn);
    if (position.kind === 'outcome') {
      turn.outbox.push(outcomeView(tree, walk, position, turn, note));
      return this.finish(dc, turn, walk);
    }
    keep(dc, walk);
    const view = questionView(tree, walk, turn, undefined, note);
    if (view) turn.outbox.push(view);
    return Dialog.EndOfTurn;
  }

  /** Ends the turn where the walk already was: a walk at its outcome stays ended. */
  private async rest(dc: DialogContext, turn: Turn, tree: DecisionTree, walk: Walk): Promise<DialogTurnResult> {
    return replay(tree, walk.answers, turn).kind === 'outcome' ? this.finish(dc, turn, walk) : Dialog.EndOfTurn;
  }

  private async finish(dc: DialogContext, turn: Turn, walk: Walk): Promise<DialogTurnResult> {
    turn.state.finished = walk;
    return dc.endDialog(walk);
  }
}

const walkOf = (dc: DialogContext): Walk => walkSchema.parse(dc.activeDialog?.state);

const keep = (dc: DialogContext, walk: Walk): void => {
  if (dc.activeDialog) dc.activeDialog.state = walk;
};
