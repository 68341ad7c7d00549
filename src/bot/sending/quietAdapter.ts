import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { GuideError } from '../../errors.ts';
import type { Log } from '../onTurnError.ts';

/** The SDK has a class for it and does not export it. */
const isNotSigned = (error: unknown): boolean =>
  error instanceof Error && error.constructor.name === 'AuthenticationError';

/**
 * The SDK's adapter, without its habit of writing errors with their stack to the console: what is not signed by the channel
 * is refused with 401, what fails beneath a turn with 500, and each is one line in the log with a code.
 */
export class QuietAdapter extends CloudAdapter {
  readonly #log: Log;

  constructor(authentication: ConstructorParameters<typeof CloudAdapter>[0], log: Log) {
    super(authentication);
    this.#log = log;
  }

  /** The SDK gives this method a token or its own finding about one; `never` stands for either. */
  protected override async processActivity(
    authentication: never,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    try {
      return await super.processActivity(authentication, activity, logic);
    } catch (error) {
      if (isNotSigned(error)) {
        this.#log({ level: 'warn', event: 'request-refused', code: 'NOT_SIGNED', status: 401 });
        return { status: 401, body: 'refused' };
      }
      const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
      this.#log({
        level: 'warn',
        event: 'channel-failed',
        code,
        cause: error instanceof Error ? error.name : typeof error,
      });
      return { status: 500, body: 'failed' };
    }
  }
}
