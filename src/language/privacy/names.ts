import type { Finding } from './finding.ts';
import { NameWords, caseOf, isShouted, type Case, type NameWord } from './nameWords.ts';
import type { Cue } from './cues.ts';
import { closesPlace, isOrdinary, namesHouse } from './ordinary.ts';
import { beginsPlace, isPlace } from './places.ts';
import { wordSet, type Token } from './tokens.ts';

const particles = wordSet('von van de da der den af el al bin ben la le di du del');
const fromPlace = wordSet('i paa ved fra til');
const saints = wordSet('sankt sct skt st saint');
/** Who is called by a name at work, and is no citizen. */
const staff =
  wordSet(`laege laegen overlaege doktor dr terapeut terapeuten fysioterapeut fysioterapeuten fys ergoterapeut ergoterapeuten
  sygeplejerske sygeplejersken visitator visitatoren leder lederen chef chefen teamleder kollega kollegaen assistent vikar
  sagsbehandler koordinator pakkekoordinator`);
const longestName = 6;

interface Part extends NameWord {
  readonly key: string;
  readonly letters: Case;
  readonly at: number;
}
interface Person {
  readonly end: number;
  readonly isFull: boolean;
}

const isSure = ({ last }: NameWord): boolean => last === 'known' || last === 'sure';

