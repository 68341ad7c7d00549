import { ActivityHandler, type InvokeResponse, type Storage, type TurnContext } from 'botbuilder';
import { RootDialog } from './dialogs/RootDialog.ts';
import type { Log } from './onTurnError.ts';
import { runTurn, type TurnParts } from './runTurn.ts';
import type { Guide } from './turn.ts';

/** The guide as a bot: every kind of activity comes in here, and one turn gives one reply. */
export class GuideBot extends ActivityHandler {
  readonly #parts: TurnParts;

  constructor(storage: Storage, guide: Guide, log: Log = () => undefined) {
    super();
    this.#parts = { root: new RootDialog(), storage, guide, log };
    const turn = async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
      await runTurn(context, this.#parts);
      await next();
    };
    this.onMessage(turn);
    this.onMembersAdded(turn);
    this.onInstallationUpdate(turn);
    this.onEvent(turn);
  }

  /** Card actions; every other invoke is answered "not implemented". */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name !== 'adaptiveCard/action') return { status: 501 };
    return runTurn(context, this.#parts);
  }
}
