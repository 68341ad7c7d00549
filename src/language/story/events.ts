import { wordSet } from '../privacy/tokens.ts';
import type { Clause } from './clauses.ts';
import type { DayFound } from './dates.ts';
import { isDenied } from './negation.ts';
import { finderOf, patterns, type Match, type Pattern } from './pattern.ts';
import type { About } from './persons.ts';
import type { StoryEvent } from './types.ts';
import type { Word } from './words.ts';

/** The words that say what happened on a day. */
export const eventCues: readonly Pattern<StoryEvent>[] = [
  ...patterns<StoryEvent>(
    'discharge',
    `udskrevet|udskrives|udskrev|udskrivelse|udskrivning|udskrivelsen|udskrivningen|udskrivelsesdato|udskrivelsesdatoen|udskrivningsdato
    hjem|hjemme fra sygehus|sygehuset|hospital|hospitalet|indlæggelse|indlæggelsen
    discharged|discharge`,
  ),
  ...patterns<StoryEvent>(
    'ready-for-training',
    `plan|planen|genoptræningsplan|genoptræningsplanen|gop|gopen ~2 siger|skriver|angiver|står|sætter|nævner|anbefaler ~2 først|tidligst|start|opstart|træning|træningen|senere
    plan|planen|genoptræningsplan|genoptræningsplanen|gop|gopen ~2 siger|skriver|angiver|sætter|anbefaler
    i planen|genoptræningsplanen|gopen ~7 først|tidligst
    han|hun|borgeren|patienten må ~1 først|tidligst ~1 træne|trænes|genoptrænes|belaste|støtte
    helbredsgrunde|helbredshensyn|sundhedsfaglige ~2 først|tidligst
    klar til træning|genoptræning`,
  ),
  ...patterns<StoryEvent>(
    'visitation',
    `visitation|visitationen|visiteret|visiteres|visitationsbesøg|visitationsbesøget|visitationsmøde|visitationsmødet
    visitator|visitatoren ~1 var|kom|besøgte|besøg|kommer
    assessed|assessment`,
  ),
  ...patterns<StoryEvent>(
    'decision-received',
    `fik|modtog|modtaget|fået|får|kom ~3 afgørelse|afgørelsen|afslag|afslaget|brevet|brev|bevillingen|bevilling
    afgørelsen|afslaget|brevet|bevillingen|afgørelse|afslag ~3 kom|kommer|modtaget|modtog|lå|ankom|kommet
    received|got ~3 decision|refusal|letter
    decision|refusal|letter ~2 received|arrived|came`,
  ),
  ...patterns<StoryEvent>(
    'inquiry',
    `henvendelse|henvendelsen|henvendte|henvendt
    ringede|skrev|kontaktede|ringet|skrevet|henvendte ~2 til ~1 kommunen|visitationen|visitator|visitatoren
    kontaktede|kontaktet kommunen|visitationen|visitator
    søgte|ansøgte|ansøgt|søgt om
    ansøgning|ansøgningen ~1 sendt|sendte|modtaget|afsendt|indsendt
    sendte ~1 ansøgning|ansøgningen`,
  ),
  ...patterns<StoryEvent>(
    'arrival',
    `ankom|ankommer|ankomst|ankomsten|ankommet|indflyttet|indflytning|indflytningen
    kom|kommer|flyttede|flyttet|flytter|startede ~2 på|ind ~2 døgnpladsen|døgnplads|pladsen|døgngenoptræning|døgngenoptræningen|aflastningsplads|aflastningspladsen|korttidsplads|rehabiliteringsplads|opholdet|ophold|centret|centeret|rehabiliteringscentret`,
  ),
  ...patterns<StoryEvent>(
    'training-start',
    `startede|starter|begyndte|begynder|startet|begyndt|påbegyndte|opstart ~3 træning|træningen|genoptræning|genoptræningen|træne|genoptræne|træningsforløb|træningsforløbet|forløb|forløbet|genoptræningsforløb|vedligeholdelsestræning
    træning|træningen|genoptræning|genoptræningen|træningsforløb|træningsforløbet|forløbet ~2 startede|starter|begyndte|begynder|startet|begyndt|opstart
    træningsstart|træningsopstart
    første træning|træningsgang
    training|retraining|course ~2 started|starts|began|begins`,
  ),
];
const finder = finderOf(eventCues);

type Event = Match<StoryEvent>;

/** The events that stand nearest before and after a place, among events in order. */
const around = (events: readonly Event[], place: number): readonly Event[] => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return events.slice(Math.max(0, low - 2), low + 1);
};

/** "et afslag dateret den 5. oktober": the day of the letter, and not the day it came. */
const ofTheLetter = wordSet('dateret skrevet afsendt sendt underskrevet');

/** Says what happened on a day: the nearest event of its clause, or else of the clause before. */
export const eventReader = (
  words: readonly Word[],
  clauses: readonly Clause[],
  about: readonly About[],
): ((day: DayFound) => StoryEvent | undefined) => {
  const byClause = clauses.map((clause, index) =>
    about[index] === 'other'
      ? []
      : finder
          .find(words, clause.start, clause.end)
          .filter(({ start, end }) => isDenied(words, clause, start, end) === false),
  );
  return ({ start, end, clause: index }) => {
    const [clause, before] = [clauses[index], clauses[index - 1]];
    if (clause === undefined || about[index] === 'other') return undefined;
    const own = around(byClause[index] ?? [], start);
    const joined = before?.sentence === clause.sentence && end === clause.end && start - clause.start <= 1;
    const found = own.length === 0 && joined ? around(byClause[index - 1] ?? [], start) : own;
    const distance = (event: Event): number => (event.end <= start ? start - event.end : event.start - end);
    const [nearest] = found.toSorted((one, other) => distance(one) - distance(other));
    // "Vi fik klagen over afslaget i dag": it is the complaint that came.
    const isComplaint =
      nearest?.meaning === 'decision-received' &&
      words.slice(Math.max(0, nearest.start - 3), nearest.end).some(({ key }) => key.startsWith('klage'));
    const isLetters = nearest?.meaning === 'decision-received' && ofTheLetter.has(words[start - 1]?.key ?? '');
    return isLetters || isComplaint ? undefined : nearest?.meaning;
  };
};
