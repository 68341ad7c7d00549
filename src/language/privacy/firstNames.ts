import { keyOf, wordSet } from './tokens.ts';

/*
 * The first names that people in Denmark most often have, with weight on those of today's old. Written down for this
 * guide from common knowledge; no register was copied.
 */
const women = `aase ase åse agnes agnete agnethe aja alberte aleksandra alexandra alice alma amalie amanda amina anastasia andrea anett
  anette anna annalise anne annegrete annegrethe annelise anneliese annemarie annemette annett annette annie anni anny asta astrid
  augusta barbara beate benedicte benedikte bente benthe berit bertha berthe betina bettina betty birgit birgitta birgitte
  birte birthe bitten bodil britt britta camilla carina carla carmen caroline cathrine catrine cecilia cecilie celina charlotte
  christa christel christiane christina christine clara claudia conny connie dagmar dagny daniella ditte dora doris dorit dorte
  dorthe dorthea dorete ebba edel edith edna eleonora elin elina elinor elisa elisabeth elise ella ellen elli ellinor elly elna elsa else
  elsebeth elsie elva elvira emilie emily emma emmy ena erika erna ernestine ester esther eva evy fanny felicia filippa fiona
  fransiska franciska freja frederikke frida frieda gerda gertrud gertrude gitte gitta grete greta grethe gudrun gunhild gunver gurli
  gunvor hanna hannah hanne hansigne hansine hansy harriet hedvig hedevig heidi helen helena helene helga helle henny henriette
  henrietta herdis hilda hilde hildur hjørdis ida ilse inga inge ingeborg ingelise ingerlise ingeline inger ingrid irene iris irma isabel
  isabella isabelle iselin jacobine jakobine jane janne janni jannie jeanette jeannette jeanne jennifer jenny jensine jessie jette joan joanna
  johanna johanne jonna josefine josephine judith julie juliane juliana jutta jytte karen karin karina karla karna karoline katarina
  kathe käthe kathrine katja katrine kamilla kamma karlina kirsten kirstine kirsti kirstin kjestine klara kristel kristiane
  kristina kristine lærke laila lajla laura laurine lea leila lena lene leonora lina linda lis lisa lisbet lisbeth lise liselotte
  lissi lissy lizzi lizzie lillian lilian lilly lily liva livia lone lotte lotta louise louisa lucia lucie ludovika lydia maiken maja
  malene malou maren margaret margareta margarethe margit margot margrete margrethe maria mariam mariane marianne marie marielle marina
  marion marit maritza marlene martha marthe martine mary mathea mathilde matilde maud maya merete merethe merle metha mette
  mia mie mille mimi mina minna minnie mira miriam molly mona monica monika nadia nadja nancy nanna naja natalia natalie
  natasja nelly nete nicoline nikoline nina nora norah oda odette olava olga olivia ophelia otilie ottilie oline patricia
  paula pauline pernille petra petrea petrine philippa pia ragna ragnhild ragnild randi rasmine rebecca rebekka regina regine
  regitze rie rigmor rikke rita rosa rosalie rosemarie rosita ruth sabrina sally samira sandra sanne sara sarah selma sidse sidsel
  signe sigrid sigrun silje silla simone siri sofia sofie sophia sophie solvej solveig solvig sonja stella stine sunniva
  susan susanna susanne susie suzanne svanhild sylvia synne synnøve tabita tania tanja tekla thea theodora theresa therese thora
  thyra tilde tina tine tove torunn trine trina ulla ulrikke ulrika ursula valborg valeria vanessa vera vibeke vicky
  victoria viktoria vigdis vilhelmine vilma virginia vivi vivian viviann wanda wilma winnie yrsa yvonne ane antonie
  agathe alida alvilda anine arendse asbjørg bergliot birgithe bolette botilla britta cæcilie dagmara dina dorthea
  elfrida elfriede elmine emilia engeline eline elene ellis eugenia fernanda gerd gjertrud grethel
  gunna hedda hermine hertha hulda ingelis ingerd jacoba jenny jelva johanna jolanda juditha jørgine karoline kathinka
  kirstina klaudia krista laurette lilli lizette lykke lovise magda magdalene magdalena magna magnhild marentine margith
  mariechen matilda metta mildred modesta myrna nielsine olea olise oluffa ovidia pouline rebekka reidun sigfrida
  sine stefanie sørine thilde thorborg tomine valentine veronika veronica vilhelmina vita`;
