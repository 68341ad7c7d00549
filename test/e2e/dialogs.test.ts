import { expect } from 'chai';
import { type ChatPage } from '../server/chatPage.ts';
import { guideInChromium } from './guideInChromium.ts';
import { Reader } from './reader.ts';

/** A Monday: the answers follow the law of this day, whenever the tests run. */
const asOf = '2026-11-23';
const telephone = 360;

/** A walk from the menu to its last card, and what stands on that card and in its text. */
interface Told {
  readonly does: string;
  readonly picture: string;
  readonly walk: (reader: Reader, look: () => Promise<void>) => Promise<void>;
  readonly title: string;
  readonly facts: readonly (string | RegExp)[];
}

const walks: readonly Told[] = [
  {
    does: 'says that a private supplier must contact the municipality, and whom to reach in Vejen',
    picture: 'kontakt-kommunen',
    walk: async (reader, look) => {
      await reader.begin('Skal jeg kontakte kommunen?');
      await look();
      await reader.choose('Borgeren kan mindre end før');
      await reader.sees('Er borgeren akut dårlig lige nu?');
      await look();
      await reader.press('Nej');
      await reader.choose('En privat leverandør');
      await reader.choose('Hjælp og træning i hverdagen');
      await reader.choose('Borgeren er ikke spurgt');
      await reader.sees('fra før 1. juli 2025?');
      await reader.press('Ja');
      await reader.choose('Vejen Kommune');
    },
    title: 'Ja, det skal du',
    facts: [
      'Så har jeres enhed pligt til at kontakte kommunen.',
      'Din arbejdsplads: privat leverandør',
      'Ring til visitationen i borgerens egen kommune.',
      /Brørup Sundhedscenter.*79 96 64 34/u,
      'Spørg borgeren, før du giver noget videre.',
      'Borgeren har en gammel afgørelse',
      /ældreloven § 46, stk. 5/u,
    ],
  },
  {
    does: 'counts ten workdays over Christmas for a visitation in Vejen',
    picture: 'naeste-skridt',
    walk: async (reader, look) => {
      await reader.begin('Næste skridt i forløbet');
      await reader.choose('Genoptræning');
      await reader.choose('Visitation');
      await reader.choose('Vejen Kommune');
      await reader.sees('Hvilken dag skete det?');
      await look();
      await reader.pickDay('2026-12-18');
    },
    title: 'Det sker på dette trin',
    facts: [
      'Senest torsdag den 7. januar 2027.',
      'Fristen er kommunens egen. Den står ikke i loven.',
      '§ 10, jf. § 9, stk. 2, nr. 3',
      'serviceloven § 86, stk. 1',
      'I denne kommune: Genoptræning uden sygehusindlæggelse',
    ],
  },
  {
    does: 'counts four and seven days from a discharge with a plan',
    picture: 'naeste-skridt-genoptraeningsplan',
    walk: async (reader) => {
      await reader.begin('Næste skridt i forløbet');
      await reader.choose('Genoptræningsplan');
      await reader.choose('Henvendelse');
      await reader.choose('Vejen Kommune');
      await reader.pickDay('2026-11-20');
    },
    title: 'Det sker på dette trin',
    facts: [
      'Genoptræningsplan: udskrivning',
      /Senest tirsdag den 24. november 2026. Kommunen fortæller borgeren/u,
      /Senest fredag den 27. november 2026. Kommunen tilbyder/u,
      /Sundhedsloven.*§ 140, stk. 4/u,
    ],
  },
  {
    does: 'takes five mixed answers in one submit, and says what is missing and who can do something about it',
    picture: 'tjekliste',
    walk: async (reader, look) => {
      await reader.begin('Tjekliste');
      await reader.choose('Genoptræning');
      await reader.sees('De fem punkter');
      await look();
      await reader.shoot('tjekliste-form');
      await reader.mark('Ja', 'Er der sat mål og rammer');
      await reader.mark('Delvist', 'Ved alle, der hjælper borgeren');
      await reader.mark('Nej', 'Arbejder de, der træner');
      await reader.mark('Ikke relevant', 'Ved alle, hvem der gør hvad');
      await reader.mark('Ved ikke', 'Passer det hele sammen');
      await reader.press('Svar');
    },
    title: 'Sådan står det til med forløbet',
    facts: [
      /^Delvist på plads\./u,
      /^Mangler\. Taler terapeuter og plejepersonale sammen/u,
      /^Det ved du ikke endnu\. Passer genoptræningen/u,
      /^(?:- )?Mål og rammer$/u,
      /^(?:- )?Ansvar og roller$/u,
      /Det gør som regel: terapeuten og I/u,
      /ældreloven § 11/u,
    ],
  },
  {
    does: 'holds the deadlines of Vejen beside those of all others',
    picture: 'kommunens-standard',
    walk: async (reader) => {
      await reader.begin('Kommunens standard');
      await reader.choose('Vejen: Genoptræning uden sygehusindlæggelse');
      await reader.choose('Frister');
      await reader.choose('Alle');
    },
    title: 'Sådan er de forskellige',
    facts: [
      /Vejen.*: Genoptræning uden sygehusindlæggelse/u,
      'Træningen begynder senest 10 hverdage efter visitationen.',
      'senest 14 dage efter visitationsbesøget',
      /historie fra 1. december 2008/u,
      'Døgngenoptræningsforløb',
      /retssikkerhedsloven § 3/u,
    ],
  },
  {
    does: 'moves the last day for a complaint past Christmas',
    picture: 'klage',
    walk: async (reader) => {
      await reader.begin('Klage');
      await reader.choose('Afslag, mindre hjælp, anden afgørelse');
      await reader.sees('Hvornår fik borgeren afgørelsen?');
      await reader.pickDay('2026-11-27');
    },
    title: 'Klag til kommunen inden 4 uger',
    facts: [
      'Senest mandag den 28. december 2026.',
      'Klag til den kommune, der traf afgørelsen.',
      'sender kommunen sagen til Ankestyrelsen',
      /retssikkerhedsloven § 67/u,
    ],
  },
  {
    does: 'follows the plan from the hospital, whoever the citizen is',
    picture: 'hvilken-paragraf',
    walk: async (reader) => {
      await reader.begin('Hvilken paragraf gælder?');
      await reader.choose('Genoptræning');
      await reader.choose('Ja: almen genoptræning');
    },
    title: 'Træningen følger planen fra sygehuset',
    facts: ['Skal du kontakte kommunen?', /sundhedsloven § 140/u],
  },
];

