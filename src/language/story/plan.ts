import { patterns, type Pattern } from './pattern.ts';
import type { Cue } from './cues.ts';

/** Words about the hospital and its plan. */
export const planCues: readonly Pattern<Cue>[] = [
  ...patterns<Cue>(
    { fact: 'hospitalPlan', said: 'general', denied: 'none', now: true, byStaff: true },
    `gop|gopen|gop'en|gop-plan|gop-planen
    genoptræningsplan|genoptræningsplanen
    almen genoptræning
    plan|planen|træningsplan ~2 fra sygehuset|hospitalet`,
  ),
  // A plan that is missed or waited for is none in hand, and perhaps on its way.
  ...patterns<Cue>(
    { fact: 'hospitalPlan', said: null },
    `mangler|mangle|manglede|savner|efterlyser|venter|afventer ~3 gop|genoptræningsplan|genoptræningsplanen|plan|planen
    skulle|sku|burde ~4 gop|genoptræningsplan|genoptræningsplanen`,
  ),
  ...patterns<Cue>({ fact: 'hospitalPlan', denied: 'none', byStaff: true }, 'plan|planen'),
  ...patterns<Cue>(
    { fact: 'hospitalPlan', said: null, denied: 'none' },
    `indlagt
    indlæggelse|indlæggelsen
    på ~1 sygehus|sygehuset|hospital|hospitalet|hospitaler`,
  ),
  ...patterns<Cue>(
    { fact: 'hospitalPlan', said: null },
    'udskrevet|udskrives|udskrivelse|udskrivning|udskrivelsen|udskrivningen',
  ),
  ...patterns<Cue>(
    // Ill at home says nothing against a plan that is told of.
    { fact: 'hospitalPlan', said: 'none', weak: true },
    `lå|ligget|ligger|været|klaret ~2 hjemme|derhjemme med|under ~2 lungebetændelse|influenza|corona|feber|sygdom
    lungebetændelse|influenza|corona ~1 derhjemme|hjemme
    lungebetændelse|influenza|corona|sygdom ~2 hun|han|de|der klarede|lå|overstod|havde ~3 derhjemme|hjemme
    lå|ligget|ligger|været|gået ~1 syg ~2 derhjemme|hjemme
    lå|ligget|klarede|klaret|overstod|overstået med|den|det derhjemme|hjemme
    syg|sygdom|sygeleje|sengeleje|betændelse|blærebetændelse|urinvejsinfektion|infektion ~1 derhjemme|hjemme
    influenza|lungebetændelse|corona|syg|feber lå|ligget ~1 hjemme|derhjemme
    lå|ligget hjemme ~1 i|en ~2 uge|uger|dage|måned|måneder
    behandlet|behandlede ~2 derhjemme|hjemme
    behandlet|behandlede ~1 egen læge`,
  ),
  ...patterns<Cue>(
    { fact: 'hospitalPlan', said: 'specialised-training', denied: null },
    `specialiseret genoptræning
    genoptræning ~2 specialiseret niveau`,
  ),
  ...patterns<Cue>(
    { fact: 'hospitalPlan', said: 'specialised-rehabilitation', denied: null },
    `specialiseret rehabilitering
    rehabilitering ~2 specialiseret niveau`,
  ),
];

/** A plan whose level is specialised, though nobody says whether it is training or rehabilitation. */
export const unclearPlanCues: readonly Pattern<Cue>[] = patterns<Cue>(
  { fact: 'hospitalPlan', said: null },
  `specialiseret|specialiserede gop|genoptræningsplan|plan
  gop|genoptræningsplan|genoptræningsplanen|plan på|til ~1 specialiseret|specialiserede niveau|plan
  specialiseret ~1 niveau`,
);
