import type { CivilDate } from '../dates/index.ts';
import type { AdaptiveCard } from './adaptiveCard.ts';
import { present, type Block, type Fact, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { sourceSection } from './sources.ts';
import { sectionOf } from './summaryCard.ts';
import { toCard } from './toCard.ts';
import type { SectionView, SourceView } from './views.ts';

/** Facts to show where others read along: nothing of a walk, and nothing to click on but links. */
export interface ShareView {
  readonly title: string;
  readonly text?: string;
  readonly facts?: readonly Fact[];
  readonly sections: readonly SectionView[];
  /** What is not settled, and what to know about the document. */
  readonly notes: readonly string[];
  readonly asOf: CivilDate;
  readonly sources: readonly SourceView[];
  /** How much of the sections' text it holds, in characters; for a card that stands alone in its message. */
  readonly room?: number;
  /** The day it was made, for a card that someone keeps. */
  readonly made?: CivilDate;
  /** Where the reader can ask more, alone with the guide. */
  readonly link?: string;
}

/** How much of the sections' text one card holds, in characters, beside all else that it says. */
const mostText = 3_000;
const lengthOf = ({ heading, text = '', items, after = '' }: SectionView): number =>
  items.reduce((sum, item) => sum + item.length, heading.length + text.length + after.length + 100);

/** The first lines that there is room for; a line is never cut. */
const fitting = (
  sections: readonly SectionView[],
  mostOf: number,
): { readonly fits: SectionView[]; readonly isWhole: boolean } => {
  const fits: SectionView[] = [];
  let left = mostOf;
  for (const { heading, text, items, after } of sections) {
    const head = {
      heading,
      ...(text === undefined ? {} : { text }),
      ...(after === undefined ? {} : { after }),
      items: [],
    };
    let room = left - lengthOf(head);
    const lines = [];
    for (const item of items) {
      room -= item.length;
      if (room < 0) break;
      lines.push(item);
    }
    if (lines.length < items.length || (room < 0 && fits.length > 0)) {
      if (lines.length > 0) fits.push({ ...head, items: lines });
      return { fits, isWhole: false };
    }
    fits.push({ ...head, items: lines });
    left = room;
  }
  return { fits, isWhole: true };
};

/** What a shared card says; nothing on it is pressed. */
export const sharePage = (view: ShareView, phrases: Phrases, version: string): Page => {
  const { title, text, facts = [], sections, notes, asOf, sources, made, link } = view;
  const { fits, isWhole } = fitting(sections, view.room ?? mostText);
  const told: Block[] = [
    { kind: 'title', text: title },
    ...present(text, (said) => ({ kind: 'text', text: said })),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', rows: facts } as const]),
    ...fits.map((section) => sectionOf(section, phrases)),
    ...(isWhole ? [] : [{ kind: 'text', text: phrases.say('share.more') } as const]),
    ...notes.map((note) => ({ kind: 'text', text: note }) as const),
    ...sourceSection(sources, phrases),
  ];
  const here = { place: phrases.say('group.open'), checked: phrases.say('group.where') };
  return {
    summary: [title, text].filter((part) => part !== undefined).join('. '),
    speak: [title, text ?? fits[0]?.items[0]].filter((part) => part !== undefined).join('. '),
    blocks: [
      ...told,
      ...present(link, (address) => ({
        kind: 'section',
        blocks: [
          { kind: 'text', text: phrases.say('group.more') },
          { kind: 'sources', items: [{ ...here, link: address }] },
        ],
      })),
      { kind: 'subtle', text: phrases.say('outcome.asOf', { date: phrases.date(asOf) }) },
      ...present(made, (day) => ({ kind: 'subtle', text: phrases.say('share.made', { date: phrases.date(day) }) })),
      { kind: 'subtle', text: phrases.say('frozen.version', { version }) },
      { kind: 'subtle', text: phrases.say('outcome.closing', { authority: phrases.say('authority.either') }) },
    ],
    actions: [],
  };
};

/** What travels with a card that is shared. */
export interface SharedCard {
  readonly card: AdaptiveCard;
  readonly summary: string;
  readonly speak: string;
}

/**
 * A card that is safe wherever it is put: facts, sources, the day and the guide's version. It holds no button, so a reader's click
 * changes no one's walk.
 */
export const shareCard = (view: ShareView, phrases: Phrases, version: string): SharedCard => {
  const page = sharePage(view, phrases, version);
  const { summary, speak } = page;
  // The words of the bot itself are no help to those who read the card where the bot is not.
  return { card: { ...toCard(page, phrases), fallbackText: summary }, summary, speak };
};
