import { expect } from 'chai';
import { lintCard } from '../helpers/cardLinter.ts';
import { dialogs, tree } from '../helpers/content.ts';
import type { Put } from '../helpers/fakeConnector.ts';
import { botId, TeamsDoor, textsIn } from './door.ts';

const said = (key: string): string => dialogs.phrases[key]!;
const link = `https://teams.microsoft.com/l/chat/0/0?users=${botId}`;
const mention = { type: 'mention', text: '<at>Paragrafguiden</at>', mentioned: { id: botId, name: 'Paragrafguiden' } };
const start = { kind: 'start', tree: tree.id };

for (const conversationType of ['groupChat', 'channel'])
  describe(`in a ${conversationType}`, () => {
    const door = new TeamsDoor();
    let talks = 0;
    const group = () => {
      const conversation = { id: `19:${conversationType}-${String(++talks)}`, conversationType, isGroup: true };
      const post = (more: object) => door.post({ conversation, ...more });
      return {
        post,
        mentioned: (text: string) =>
          post({ type: 'message', text: `<at>Paragrafguiden</at>&nbsp;${text}`, entities: [mention] }),
        shown: (): readonly Put[] => door.shownIn(conversation.id),
        stored: async () => {
          const key = `msteams/conversations/${conversation.id}`;
          return ((await door.storage.read([key])) as Record<string, object | undefined>)[key];
        },
      };
    };
    before(() => door.open());
    after(() => door.close());

    it('a free question gets a short answer with its sources and nothing to press, and nothing is kept', async () => {
      const talk = group();
      await talk.mentioned('Hvor lang er fristen for at klage?');
      const [put, ...more] = talk.shown();
      expect(more).to.deep.equal([]);
      const card = put?.attachments?.[0]?.content;
      expect(lintCard(card!)).to.deep.equal([]);
      expect(JSON.stringify(card)).to.contain('4 uger').and.contain(link).and.not.contain('Action.');
      expect(JSON.stringify(card)).to.not.contain('"kind"');
      expect(JSON.stringify(card).length).to.be.below(6_000);
      expect(await talk.stored()).to.equal(undefined);
    });

    it('dialogs, checklists and commands of one’s own are moved to the own chat', async () => {
      for (const text of ['hvilken paragraf', 'tjekliste', 'tilbage', 'forfra', 'ret', 'ja']) {
        const talk = group();
        await talk.mentioned(text);
        expect(talk.shown()).to.have.length(1);
        expect(talk.shown()[0]?.text, text).to.contain(said('group.private')).and.contain(`(${link})`);
        expect(await talk.stored()).to.equal(undefined);
      }
    });

    it('a story about a citizen is moved to the own chat', async () => {
      const talk = group();
      await talk.mentioned(
        'Min borger er 84 år, bor i eget hjem, har ikke været på sygehuset og vil træne op igen. Hvilken paragraf gælder?',
      );
      expect(talk.shown()[0]?.text).to.contain(said('group.private'));
    });

    it('a click on a card of anyone’s walk changes nothing and shows nothing of it', async () => {
      const talk = group();
      const data = { ...start, run: 'r-1', answers: { need: 'regain' } };
      await talk.post({ type: 'message', value: data });
      const value = { action: { type: 'Action.Execute', verb: 'start', data } };
      const answer = await talk.post({ type: 'invoke', name: 'adaptiveCard/action', value });
      expect(answer.status).to.equal(200);
      expect(talk.shown()).to.have.length(2);
      for (const put of talk.shown()) {
        expect(put.text).to.contain(said('group.private'));
        expect(textsIn(put)).to.not.contain('regain');
      }
      expect(await talk.stored()).to.equal(undefined);
    });

    it('a walk that someone has open in their own chat is never shown', async () => {
      const own = { id: `a:own-${conversationType}`, conversationType: 'personal' };
      await door.post({ type: 'message', value: { ...start, answers: { need: 'regain' } }, conversation: own });
      const talk = group();
      for (const text of ['fortsæt', 'hvorfor', 'vis som tekst', '1', 'nej', 'menu']) await talk.mentioned(text);
      for (const put of talk.shown()) expect(textsIn(put)).to.not.match(/hospitalPlan|"answers"|"run"|Spørgsmål \d/u);
    });

    it('personal data is refused and not repeated', async () => {
      const talk = group();
      await talk.mentioned('Birthe Hansen 010203-1234 vil klage');
      expect(talk.shown()[0]?.text).to.equal(said('note.personalData'));
    });

    it('what is not said to the guide is not answered', async () => {
      const talk = group();
      await talk.post({ type: 'message', text: 'Hvor lang er fristen for at klage?' });
      const other = { type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:bo' } };
      await talk.post({ type: 'message', text: '<at>Bo</at> hjælp', entities: [other] });
      expect(talk.shown()).to.have.length(0);
    });

    it('one welcome is said when the guide is added, and none to those who come later', async () => {
      const talk = group();
      const added = { type: 'conversationUpdate', membersAdded: [{ id: '29:new' }] };
      for (const more of [
        { type: 'installationUpdate', action: 'add' },
        { type: 'installationUpdate', action: 'add' },
        added,
      ])
        await talk.post(more);
      expect(talk.shown()).to.have.length(1);
      expect(talk.shown()[0]?.text).to.contain(said('group.welcome')).and.contain(link);
    });

    it('an English client is answered in English', async () => {
      const talk = group();
      await talk.post({ type: 'message', text: '<at>P</at> menu', entities: [mention], locale: 'en-GB' });
      expect(talk.shown()[0]?.text).to.contain(dialogs.phrasesEnglish['group.welcome']);
    });

    it('no link leads to an address that is not the bot’s own', async () => {
      const talk = group();
      const recipient = { id: '28:evil)](https://x.invalid' };
      await talk.post({ type: 'message', text: '<at>P</at> menu', recipient });
      expect(talk.shown()[0]?.text).to.equal(said('group.welcome'));
    });
  });
