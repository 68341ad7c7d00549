import type { Word } from '../language/index.ts';

/** A place that a text names, by the place of its name's first word among the words of the text. */
export interface PlaceNamed {
  readonly id: string;
  readonly at: number;
  readonly length: number;
}

const relative =
  /^(?:datter|soen|soenn|soester|soestre|broder|bror|broedre|barnebarn|boerneboern|svigerdatter|svigersoen|niece|nevoe|veninde|boern)/u;
const livesOrWorks = new Set(
  'bor boede arbejder arbejde arbejdet job flyttet hjemme hjemmefra rejser koerer'.split(' '),
);
const occasion =
  /(?:bryllup|ferie|fest|festen|konfirmation|begravelse|sommerhus|sommerhuset|foedselsdag|lejr|udflugt|kongres|rejse)$/u;
const ofOld = new Set(
  'kom arbejdede boede tidligere foer oprindeligt stammer foedt opvokset flyttede flyttet'.split(' '),
);
const hospital = /^(?:sygehus|sygehuset|hospital|hospitalet|rigshospitalet)$/u;
const treated = new Set('indlagt indlaeggelse opereret operation udskrevet udskrivning ambulant skadestuen'.split(' '));
const at = new Set(['i', 'paa', 'fra', 'ved', 'til']);
const from = new Set(['fra', 'i']);
/** So many words before a name, in its own sentence, tell how it is meant. */
const lookingBack = 7;

/** Where each sentence of a text ends. */
const sentenceOf = (text: string, words: readonly Word[], place: number): number =>
  (text.slice(0, words[place]?.from ?? 0).match(/[.?!\n]+(?=\s|$)/gu) ?? []).length;

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

/**
 * The places that a text is about, of all that it names: not those that it tells by the way; and where its question itself
 * names some, only those.
 */
export const placesMeant = (
  text: string,
  words: readonly Word[],
  named: readonly PlaceNamed[],
): readonly PlaceNamed[] => {
  if (named.length === 0) return named;
  const sentences = named.map((place) => sentenceOf(text, words, place.at));
  const meant = named.filter((place, index) => {
    const before: string[] = [];
    for (let back = place.at - 1; back >= 0 && before.length < lookingBack; back--) {
      if (sentenceOf(text, words, back) !== sentences[index]) break;
      before.unshift(words[back]?.key ?? '');
    }
    return !isHospital(before, words[place.at + place.length]?.key ?? '') && !isByTheWay(before);
  });
  const last = sentenceOf(text, words, words.length - 1);
  const isQuestion = text.trimEnd().endsWith('?');
  const asked = meant.filter((place) => isQuestion && sentenceOf(text, words, place.at) === last);
  return asked.length > 0 ? asked : meant;
};
