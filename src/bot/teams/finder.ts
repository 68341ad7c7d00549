import { answerTo, type Reply } from '../../answers/index.ts';
import type { ShareView } from '../../cards/index.ts';
import type { CivilDate } from '../../dates/index.ts';
import type { Guide } from '../turn.ts';
import { answerEntries } from './answerEntries.ts';
import { checklistEntries } from './checklistEntries.ts';
import { oneLine, type Entry } from './entry.ts';
import { lawEntries } from './lawEntries.ts';
import { PrefixIndex, tokensOf, type Field } from './PrefixIndex.ts';
import { standardEntries } from './standardEntries.ts';

/** What the search has found: a line to choose by, and the card to put in the chat. */
export interface Result {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly card: ShareView;
}

/** Shorter texts name something; longer ones ask about it, and are also read as a question. */
const leastAsked = 3;
/** Of what is used most, so many provisions come before the answers. */
const mostProvisions = 5;
/** More than this is no more used. */
const mostUsual = 20;

interface Found {
  readonly entries: readonly Entry[];
  readonly index: PrefixIndex;
  readonly byId: ReadonlyMap<string, number>;
  readonly mostUsed: readonly number[];
  readonly day: CivilDate;
}

const coursesIn = ({ dialogs, knowledge }: Guide): readonly string[] => [
  ...new Set(
    [...dialogs.trees.values()].flatMap(({ nodes }) =>
      Object.values(nodes).flatMap((node) =>
        'options' in node ? node.options.flatMap(({ id }) => (knowledge.checklist(id) ? [id] : [])) : [],
      ),
    ),
  ),
];

/** Of things that fit alike, what is used more comes first. */
const weighed = ({ fields, usual }: Entry): readonly Field[] =>
  fields.map(({ text, weight }) => ({ text, weight: weight * (1 + Math.min(usual, mostUsual) / mostUsual / 2) }));

/** All that is found on a day, with what is used most worked out from the knowledge. */
const build = (guide: Guide, day: CivilDate): Found => {
  const scene = { knowledge: guide.knowledge, today: day, phrases: guide.phrases };
  const entries = [
    ...lawEntries(scene),
    ...answerEntries(guide, scene),
    ...standardEntries(scene),
    ...checklistEntries(scene, coursesIn(guide)),
  ];
  const used = entries
    .map(({ usual, id }, at) => ({ usual, at, isLaw: id.startsWith('law:') }))
    .filter(({ usual }) => usual > 0)
    .sort((one, other) => other.usual - one.usual || one.at - other.at);
  const laws = used.filter(({ isLaw }) => isLaw);
  const others = used.filter(({ isLaw }) => !isLaw);
  return {
    entries,
    index: new PrefixIndex(entries.map(weighed)),
    byId: new Map(entries.map(({ id }, at) => [id, at])),
    mostUsed: [...laws.slice(0, mostProvisions), ...others, ...laws.slice(mostProvisions)].map(({ at }) => at),
    day,
  };
};

const lineOf = ({ line }: Entry, { text, sections }: ShareView): string =>
  line ?? oneLine(text ?? sections[0]?.items[0] ?? '');

const articlesIn = (reply: Reply): readonly string[] => {
  if (reply.kind === 'answer')
    return [reply.article, ...reply.also.map(({ article }) => article), ...reply.near].map(({ id }) => id);
  if (reply.kind === 'choose') return reply.articles.map(({ id }) => id);
  return 'near' in reply ? reply.near.map(({ id }) => id) : [];
};

/** Finds what can be shared, as someone types. Keeps nothing of what is searched for. */
export class Finder {
  readonly #guide: Guide;
  #found: Found | undefined;

  constructor(guide: Guide) {
    this.#guide = guide;
  }

  /** The results for a text, best first, from a place in the list on; for no text, what is used most. */
  find(text: string, { skip, count }: { readonly skip: number; readonly count: number }): readonly Result[] {
    const found = this.#today();
    const places = tokensOf(text).length === 0 ? found.mostUsed : this.#matching(found, text);
    const results: Result[] = [];
    let passed = 0;
    for (const place of places) {
      if (results.length >= count) break;
      const result = this.#result(found.entries[place]);
      if (result && passed++ >= skip) results.push(result);
    }
    return results;
  }

  /** One result by its id; undefined for an id that nothing has, or that is switched off. */
  byId(id: string): Result | undefined {
    const found = this.#today();
    const place = found.byId.get(id);
    return place === undefined ? undefined : this.#result(found.entries[place]);
  }

  /** Built at the first search of a day. */
  #today(): Found {
    const day = this.#guide.today();
    if (this.#found?.day !== day) this.#found = build(this.#guide, day);
    return this.#found;
  }

  #matching(found: Found, text: string): readonly number[] {
    const { things: begun, isWhole } = found.index.search(text);
    if (tokensOf(text).length < leastAsked && begun.length > 0) return begun;
    const asked = answerTo(this.#guide.questions, { text, date: found.day });
    const answers = articlesIn(asked).flatMap((id) => found.byId.get(`answer:${id}`) ?? []);
    return [...new Set(isWhole ? [...begun, ...answers] : [...answers, ...begun])];
  }

  #result(entry: Entry | undefined): Result | undefined {
    if (!entry || entry.names.some((name) => this.#guide.isDisabled(name))) return undefined;
    const card = entry.card();
    return card && { id: entry.id, title: entry.title, line: lineOf(entry, card), card };
  }
}