const men = `aage åge adam adolf aksel axel albert alex alexander alf alfred allan anders andreas ansgar anton antonius arent arild arne
  aron arthur arvid asbjørn asger asmus asmund august bengt benjamin benny bernhard bernt bertel bertil birger bjarke bjarne børge børre
  brian bruno carl carlo carsten caspar casper charles chresten chris christen christer christian christoffer claes claus clemens
  curt daniel danny david dennis didrik ditlev dines edgar edmund eduard edvard edvin egil egon eigil eilif einar eiler ejgil ejler ejnar
  ejner ejvind eivind elias elis elliot elmer emanuel emil enevold enok erhard erik erland erling ernst esben eskil eskild evald
  ewald fabian felix ferdinand finn flemming folmer frants frans franz freddy frederik fridtjof fritz frode gabriel georg
  gerhard gert gilbert gorm gottfred gotfred gregers gunnar gunner gustav gustaf gynther halfdan harald hardy hasse maibritt majbritt harry hartvig hector heine
  heinrich helge helmer helmut hemming henning henri henrik henry herbert herluf herman hermann hilmar hjalmar holger hugo ib ibrahim
  ingemann ingolf ingvar ingvard isak ivan ivar iver jack jacob jakob james janus jarl jens jeppe jeremias jes jesper jim jimmy joachim
  joakim joel johan johannes john johnny jon jonas jonathan jonny josef joseph julius justus jørgen jørn kai karl karlo
  karsten kasper kay keld kenneth kennet kenny kent kevin kjeld kjell klaus klavs knud konrad kresten kris kristen kristian kristoffer
  kurt lars lasse laurids lauritz laurits lauge leif lennart leo leon leonard leopold levi lorens lorents lorentz louis ludvig lukas lucas
  mads magnus manfred marco marcus markus martin martinus marius mathias mathies mats mehmet michael mickey mikael mikkel mogens mohamed
  mohammad mohammed morten muhammed nichlas nick nicolaj nicolai nicklas niclas niels nikolaj niklas nils noah norman oskar oscar olaf
  olav ole olfert oliver olof oluf omar orla osvald oswald otto ove palle patrick paul paw peder peer peter philip phillip pierre poul
  preben rasmus rené rene richard robert robin roger roland rolf ronald ronni ronny rudi rudolf rudolph ruben ryan sami samuel sebastian
  severin sigfred sigurd sigvald silas simon sixten skjalm snorre søren sophus sofus stanley steen steffen stefan stephan steven sune
  svend sven svenn sverre sylvester theis theodor thomas thorbjørn thorkild thorleif thorsten thorvald thyge tobias tomas tommy
  tonny torben torbjørn torkel torkil torkild torsten torvald troels tyge uffe ulf ulrik vagn valdemar valentin verner werner vernon
  victor viktor vidar viggo vilfred vilhelm william villads villiam villum vilhelm villy willy willi vincent walther walter wilfred wilhelm
  yngve zacharias øjvind øyvind ørnulf ahlmann aksel algot alvin amandus arnold asker birk balder balthasar baltzer bendt bendix
  bernard bertram bent børje christopher clement conrad cornelius detlef ebbe egild einer ejlif elof engelbrecht erich eyvind
  frank frands frede fritjof gerard gerner gotlieb gunde gudmund guldbrand hakon haakon hallgrim havard hemmik herlov
  hilbert hjalte ingemar ingward jacques jobst jokum jørg karlheinz kjartan klemen knut kristjan lambert lauge laust
  lavrids leander lorenz lothar ludolf mathis matthias max mikal mouritz nikolai niss olger osmund otte pauli pelle
  poul-erik ragnar randolf rasmus regnar reinhard reinholdt roar ronnie salomon sigmund stephen stefen svenning søren thorolf tønnes terkel therkel
  thomes truels ulrich urban valther vigand volmer wilfrid wulff`;
const fromAfar = `fatima fatma ahmed ali hassan hussein hussain mustafa yusuf youssef aisha zainab maryam leila mehmet ayse emine hatice
  zeynep svetlana katarzyna agnieszka piotr tomasz marek krzysztof dragan zoran amir reza farah abdi abdul abdullah abdirahman
  khadija halima safiya sahra hodan ifrah nasrin shirin parvin nguyen ivana jelena milica dusan slobodan goran bojan olena oksana iryna
  volodymyr sergej sergei dmitri yelena tatiana valentina giuseppe giovanni josé juan pedro miguel ricardo pablo francisca malik aviaja
  pipaluk hamza hasan huda ismail jamal jamila karim layla mahmoud nasir noor osman rashid salma samir tariq yasmin yasmina
  bozena danuta ewa grazyna jadwiga janusz jerzy krystyna malgorzata stanislaw wojciech zofia`;
/** Names that are also words, months or places: a name only with a surname that is surely one. */
const words = `hans per bo tage liv jan maj mai mark tom sten kaj gry pil ask ea my vita storm stig august juni april freja fie else
  kim dan bror birk skjold bjørn vibe rosa viola lykke sine ina mina gerd anker lau lave frede fred tue tim ib may max bent otte urban
  rene eskild helge jul magna regina frank sonne balder rie mie lea ane even`;

/** Names beside which nothing else is written the same. */
export const clearFirstNames: ReadonlySet<string> = (() => {
  const unclear = wordSet(words);
  return new Set([...wordSet(women, men, fromAfar)].filter((name) => !unclear.has(name)));
})();

const unclearFirstNames = wordSet(words);

/** Without the little signs over and in letters, as some keyboards write: Jorgen, Soren, Hjordis. */
const bare = new Set(
  [women, men].flatMap((list) =>
    list
      .trim()
      .split(/\s+/u)
      .filter((name) => name.length > 4 && /[æøå]/u.test(name))
      .map((name) => keyOf(name.replace(/ø/gu, 'o').replace(/å/gu, 'a').replace(/æ/gu, 'a'))),
  ),
);

/** How surely a word, as `keyOf` writes it, is a first name. Of Poul-Erik the first part counts. */
export const firstNameKind = (key: string): 'clear' | 'unclear' | undefined => {
  const [part = ''] = key.split('-');
  for (const name of [part, part.replace(/'?s$/u, '')]) {
    if (clearFirstNames.has(name) || bare.has(name)) return 'clear';
    if (unclearFirstNames.has(name)) return 'unclear';
  }
  return undefined;
};
