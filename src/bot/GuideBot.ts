import { ActivityHandler, type InvokeResponse, type Storage, type TurnContext } from 'botbuilder';
import { RootDialog } from './dialogs/RootDialog.ts';
import { invokeRefused, invokeTaken, invokeUnknown } from './invokeDone.ts';
import type { Log } from './onTurnError.ts';
import { runTurn, type TurnParts } from './runTurn.ts';
import { signInInvokes, type LeaderRole } from './signIn/LeaderRole.ts';
import { isAnswerable, isSent, isShared } from './teams/conversation.ts';
import { Extension } from './teams/extension.ts';
import { feedbackTask, takeFeedback } from './teams/feedback.ts';
import { leave } from './teams/leave.ts';
import { sharedTurn } from './teams/sharedTurn.ts';
import { Subjects } from './teams/Subjects.ts';
import { tidy } from './teams/tidy.ts';
import type { Guide } from './turn.ts';

/** The guide as a bot: every kind of activity comes in here, and one turn gives one reply. */
export class GuideBot extends ActivityHandler {
  readonly #parts: TurnParts;
  readonly #extension: Extension;
  readonly #subjects = new Subjects();

  /** By `leaderRole` leaders are known by their role in Entra; without it by LEADERS. */
  constructor(storage: Storage, guide: Guide, log: Log = () => undefined, leaderRole?: LeaderRole) {
    super();
    this.#parts = { root: new RootDialog(), storage, guide, log, leaderRole };
    this.#extension = new Extension(guide);
  }

  /** Reads every activity as it may arrive; kinds that ask nothing of a bot are passed over in silence. */
  protected override async onTurnActivity(context: TurnContext): Promise<void> {
    const { activity } = context;
    tidy(activity);
    switch (activity.type) {
      case 'invoke':
        await context.sendActivity({ type: 'invokeResponse', value: await this.onInvokeActivity(context) });
        return;
      case 'installationUpdate':
        if (isAnswerable(activity) && activity.action === 'remove') return leave(context, this.#parts);
        break;
      case 'message':
      case 'messageUpdate':
      case 'conversationUpdate':
      case 'event':
        break;
      default:
        // Reactions, deletions and typing: nothing of them is kept, and none is answered.
        return;
    }
    await this.#turn(context);
  }

  /** Invokes by name; one that is not known is answered "not implemented". */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { activity } = context;
    const { name } = activity;
    const value: unknown = activity.value;
    if (name === 'composeExtension/query') return this.#extension.query(value);
    if (name === 'composeExtension/selectItem') return this.#extension.select(value);
    if (name === 'message/fetchTask') return feedbackTask(context, this.#parts);
    if (this.#parts.leaderRole && signInInvokes.has(name)) return this.#signIn(context, this.#parts.leaderRole);
    if (!inConversation.has(name ?? '')) return invokeUnknown;
    if (!isAnswerable(activity)) return invokeRefused;
    if (name === 'message/submitAction') return takeFeedback(context, this.#parts, this.#subjects);
    const response = await this.#turn(context);
    return name === 'suggestedAction/submit' ? invokeTaken : response;
  }

  /** Once someone is signed in, they are shown the report; when their client cannot sign them in, a button to do it by. */
  async #signIn(context: TurnContext, leaderRole: LeaderRole): Promise<InvokeResponse> {
    const { activity } = context;
    if (!isAnswerable(activity) || isShared(activity) || !isSent(activity)) return invokeRefused;
    const refused = await leaderRole.take(context);
    if (refused) return refused;
    await this.#turn(context);
    return invokeTaken;
  }

  /** A turn in the chat alone with a user, or where others read along. Without a conversation there is no one to answer. */
  async #turn(context: TurnContext): Promise<InvokeResponse> {
    if (!isAnswerable(context.activity)) return invokeRefused;
    if (isShared(context.activity)) return sharedTurn(context, this.#parts, this.#subjects);
    return this.#subjects.during(context, () => runTurn(context, this.#parts));
  }
}

/** The invokes that belong to a conversation. */
const inConversation: ReadonlySet<string> = new Set([
  'adaptiveCard/action',
  'suggestedAction/submit',
  'message/submitAction',
]);
