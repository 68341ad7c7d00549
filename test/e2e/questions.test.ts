import { expect } from 'chai';
import { guideInChromium } from './guideInChromium.ts';
import { Reader } from './reader.ts';

const asOf = '2026-11-22';
const telephone = 360;

describe('free questions in a browser on a telephone', function () {
  this.timeout(300_000);
  const guide = guideInChromium(asOf);
  const { open } = guide;

  it('are answered, followed up, and lead to the guided dialog; a story is understood and corrected', async () => {
    const chat = await open(guide.url, telephone);
    chat.page.setDefaultTimeout(60_000);
    const reader = new Reader(chat.page);
    const look = async (picture: string): Promise<void> => {
      expect(await reader.findings(), `what axe finds: ${picture}`).to.deep.equal([]);
      expect(await chat.overflow(), `what sticks out sideways: ${picture}`).to.deep.equal([]);
      await reader.shoot(picture);
    };

    await reader.say('Hvor hurtigt skal træningen i gang i Vejen, når borgeren er visiteret?');
    await reader.sees('10 hverdage');
    await look('question-local');

    await reader.say('og i Herlev?');
    await reader.sees('14 dage');

    await reader.say('What is the maximum duration of retraining in Herlev?');
    await reader.sees(/10 weeks/u);
    await look('question-english');

    await reader.say('Hvor mange panodil må hun få?');
    await look('question-outside');

    await reader.say(
      'Vi har en kvinde på 84, der er svækket efter influenza. Hun har ligget hjemme og ikke været på sygehus. Hun får hjælp morgen og aften på grund af alderdom. Hvilken paragraf gælder for genoptræning?',
    );
    await reader.sees('Det har jeg forstået');
    await look('question-story');
    await reader.pressFirst('Ret');
    await reader.sees('Du svarede');
    expect(chat.complaints, 'what the console says').to.deep.equal([]);
  });
});
