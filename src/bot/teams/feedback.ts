import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { feedbackForm, feedbackReasons, type FeedbackReason, type Phrases } from '../../cards/index.ts';
import { holdsPersonalDataWithin, officesOf } from '../../language/index.ts';
import { invokeTaken } from '../invokeDone.ts';
import { rememberedLanguage } from '../rememberedLanguage.ts';
import { speechIn } from '../language.ts';
import type { TurnParts } from '../runTurn.ts';
import { messageFor } from '../send.ts';
import { isShared } from './conversation.ts';
import type { Subjects } from './Subjects.ts';

const reactionSchema = z.object({ reaction: z.enum(['like', 'dislike']) });
/** Which thumb a form is asked for, wherever the client put it. */
const askedSchema = z.union([
  z.object({ data: z.object({ actionValue: reactionSchema }) }).transform(({ data }) => data.actionValue),
  z.object({ actionValue: reactionSchema }).transform(({ actionValue }) => actionValue),
]);
const feedbackSchema = z.object({
  actionName: z.literal('feedback').optional(),
  /** The feedback is what the form held, as JSON or as it is, or text that someone wrote. */
  actionValue: reactionSchema.extend({ feedback: z.unknown().optional() }),
});
const formSchema = z.object({ reason: z.enum(feedbackReasons) });

/** What a form held; text that is no form stays text. */
const heldIn = (feedback: unknown): unknown => {
  if (typeof feedback !== 'string') return feedback;
  try {
    return JSON.parse(feedback) as unknown;
  } catch {
    return feedback;
  }
};

const reasonIn = (held: unknown): FeedbackReason | undefined => {
  const parsed = formSchema.safeParse(held);
  return parsed.success ? parsed.data.reason : undefined;
};

const phrasesIn = async (
  context: TurnContext,
  { guide, storage }: Pick<TurnParts, 'guide' | 'storage'>,
): Promise<Phrases> => speechIn(guide, await rememberedLanguage(context, storage)).phrases;

/** `message/fetchTask`: the form with the reasons to choose from, those of the thumb if it is told. */
export const feedbackTask = async (context: TurnContext, parts: TurnParts): Promise<InvokeResponse> => {
  const asked = askedSchema.safeParse(context.activity.value);
  const phrases = await phrasesIn(context, parts);
  const { title, card } = feedbackForm(phrases, asked.success ? asked.data.reaction : undefined);
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { status: 200, body: { task: { type: 'continue', value: { title, card: content } } } };
};

/**
 * `message/submitAction`: counts a thumb by what the answer was about, with the reason chosen. What someone wrote beside it
 * is looked at for personal data and let go of. Any answer but an empty one would be shown as a fault, so that is what even
 * something unreadable gets.
 */
export const takeFeedback = async (
  context: TurnContext,
  parts: TurnParts,
  subjects: Subjects,
): Promise<InvokeResponse> => {
  const { guide, log } = parts;
  const { activity } = context;
  const parsed = feedbackSchema.safeParse(activity.value);
  if (!parsed.success) {
    log({ event: 'feedback-unreadable' });
    return invokeTaken;
  }
  const held = heldIn(parsed.data.actionValue.feedback);
  const isPersonal = holdsPersonalDataWithin(held, officesOf(guide.knowledge));
  const vote = parsed.data.actionValue.reaction === 'like' ? 'up-voted' : 'down-voted';
  const reason = reasonIn(held);
  const { topic, municipality } = subjects.of(activity.conversation.id, activity.replyToId) ?? {};
  if (isPersonal) guide.count('feedback-personal-data', topic, municipality);
  if (reason) guide.count(`reason-${reason}`, topic, municipality);
  guide.count(vote, topic, municipality);
  log({ event: 'feedback', vote, topic: topic ?? '-', reason: reason ?? '-' });
  if (isPersonal && !isShared(activity)) {
    const phrases = await phrasesIn(context, parts);
    const text = phrases.say('feedback.personalData');
    await context.sendActivity(messageFor({ kind: 'note', text }, phrases, activity.channelId));
  }
  return invokeTaken;
};
