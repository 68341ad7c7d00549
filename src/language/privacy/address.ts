import type { Finding } from './finding.ts';
import { follows, ownerAt } from './nearby.ts';
import { isOrdinary } from './ordinary.ts';
import { isPlace } from './places.ts';
import { wordSet, type Token } from './tokens.ts';

/** Endings that only streets have, and endings that other words have too. */
const street =
  /(?:vej|vejen|gade|gaden|alle|alleen|straede|straedet|vaenge|vaenget|boulevard|boulevarden|stien|krogen|torvet|kajen)$/u;
const perhaps =
  /(?:have|haven|park|parken|bakke|bakken|bakkerne|lund|lunden|vang|vangen|toft|toften|ager|ageren|eng|engen|mark|marken|dal|dalen|hoej|hoejen|gaard|gaarden|kaeret|svinget|loekken|loekke|klit|klitten|skraenten|plads|pladsen|torv|sti|krog|bo|skoven|skov|brinken|brink|raekken|hegnet|diget|mosen|aasen|stroeget|brynet|draget|leddet|led|reden|spjaeldet|pynten|odden|raekke|hus|huset|banke|banken|bro|kaj|street|road)$/u;
/** Words with such an ending that name no street. */
const others =
  wordSet(`vej vejen gade gaden alle plads pladsen torv torvet have haven park parken overvej omvej udvej genvej motorvej
  landevej adgangsvej luftvej urinvej galdevej undervej henvej hjemvej gangvej tilkoersvej arbejdsplads arbejdspladsen
  plejeplads aflastningsplads aflastningspladsen parkeringsplads parkeringspladsen rehabiliteringsplads pladser doegnplads
  akutplads akutpladsen korttidsplads midlertidig plejehjemsplads legeplads sti bo opgave udgave indgave hovedpine marked
  hus huset bro krog dal eng mark lund skov skoven sygehus sygehuset hjem plejehus kaj hoej lige brugsgade forhoej
  sundhedshus sundhedshuset laegehus laegehuset aktivitetshus aktivitetshuset forsamlingshus forsamlingshuset bofaellesskab
  omraade gaard vejlederen medborgerhus medborgerhuset forhave kolonihave skole rehabiliteringshuset frihed sidegade
  egenbetaling debat referat elevplads praktikplads dagplads boligplads opholdsplads opholdspladsen venteplads behandlingsplads
  behandlingspladsen danmark marked hjemmemarked traeningsplads friplads friplejeplads lejrplads byggeplads skaft`);
/** What is counted after a number that is no house number. */
const counted =
  wordSet(`dage dag gange gang uger uge ugers maaneder maaned mdr md min minutter minut m meter km timer time t aar
  hverdage arbejdsdage pct procent kr kroner stk stykke borgere beboere pladser patienter medarbejdere personer mennesker ud
  trin x antal boliger lejligheder borger trapper oevelser par hold stole senge ture kg g ml paragraffer punkter former
  slags typer ting forskellige nye andre af times weeks days`);
const living = wordSet(
  'bor boende adresse adressen adr bopael bopaelen flyttet lives address hjemme hjemadresse privatadresse',
);
const onStreet = wordSet('paa i hos til fra ved at');
const afterNumber =
  wordSet(`th tv mf st sal kld hun han hans hendes og i skal har er med den der som vil kan maa hvad hvor hvornaar hvem hvilken
  hvordan men faar fik blev falder ringer ringede 1 2 3 4 5 lejl lejlighed doer opgang etage a b c d e f paa has she he
  spoerger oensker behoever mangler hvorfor er traening bor ligger staar traenger`);

const isName = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.raw);

/** The token after four digits and a town that follow a street; `from` when none do. */
const townEnd = (tokens: readonly Token[], from: number, until = from + 9): number => {
  for (let at = from; at < Math.min(tokens.length - 1, until); at++) {
    const [code, town] = [tokens[at], tokens[at + 1]];
    if (code?.kind === 'digits' && code.raw.length === 4 && /^[1-9]/u.test(code.raw) && town?.kind === 'word')
      return isName(town) ? at + 2 : from;
  }
  return from;
};

/** A town with its four digits, perhaps after a comma. */
const isTown = (tokens: readonly Token[], from: number): boolean => townEnd(tokens, from, from + 3) > from;

/** Streets' last words that stand alone. */
const lastWords = wordSet('vej gade alle plads torv have park kaj sti bro krog hoej mark gaard');
const englishStreet = wordSet('street road avenue lane');
const doors = wordSet('th tv mf doer');
const floors = /^(?:\d{1,2}|st|kl|sal|stuen)$/u;

/** A floor and a door such as "2. th" or "st. tv" right after a house number. */
const isDoor = (tokens: readonly Token[], from: number): boolean => {
  let hasFloor = false;
  for (let at = from; at < from + 6; at++) {
    const { key = '', raw = '', kind } = tokens[at] ?? {};
    if (doors.has(key)) return hasFloor;
    if (floors.test(raw) || floors.test(key)) hasFloor = true;
    else if (kind !== 'signs') return false;
  }
  return false;
};

