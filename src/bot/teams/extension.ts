import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { shareCard } from '../../cards/index.ts';
import { holdsPersonalData, officesOf } from '../../language/index.ts';
import type { Guide } from '../turn.ts';
import { Finder, type Result } from './finder.ts';

/** The search command of the app's manifest, and its only parameter. */
export const searchCommand = { id: 'find-paragraf', parameter: 'q' } as const;

const mostResults = 10;
const longestQuery = 1_000;
const parameter = z.object({ name: z.string(), value: z.unknown() });
const querySchema = z.object({
  commandId: z.literal(searchCommand.id),
  parameters: z.array(parameter).max(20).default([]),
  queryOptions: z
    .object({ skip: z.int().min(0).max(10_000).catch(0), count: z.int().min(1).catch(mostResults) })
    .catch({ skip: 0, count: mostResults }),
});
const chosenSchema = z.object({ id: z.string().max(200) });

const message = (text: string): InvokeResponse => ({
  status: 200,
  body: { composeExtension: { type: 'message', text } },
});

/** Answers the message extension "Find paragraf": results with cards that are safe to share. Reads no conversation. */
export class Extension {
  readonly #guide: Guide;
  readonly #finder: Finder;

  constructor(guide: Guide) {
    this.#guide = guide;
    this.#finder = new Finder(guide);
  }

  /** `composeExtension/query`, sent as the user types. */
  query(value: unknown): InvokeResponse {
    const { phrases, knowledge } = this.#guide;
    const parsed = querySchema.safeParse(value);
    if (!parsed.success) return message(phrases.say('search.unreadable'));
    const { parameters, queryOptions } = parsed.data;
    // The first query comes before anything is typed, under a parameter of its own.
    const typed: unknown = parameters.find(({ name }) => name === searchCommand.parameter)?.value ?? '';
    if (typeof typed !== 'string' || typed.length > longestQuery) return message(phrases.say('search.unreadable'));
    if (holdsPersonalData(typed, officesOf(knowledge))) {
      this.#guide.count('refused');
      return message(phrases.say('note.personalData'));
    }
    const { skip, count } = queryOptions;
    const results = this.#finder.find(typed, { skip, count: Math.min(count, mostResults) });
    if (results.length === 0 && skip === 0) return message(phrases.say('search.none'));
    return this.#list(results);
  }

  /** `composeExtension/selectItem`: the card of a result that was chosen by its id. */
  select(value: unknown): InvokeResponse {
    const parsed = chosenSchema.safeParse(value);
    const result = parsed.success ? this.#finder.byId(parsed.data.id) : undefined;
    return result ? this.#list([result]) : message(this.#guide.phrases.say('search.none'));
  }

  #list(results: readonly Result[]): InvokeResponse {
    const attachments = results.map(({ title, line, card }) => ({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: shareCard(card, this.#guide.phrases, this.#guide.version).card,
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: line } },
    }));
    return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
  }
}
