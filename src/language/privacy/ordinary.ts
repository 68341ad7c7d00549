import { isPlace } from './places.ts';
import { wordSet } from './tokens.ts';

/** Words that begin sentences or fill them, and are never a part of a name. */
const common =
  wordSet(`jeg du han hun den det vi i de mig dig ham hende os jer dem min mit mine din dit dine sin sit sine hans hendes dens dets vores
  vor jeres deres en et er var være været bliver blev blevet har havde haft kan kunne skal skulle vil ville må måtte bør burde tør få får fik fået
  gør gjorde gjort gå går gik gået kommer kom kommet ved vidste tager tog taget siger sagde sagt ser så set bor boede falder faldt faldet
  hvad hvem hvor hvornår hvordan hvorfor hvilken hvilket hvilke hvis når da men og eller at som der fordi mens indtil inden efter før
  siden hos med for til om fra på af uden under over mellem gennem mod imod ved ind ud op ned hjem hjemme derhjemme derude derinde derovre dernede deroppe herhjemme her dér nu nok jo
  da ikke ikk ik ja nej tak hej hejsa goddag kære hilsen mvh vh venlig også kun bare lige meget mere mest mange flere få lidt alle
  alt hver hele hel nogen noget nogle ingen intet anden andet andre samme sådan selv selvom altid aldrig ofte igen endnu stadig
  allerede måske gerne godt god gode ny nyt nye gammel gamle stor store lille små første anden næste sidste dag dage uge uger måned
  måneder år timer time gang gange mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august
  september oktober november december jul påske nytår pinse i dag går morgen aften nat formiddag eftermiddag
  the a an is are was has have had can could shall should will would must may my your his her their our we he she they it i you what who
  where when how why which if and or but not for with from about after before need needs please hello hi yes no does do did get
  spørgsmål svar spm vedr vedrørende ang angående obs ps nb ring ringer skriver skriv svarer spørger spurgte hedder kaldes navn navnet
  født boende adresse tlf telefon mobil mail cpr cprnr diagnose stue værelse lejlighed bolig sal mener synes tror håber ønsker ønskede bedt bad beder
  behøver mangler mister mistede bruger brugte klager klagede søger søgte venter starter startede stopper stoppede slutter sluttede træner
  trænede spiller spillede høj højt høje musik sammen lave laver lavede spiser sover drikker døde dør lever ligger lå sidder sad står stod kører kørte flytter flyttede udskrives udskrevet
  indlagt indlægges visiteret visiteres bevilget bevilges afslået klarer klarede ønskes oplyser fortæller fortalte afviser takker
  hr herr fru frk frøken mr mrs ms miss sir madam dr doktor enke enkemand kone mand mor far datter søn søster bror nabo veninde ven
  hustru ægtefælle samlever pårørende værge borger borgeren borgere borgerne beboer beboeren beboere patient patienten patienter klient
  kunde person mennesket menneske ældre pensionist kvinde dame kvinden damen manden herre herren citizen resident client
  læge lægen overlæge sygeplejerske sygeplejersken assistent sosu sosu-assistent sosu-hjælper hjælper vikar vikaren terapeut terapeuten
  fysioterapeut fysioterapeuten fysio ergo ergoterapeut ergoterapeuten visitator visitatoren leder lederen chef chefen teamleder
  afdelingsleder koordinator sagsbehandler sagsbehandleren jurist konsulent pædagog kollega kollegaen minister ministeren
  borgmester professor forsker formand direktør advokat studerende elev eleven afløser
  minus plus dansk danske danmarks engelsk tysk svensk norsk grønlandsk europæisk international national
  danish danishes patient safety authority elderly care social services health act state denmark national agency
  kommunal kommunale regional offentlig privat frit fri fritvalg hverdag hverdage digital post nem id mitid borger.dk
  nexus cura columna kmd fmk medcom sbsys teams word excel outlook facebook google apple iphone android chatgpt copilot siri alexa microsoft windows
  paragrafguiden paragraf lov bekendtgørelse vejledning cirkulære barnets børn unge voksne familie forløb aftale sag sagen
  body balance scale index score test stedy stop tænk tjek gop sel æl ael sul rsl tai chi wii stps ast kl klage kol ms als tia
  apopleksi demens falck taxa
  fredericia fredericiamodellen bum lean corona covid influenza pfizer moderna marevan panodil ibuprofen pamol morfin insulin metformin eliquis
  kommunen kommunens region regionen sygehuset hospitalet staten folketinget regeringen retten politiet kirken
  bestyrelsen ministeriet social sociale socialt service sundhed sundhedsmæssig helbred helbredstillæg pension folkepension førtidspension
  røde kors danner mødrehjælpen frelsens hær ældre sagen sagens faglige seniorer alzheimerforeningen hjerteforeningen gigtforeningen kræftens
  bekæmpelse danske regioner handicap handicaporganisationer foa dsr krifa`);
