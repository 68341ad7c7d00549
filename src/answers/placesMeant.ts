import type { Word } from '../language/index.ts';
import { longText } from './sentences.ts';

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

const relative =
  /^(?:datter|soen|soenn|soester|soestre|broder|bror|broedre|barnebarn|boerneboern|svigerdatter|svigersoen|niece|nevoe|veninde|boern)/u;
const livesOrWorks = new Set(
  'bor boede arbejder arbejde arbejdet job flyttet hjemme hjemmefra rejser koerer'.split(' '),
);
const occasion =
  /(?:bryllup|ferie|fest|festen|konfirmation|begravelse|sommerhus|sommerhuset|foedselsdag|lejr|udflugt|kongres|rejse|kursus|kurset)$/u;
const ofOld = new Set(
  'kom arbejdede boede tidligere foer oprindeligt stammer foedt opvokset flyttede flyttet'.split(' '),
);
const hospital = /^(?:sygehus|sygehuset|hospital|hospitalet|rigshospitalet)$/u;
const treated = new Set('indlagt indlaeggelse opereret operation udskrevet udskrivning ambulant skadestuen'.split(' '));
const at = new Set(['i', 'paa', 'fra', 'ved', 'til']);
const from = new Set(['fra', 'i']);
/** Right before "i Kolding": whose place it is. */
const ofCitizenOrStaff =
  /^(?:borger|borgere|borgeren|beboer|beboeren|bor|boende|bosat|os|her|er|arbejder|ansat|sidder|ligger|kommune|kommunen|hjemme|flyttet|hjemmeplejen|visitationen|plejecenter|plejehjem|standard|standarden|regler|reglerne)$/u;
/** So many words before a name, in its own sentence, tell how it is meant. */
const lookingBack = 7;

const sentenceEnd = /[.?!\n]+(?=\s|$)/gu;
/** How many sentences of a text end before one of its words. */
const sentenceOf = (text: string, words: readonly Word[], place: number): number =>
  (text.slice(0, words[place]?.from ?? 0).match(sentenceEnd) ?? []).length;

/** "Kolding Sygehus", "indlagt i Kolding", "på sygehuset i Kolding": where someone was treated. */
const isHospital = (before: readonly string[], next: string): boolean => {
  const [one = '', two = ''] = [before.at(-1), before.at(-2)];
  if (hospital.test(next)) return true;
  return at.has(one) && (hospital.test(two) || (treated.has(two) && one !== 'til'));
};

/** "Datteren arbejder i Esbjerg", "bryllup på Bornholm", "jeg kom fra Ballerup", "flyttet fra Vejen": told by the way. */
const isByTheWay = (before: readonly string[]): boolean => {
  const one = before.at(-1) ?? '';
  const who = before.findIndex((key) => relative.test(key));
  if (who >= 0 && before.slice(who).some((key) => livesOrWorks.has(key))) return true;
  if (at.has(one) && occasion.test(before.at(-2) ?? '')) return true;
  return from.has(one) && before.slice(-4).some((key) => ofOld.has(key)) && !before.includes('til');
};

/** "borgeren bor i Kolding", "hos os i Kolding", "Kolding siger": where the citizen or the staff are, or who says something. */
const isTheirs = (before: readonly string[], next: string): boolean => {
  const [one = '', two = ''] = [before.at(-1), before.at(-2)];
  return next === 'kommune' || (at.has(one) ? ofCitizenOrStaff.test(two) : one !== 'og');
};

/**
 * The places that a text is about, of all that it names: not those that it tells by the way; and where its question itself
 * names some, only those. In a story, one that is not in the guide or not the user's own must be said to be theirs.
 */
export const placesMeant = (
  text: string,
  words: readonly Word[],
  named: readonly PlaceNamed[],
  { here, own }: Known,
): readonly PlaceNamed[] => {
  if (named.length === 0) return named;
  const ends = text.match(sentenceEnd) ?? [];
  const isAsked = (sentence: number): boolean => ends[sentence]?.includes('?') ?? false;
  const isAsking = ends.some((end) => end.includes('?'));
  const last = sentenceOf(text, words, words.length - 1);
  const isStory = words.length >= longText;
  const meant = named.filter((place) => {
    const sentence = sentenceOf(text, words, place.at);
    const before: string[] = [];
    for (let back = place.at - 1; back >= 0 && before.length < lookingBack; back--) {
      if (sentenceOf(text, words, back) !== sentence) break;
      before.unshift(words[back]?.key ?? '');
    }
    const next = words[place.at + place.length]?.key ?? '';
    if (isHospital(before, next) || isByTheWay(before)) return false;
    const isAnother = own === undefined ? !here.has(place.id) : place.id !== own;
    const isTold = isAsking ? !isAsked(sentence) : sentence !== last;
    return !(isStory && isAnother && isTold) || isTheirs(before, next);
  });
  const asked = meant.filter((place) => isAsked(sentenceOf(text, words, place.at)));
  return asked.length > 0 ? asked : meant;
};
