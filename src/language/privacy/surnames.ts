import { wordSet } from './tokens.ts';

/* The surnames that are most frequent in Denmark. Written down for this guide from common knowledge. */
const frequent =
  wordSet(`jensen nielsen hansen pedersen andersen christensen larsen sørensen sorensen rasmussen jørgensen jorgensen petersen
  madsen kristensen olsen thomsen christiansen poulsen johansen møller moller mortensen knudsen jakobsen jacobsen mikkelsen olesen
  frederiksen laursen henriksen schmidt schmith smith eriksen kristiansen simonsen clausen svendsen andreasen iversen jeppesen mogensen
  jespersen nissen lauridsen frandsen østergaard jepsen kjær kjaer carlsen vestergaard jessen nørgaard christoffersen søndergaard bertelsen
  bruun lassen bach gregersen friis johnsen steffensen kjeldsen bech krogh lauritsen danielsen mathiesen andresen brandt winther toft ravn
  mathiasen mathisen holst nilsson schou overgaard kristoffersen schultz klausen karlsen paulsen hermansen thorsen koch thygesen bak
  kruse juhl davidsen berthelsen nygaard lorentzen villadsen lorenzen damgaard bjerregaard hedegaard bendtsen lauritzen svensson
  justesen jonassen hald juul markussen meyer johannsen fischer asmussen mørch hemmingsen michelsen skovgaard bjerre ibsen kofoed
  enevoldsen bisgaard hougaard dalsgaard marcussen kirkegaard lindberg tran pham huynh khan yilmaz singh kaya demir celik
  hussain hassan ahmed mohamed abdi warsame kowalski nowak wagner weber becker hoffmann schneider olsson johansson andersson
  persson larsson karlsson gustafsson joensen petrussen egede heilmann motzfeldt munch krag krogsgaard kvist qvist riis
  rohde rosenberg schrøder skou smidt svane thorup thrane vinther voss worm bonnesen boesen borup brix bundgaard busk carstensen
  dahlgaard dahl degn dideriksen ditlevsen drejer ebbesen elkjær enggaard esbensen fogh geertsen greve groth grønbech grønlund
  hartmann haugaard hedemann hjorth højgaard højlund høyer ipsen isaksen kallesen kappel karstensen kiær klit kragh krarup kure
  kyed lausen leth lyng lyngby løvgreen matzen melgaard mouritsen mouritzen nedergaard nikolajsen nicolaisen nybo ottosen pagh
  petersson pilgaard plougmann rahbek rathje rosendahl schack schjødt seidelin skaarup skjødt skytte sloth staal stensgaard
  stougaard sønderby therkildsen therkelsen thyssen trolle ussing vilhelmsen wilhelmsen windfeld worsøe aagaard ørsted østerby østergård
  abrahamsen adamsen albertsen albrechtsen ambrosius antonsen arentsen arnesen augustesen axelsen aksel bendixen bentsen
  bentzen berntsen bertram birch bjerg boisen brodersen brogaard buhl bødker bøgh børgesen carlsson dyhr didriksen dinesen dreyer
  edvardsen egholm elbæk emborg erichsen fabricius fink fjeldsted foged franck frank friborg fuglsang gade gertsen glad grøndahl
  grønning guldager gundersen gyldenløve haagensen hagensen halkjær halling hammershøj hauge helmer hess hviid hvidberg hvid
  høgh høj højbjerg holmgaard isager jacobi jakobi jeppsen jonsen jonsson josefsen jürgensen jørgsen kaspersen kastberg kjærgaard
  kjærulff klemmensen klinge klemensen koefoed krabbe kristjansen krogsgård lundgaard lundgren lunding lyhne løvenskjold magnussen
  marker martinsen mathiassen matthiesen mehlsen mikaelsen munk mølgaard mørk neergaard nikolaisen nørskov odgaard overby ovesen
  panduro paludan pallesen pape pehrson philipsen piil povlsen raahauge ravnsborg reimer rosenkilde rømer samuelsen sandberg
  sauer schjøtt schiøtz schröder severinsen siersbæk sigurdsson sindberg sivertsen skovsgaard skaaning skjoldborg skov
  sonne stampe stokholm storgaard svenningsen svenstrup søgaard sørensson tange terkelsen thestrup thorhauge thuesen
  tophøj torp troelsen truelsen tygesen tønder uldall urup vejlgaard vendelbo vilstrup wendelboe westergaard wiese willadsen
  willumsen winkel wolff zachariassen åkjær ågård abildgaard dam lund holm berg lind skov bang lange mark bro krog`);
/** Surnames that are words or places too: after a clear first name only. */
const unclear =
  wordSet(`gade bang lange mark bro krog toft skov lund holm berg lind dam glad frank hvid marker skytte drejer degn foged fink
  ravn bak hald brandt sonne greve borup klit leth winkel fischer høj bjerg sten svane hjorth aksel helmer ambrosius kappel lyng lyngby kure stampe
  torp tange tønder winther vinther friborg`);

/** Common words in -sen that are no names, by their ends. */
const noPatronym =
  /(?:elsen|[aeiou]nsen|osen|[aei]ssen|atsen|pladsen|kredsen|klassen|voksen|refleksen|ursen|versen|boersen|graensen|ausen|alysen|puljen|taksen|[prv]isen|r[ei]jsen|[bfov]asen|naesen|linsen|remsen|bremsen|y[kt]osen|prinsen)$/u;
/** Patronyms that those ends would hide. */
const patronym =
  /(?:[mbr]tensen|(?:j|h|joh|sti|i)ansen|nielsen|kelsen|muelsen|(?:j|jo|ris|s[oø]?e?r|mog|b|mort)ensen|(?:ren|rit|ber|ber?n)tzen|entsen|simonsen|johnsen|jonsen)$/u;
/** What Danish surnames end in, when they are made of places. */
const ending =
  /(?:gaard|gaarden|gaardsen|gard|holm|baek|baekhoej|lund|skov|bjerg|bjaerg|berg|dal|dahl|toft|kjaer|kaergaard|hoej|vig|loekke|mose|kilde|feldt|kvist|quist|qvist|haug|hauge|gren|stroem|brandt|borg|krog|rup|trup|strand|soee|horst|husen|klint|klitten|naes|kaer|vang|steen|stein|mann|sson|skjold|ballegaard|bech|beck|dorph|dorff?|hoff|thal|hjelm|wicz|oglu|gerbo|fjord|tved|lind|holt|hardt|ska|ski|soe)$/u;

const village = /(?<!lands|stor|hoved|hob|provins|ka)by$/u;

/** How surely a word, as `keyOf` writes it, is a surname: known, surely one in -sen, or one that only ends like surnames. */
export const surnameKind = (key: string): 'known' | 'sure' | 'likely' | undefined => {
  const parts = key.split('-').slice(-1);
  for (const part of parts)
    for (const name of [part, part.replace(/'?s$/u, '')]) {
      if (frequent.has(name)) return unclear.has(name) ? 'likely' : 'known';
      if (name.length < 5) continue;
      if (patronym.test(name) || (/(?:sen|[tr]zen)$/u.test(name) && !noPatronym.test(name))) return 'sure';
      if (name.length >= 6 && (ending.test(name) || village.test(name))) return 'likely';
    }
  return undefined;
};

/** True for a surname that is known or in -sen. */
export const isSurname = (key: string): boolean => ['known', 'sure'].includes(surnameKind(key) ?? '');
