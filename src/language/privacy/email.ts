import type { Finding } from './finding.ts';
import { wordSet, type Token } from './tokens.ts';

/** Mailboxes of offices, whatever comes after the at sign. */
const offices =
  wordSet(`info kontakt post mail hovedpostkasse borgerservice visitation visitationen sikkerpost digitalpost
  raadhus raadhuset kommune kommunen support sundhedscenter sundhedscentret traening genoptraening hjaelpemidler kontor
  hjemmepleje hjemmeplejen sygepleje sundhed aeldre aeldreomraadet sekretariat handicap koersel visitator noreply klage`);
const spokenAt = wordSet('snabel-a snabela snabel alfakroelle');
const spokenDot = wordSet('dot punktum prik punkt');
const mailWords = wordSet(`mail mailen e-mail email emailen e-mailen mailadresse mailadressen e-mailadresse skriv skrive
  mails adresse adressen`);
const providers =
  wordSet(`gmail hotmail outlook live yahoo icloud jubii stofanet proton protonmail example eksempel msn me
  mail post webspeed tdcadsl privat`);
const atSign = /^[([{<]*@[)\]}>]*$/u;

/** Where a domain ends that begins at a token: names joined by dots, written or spoken. Undefined without an ending such as dk. */
const domainEnd = (tokens: readonly Token[], from: number): { end: number; spoken: boolean } | undefined => {
  if (tokens[from] === undefined || tokens[from].kind === 'signs') return undefined;
  let [dotted, spoken, end] = [false, false, -1];
  for (let at = from + 1; at < Math.min(tokens.length, from + 12); at++) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token) break;
    const isWord = spokenDot.has(token.key) || /^[([{]$/u.test(token.raw) || /^[)\]}]$/u.test(token.raw);
    if (token.raw === '.' && next?.gap === '') dotted = true;
    else if (isWord) [dotted, spoken] = [true, spoken || token.kind === 'word'];
    else if (token.raw === '-' || (token.kind !== 'signs' && token.gap === '')) {
      if (dotted && /^[a-z]{2,10}$/u.test(token.key)) end = at + 1;
    } else if (dotted && /^[a-z]{2,10}$/u.test(token.key) && spoken) {
      end = at + 1;
      dotted = false;
    } else break;
  }
  return end < 0 ? undefined : { end, spoken };
};

/** The first token of what stands before the at sign, over dots and hyphens without spaces. */
const localStart = (tokens: readonly Token[], at: number): number => {
  let from = at - 1;
  while (from > 0 && from > at - 14 && tokens[from]?.gap === '') from--;
  const isLone = tokens[from]?.kind === 'signs' && from < at - 1;
  return isLone ? from + 1 : from;
};

/** E-mail addresses, with the at sign written or spoken. Those of offices pass: their mailboxes, and those given. */
export const findEmail = (text: string, tokens: readonly Token[], allowed: ReadonlySet<string>): readonly Finding[] => {
  const found: Finding[] = [];
  for (let at = 1; at < tokens.length - 1; at++) {
    const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (!before || !token || !after || before.kind === 'signs') continue;
    const isSign = token.kind === 'signs' && atSign.test(token.raw);
    const isBracketed =
      /^(?:at|a|snabel-a|snabela)$/u.test(after.key) &&
      /^[([{]$/u.test(token.raw) &&
      /^[)\]}]$/u.test(tokens[at + 2]?.raw ?? '');
    const isSpoken = spokenAt.has(token.key);
    if (!isSign && !isBracketed && !isSpoken && token.key !== 'at') continue;
    const next = isBracketed ? at + 3 : token.key === 'snabel' && after.key === 'a' ? at + 2 : at + 1;
    const isTight = isSign && token.gap === '' && after.gap === '' && after.kind === 'word';
    const domain = domainEnd(tokens, next);
    if (!domain && !isTight) continue;
    const from = localStart(tokens, at);
    const [start, end] = [tokens[from]?.start ?? 0, tokens[domain ? domain.end - 1 : next]?.end ?? 0];
    const isPlainWord = !isSign && !isBracketed && !isSpoken && domain?.spoken !== true;
    if (isPlainWord) {
      const local = tokens.slice(from, at);
      const isJoined = local.length > 1 && local.every(({ kind, raw }) => kind !== 'signs' || /^[._-]$/u.test(raw));
      const isMail = (isJoined && local.some(({ kind }) => kind === 'word')) || providers.has(tokens[next]?.key ?? '');
      if (!isMail && !tokens.slice(Math.max(0, from - 3), from).some(({ key }) => mailWords.has(key))) continue;
    }
    if (!isBracketed && from === at - 1 && offices.has(before.key)) continue;
    if (!allowed.has(text.slice(start, end).toLowerCase())) found.push({ kind: 'email', start, end });
  }
  return found;
};
