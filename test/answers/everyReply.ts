import { answerAbout, type Reply } from '../../src/answers/index.ts';
import { sceneOf } from '../../src/bot/freeText.ts';
import { replyView } from '../../src/bot/views/replyView.ts';
import {
  plainText,
  renderCard,
  type AdaptiveCard,
  type AnswerView,
  type OfferView,
  type Phrases,
} from '../../src/cards/index.ts';
import { civilDate } from '../../src/dates/index.ts';
import { knowledge } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

/** One article told for one municipality on one day, as the bot shows it. */
export interface ToldArticle {
  /** For a message of a failure. */
  readonly name: string;
  readonly reply: Reply;
  readonly view: AnswerView | OfferView;
  readonly phrases: Phrases;
}

export const days = ['2025-06-15', '2026-11-22', '2027-01-05', '2027-08-01'].map(civilDate);
const places = [undefined, ...knowledge.municipalities.map(({ id }) => id)];

/** Shows a reply as the bot does outside any walk. */
export const shown = (name: string, reply: Reply): ToldArticle => {
  const plain = {
    knowledge,
    today: reply.date,
    phrases: guide.phrases,
    publicUrl: 'https://paragrafguiden.example.dk',
  };
  const scene = sceneOf(plain, guide, reply);
  const told = replyView(reply, scene, guide.dialogs.menu.menu);
  if (!told) throw new Error(`${name} is shown as nothing.`);
  return { name, reply, view: told.view, phrases: scene.phrases };
};

const made = new Map<boolean, readonly ToldArticle[]>();

/** Every article for every municipality and for none, on every day, in a language; what differs only in its day, once. */
export const everyArticle = (english: boolean): readonly ToldArticle[] => {
  const known = made.get(english);
  if (known) return known;
  const distinct = new Map<string, ToldArticle>();
  for (const { id } of knowledge.articles)
    for (const municipality of places)
      for (const date of days) {
        const reply = answerAbout(guide.questions, { article: id, date, municipality });
        if (!reply) throw new Error(`${id} is no article.`);
        const told = shown(`${id} in ${municipality ?? 'no place'} on ${date}`, { ...reply, english });
        const key = JSON.stringify(told.view, (name, value: unknown) => (name === 'asOf' ? undefined : value));
        if (!distinct.has(key)) distinct.set(key, told);
      }
  const all = [...distinct.values()];
  made.set(english, all);
  return all;
};

export const cardOf = ({ view, phrases }: ToldArticle): AdaptiveCard => renderCard(view, phrases);
export const twinOf = ({ view, phrases }: ToldArticle): string => plainText(view, phrases).replaceAll(' ', ' ');

/** What faults there are among some, by name: an empty list is what is hoped for. */
export const faultsIn = (
  all: readonly ToldArticle[],
  look: (told: ToldArticle) => readonly string[],
): readonly string[] => all.flatMap((told) => [...new Set(look(told))].map((fault) => `${told.name}: ${fault}`));
