import type { Knowledge } from '../knowledge/index.ts';

const known = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

/** Ids by act and place: "serviceloven 86.1". */
const placesOf = (knowledge: Knowledge): ReadonlyMap<string, string> => {
  const places =
    known.get(knowledge) ??
    new Map(
      knowledge.provisionIds.flatMap((id) => {
        const label = knowledge.provision(id)?.label ?? '';
        const match = /^(\p{L}+) § ?(\d+)(?: ([a-h]))?(?:, stk\. (\d+))?(?:, nr\. (\d+))?$/u.exec(label);
        if (!match) return [];
        const [, act = '', number = '', letter = '', part, item] = match;
        return [
          [[act, [number + letter, part, item].filter((one) => one !== undefined).join('.')].join(' '), id] as const,
        ];
      }),
    );
  known.set(knowledge, places);
  return places;
};

// No \b: it does not see æ as a letter.
const act = /(?<!\p{L})(serviceloven|ældreloven|sundhedsloven|servicelovens|ældrelovens|sundhedslovens)(?!\p{L})/giu;
const place = /(\d{1,3})(?: ([a-h])(?!\p{L}))?(?:, stk\. (\d+))?(?:, nr\. (\d+))?/gu;
/** What follows a § sign: numbers, and the words that join them. */
const row = /§{1,2} ?((?:\d{1,3}(?: [a-h](?!\p{L}))?|, stk\. \d+|, nr\. \d+|, jf\. §? ?| og §? ?| eller §? ?|, )+)/gu;

/** The provisions that a text of the guide's own names, by canonical id: an act and the §§ that follow it. */
export const provisionsNamedIn = (knowledge: Knowledge, text: string): readonly string[] => {
  const places = placesOf(knowledge);
  const acts = [...text.matchAll(act)].map((match) => ({
    at: match.index,
    name: (match[1] ?? '').toLowerCase().replace(/s$/u, ''),
  }));
  const found = new Set<string>();
  for (const match of text.matchAll(row)) {
    const name = acts.findLast(({ at }) => at < match.index && match.index - at < 160)?.name;
    if (name === undefined) continue;
    for (const [, number = '', letter = '', part, item] of (match[1] ?? '').matchAll(place)) {
      const whole = [number + letter, part, item].filter((one) => one !== undefined);
      for (let length = whole.length; length > 0; length--) {
        const id = places.get(`${name} ${whole.slice(0, length).join('.')}`);
        if (id !== undefined) found.add(id);
      }
    }
  }
  return [...found];
};
