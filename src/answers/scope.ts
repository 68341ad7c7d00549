import type { Knowledge } from '../knowledge/index.ts';
import { wordsOf, type SearchIndex, type Word } from '../language/index.ts';
import { placesMeant, type PlaceNamed } from './placesMeant.ts';
import { isVejen } from './vejen.ts';

/** What a text is about by name: municipalities and documents, by id; `left` are its words but for the places. */
export interface Named {
  readonly municipalities: readonly string[];
  readonly documents: readonly string[];
  readonly left: readonly Word[];
}

interface Name {
  readonly id: string;
  readonly kind: 'municipality' | 'document';
  readonly words: readonly string[];
}

const slugOf = (name: string): string =>
  wordsOf(name)
    .map(({ key }) => key)
    .join('-');
/** Names that are also common words: only with "kommune", or after "i". */
const commonWords = new Set(['greve', 'assens', 'odder', 'ringsted', 'skive', 'struer', 'varde', 'faxe']);

/** Finds municipalities and documents by the names that people give them, a slip of the pen allowed. */
export class Names {
  readonly #byFirst = new Map<string, Name[]>();
  readonly #here: ReadonlySet<string>;
  /** What a slip of the pen may mean: no name with an s, for "Vojens" is a town of its own. */
  readonly #meant: readonly string[];
  readonly #index: SearchIndex;

  constructor(knowledge: Knowledge, index: SearchIndex) {
    this.#index = index;
    this.#here = new Set(knowledge.municipalities.map(({ id }) => id));
    for (const { id, name, unnamed, aliases } of knowledge.municipalities)
      if (!unnamed) for (const alias of [name, ...aliases]) this.#add(id, 'municipality', alias);
    const here = new Set([...this.#byFirst.keys()]);
    for (const name of knowledge.words.municipalities) {
      const [first = { key: '' }] = wordsOf(name);
      if (!here.has(first.key)) this.#add(slugOf(name), 'municipality', name);
    }
    for (const [id, names] of Object.entries(knowledge.words.names)) {
      const isPlace = knowledge.municipalities.some((one) => one.id === id && !one.unnamed);
      for (const name of names) this.#add(id, isPlace ? 'municipality' : 'document', name);
    }
    const firsts = [...this.#byFirst.keys()];
    this.#meant = firsts.filter((name) => !name.endsWith('s') || !this.#byFirst.has(name.slice(0, -1)));
  }

  #add(id: string, kind: Name['kind'], text: string): void {
    const words = wordsOf(text).map(({ key }) => key);
    const [first] = words;
    if (first === undefined) return;
    this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { id, kind, words }]);
  }

  /** What a text names, but for places told by the way. A municipality's name is no part of what is asked; a document's name is. */
  read(text: string, own?: string): Named {
    const words = wordsOf(text);
    const places: PlaceNamed[] = [];
    const documents = new Set<string>();
    // Beside the name of another place it is a place, too.
    const namesOther = words.some((one) => one.key !== 'vejen' && this.#isPlaceHere(one.key));
    for (const [at, { key }] of words.entries()) {
      const name = this.#nameAt(words, at, key);
      if (!name) continue;
      if (name.kind === 'document') {
        documents.add(name.id);
        continue;
      }
      const before = words[at - 1]?.key ?? '';
      if (key === 'vejen' && !isVejen(text, words, at, namesOther)) continue;
      if (commonWords.has(key) && before !== 'i' && words[at + 1]?.key !== 'kommune') continue;
      places.push({ id: name.id, at, length: name.words.length });
    }
    const meant = placesMeant(text, words, places, { here: this.#here, own });
    const gone = new Set<number>();
    for (const place of places) {
      // One that is not in the guide is what the text is about: nothing else is known of it.
      if (!this.#here.has(place.id) && meant.includes(place)) continue;
      for (let next = place.at; next < place.at + place.length; next++) gone.add(next);
      if (words[place.at + 1]?.key === 'kommune') gone.add(place.at + 1);
    }
    return {
      municipalities: [...new Set(meant.map(({ id }) => id))],
      documents: [...documents],
      left: words.filter((_, at) => !gone.has(at)),
    };
  }

  #isPlaceHere(key: string): boolean {
    return (this.#byFirst.get(key) ?? []).some(({ id, kind }) => kind === 'municipality' && this.#here.has(id));
  }

  #nameAt(words: readonly Word[], at: number, key: string): Name | undefined {
    const spelt = this.#byFirst.has(key) ? key : (this.#owner(key) ?? this.#nearest(key));
    return this.#byFirst
      .get(spelt)
      ?.filter((name) => name.words.every((word, next) => next === 0 || words[at + next]?.key === word))
      .sort((one, other) => other.words.length - one.words.length)[0];
  }

  /** "Odenses" is Odense; "vejens" is mostly the way's. */
  #owner(key: string): string | undefined {
    const name = key.endsWith('s') ? key.slice(0, -1) : '';
    return name !== 'vejen' && this.#byFirst.has(name) ? name : undefined;
  }

  /** A name that a word was meant to be, when the word is none of the guide's own. */
  #nearest(key: string): string {
    if (key.length < 5 || this.#index.vocabulary.knows(key)) return key;
    return this.#index.nearest(key, this.#meant) ?? key;
  }
}
