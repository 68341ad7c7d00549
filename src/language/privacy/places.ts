import { wordSet } from './tokens.ts';

/** Municipalities, and towns and parts of towns that people speak of. */
const places =
  wordSet(`albertslund allerød assens ballerup billund bornholm brøndby brønderslev dragør egedal esbjerg fanø favrskov faxe
  fredensborg fredericia frederiksberg frederikshavn frederikssund furesø fåborg faaborg midtfyn gentofte gladsaxe glostrup greve gribskov
  guldborgsund haderslev halsnæs hedensted helsingør herlev herning hillerød hjørring holbæk holstebro horsens hvidovre høje-taastrup
  taastrup tåstrup hørsholm ikast-brande ikast brande ishøj jammerbugt kalundborg kerteminde kolding københavn københavns kbh kalvebod køge
  langeland lejre lemvig lolland lyngby-taarbæk lyngby læsø mariagerfjord mariager middelfart morsø norddjurs nordfyn nordfyns nyborg
  næstved odder odense odsherred randers rebild ringkøbing-skjern ringkøbing skjern ringsted roskilde rudersdal rødovre samsø silkeborg
  skanderborg skive slagelse solrød sorø stevns struer svendborg syddjurs sønderborg thisted tønder tårnby vallensbæk varde vejen
  vejens vejle vesthimmerland vesthimmerlands viborg vordingborg ærø aabenraa åbenrå aalborg ålborg aarhus århus danmark danmarks
  jylland sjælland fyn falster amager nørrebro østerbro vesterbro valby vanløse bispebjerg brønshøj kastrup brørup holsted bække andst
  læborg rødding jels askov vamdrup lunderskov ribe billund grindsted give lillebælt trekanten hovedstaden midtjylland nordjylland
  syddanmark sydjylland sønderjylland vestjylland lærkegaard lærkegård birkholm hjortespring sølund bomi lindely kastaniehuset grønland
  færøerne norge sverige tyskland europa skagen sæby hobro hadsund aars nibe støvring hals dronninglund vrå hirtshals løkken
  nykøbing thyborøn lem videbæk tarm bramming gørding tjæreborg hjerting ølgod nørre sønder hammel hinnerup hadsten ebeltoft grenaa
  bjerringbro kjellerup brædstrup juelsminde tørring jelling egtved vojens gram gråsten nordborg augustenborg christiansfeld bogense otterup ringe
  marstal rudkøbing nakskov maribo sakskøbing rødby stege haslev fakse præstø hårlev korsør skælskør høng dianalund asnæs frederiksværk
  hundested helsinge gilleleje humlebæk birkerød farum værløse stenløse ølstykke måløv skovlunde smørumnedre gentofte hellerup charlottenlund
  virum holte nærum vedbæk rungsted hvidovre rødovre ishøj greve solrød rigshospitalet hvidovre gødstrup skejby kolding bispebjerg
  frederiksbergs herlevs odenses aarhus' vanløse sydhavn sydhavnen indre christianshavn islands`);
/** The first word of many places' names. */
const before =
  wordSet(`lille store nørre sønder øster vester gammel gamle ny nye nordre søndre vestre østre midt syd nord sankt sct skt st øvre nedre
  store hotel camp kong dronning prins prinsesse`);

/** Whether a word, as `keyOf` writes it, is a place or the beginning of one. */
export const isPlace = (key: string): boolean =>
  places.has(key) || before.has(key) || places.has(key.replace(/'?s$/u, ''));

export const beginsPlace = (key: string): boolean => before.has(key);
