import type { Reply } from '../answers/index.ts';
import { idSchema, type ConversationState } from './state.ts';

/** What is kept of a reply, so that a follow-up keeps its subject and its place: ids, and nothing that was typed. */
export const rememberedOf = (
  reply: Reply,
  before: ConversationState['asked'],
  spoken: 'da' | 'en',
): ConversationState['asked'] => {
  const language = reply.english ? 'en' : 'da';
  const article = reply.kind === 'answer' || reply.kind === 'choose-municipality' ? reply.article.id : before?.article;
  const { place } = reply;
  const municipality = place !== undefined && idSchema.safeParse(place).success ? place : before?.municipality;
  const facts = Object.fromEntries(reply.facts.map(({ fact, value }) => [fact, value]));
  return {
    ...(article === undefined ? {} : { article }),
    ...(municipality === undefined ? {} : { municipality }),
    // A case goes on in its dialog, which keeps what was told.
    ...(reply.kind === 'case' || reply.facts.length === 0 ? {} : { facts }),
    ...(language === spoken ? {} : { language }),
  };
};

/** What a follow-up is about, as far as it does not say so itself. */
export const subjectOf = (
  asked: ConversationState['asked'],
): {
  readonly before?: string;
  readonly municipality?: string;
  readonly told?: Readonly<Record<string, string>>;
  readonly language?: 'da' | 'en';
} => ({
  ...(asked?.article === undefined ? {} : { before: asked.article }),
  ...(asked?.municipality === undefined ? {} : { municipality: asked.municipality }),
  ...(asked?.facts === undefined ? {} : { told: asked.facts }),
  ...(asked?.language === undefined ? {} : { language: asked.language }),
});