/** Whether one of the lines holds the fact. */
const holds = (lines: readonly string[], fact: string | RegExp): boolean =>
  lines.some((line) => (typeof fact === 'string' ? line.includes(fact) : fact.test(line)));

describe('the dialogs in a browser on a telephone', function () {
  this.timeout(300_000);
  const guide = guideInChromium(asOf);
  const { open } = guide;

  const begin = async (): Promise<{ chat: ChatPage; reader: Reader; look: () => Promise<void> }> => {
    const chat = await open(guide.url, telephone);
    chat.page.setDefaultTimeout(60_000);
    const reader = new Reader(chat.page);
    const look = async (): Promise<void> => {
      expect(await reader.findings(), 'what axe finds').to.deep.equal([]);
      expect(await chat.overflow(), 'what sticks out sideways').to.deep.equal([]);
    };
    return { chat, reader, look };
  };
  const expectQuiet = (chat: ChatPage): void => {
    expect(chat.complaints, 'what the console says').to.deep.equal([]);
    expect([...chat.hosts], 'whom the page asks').to.deep.equal([new URL(guide.url).host]);
  };

  for (const { does, picture, walk, title, facts } of walks)
    it(`${picture}: ${does}`, async () => {
      const { chat, reader, look } = await begin();
      await walk(reader, look);
      await reader.sees(title);
      const card = await reader.lines();
      expect(facts.filter((fact) => !holds(card, fact)).map(String), 'not on the card').to.deep.equal([]);
      await look();
      await reader.shoot(picture);

      await reader.press('Vis som tekst');
      await reader.sees('Svaret som tekst');
      const text = (await reader.lines()).map((line) => line.replace(/^- /u, ''));
      expect(facts.filter((fact) => !holds(text, fact)).map(String), 'not in the text').to.deep.equal([]);
      const twin = text.join('\n');
      expect(
        card.filter((line) => !twin.includes(line)),
        'on the card alone',
      ).to.deep.equal([]);
      expectQuiet(chat);
    });

  it('lead from a last card into the next dialog, and back to the one that was put aside', async () => {
    const { chat, reader } = await begin();
    await reader.begin('Næste skridt i forløbet');
    await reader.choose('Genoptræning');
    await reader.choose('Undervejs');
    await reader.choose('Ved ikke');
    await reader.sees('Det sker på dette trin');
    await reader.press('Tjekliste');
    await reader.choose('Genoptræning');
    await reader.sees('De fem punkter');
    await reader.press('Skal jeg kontakte kommunen?', reader.cardWith('Det sker på dette trin'));
    await reader.choose('Borgeren kan mindre end før');
    await reader.press('Ja');
    await reader.sees('Få hjælp til borgeren først');
    await reader.press('Fortsæt: Tjekliste');
    await reader.sees('De fem punkter');
    await reader.sees('Er der sat mål og rammer for forløbet?');
    expectQuiet(chat);
  });

  it('show first, with the focus, which question of a form has no answer', async () => {
    const { chat, reader } = await begin();
    await reader.begin('Tjekliste');
    await reader.choose('Genoptræning');
    for (const question of ['Er der sat', 'Arbejder de', 'Ved alle, hvem', 'Passer det hele'])
      await reader.mark('Ja', question);
    await reader.card.getByRole('button', { name: 'Svar', exact: true }).click();
    const asked = reader.card.getByRole('radiogroup', { name: 'Ved alle, der hjælper borgeren' });
    await asked.locator('input:focus').waitFor();
    await reader.sees('Vælg et svar, og tryk så på Svar.');
    expectQuiet(chat);
  });

  it('lead on a long card straight down to a part, and to its buttons', async () => {
    const { chat, reader, look } = await begin();
    await reader.begin('Klage');
    await reader.choose('Afslag, mindre hjælp, anden afgørelse');
    await reader.pickDay('2026-11-27');
    await reader.card.getByText('Find i svaret').click();
    await look();
    await reader.card.getByRole('button', { name: 'Hvem må klage' }).click();
    const heading = reader.card.getByRole('heading', { name: 'Hvem må klage' });
    const { y } = (await heading.boundingBox())!;
    expect(y, 'the heading is in view').to.be.within(50, 400);
    await reader.card.getByRole('button', { name: 'Ned til knapperne' }).click();
    await reader.press('Vis som tekst');
    expectQuiet(chat);
  });
});
