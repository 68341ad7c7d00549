import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { feedbackForm, feedbackReasons } from '../../cards/index.ts';
import { holdsPersonalData, officesOf } from '../../language/index.ts';
import { localeLanguage, speechIn } from '../language.ts';
import type { Log } from '../onTurnError.ts';
import { messageFor } from '../send.ts';
import type { Guide } from '../turn.ts';
import { isShared } from './conversation.ts';
import type { Subjects } from './Subjects.ts';

const feedbackSchema = z.object({
  actionName: z.literal('feedback').optional(),
  actionValue: z.object({
    reaction: z.enum(['like', 'dislike']),
    /** What the form held, as JSON, or text that someone wrote. */
    feedback: z.string().max(20_000).catch(''),
  }),
});
const formSchema = z.object({ reason: z.enum(feedbackReasons).optional().catch(undefined) });

const reasonIn = (feedback: string): string | undefined => {
  try {
    const parsed = formSchema.safeParse(JSON.parse(feedback));
    return parsed.success ? parsed.data.reason : undefined;
  } catch {
    return undefined;
  }
};

/** `message/fetchTask`: the form with the reasons to choose from. */
export const feedbackTask = (guide: Guide, activity: Partial<Activity>): InvokeResponse => {
  const { title, card } = feedbackForm(speechIn(guide, localeLanguage(activity)).phrases);
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { status: 200, body: { task: { type: 'continue', value: { title, card: content } } } };
};

/**
 * `message/submitAction`: counts a thumb by what the answer was about, with the reason chosen. What someone wrote beside it
 * is looked at for personal data and let go of. Any body but an empty one would be shown as a fault.
 */
export const takeFeedback = async (
  context: TurnContext,
  { guide, log, subjects }: { readonly guide: Guide; readonly log: Log; readonly subjects: Subjects },
): Promise<InvokeResponse> => {
  const { activity } = context;
  const parsed = feedbackSchema.safeParse(activity.value);
  if (!parsed.success) return { status: 400, body: {} };
  const { reaction, feedback } = parsed.data.actionValue;
  const vote = reaction === 'like' ? 'up-voted' : 'down-voted';
  const { topic, municipality } = subjects.of(activity.conversation.id, activity.replyToId) ?? {};
  guide.count(vote, topic, municipality);
  log({ event: 'feedback', vote, topic: topic ?? '-', reason: reasonIn(feedback) ?? '-' });
  if (holdsPersonalData(feedback, officesOf(guide.knowledge)) && !isShared(activity)) {
    const { phrases } = speechIn(guide, localeLanguage(activity));
    const text = phrases.say('feedback.personalData');
    await context.sendActivity(messageFor({ kind: 'note', text }, phrases, activity.channelId));
  }
  return { status: 200, body: {} };
};