/** Reads names out of one text. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #words = new NameWords();
  readonly #shouted: boolean;
  /** Where nothing was found up to, so that the same words are not read again. */
  #read = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#shouted = isShouted(tokens, this.#words);
  }

  /** The name that begins at a token, with or without a word such as "fru" before it. */
  personAt(at: number): Person | undefined {
    const token = this.#tokens[at];
    if (token?.kind !== 'word') return undefined;
    const { cue, first, common } = this.#words.of(token.key);
    const begin = cue && this.#afterCue(at, cue);
    const cued = begin && this.#judge(...begin);
    if (cued) return cued;
    const isNothing = first === undefined && (common || caseOf(token, this.#shouted) === 'level');
    if (isNothing || at < this.#read) return undefined;
    return this.#reversed(at) ?? this.#judge(at, undefined);
  }

  /** Over "er", "hedder" and signs to where a name may begin; a colon says that one comes. */
  #afterCue(cue: number, kind: Cue): readonly [number, Cue] | undefined {
    let found = kind;
    for (let at = cue + 1; at <= cue + 4; at++) {
      const token = this.#tokens[at];
      if (token?.kind === 'signs' && /^[.,:("'»“-]+$/u.test(token.raw)) {
        if (token.raw.includes(':') && kind === 'person') found = 'naming';
        continue;
      }
      if (token?.kind !== 'word') return undefined;
      if (!/^(?:er|hedder|is|paa|navn|fru|hr|frk)$/u.test(token.key)) return [at, found];
    }
    return undefined;
  }

  #beginsSentence(at: number): boolean {
    const [token, before] = [this.#tokens[at], this.#tokens[at - 1]];
    return (
      before === undefined || token?.gap === '\n' || (before.kind === 'signs' && /[.!?:;•*"»“-]/u.test(before.raw))
    );
  }

  /** Words from here on that may be the parts of one name. */
  #collect(from: number, cue: Cue | undefined): readonly Part[] {
    const parts: Part[] = [];
    let afterFirst = false;
    for (let at = from; parts.length < longestName; at++) {
      const token = this.#tokens[at];
      if (token?.kind === 'signs' && /^[._]$/u.test(token.raw) && this.#joins(at, parts.at(-1))) continue;
      if (token?.kind !== 'word' || (parts.length > 0 && token.gap === '\n' && cue === undefined)) break;
      const isDotted: boolean = afterFirst && token.raw.length === 1 && this.#tokens[at + 1]?.raw === '.';
      const letters: Case = isDotted ? 'initial' : caseOf(token, this.#shouted);
      const part: Part = { ...this.#words.of(token.key), key: token.key, letters, at };
      if (!this.#isParticle(part, parts.length) && !this.#mayBePart(part, parts.length, afterFirst, cue)) break;
      afterFirst ||= part.first === 'clear';
      parts.push(part);
    }
    return parts;
  }

  /** A dot after an initial, or a dot or underscore that joins two words. */
  #joins(at: number, before: Part | undefined): boolean {
    return before !== undefined && (before.letters === 'initial' || this.#tokens[at + 1]?.gap === '');
  }

  #isParticle({ key, at }: Part, index: number): boolean {
    const next = this.#tokens[at + 1];
    return index > 0 && particles.has(key) && next?.kind === 'word' && caseOf(next, this.#shouted) === 'capital';
  }

  #mayBePart(part: Part, index: number, afterFirst: boolean, cue: Cue | undefined): boolean {
    const { key, letters, first, last, common, ordinary, at } = part;
    if (letters === 'initial') return !(key === 'i' && index > 0);
    if (letters === 'capital') {
      if (index > 0) return first !== undefined || isSure(part) || !common;
      return first !== undefined || !(cue === 'title' ? common : ordinary);
    }
    if (common) return first === 'unclear' && index === 0;
    if (first === 'clear') return true;
    if (index === 0) return first === 'unclear' || (cue !== undefined && !ordinary && key.length > 2);
    if (index === 1 && afterFirst && (cue === 'title' || cue === 'naming')) return true;
    // "ella sparre jensen"
    if (afterFirst && isSure(this.#words.of(this.#tokens[at + 1]?.key ?? ''))) return true;
    return isSure(part) || ((afterFirst || cue !== undefined) && (last !== undefined || first !== undefined));
  }

  /** Whether the words from here on name a person, and whether wholly. */
  #judge(from: number, cue: Cue | undefined): Person | undefined {
    const parts = this.#collect(from, cue);
    const last = parts.at(-1);
    const words = parts.filter(({ letters }) => letters !== 'initial');
    const head = words[0];
    if (last && parts.every((part) => part.first === undefined && part.last === undefined)) this.#read = last.at;
    if (!last || !head || this.#isHouse(from, last.at)) return undefined;
    const isFull = this.#fullness(parts, words, head, cue);
    const isStaff = isFull === false && staff.has(this.#tokens[from - 1]?.key ?? '');
    return isFull === undefined || isStaff ? undefined : { end: last.at + 1, isFull };
  }

  /** Whether words that may be a name are a whole one; undefined when they are none. */
  #fullness(parts: readonly Part[], words: readonly Part[], head: Part, cue: Cue | undefined): boolean | undefined {
    const rest = words.slice(1);
    const surname = rest.find(({ key, last }) => last !== undefined && !isPlace(key));
    const capitals = words.every(({ letters }) => letters === 'capital');
    const later = words.findIndex(({ first }, index) => index > 0 && first === 'clear');
    if (parts[0]?.letters === 'initial') {
      const isName = head.last !== undefined || cue !== undefined || parts.length - words.length > 1;
      return isName ? rest.length > 0 : undefined;
    }
    if (head.first === 'clear') return rest.length > 0;
    if (later > 0) return later < words.length - 1 || cue !== undefined;
    if (head.first === 'unclear') return this.#unclear(parts, surname, cue);
    if (beginsPlace(head.key)) return undefined;
    if (cue && rest.length > 0 && (capitals || surname || rest.some(({ first }) => first))) return true;
    if (cue) return head.letters === 'capital' || (cue === 'title' && head.last !== undefined) ? false : undefined;
    // "Hansen" is a part; "Lund" may be a place.
    if (parts.length === 1 && head.last === 'known' && head.letters === 'capital')
      return head.ordinary ? undefined : false;
    return this.#unknown(head, parts[1], surname, rest.some(isSure));
  }

  /** Hans, Per and Bo are words too: a name with a surname beside. */
  #unclear([first, second]: readonly Part[], surname: Part | undefined, cue: Cue | undefined): boolean | undefined {
    if (!first || !second) return cue && first?.letters === 'capital' ? false : undefined;
    const capitals = first.letters === 'capital' && second.letters === 'capital';
    if (!capitals) return second.last === 'known' ? true : undefined;
    // "Hans Nexus" may be his, but "hos Bo Skjernå" is a name.
    const isHis = first.key === 'hans' && this.#beginsSentence(first.at);
    return surname !== undefined || cue !== undefined || (!isHis && !second.ordinary) ? true : undefined;
  }

  /** Two words with capitals of which the latter looks like a surname; a part only, where a sentence begins. */
  #unknown(head: Part, second: Part | undefined, surname: Part | undefined, sure: boolean): boolean | undefined {
    if (!surname || second?.letters === 'initial' || head.ordinary) return undefined;
    if (head.letters !== 'capital' || surname.letters !== 'capital') return undefined;
    if (sure) return true;
    return fromPlace.has(this.#tokens[head.at - 1]?.key ?? '') ? undefined : !this.#beginsSentence(head.at);
  }

  /** A house, street, firm or saint that bears a name. */
  #isHouse(from: number, last: number): boolean {
    const [before, after] = [this.#tokens[from - 1], this.#tokens[last + 1]];
    if (before?.kind === 'word' && (namesHouse(before.key) || saints.has(before.key))) return true;
    if (before?.raw === '.' && saints.has(this.#tokens[from - 2]?.key ?? '')) return true;
    const closes = ({ key, raw }: Token): boolean => closesPlace(key, /^\p{Lu}/u.test(raw));
    return [this.#tokens[last], after?.gap === ' ' ? after : undefined].some((token) => token && closes(token));
  }

  /** "Hansen, Jens" */
  #reversed(at: number): Person | undefined {
    const [surname, comma, first] = [this.#tokens[at], this.#tokens[at + 1], this.#tokens[at + 2]];
    if (comma?.raw !== ',' || surname?.kind !== 'word' || first?.kind !== 'word') return undefined;
    const isName = isSure(this.#words.of(surname.key)) && this.#words.of(first.key).first === 'clear';
    const areCapital = [surname, first].every((token) => caseOf(token, this.#shouted) === 'capital');
    return isName && areCapital ? { end: at + 3, isFull: true } : undefined;
  }
}

/** People's names: `full` ones, and parts such as "fru Olsen" or a first name, which point at someone only with a detail. */
export const findNames = (
  tokens: readonly Token[],
): { readonly full: readonly Finding[]; readonly parts: readonly Finding[] } => {
  const [full, parts]: [Finding[], Finding[]] = [[], []];
  const reader = new Reader(tokens);
  for (let at = 0; at < tokens.length;) {
    const person = reader.personAt(at);
    if (person) {
      const [start, end] = [tokens[at]?.start ?? 0, tokens[person.end - 1]?.end ?? 0];
      if (person.isFull) full.push({ kind: 'name', start, end });
      else parts.push({ kind: 'name-with-detail', start, end });
    }
    at = person?.end ?? at + 1;
  }
  return { full, parts };
};

const initials = /^\p{Lu}{2,3}$/u;

/** True when initials such as KMJ or K.M. stand right before a token. */
export const hasInitials = (tokens: readonly Token[], at: number): boolean =>
  [at - 1, at - 2, at - 3].some((near) => {
    const token = tokens[near];
    if (token?.kind !== 'word') return false;
    const isDotted = /^\p{Lu}$/u.test(token.raw) && /^\p{Lu}$/u.test(tokens[near - 2]?.raw ?? '');
    return isDotted || (initials.test(token.raw) && !isOrdinary(token.key));
  });