const youngest = 18;
/** "en borger på Nørrebro, 78, som": an age, unless someone lives there, or a door, a floor, a letter or a town follows. */
const isAgeBehind = (tokens: readonly Token[], at: number, number: number): boolean => {
  const [token, comma, age, next] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[number]];
  return (
    isPlace(token?.key ?? '') &&
    comma?.raw === ',' &&
    Number(age?.raw) >= youngest &&
    tokens[number - 1] === age &&
    !follows(tokens, at, living, 4) &&
    !isDoor(tokens, number) &&
    (next === undefined || (next.kind === 'signs' && !isAddressGoingOn(tokens, number)))
  );
};
/** A floor, a town or its four digits behind a comma. */
const isAddressGoingOn = (tokens: readonly Token[], from: number): boolean =>
  tokens
    .slice(from, from + 6)
    .some(
      ({ raw, key }, index, rest) =>
        /^\d{4}$/u.test(raw) || key === 'sal' || (index > 0 && isPlace(key) && rest[index - 1]?.raw === ','),
    );

/** Where a street's name begins when one ends at this token, and how surely it is one; undefined when none does. */
const streetAt = (
  tokens: readonly Token[],
  at: number,
  number: number,
): { from: number; sure: boolean } | undefined => {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token?.kind !== 'word' || token.key.length < 3) return undefined;
  const isSure = street.test(token.key);
  const isAge = isAgeBehind(tokens, at, number);
  if ((isSure || perhaps.test(token.key)) && !others.has(token.key) && !isAge) return { from: at, sure: isSure };
  if (lastWords.has(token.key) && before?.kind === 'word' && token.gap === ' ') {
    // "Mellemvangs Allé", "Gammel Vej"
    const isGenitive = before.key.length > 4 && before.key.endsWith('s');
    const isWhole = isName(token)
      ? /^\p{Lu}/u.test(before.raw) || isGenitive
      : isGenitive && /^(?:alle|plads|gade|vej|torv)$/u.test(token.key);
    return isWhole ? { from: at - 1, sure: isName(before) && isName(token) } : undefined;
  }
  if (isOrdinary(token.key)) return undefined;
  if (isDoor(tokens, number)) return { from: at, sure: true };
  const isLived = isName(token) && (follows(tokens, at, living, 2) || isTown(tokens, number));
  return isLived ? { from: at, sure: false } : undefined;
};

/** A house number after a street: up to three digits or four, perhaps with a letter. Gives the token after it. */
const houseEnd = (tokens: readonly Token[], at: number): number | undefined => {
  const skip = (tokens[at]?.raw === ',' && isName(tokens[at - 1])) || /^nr$/u.test(tokens[at]?.key ?? '') ? 1 : 0;
  const skipDot = skip === 1 && tokens[at + 1]?.raw === '.' ? 1 : 0;
  const number = tokens[at + skip + skipDot];
  if (number?.kind !== 'digits' || number.raw.length > 4 || number.gap === '\n') return undefined;
  const next = tokens[at + skip + skipDot + 1];
  const isLettered = next?.kind === 'word' && next.raw.length === 1 && (next.gap === '' || /^[A-H]$/u.test(next.raw));
  return at + skip + skipDot + (isLettered ? 2 : 1);
};

/** Whether the number after a street is a house's and counts nothing. */
const isHouse = (tokens: readonly Token[], { from, sure }: { from: number; sure: boolean }, end: number): boolean => {
  const [first, next] = [tokens[from], tokens[end]];
  if (next?.kind === 'word' && counted.has(next.key)) return false;
  if (next?.kind === 'signs' && /^[%§-]/u.test(next.raw) && tokens[end + 1]?.kind === 'digits') return false;
  const isLettered = tokens[end - 1]?.kind === 'word';
  const isLived = isLettered || follows(tokens, from, living, 4) || onStreet.has(tokens[from - 1]?.key ?? '');
  const isAlone = next?.kind !== 'word' || next.gap === '\n' || isName(next) || afterNumber.has(next.key);
  return sure ? isAlone || isName(first) || isLived : isAlone && (isName(first) || isLived);
};

/** "12 Maple Street" */
const englishFrom = (tokens: readonly Token[], at: number): number | undefined =>
  englishStreet.has(tokens[at]?.key ?? '') && isName(tokens[at - 1]) && tokens[at - 2]?.kind === 'digits'
    ? at - 2
    : undefined;

/** Streets with a house number. Those that the text gives as an office's pass. */
export const findAddresses = (tokens: readonly Token[]): readonly Finding[] => {
  const found: Finding[] = [];
  const add = (from: number, end: number): void => {
    if (ownerAt(tokens, from, end) === 'office') return;
    found.push({ kind: 'address', start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 });
  };
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== 'word') continue;
    const english = englishFrom(tokens, at);
    if (english !== undefined) add(english, at + 1);
    const end = houseEnd(tokens, at + 1);
    const name = end === undefined ? undefined : streetAt(tokens, at, end);
    if (end === undefined || !name || !isHouse(tokens, name, end)) continue;
    const until = townEnd(tokens, end);
    add(name.from, until);
    at = until - 1;
  }
  return found;
};
