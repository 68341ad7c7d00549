import type { Activity } from 'botbuilder';
import { answerTo } from '../../answers/index.ts';
import { shareCard, type AnswerView, type Phrases } from '../../cards/index.ts';
import { sceneOf } from '../freeText.ts';
import type { Intent } from '../intent.ts';
import type { Guide } from '../turn.ts';
import { answerIn, sharedAnswer } from './answerEntries.ts';
import type { Subject } from '../subject.ts';

/** What is said where others read along, and what it is about when it answers something. */
export interface SharedReply {
  readonly message: Partial<Activity>;
  readonly about?: Subject;
}

/** Of what a document says, so much is a short answer. */
const mostLines = 3;

const note = (phrases: Phrases, text: string, link: string | undefined): SharedReply => {
  const way = link === undefined ? [] : [`[${phrases.say('group.open')}](${link})`];
  return { message: { type: 'message', text: [text, ...way].join('\n\n'), textFormat: 'markdown' } };
};

/** The answer without what makes it long: its points, all but the first lines of a document, and what comes near. */
const inShort = (view: AnswerView): AnswerView => ({
  ...view,
  points: [],
  sections: view.sections.slice(0, 1).map((section) => ({ ...section, items: section.items.slice(0, mostLines) })),
});

const answered = (guide: Guide, text: string, link: string | undefined): SharedReply => {
  const { questions, knowledge } = guide;
  const today = guide.today();
  const reply = answerTo(questions, { text, date: today });
  const plain = { knowledge, today, phrases: guide.phrases };
  const scene = sceneOf(plain, guide, reply);
  const { phrases } = scene;
  const view = answerIn(guide, reply, scene);
  if (view && reply.kind === 'answer') {
    const municipality = reply.parts.find(({ owner }) => owner && !owner.unnamed)?.owner?.id;
    guide.count('answered', reply.article.id, municipality);
    const shared = sharedAnswer(inShort(view), phrases);
    const { card, summary, speak } = shareCard(
      link === undefined ? shared : { ...shared, link },
      phrases,
      guide.version,
    );
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
    return {
      message: { type: 'message', summary, speak, attachments },
      about: { topic: reply.article.id, municipality },
    };
  }
  const closed = reply.kind === 'answer' ? reply.article.id : undefined;
  guide.count('unanswered', reply.kind === 'outside' ? reply.outside.id : closed);
  if (reply.kind === 'outside') return note(phrases, reply.english ? reply.outside.english : reply.outside.say, link);
  if (reply.kind === 'nothing') return note(phrases, phrases.say('answer.nothing'), link);
  if (reply.kind === 'answer') return note(phrases, phrases.say('note.topicUnavailable'), link);
  return note(phrases, phrases.say('group.private'), link);
};

/**
 * The reply in a group chat or a channel. A free question gets a short answer that belongs to no one; everything of one's
 * own is sent on to the chat alone with the guide. Reads and keeps no state. Undefined when nothing is to be said.
 */
export const sharedReply = (
  guide: Guide,
  intent: Intent,
  { phrases, link }: { readonly phrases: Phrases; readonly link: string | undefined },
): SharedReply | undefined => {
  switch (intent.kind) {
    case 'nothing':
      return undefined;
    case 'personal-data':
      guide.count('refused');
      return note(phrases, (intent.isEnglish ? guide.english : phrases).say('note.personalData'), undefined);
    case 'said':
      return answered(guide, intent.text, link);
    case 'joined':
      return note(phrases, phrases.say('group.welcome'), link);
    case 'command':
      if (intent.command === 'thanks') return note(phrases, phrases.say('note.thanks'), undefined);
      if (['help', 'hello', 'menu'].includes(intent.command)) return note(phrases, phrases.say('group.welcome'), link);
      return note(phrases, phrases.say('group.private'), link);
    case 'action':
    case 'start':
    case 'unreadable':
      return note(phrases, phrases.say('group.private'), link);
  }
};
