import type { Reply } from '../answers/index.ts';
import type { OfferView, View } from '../cards/index.ts';
import type { Municipality } from '../knowledge/index.ts';
import type { Guide, Turn } from './turn.ts';
import { tellContact } from './views/sections/facts.ts';

type Open = Pick<Guide, 'isDisabled' | 'knowledge' | 'phrases'>;

const ownerOf = ({ knowledge }: Open, id: string): Municipality | undefined =>
  knowledge.municipalities.find((one) => one.id === id || one.standards.some((standard) => standard.id === id));

/** Whether something is switched off: itself, or the municipality that it is from. */
const isOff = (guide: Open, id: string): boolean =>
  guide.isDisabled(id) || guide.isDisabled(ownerOf(guide, id)?.id ?? id);

/** The card in place of what is switched off: whom to ask instead. */
export const closedView = ({ knowledge, phrases }: Pick<Open, 'knowledge' | 'phrases'>, place?: string): OfferView => {
  const municipality = knowledge.municipalities.find(({ id, unnamed }) => id === place && !unnamed);
  const numbers = (municipality?.standards ?? [])
    .filter(({ status }) => status === 'current')
    .flatMap(({ contacts }) => contacts.filter(({ phone }) => phone !== undefined))
    .map((contact) => tellContact(contact, 'number'));
  const how =
    numbers.length === 0
      ? [
          municipality
            ? phrases.say('contacts.noneIn', { municipality: municipality.name })
            : phrases.say('contacts.none'),
        ]
      : [phrases.say('contacts.check'), ...numbers];
  return {
    kind: 'offer',
    language: phrases.language,
    text: phrases.say('note.topicUnavailable'),
    details: how,
    choices: [],
    about: municipality ? { municipality: municipality.id } : {},
  };
};

/** A reply without what is switched off beside it; undefined when the answer itself is. */
export const openReply = (guide: Open, reply: Reply): Reply | undefined => {
  const open = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ id }) => !isOff(guide, id));
  if (reply.kind === 'choose') return { ...reply, articles: open(reply.articles) };
  if (reply.kind === 'nothing' || reply.kind === 'case') return { ...reply, near: open(reply.near) };
  if (reply.kind === 'choose-municipality')
    return isOff(guide, reply.article.id) ? undefined : { ...reply, municipalities: open(reply.municipalities) };
  if (reply.kind === 'outside') return reply;
  if (reply.kind === 'place') return isOff(guide, reply.municipality.id) ? undefined : reply;
  const { article, national, parts } = reply;
  const named = [article.id, ...(national?.provisions ?? []), ...parts.map(({ standard }) => standard.id)];
  if (named.some((id) => isOff(guide, id))) return undefined;
  const isOpen = (one: (typeof reply.also)[number]): boolean =>
    ![one.article.id, ...(one.national?.provisions ?? []), ...one.parts.map(({ standard }) => standard.id)].some((id) =>
      isOff(guide, id),
    );
  const isOpenPart = ({ standard, facts }: (typeof parts)[number]): boolean => {
    const subjects = standard.facts.filter(({ id }) => facts.some((one) => one.id === id));
    return ![standard.id, ...standard.provisions, ...subjects.flatMap(({ articles }) => articles)].some((id) =>
      isOff(guide, id),
    );
  };
  return {
    ...reply,
    also: reply.also.filter(isOpen),
    inSameWords: reply.inSameWords.filter(isOpenPart),
    near: open(reply.near),
    elsewhere: open(reply.elsewhere),
  };
};

/** The end of a walk, or the contact card in its place when what it leads to is switched off. */
export const openEnd = (turn: Turn, view: View): View => {
  const { guide } = turn;
  if (view.kind !== 'outcome' && view.kind !== 'summary') return view;
  const provisions = view.kind === 'outcome' ? [...view.governing, ...view.candidates].map(({ id }) => id) : [];
  const chosen = [view.answers.municipality, view.answers.standard, view.answers.compare].filter(
    (id) => id !== undefined,
  );
  return [...provisions, ...chosen].some((id) => isOff(guide, id)) ? closedView(turn, view.answers.municipality) : view;
};
