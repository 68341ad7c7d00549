import { z } from 'zod';
import { InputError } from '../errors.ts';
import type { Asked } from '../bot/index.ts';

const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'iu');
  } catch {
    context.addIssue({ code: 'custom', message: 'is no regular expression' });
    return z.NEVER;
  }
});
const kind = z.enum(['answer', 'question', 'fallback', 'refusal']);

/** One line of a question file: what is asked, and what the right reply holds. */
export const questionSchema = z.object({
  id: z.string(),
  text: z.string(),
  municipality: z.string().nullish(),
  date: z.string().nullish(),
  style: z.array(z.string()).default([]),
  expect: z.object({
    kind: z.union([kind.transform((one) => [one]), z.array(kind)]),
    provisions: z.array(z.string()).default([]),
    provisionsNot: z.array(z.string()).default([]),
    must: z.array(pattern).default([]),
    mustNot: z.array(pattern).default([]),
    source: z.string().nullish(),
  }),
});
export type QuestionLine = z.infer<typeof questionSchema>;

/** How one reply did. */
export interface Verdict {
  readonly right: boolean;
  readonly cited: boolean;
  readonly wrongConfident: boolean;
  readonly gaveUp: boolean;
  /** What failed, in the order it was looked at. */
  readonly failed: readonly string[];
}

/** Reads a question file; throws InputError that names the first line that cannot be used. */
export const readQuestions = (text: string): readonly QuestionLine[] =>
  text
    .split('\n')
    .map((raw, index) => ({ raw, line: index + 1 }))
    .filter(({ raw }) => raw.trim() !== '')
    .map(({ raw, line }) => {
      let value: unknown;
      try {
        value = JSON.parse(raw);
      } catch {
        value = undefined;
      }
      const parsed = questionSchema.safeParse(value);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new InputError(
        `Line ${String(line)} is no question.`,
        `${issue === undefined || issue.path.length === 0 ? 'The line' : issue.path.join('.')}: ${issue?.message ?? 'unreadable'}.`,
        'Write one JSON object a line with id, text and expect.',
      );
    });

/**
 * Judges a reply. Wrong and confident: an answer that says what it may not, or none of what it must, or an answer where
 * only a fallback or a refusal is right.
 */
export const judge = (
  { expect }: QuestionLine,
  reply: Pick<Asked, 'kind' | 'text' | 'provisions' | 'citations'>,
): Verdict => {
  const { kind: kinds, must, mustNot, provisions, provisionsNot, source } = expect;
  const hits = (one: RegExp): boolean => one.test(reply.text);
  // What an answer must say is not asked of a question, where a question is as right.
  const asksBack = reply.kind === 'question' && kinds.includes('question') && kinds.length > 1;
  const said = mustNot.filter(hits);
  const named = provisionsNot.filter((id) => reply.provisions.includes(id));
  const failed = [
    ...(kinds.includes(reply.kind) ? [] : [`${reply.kind} is not ${kinds.join(' or ')}`]),
    ...(asksBack ? [] : must.filter((one) => !hits(one)).map(({ source: text }) => `does not say ${text}`)),
    ...said.map(({ source: text }) => `says ${text}`),
    ...named.map((id) => `names ${id}`),
    ...(asksBack ? [] : provisions.filter((id) => !reply.provisions.includes(id)).map((id) => `leaves out ${id}`)),
  ];
  const right = failed.length === 0;
  const isCited =
    !source ||
    asksBack ||
    reply.kind !== 'answer' ||
    reply.citations.some((citation) => citation.source.startsWith(source));
  const answered = reply.kind === 'answer';
  return {
    right,
    cited: right && isCited,
    wrongConfident:
      !right &&
      answered &&
      (named.length > 0 || said.length > 0 || !kinds.includes('answer') || (must.length > 0 && !must.some(hits))),
    gaveUp: !right && !answered && kinds.includes('answer'),
    failed: [...failed, ...(right && !isCited ? [`does not cite ${source}`] : [])],
  };
};
