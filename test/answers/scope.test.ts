import { expect } from 'chai';
import { describe, it } from 'mocha';
import { askGuide } from '../../src/bot/index.ts';
import { today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

const placesIn = (text: string): readonly string[] => guide.questions.names.read(text).municipalities;

describe('Vejen, and the way', () => {
  for (const text of [
    'hvem træner i vejen',
    'hvad gælder der i vejen',
    'hvad gælder i vejen for plejehjem',
    'hvordan er det i vejen med kørsel',
    'hun bor i vejen med sin mand',
    'hvornår starter træningen i Vejen Kommune?',
    'vejen frist opstart',
    'og i vejen?',
    'Borgeren er visiteret af Vejen Kommune',
    'Vi ligger i Vejen. Hvad er fristen?',
    'er der noget i Vejen om kørsel',
    'hvad er der i Vejen med hold',
    'kan hun klage over Vejen Kommune',
  ])
    it(`names the municipality: ${text}`, () => {
      expect(placesIn(text)).to.deep.equal(['vejen']);
    });

  for (const text of [
    'der er ikke andet i vejen med hende',
    'er der noget i vejen for at hun træner hjemme',
    'hvad er der i vejen med ham',
    'der er intet i vejen',
    'rollatoren står i vejen for os',
    'han faldt på vejen hjem',
    'hun er godt på vejen',
    'hvad kan stå i vejen for et forløb',
    'hvad er vejen frem for ham',
    'rollatoren er i vejen',
    'hvornår starter træningen i Vojens',
  ])
    it(`names no municipality: ${text}`, () => {
      expect(placesIn(text)).to.deep.equal([]);
    });

  it('is a place among places, and every other municipality is one after "på" and "af", too', () => {
    expect(placesIn('kørsel til træning: vejen kontra herlev')).to.have.members(['vejen', 'herlev']);
    expect(placesIn('Hvornår starter træningen på Bornholm?')).to.deep.equal(['bornholm']);
    expect(placesIn('visiteret af Aarhus')).to.deep.equal(['aarhus']);
  });
});

describe('a place that is told by the way', () => {
  for (const text of [
    'Sønnen flyver ind fra sit job i Aalborg. Kan han deltage?',
    'Forløbet slutter fredag, og hans søster er sygeplejerske i Næstved. Hvem får slutstatus?',
    'Hun var på ferie på Langeland. Hvornår begynder træningen?',
    'Jeg arbejdede før i Kolding. Hvad er fristen her?',
    'Han blev opereret i Vejle. Hvem træner ham nu?',
    'udskrevet fra Herlev Hospital med plan, hvad er fristen',
  ])
    it(`is not what is asked about: ${text}`, () => {
      expect(placesIn(text)).to.deep.equal([]);
    });

  for (const [text, place] of [
    ['Borgeren flyttede fra Vejen til Herlev. Hvem betaler?', 'herlev'],
    ['Hun lå på sygehuset i Esbjerg. Nu er hun hjemme i Vejen. Hvad er fristen?', 'vejen'],
    ['I Vejen er der en frist. Hvad er den i Herlev?', 'herlev'],
    ['Jeg har min mappe med fra Vejen. Hvad siger Odenses standard?', 'odense'],
    ['Min far bor i Herlev. Kan han blive kørt?', 'herlev'],
  ] as const)
    it(`gives way to ${place}: ${text}`, () => {
      expect(placesIn(text)).to.deep.equal([place]);
    });

  for (const [text, place, own] of [
    ['Hvor lang tid går der efter udskrivning i Vejen Kommune?', 'vejen', 'herlev'],
    ['Kan man få træning efter indlæggelse i Herlev?', 'herlev', 'vejen'],
    ['Min søster bor i Herlev og skal genoptræne efter et fald. Hvornår starter træningen?', 'herlev', 'vejen'],
    ['Sønnen spørger, hvem der kører i Herlev?', 'herlev', 'vejen'],
    ['Kan hun træne søndag, når hun bor i Herlev?', 'herlev', 'vejen'],
    ['Hvor lang tid før opstart i Vejen skal borgeren have besked?', 'vejen', 'herlev'],
    ['Borgeren kom hjem i Vejen i går. Hvad nu?', 'vejen', 'herlev'],
    ['Hvad gælder, når borgeren er flyttet hjem i Vejen?', 'vejen', 'herlev'],
    ['Får pårørende kursus i Vejen?', 'vejen', 'herlev'],
  ] as const)
    it(`is meant where it is asked about or the citizen is there: ${text}`, () => {
      expect(guide.questions.names.read(text, own).municipalities).to.deep.equal([place]);
    });

  it('in a story is meant only where it is said to be theirs, and not in place of the user’s own', () => {
    const story = (told: string): string =>
      `Borgeren er 84 og har ligget i sengen i tre uger med influenza derhjemme. ${told} Hvornår skal træningen være i gang?`;
    const read = (told: string, own?: string) => guide.questions.names.read(story(told), own).municipalities;
    expect(read('Hendes kusine i Kolding ventede i to måneder.', 'vejen')).to.deep.equal([]);
    expect(read('Før var jeg på et hold i Greve og et i Herlev.', 'vejen')).to.deep.equal([]);
    expect(read('Hos svigerfar i Kolding gik der to måneder.')).to.deep.equal([]);
    expect(read('Hun bor i Kolding.', 'vejen')).to.deep.equal(['kolding']);
    expect(read('Borgeren bor alene i eget hus i Herlev.', 'vejen')).to.deep.equal(['herlev']);
    expect(read('Jeg er vikar i Herlev.', 'vejen')).to.deep.equal(['herlev']);
    expect(read('Hun skal flytte til Herlev.', 'vejen')).to.deep.equal(['herlev']);
    expect(read('Hvad er fristen for træning i Herlev mht. opstart?', 'vejen')).to.deep.equal(['herlev']);
    expect(read('Vi arbejder i Herlev.', 'vejen')).to.deep.equal(['herlev']);
    expect(read('Det siger Kolding Kommune.', 'vejen')).to.deep.equal(['kolding']);
  });

  it('is meant where two are set against each other', () => {
    expect(placesIn('forskel på vejen og herlev?')).to.have.members(['vejen', 'herlev']);
    expect(placesIn('Er fristen i Vejen 10 dage og i Herlev 14?')).to.have.members(['vejen', 'herlev']);
  });
});

describe('a place and no question', () => {
  const ask = (text: string) => askGuide(guide, { text, date: today, municipality: undefined });
  for (const text of ['jeg arbejder i Vejen', 'vejen', 'min borger bor i vejen', 'I work in Vejen'])
    it(`is taken note of, and asked what it is about: ${text}`, () => {
      const { kind, text: told } = ask(text);
      expect(kind).to.equal('question');
      expect(told).to.contain('Vejen Kommune');
    });
  for (const text of ['min borger bor i Kolding', 'kolding', 'vi er i Aarhus Kommune'])
    it(`outside the guide is told that it is: ${text}`, () => {
      const { kind, text: told } = ask(text);
      expect(kind).to.equal('fallback');
      expect(told).to.contain('kommunes egen standard');
    });
});
