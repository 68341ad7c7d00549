import { patterns, type Pattern } from './pattern.ts';
import type { FactName } from './types.ts';

/** What words say about a fact when they are said, and when they are denied. `null` takes an earlier statement back. */
export interface Cue {
  readonly fact: FactName;
  readonly said?: string | null;
  readonly denied?: string | null;
  /** It is so even if it is only to come or to be wished for: "skal have hjælp". */
  readonly planned?: true;
  /** The words hold their own "no", or no "no" reaches them. */
  readonly whole?: true;
  /** It counts only where a clause begins. */
  readonly opens?: true;
  /** It counts only when it is so now: not "havde BPA", "boede på plejehjem", "ikke haft BPA før". */
  readonly now?: true;
  /** It counts when staff speak of themselves: "vi kommer morgen og aften". */
  readonly byStaff?: true;
  /** It gives way to what the story says elsewhere. */
  readonly weak?: true;
  /** It counts only as a label that is answered: "Hjemmepleje: ja". */
  readonly labelled?: true;
}

const carePlace = `plejehjem|plejehjemmet|plejecenter|plejecentret|plejecenteret|plejebolig|plejeboligen|friplejehjem|friplejehjemmet|friplejebolig|friplejeboligen|ældrecenter|ældrecentret|demensplejehjem`;

/** Who has help under ældreloven is covered by its § 2. */
const helpedByElderAct = `får|fik|fået|modtager|bevilget ~1 hjælp|pleje|helhedspleje|rengøring|bad|praktisk|personlig ~4 efter ældreloven|ældrelovens
    har hjælp|pleje|helhedspleje|rengøring|praktisk|personlig ~4 efter ældreloven|ældrelovens
    visiteret ~2 efter ældreloven|ældrelovens`;

const careNeed: readonly Pattern<Cue>[] = [
  ...patterns<Cue>({ fact: 'careNeed', said: 'yes', denied: 'no', now: true }, helpedByElderAct),
  ...patterns<Cue>(
    { fact: 'careNeed', said: 'yes', denied: 'no', now: true },
    `får|har|modtager|have|bruger ~2 hjemmepleje|hjemmeplejen|hjemmehjælp|hjemmehjælpen|hjemmehjælper|helhedspleje|plejehjælp
    får|har|modtager|have ~1 hjælp|pleje
    får|har|modtager|have ~1 personlig|praktisk|daglig hjælp|pleje|støtte|bistand
    med hjemmehjælp|hjemmepleje
    med ~1 daglig|personlig|praktisk|fast hjælp|pleje
    plejes|plejekrævende|plejetung|omsorgskrævende`,
  ),
  ...patterns<Cue>(
    { fact: 'careNeed', said: 'yes', now: true },
    `får|har|modtager|have ~2 hjælp|støtte til|med|i ~3 bad|badet|bade|tøj|tøjet|toilet|toiletbesøg|påklædning|pleje|hygiejne|bleer|støttestrømper|spise|personlig|hverdagen|alt|alting|mad|maden|rengøring|medicin
    får|har|modtager|have ~3 pleje
    får|har|modtager|have ~2 besøg ~2 hjemmeplejen
    hjemmeplejen|hjemmehjælpen|hjemmehjælperen kommer
    hjemmeplejen kommer ~3 morgen|morgenen|aften|aftenen|dagligt|dag|dagen|gange|døgnet|nat|natten
    hjælpes`,
  ),
  ...patterns<Cue>(
    { fact: 'careNeed', said: 'yes', byStaff: true },
    `vi|jeg kommer|er|kører ~3 morgen|morgenen|aften|aftenen|dagligt|dagen|gange|døgnet|natten
    vi|jeg kommer|kører ~2 hos|forbi|ud
    vi|jeg hjælper|plejer|bader|vasker ~1 hende|ham|borgeren`,
  ),
  ...patterns<Cue>(
    { fact: 'careNeed', said: 'yes', denied: 'no', planned: true, now: true },
    `brug for ~2 pleje|hjælp|omsorg|støtte|hjemmehjælp|hjemmepleje
    behov for ~2 pleje|hjælp|omsorg|støtte|hjemmehjælp|hjemmepleje
    plejebehov|omsorgsbehov
    behøver|kræver ~1 hjælp|pleje
    afhængig af hjælp|pleje|hjemmepleje|hjemmehjælp|hjemmeplejen|hjemmehjælpen`,
  ),
  ...patterns<Cue>(
    { fact: 'careNeed', said: 'yes', planned: true, now: true },
    `brug for ~2 hjælp|støtte til|med|i
    behov for ~2 hjælp|støtte til|med|i
    mangler hjælp|pleje
    skal|må hjælpes
    skal have ~1 hjælp til|med|i
    hjælp til alt|alting`,
  ),
  ...patterns<Cue>(
    { fact: 'careNeed', said: 'no', denied: 'yes', now: true, weak: true },
    `klarer|klare ~2 alt|alting selv
    klarer|klare ~2 sig|hverdagen ~1 selv
    klarer|klare sig ~1 uden hjælp|hjemmehjælp|hjemmepleje
    klarer|klare det hele selv
    selvhjulpen|selvhjulpent`,
  ),
  ...patterns<Cue>(
    { fact: 'careNeed' },
    'klarer|klare ~1 næsten ~1 alt|alting selv\nnæsten|delvist|delvis|mere selvhjulpen',
  ),
  ...patterns<Cue>({ fact: 'careNeed', denied: 'yes', planned: true }, 'klarer|klare ~1 noget|meget|ret ~1 selv'),
];

