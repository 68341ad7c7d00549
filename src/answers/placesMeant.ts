import type { Word } from '../language/index.ts';
import { longText, sentencesOf, sureStop, type Sentence } from './sentences.ts';

/** A place that a text names, by the place of its name's first word among the words of the text. */
export interface PlaceNamed {
  readonly id: string;
  readonly at: number;
  readonly length: number;
}

/** What is known of the places a text names. */
interface Known {
  /** Those whose standards the guide has. */
  readonly here: ReadonlySet<string>;
  /** The user's own. */
  readonly own: string | undefined;
}

/** Someone's relative; "min søn" may be the citizen. */
const relative =
  /^(?:datteren|soennen|soesteren|broderen|broren|barnebarnet|svigerdatteren|svigersoennen|niecen|nevoeen|veninden|boernene|boerneboernene)$/u;
const relativeOf =
  /^(?:datter|doetre|soen|soenner|soester|soestre|bror|broder|broedre|barnebarn|boerneboern|svigerdatter|svigersoen|svigermor|svigerfar|svigerforaeldre|niece|nevoe|veninde|ven|boern|familie|kusine|faetter)$/u;
const owners = new Set(['hans', 'hendes', 'borgerens', 'deres']);
const livesOrWorks = new Set('bor boede er arbejder arbejde arbejdet job studerer flyttet hjemme hjemmefra'.split(' '));
const occasion =
  /(?:bryllup|ferie|fest|festen|konfirmation|begravelse|sommerhus|sommerhuset|udflugt|kongres|kursus|kurset)$/u;
const hospital = /^(?:sygehus|sygehuset|hospital|hospitalet)$/u;
const staff = new Set(['jeg', 'vi', 'mit', 'vores', 'min']);
const wasThere = new Set('kom arbejdede boede gamle tidligere forrige foer dengang'.split(' '));
const moved = new Set(['flyttet', 'flyttede', 'flytter', 'tilflyttet']);
const prepositions = new Set(['i', 'paa', 'fra', 'ved', 'til', 'hos', 'omkring', 'naer']);
/** What says that a place is the citizen's or the staff's. */
const theirs =
  /^(?:bor|boende|bosiddende|bosat|bolig|lejlighed|hus|flytte|flytter|flyttet|arbejder|vikar|ansat|hjemmepleje|hjemmeplejen|hjemmeplejegruppe|gruppe|assistent|hjaelper|borger|borgere|borgeren|beboer|beboere|beboeren|patient|os|her|visitator|visitation|visitationen|standard|standarden|regel|regler|reglerne|frist|fristen|sidder|ligger|er)$/u;
/** So many words before a name, in its own sentence, tell how it is meant. */
const lookingBack = 7;

/** "Kolding Sygehus", "på sygehuset i Kolding", "indlagt i Kolding", "udskrevet fra Kolding": where someone was treated. */
const isHospital = (before: readonly string[], next: string): boolean => {
  const [one = '', two = ''] = [before.at(-1), before.at(-2)];
  if (hospital.test(next)) return true;
  if (one === 'fra') return hospital.test(two) || two === 'udskrevet';
  return ['i', 'paa', 'ved'].includes(one) && (hospital.test(two) || two === 'indlagt' || two === 'opereret');
};

/** "Datteren arbejder i Esbjerg", "bryllup på Bornholm", "jeg kom fra Ballerup", "flyttet fra Vejen": told by the way. */
const isByTheWay = (before: readonly string[]): boolean => {
  const [one = '', two = ''] = [before.at(-1), before.at(-2)];
  if (!prepositions.has(one)) return false;
  const who = before.findIndex(
    (key, index) => relative.test(key) || (relativeOf.test(key) && owners.has(before[index - 1] ?? '')),
  );
  if (who >= 0 && before.slice(who).some((key) => livesOrWorks.has(key))) return true;
  if (occasion.test(two)) return true;
  if (one === 'fra' && moved.has(two)) return true;
  return before.some((key) => staff.has(key)) && before.some((key) => wasThere.has(key));
};

/** "borgeren bor i Kolding", "hos os i Kolding", "Kolding siger": where the citizen or the staff are, or who says something. */
const isTheirs = (before: readonly string[]): boolean => {
  const one = before.at(-1) ?? '';
  return prepositions.has(one) ? before.some((key) => theirs.test(key)) : one !== 'og';
};

/**
 * The places that a text is about, of all that it names: not where someone was treated, and not what it tells by the way in a
 * sentence that asks nothing; where its question names some, only those. In a story, a place that is not in the guide or not
 * the user's own must be said to be theirs. "Kolding Kommune" is always meant.
 */
export const placesMeant = (
  text: string,
  words: readonly Word[],
  named: readonly PlaceNamed[],
  { here, own }: Known,
): readonly PlaceNamed[] => {
  if (named.length === 0) return named;
  const sentences = sentencesOf(text, words, sureStop);
  const isStory = words.length >= longText;
  const of = ({ at }: PlaceNamed): Sentence =>
    sentences.find(({ from, to }) => from <= at && at < to) ?? { from: 0, to: words.length, asks: true };
  const meant = named.filter((place) => {
    const { from, asks } = of(place);
    const before = words.slice(Math.max(from, place.at - lookingBack), place.at).map(({ key }) => key);
    const next = words[place.at + place.length]?.key ?? '';
    if (next === 'kommune') return true;
    if (isHospital(before, next)) return false;
    if (asks && !moved.has(before.at(-2) ?? '')) return true;
    if (isByTheWay(before)) return false;
    const isAnother = own === undefined ? !here.has(place.id) : place.id !== own;
    return !isStory || !isAnother || isTheirs(before);
  });
  const asked = meant.filter((place) => of(place).asks);
  return asked.length > 0 ? asked : meant;
};
