import { ActivityHandler, type InvokeResponse, type Storage, type TurnContext } from 'botbuilder';
import { RootDialog } from './dialogs/RootDialog.ts';
import { runTurn } from './runTurn.ts';
import type { Guide } from './turn.ts';

/** The guide as a bot: every kind of activity comes in here, and one turn gives one reply. */
export class GuideBot extends ActivityHandler {
  readonly #root = new RootDialog();
  readonly #storage: Storage;
  readonly #guide: Guide;

  constructor(storage: Storage, guide: Guide) {
    super();
    this.#storage = storage;
    this.#guide = guide;
    const turn = async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
      await runTurn(context, this.#root, this.#storage, this.#guide);
      await next();
    };
    this.onMessage(turn);
    this.onMembersAdded(turn);
    this.onInstallationUpdate(turn);
    this.onEvent(turn);
  }

  /** Card actions; every other invoke is answered "not implemented" by the base class. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name !== 'adaptiveCard/action') return { status: 501 };
    await runTurn(context, this.#root, this.#storage, this.#guide);
    return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } };
  }
}