const careLabels = patterns<Cue>(
  { fact: 'careNeed', said: 'yes', denied: 'no', labelled: true },
  `hjemmepleje|hjemmehjælp|plejebehov|hjælp
  brug for pleje|hjælp`,
);

const personalAssistance: readonly Pattern<Cue>[] = [
  ...patterns<Cue>(
    { fact: 'personalAssistance', said: 'yes', denied: 'no', now: true },
    `bpa|bpa-ordning|bpa-bevilling|bpa'en
    borgerstyret personlig assistance
    hjælperordning|hjælperordningen|bpaordning|bpa-ordning
    kontant tilskud
    kontanttilskud
    § 95|96
    paragraf 95|96
    §§ 95|96`,
  ),
  // What someone is to get is not in hand yet.
  ...patterns<Cue>(
    { fact: 'personalAssistance', said: null },
    `først ~1 bpa
    bpa fra ~1 næste|nytår|januar|februar|marts|april|maj|juni|juli
    søger|søgt|ansøgt|ansøger|venter ~3 bpa`,
  ),
];

const ageRelatedLoss: readonly Pattern<Cue>[] = [
  ...patterns<Cue>({ fact: 'ageRelatedLoss', said: 'yes', now: true }, helpedByElderAct),
  ...patterns<Cue>(
    { fact: 'ageRelatedLoss', said: 'yes', denied: 'no' },
    `pga|grundet|skyldes ~3 alder|alderen|alderdom|alderdommen|alderdomssvækkelse|alderssvækkelse|aldring|aldringen
    på grund af ~2 alder|alderen|alderdom|alderdommen|alderdomssvækkelse|alderssvækkelse|aldring
    af ~1 alderdom|aldring|alderdomssvækkelse|alderssvækkelse
    alderssvækket|alderdomssvækket|alderssvækkelse|alderdomssvækkelse|alderdomssvag
    aldersbetinget|aldersrelateret|aldersbetingede|aldersrelaterede
    svag|svagelig|svageligt|svækket|svækkes|nedsat|svagere|dårligere|træt|slap|mat|skrøbelig ~1 af|med alder|alderen
    kommet|kommer ~1 med alderen|alderdommen
    det er ~1 alderen|alderdommen|aldring|alderdom`,
  ),
  ...patterns<Cue>(
    { fact: 'ageRelatedLoss', said: 'no' },
    `medfødt|medfødte
    fra fødslen|fødsel
    siden fødslen
    livslang|livslangt sygdom|handicap|funktionsnedsættelse
    handicap|handicappet|syg|sygdom|funktionsnedsættelse|muskelsvind ~3 hele livet
    cerebral parese
    spastiker|spastisk
    udviklingshæmmet|udviklingshæmmede|udviklingshæmning
    downs syndrom
    skizofren|skizofreni|sindslidelse
    født med ~2 handicap|hjerneskade|muskelsvind|rygmarvsbrok|spasticitet|sygdom`,
  ),
];

