import { wordSet } from './tokens.ts';

/** What a word before a name says of it: that it is someone's title, that a name comes, or who someone is. */
export type Cue = 'title' | 'naming' | 'person';

const titles = wordSet('hr herr fru frk froeken mr mrs ms miss enkefru hrn');
const naming = wordSet('navn navnet hedder kaldes kaldet named name called fulde');
const persons =
  wordSet(`borger borgeren borgers beboer beboeren patient patienten bruger brugeren klient klienten client
  resident citizen pensionist datter datteren soen soennen kone konen mand manden mor moderen far faderen hustru hustruen
  aegtefaelle aegtefaellen paaroerende nabo naboen soester bror enke enken enkemand enkemanden vaerge referat veninde veninden
  samlever samleveren svigerdatter svigersoen daughter son wife husband mother father niece niecen nevoe barnebarn dame damen
  kvinden herren aegteparret parret moren faren mormor farmor morfar farfar tante onkel journal`);

export const cueOf = (key: string): Cue | undefined => {
  if (titles.has(key)) return 'title';
  if (naming.has(key)) return 'naming';
  return persons.has(key) ? 'person' : undefined;
};