/** People whose names tests, illnesses and aids bear. */
const eponyms =
  wordSet(`lewy alzheimer alzheimers parkinson parkinsons huntington huntingtons barthel tinetti berg morse norton
  braden bradens waterlow orpington guralnik bobath affolter marte meo montessori kitwood maslow henderson nightingale borg rose
  sjögren sjøgrens crohn crohns hodgkin hodgkins bechterew bechterews meniere menieres raynaud cushing addison korsakoff wernicke
  wernickes down downs tourette asperger aspergers graves guillain barré creutzfeldt pick picks lou gehrig sudeck colles dupuytren
  guldmann sara sabina otium zimmer etac invacare swift permobil`);
/** What words of this field begin or end with. */
const field =
  /^(?:visit|genoptr|traen|vedligehold|rehab|kommun|sundhed|aeldre|service|social|hjemme|pleje|borger|patient|sygehus|hospital|ledsag|retssikkerhed|forvaltning|klage|anke|lov|bekendt|paragraf|afsnit|kapitel|stk|friple|kvalitet|standard|standart|doegn|ophold|fysio|ergo|koersel|flex|hjaelpemid|sygeple|udskriv|indlaeg|afgoer|ansoeg|bevill|frist|maal|funktions|aktivitet|styrelse|overgang|tilsyn)|(?:loven|lovens|center|centret|centeret|centrets|kommune|kommunen|kommunes|hospital|hospitalet|sygehus|sygehuset|styrelsen|hjem|hjemmet|huset|klinik|klinikken|skole|skolen|kirke|kirken|fond|fonden|forening|foreningen|modellen|metoden|skemaet|testen|skala|skalaen|sygdom|syndrom|bekendtgoerelsen|vejledningen|planen|pladsen|standarden|standard|ordningen|ordning|forvaltningen|afdelingen|indsatsen|indsats|hjaelpen|hjaelp|traening|traeningen|ministeriet|naevnet|systemet|apotek|teamet|enheden|udvalget|raadet|ydelsen|ydelse|boligen|boliger|bolig|nummer|nummeret)$/u;
const organisation =
  /^(?:plejecent|plejehjem|aeldrecent|sundhedscent|traeningscent|genoptraeningscent|boenhed|botilbud|bofaellesskab|hospital|sygehus|rehabiliteringscent|aktivitetscent|dagcent|daghjem|firma|firmaet|leverandoer|apotek|skole|klinik|friplejehjem|aflastningscent|center|centret|hotel|restaurant|kommune|kommunes|kommunen|region)/u;
const closing =
  /^(?:vej|gade|boulevard|torv|straede|centret|center|minde|stiftelse|fond|kirke|skole|sygdom|skala|test|syndrom)s?$/u;
/** These close a name with a capital only: "have" and "hjem" are said of people too. */
const capitalClosing = /^(?:alle|plads|park|have|hjem|hjemmet|hus)s?$/u;

/** True for a common word, whatever places there are. */
export const isCommon = (key: string): boolean => common.has(key) || field.test(key);

/** True for a word that is no part of anyone's name: a common one, a place, or a term of this field. */
export const isOrdinary = (key: string): boolean => isCommon(key) || eponyms.has(key) || isPlace(key);

/** True for what makes a name beside it that of a house or a firm. */
export const namesHouse = (key: string): boolean => organisation.test(key);

/** True for what makes a name before it that of a street, a house or an illness. `capital`: it begins with one. */
export const closesPlace = (key: string, capital: boolean): boolean =>
  closing.test(key) || organisation.test(key) || (capital && capitalClosing.test(key));