const needChanged: readonly Pattern<Cue>[] = [
  ...patterns<Cue>(
    { fact: 'needChanged', said: 'yes', denied: 'no' },
    `behov|behovet ~4 ændret|anderledes|større|mindre|vokset|steget|faldet|ændrer
    ændret|ændrede behov`,
  ),
  ...patterns<Cue>({ fact: 'needChanged', denied: 'no' }, 'ændring|ændringer'),
  ...patterns<Cue>({ fact: 'needChanged', said: 'no', opens: true }, 'uændret'),
  ...patterns<Cue>({ fact: 'needChanged' }, 'gået ~2 tilbage til'),
  ...patterns<Cue>(
    { fact: 'needChanged', said: 'yes' },
    `ned ad bakke
    gået ~2 tilbage
    gået ned i funktion|funktionsniveau
    kan nu ikke
    kan ikke ~1 længere|mere
    nu kan hun|han ~1 ikke
    går|gået ~2 bedre|dårligere
    blevet ~2 dårligere|bedre|svagere|svækket|ringere|værre
    mistet ~2 funktion|færdigheder|kræfter|evnen
    forværret|forværring|forværringen`,
  ),
  ...patterns<Cue>(
    { fact: 'needChanged', said: 'no', denied: 'yes' },
    `behov|behovet ~4 uændret|samme
    uændret behov
    uændrede behov
    behov|behovet er som før
    alt er ved det gamle
    hjælpen passer stadig|fortsat
    situation|tilstand|alt|tilstanden|funktionsniveauet|situationen|hjælpen ~1 er ~1 uændret|samme
    intet|ingenting er|har ~1 ændret`,
  ),
  ...patterns<Cue>({ fact: 'needChanged', said: 'no', whole: true }, 'intet|ingenting ~1 ændret'),
  ...patterns<Cue>(
    { fact: 'needChanged', said: 'yes' },
    `langt fra uændret
    langtfra|næppe uændret
    alt andet end uændret
    behov|behovet ~3 langt fra uændret
    behov|behovet ~3 langtfra|næppe uændret
    behov|behovet ~3 alt andet end uændret`,
  ),
];

/** Whoever is said to be somewhere, not only to train or to visit there. */
const living =
  'bor|boende|beboer|beboeren|flyttet|indflyttet|ligger|opholder|borger|borgeren|mand|kvinde|dame|årig|årige|person';

/** Words for a place where someone lives, and the same words when a clause is nothing but them: "På plejehjem, 88 år". */
const placed = (value: string, places: string): readonly Pattern<Cue>[] => [
  ...patterns<Cue>(
    { fact: 'housing', said: value, denied: null, now: true },
    `${living} ~3 på|i ~2 ${places}
    er ~1 på|i ~2 ${places}`,
  ),
  ...patterns<Cue>({ fact: 'housing', said: value, now: true, opens: true }, `på|i ~1 ${places}`),
];

const housing: readonly Pattern<Cue>[] = [
  ...placed('care-home', carePlace),
  ...placed('supported-housing', 'botilbud|botilbuddet|bosted|bostedet'),
  ...placed(
    'temporary-place',
    `aflastningsplads|aflastningspladsen|korttidsplads|korttidspladsen|rehabiliteringsplads|rehabiliteringspladsen|døgnplads|døgnpladsen|aflastningsophold|aflastning`,
  ),
  ...placed('temporary-place', 'midlertidig|midlertidigt plads|ophold'),
  ...patterns<Cue>(
    { fact: 'housing', said: 'care-home', denied: null, now: true },
    'plejehjemsbeboer|plejehjemsbeboeren',
  ),
  ...patterns<Cue>(
    { fact: 'housing', said: 'own-home', denied: null, now: true },
    `bor|boende|er ~2 hjemme
    hjemmeboende
    i ~1 eget|egen hjem|bolig|lejlighed|hus
    i|eget sin|sit egen|eget lejlighed|hus|hjem|bolig
    bor ~3 lejlighed|hus|rækkehus|parcelhus|villa
    lå|ligger|ligget hjemme`,
  ),
];

const comparableNeed: readonly Pattern<Cue>[] = [
  ...patterns<Cue>(
    { fact: 'comparableNeed', said: 'yes', denied: 'no' },
    `behov|behovet ~3 svarer|svarende til ~2 ældre|ældres
    behov|behovet ~3 som ~1 ældre|ældres
    sidestilles|sidestillet med ~2 ældre|ældres`,
  ),
];

/** The words that state a fact each by itself; the plan, the need and the earlier decision are read in their own files. */
export const cues: readonly Pattern<Cue>[] = [
  ...careNeed,
  ...careLabels,
  ...personalAssistance,
  ...ageRelatedLoss,
  ...needChanged,
  ...housing,
  ...comparableNeed,
];
