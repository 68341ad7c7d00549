import { setTimeout as delay } from 'node:timers/promises';
import {
  ActivityTypes,
  BotAdapter,
  INVOKE_RESPONSE_KEY,
  TurnContext,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
} from 'botbuilder';
import { InternalError } from '../errors.ts';

/** An activity as plain JSON, as it comes in from and goes out to any transport. */
export interface LocalActivity {
  readonly type: string;
  readonly id?: string;
  readonly [key: string]: unknown;
}

type Logic = (context: TurnContext) => Promise<void>;
type Listener = (conversationId: string, activity: LocalActivity) => void;

const asDate = (value: unknown): Date | undefined => {
  const date = typeof value === 'string' ? new Date(value) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
};

/**
 * Runs turns inside this process: no network, no credentials. What the bot sends reaches every listener as plain JSON, in
 * the order sent, with an id and a time; an invoke answers with the bot's own response.
 */
export class LocalAdapter extends BotAdapter {
  readonly #makers: { readonly randomId: () => string; readonly now: () => Date };
  readonly #listeners = new Set<Listener>();

  constructor(makers: { readonly randomId: () => string; readonly now: () => Date }) {
    super();
    this.#makers = makers;
  }

  /** Returns a function that takes the listener off again. */
  onSend(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One turn. An error that onTurnError does not take is thrown to the caller. */
  async receive(activity: LocalActivity, logic: Logic): Promise<InvokeResponse> {
    const { timestamp, localTimestamp } = activity;
    const dates = { timestamp: asDate(timestamp) ?? this.#makers.now(), localTimestamp: asDate(localTimestamp) };
    const context = new TurnContext(this, { ...activity, ...dates } as Partial<Activity>);
    await this.runMiddleware(context, logic);
    if (activity.type !== 'invoke') return { status: 200 };
    const response = context.turnState.get<Partial<Activity> | undefined>(INVOKE_RESPONSE_KEY);
    return (response?.value as InvokeResponse | undefined) ?? { status: 501 };
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const id = this.#makers.randomId();
      if (activity.type === 'delay') await delay(typeof activity.value === 'number' ? activity.value : 1000);
      else if (activity.type === 'invokeResponse') context.turnState.set(INVOKE_RESPONSE_KEY, activity);
      else if (activity.type !== 'trace') this.#deliver({ ...activity, id, timestamp: this.#makers.now() });
      responses.push({ id });
    }
    return responses;
  }

  /** The new form goes out under the old id; clients put it in the old one's place. */
  override updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const id = activity.id ?? this.#makers.randomId();
    this.#deliver({ ...activity, id, timestamp: this.#makers.now() });
    return Promise.resolve({ id });
  }

  override deleteActivity(_context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    const { activityId, bot, conversation, user, channelId } = reference;
    this.#deliver({
      type: 'messageDelete',
      id: activityId,
      from: bot,
      recipient: user,
      conversation,
      channelId,
    } as Partial<Activity>);
    return Promise.resolve();
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(
      new InternalError(
        'A local conversation cannot be continued by the bot.',
        'The local adapter keeps no conversations that it could return to.',
        'Send only while a turn runs, or use a channel.',
      ),
    );
  }

  #deliver(activity: Partial<Activity>): void {
    const plain = JSON.parse(
      JSON.stringify({ ...activity, type: activity.type ?? ActivityTypes.Message }),
    ) as LocalActivity;
    for (const listener of this.#listeners) listener(activity.conversation?.id ?? '', plain);
  }
}
