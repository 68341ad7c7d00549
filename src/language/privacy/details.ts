import type { Finding } from './finding.ts';
import { hasInitials } from './names.ts';
import { isDate, isDayMonth, isToday, isYear, runsOf } from './runs.ts';
import { wordSet, type Token } from './tokens.ts';

const illnesses =
  wordSet(`demens dement demente alzheimer alzheimers parkinson parkinsons apopleksi apoplexi blodprop blodpropper
  blodproppen kol copd kraeft kraeften cancer lungekraeft brystkraeft tyktarmskraeft prostatakraeft knoglekraeft leukaemi lymfom
  diabetes diabetiker diabetikere sukkersyge sclerose sklerose dissemineret als hjernebloedning hjertestop hjertesvigt
  hjerteinsufficiens hjertekarsygdom atrieflimren forkammerflimren hjertesyg depression deprimeret skizofreni skizofren bipolar
  psykose psykotisk epilepsi epileptiker gigt leddegigt slidgigt osteoporose knogleskoerhed artrose hoftebrud laarbensbrud
  haandledsbrud rygbrud laarbenshalsbrud bruddet lungebetaendelse pneumoni urinvejsinfektion blaerebetaendelse uvi sepsis
  blodforgiftning corona covid astma hiv aids hepatitis alkoholiker alkoholisk misbruger stofmisbruger afasi neglect lammet
  halvsidig halvsidigt hemiparese lammelse amputeret amputation hjerneskade hjerneskadet nyresvigt nyresyg dialyse delir huntington
  huntingtons angst ptsd adhd autisme autist udviklingshaemmet spasticitet stroke dementia diabetic pneumonia
  anoreksi polio tuberkulose koldbrand liggesaar tryksaar tia aks kemoterapi kemo terminal uhelbredelig metastaser tumor
  svulst hjernetumor hjernerystelse rygmarvsskade skizoaffektiv glaukom makula blind epilepsy schizophrenia arthritis
  inkontinens inkontinent stomi kateter hofteoperation knaeoperation hofteopereret knaeopereret diagnose diagnosen diagnosticeret`);
const broken = wordSet('braekket braekkede broekket brud broken fracture fraktur');
const rooms =
  wordSet(`stue stuen vaerelse vaerelset lejlighed lejligheden bolig boligen lejl vaer boenhed room flat apartment
  apt plejebolig plejeboligen lejlighedsnr vaerelsesnr stuenr bolignr`);
const born = wordSet(
  'foedt foed foedes foedselsdag foedselsdato foedselsdagen fdato fdt f. dob born fods fodt fodselsdag',
);
const months =
  wordSet(`januar februar marts april maj juni juli august september oktober november december jan feb mar apr jun jul
  aug sep sept okt nov dec january february march may june july october`);

/** A room or flat and its number. */
const isRoom = (tokens: readonly Token[], at: number): boolean => {
  if (!rooms.has(tokens[at]?.key ?? '')) return false;
  const signed = /^(?:nr|nummer)$/u.test(tokens[at + 1]?.key ?? '') || tokens[at + 1]?.kind === 'signs' ? 1 : 0;
  const dotted = signed === 1 && tokens[at + 2]?.kind === 'signs' ? 1 : 0;
  return tokens[at + 1 + signed + dotted]?.kind === 'digits';
};

const isTown = (tokens: readonly Token[], at: number): boolean => {
  const [code, town] = [tokens[at], tokens[at + 1]];
  return (
    code?.kind === 'digits' &&
    /^[1-9]\d{3}$/u.test(code.raw) &&
    !isYear(code.raw) &&
    /^\p{Lu}\p{Ll}{2}/u.test(town?.raw ?? '')
  );
};

/** Six digits of a day that lies too far back to be today's matter. */
const isBirthday = (digits: string): boolean => digits.length === 6 && isDayMonth(digits) && !isToday(digits.slice(4));

/** What makes a part of a name point at one person: an illness, a room, a birthday or a postal town. */
export const hasDetail = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ kind, key }, at) =>
      (kind === 'digits' && (isTown(tokens, at) || isBirthday(tokens[at]?.raw ?? ''))) ||
      (kind === 'word' && (illnesses.has(key) || broken.has(key) || isRoom(tokens, at))),
  );

/** The token after a day, month and year that begin at a token of digits. */
const dateEnd = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at];
  if (token?.kind !== 'digits') return undefined;
  if (token.raw.length === 6 && isDayMonth(token.raw)) return at + 1;
  if (token.raw.length === 8 && isDayMonth(token.raw) && isYear(token.raw.slice(4))) return at + 1;
  const [run] = runsOf(tokens.slice(at, at + 5));
  if (run && isDate(run, 0)) return at + (run[2]?.at ?? 0) + 1;
  for (let next = at + 1; next <= at + 2; next++)
    if (months.has(tokens[next]?.key ?? ''))
      for (let year = next + 1; year <= next + 2; year++)
        if (/^(?:\d{2}|(?:19|20)\d{2})$/u.test(tokens[year]?.raw ?? '')) return year + 1;
  return undefined;
};

/** Whole dates that the text calls someone's birthday. `isNamed`: a name stands somewhere; else initials must stand before. */
export const findBirthDates = (tokens: readonly Token[], isNamed: boolean): readonly Finding[] => {
  const found: Finding[] = [];
  for (const [at, { key, start, kind }] of tokens.entries()) {
    const isShort = key === 'f' && /^[.:]/u.test(tokens[at + 1]?.raw ?? '');
    if (kind !== 'word' || (!born.has(key) && !isShort)) continue;
    if (!isNamed && !hasInitials(tokens, at)) continue;
    for (let from = at + 1; from <= at + 5; from++) {
      const end = dateEnd(tokens, from);
      if (end === undefined) continue;
      found.push({ kind: 'birth-date', start, end: tokens[end - 1]?.end ?? start });
      break;
    }
  }
  return found;
};
