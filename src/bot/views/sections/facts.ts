import type { CivilDate } from '../../../dates/index.ts';
import type { Contact, Knowledge, Municipality, Standard, StandardFact, Topic } from '../../../knowledge/index.ts';
import type { Scene } from '../scene.ts';
import { citedOn, type Cited } from '../sourceViews.ts';
import type { Item } from './section.ts';

/** A standard's facts as they stand on a day, told with what holds today where the law says something else. */
export interface ToldFacts {
  readonly items: readonly Item[];
  readonly cited: readonly Cited[];
}

/** What a fact says on a day; undefined before it began. */
export const valueAt = ({ values }: StandardFact, standard: Standard, asOf: CivilDate) =>
  values.findLast(({ validFrom = standard.validFrom }) => validFrom <= asOf);

/** One fact as it stands, with what holds today where the law says something else. */
export const tellValue = (
  { phrases }: Pick<Scene, 'phrases'>,
  { source, verifiedOn }: Standard,
  { text, english: translated, at, today }: StandardFact['values'][number],
  english = false,
): { readonly item: Item; readonly cited: readonly Cited[] } => {
  const fact = english ? (translated ?? text) : text;
  const cited = [{ citation: { source, at }, verifiedOn }];
  if (!today) return { item: { text: fact }, cited };
  const said = phrases.say(today.kind === 'overtaken' ? 'standard.overtaken' : 'standard.local', {
    fact,
    today: english ? (today.english ?? today.text) : today.text,
  });
  return {
    // What is not settled is said in Danish alone; in English, that something is not.
    item: {
      text: said,
      doubt: english && today.doubt !== undefined ? phrases.say('answer.doubtInShort') : today.doubt,
    },
    cited: [...cited, ...today.citations.map((citation) => ({ citation, verifiedOn }))],
  };
};

/** What a standard says on the topics; nothing for a day before it began. */
export const tellFacts = (scene: Scene, standard: Standard, topics: readonly Topic[], asOf: CivilDate): ToldFacts => {
  const told = standard.facts.flatMap((fact) => {
    const value = topics.includes(fact.topic) ? valueAt(fact, standard, asOf) : undefined;
    return value ? [tellValue(scene, standard, value, scene.phrases.language === 'en')] : [];
  });
  return { items: told.map(({ item }) => item), cited: told.flatMap(({ cited }) => cited) };
};

/** A contact on one line: whom, about what, and how: by phone alone, or in every way. */
export const tellContact = ({ name, about, phone, email, link, hours }: Contact, ways: 'number' | 'all'): string =>
  [`${name} (${about})`, phone, ...(ways === 'all' ? [email, link, hours] : [])]
    .filter((part) => part !== undefined)
    .join(' · ');

/** The municipality that a standard is from, whether or not its document names it. */
export const ownerOf = ({ municipalities }: Knowledge, { id }: Pick<Standard, 'id'>): Municipality | undefined =>
  municipalities.find(({ standards }) => standards.some((standard) => standard.id === id));

/** The document as a whole, which its title and its note stand on. */
export const wholeOf = ({ phrases }: Scene, { source, verifiedOn }: Standard): readonly Cited[] =>
  citedOn([{ source, at: phrases.say('comparison.whole') }], verifiedOn);

/** What is said with everything from a standard: how old it is, and for whom it still holds. */
export const noteOf = ({ phrases }: Scene, standard: Standard, english = phrases.language === 'en'): string => {
  const note = english ? standard.noteEnglish : standard.note;
  return standard.status === 'history'
    ? phrases.say('standard.history', { date: phrases.date(standard.validFrom), note })
    : note;
};
