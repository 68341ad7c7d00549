import { wordSet, type Token } from './tokens.ts';

const office = new RegExp(
  `^(?:${`kommun visitation visitator visitatør sundhedscent borgerservice borgervejled borgerraadgiv styrelse ankestyrelse
  sygehus hospital laegehus laegevagt vagttelefon vagtcentral doegnvagt kontor koerselskontor flextrafik flextur sydtrafik hjemmeplej hjemmesygeplej
  sygeplejen plejecent plejehjem region forvaltning afdeling hotline omstilling hovednummer genoptraeningscent traeningscent
  traeningsenhed traeningsafdeling center centret centeret patientvejled patientklage patientkontor team raadhus apotek klinik myndighed stps
  akutteam akutfunktion servicetelefon taxa falck leverandoer hjaelpemiddeldepot depot aeldreraad aeldreomraade
  klagenaevn naevn boligselskab kundeservice akuttelefon socialtilsyn tilsyn office municipality`
    .trim()
    .split(/\s+/u)
    .join(
      '|',
    )})|(?:kommune|center|centret|centeret|styrelsen|kontoret|afdelingen|forvaltningen|klinikken|hospital|teamet)s?$`,
  'u',
);
const persons = wordSet(`borger borgeren borgerens borgers beboer beboeren beboerens patient patienten patientens bruger
  brugeren brugerens klient klienten klientens hans hendes ham hende han hun datter datteren datterens soen soennen soennens
  kone konen konens mand manden mandens hustru hustruen aegtefaelle aegtefaellen paaroerende mor mors far fars moderen faderen
  moren faren nabo naboen naboens veninde veninden ven svigerdatter svigerdatteren svigersoen soester bror barnebarn privat
  privatnummer min mit mig sin deres client clients daughter son wife husband her his him she he`);

const endsSentence = (tokens: readonly Token[], at: number): boolean =>
  /[.!?]/u.test(tokens[at]?.raw ?? '') && tokens[at + 1]?.gap !== '' && !isShort(tokens[at - 1]);
/** "tlf." and "nr." end no sentence. */
const isShort = (token: Token | undefined): boolean =>
  /^(?:tlf|nr|mob|kl|adr|vedr|ang|afd|evt|tel)$/u.test(token?.key ?? '');

/**
 * Whether what stands at a token belongs to an office or a person: the nearest word in the same sentence that says so,
 * before it or else after it.
 */
export const ownerAt = (tokens: readonly Token[], first: number, end: number): 'office' | 'person' | undefined => {
  const ownerOf = (token: Token | undefined): 'office' | 'person' | undefined => {
    if (token?.kind !== 'word') return undefined;
    if (office.test(token.key)) return 'office';
    return persons.has(token.key) ? 'person' : undefined;
  };
  for (let at = first - 1; at >= Math.max(0, first - 10); at--) {
    if (endsSentence(tokens, at) || tokens[at + 1]?.gap === '\n') break;
    const owner = ownerOf(tokens[at]);
    if (owner) return owner;
  }
  for (let at = end; at < Math.min(tokens.length, end + 7); at++) {
    if (tokens[at]?.gap === '\n' || endsSentence(tokens, at)) break;
    const owner = ownerOf(tokens[at]);
    if (owner) return owner;
  }
  return undefined;
};

/** True when one of these words stands among the `reach` tokens before. */
export const follows = (tokens: readonly Token[], at: number, words: ReadonlySet<string>, reach: number): boolean => {
  for (let before = at - 1; before >= Math.max(0, at - reach); before--)
    if (words.has(tokens[before]?.key ?? '')) return true;
  return false;
};
