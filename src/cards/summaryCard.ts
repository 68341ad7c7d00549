import { present, type Block, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { correctionSection, reasonSection } from './reasons.ts';
import { untranslatedNote } from './doubt.ts';
import { endButtons } from './endButtons.ts';
import { sourceSection } from './sources.ts';
import type { SectionView, SummaryView } from './views.ts';
import { understoodSection } from './understood.ts';

/** A section with its heading, text, lines and link. */
export const sectionOf = ({ heading, text, items, after, link }: SectionView, phrases: Phrases): Block => ({
  kind: 'section',
  blocks: [
    { kind: 'heading', text: heading },
    ...present(text, (said) => ({ kind: 'text', text: said })),
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...present(after, (said) => ({ kind: 'subtle', text: said })),
    ...present(link, ({ label, url }) => ({
      kind: 'sources',
      items: [{ place: label, checked: phrases.say('calendar.file'), link: url }],
    })),
  ],
});

/** Where a walk ends that is told in sections, each with what it stands on below. */
export const summaryCard = (view: SummaryView, phrases: Phrases): Page => ({
  summary: view.conclusion,
  speak: [view.title, view.conclusion].join(' '),
  blocks: [
    ...present(view.note, (text) => ({ kind: 'box', blocks: [{ kind: 'text', text }] })),
    ...understoodSection(view, phrases),
    { kind: 'title', text: view.title },
    { kind: 'text', text: view.conclusion },
    { kind: 'subtle', text: phrases.say('outcome.asOf', { date: phrases.date(view.asOf) }) },
    ...untranslatedNote(view, phrases),
    ...view.sections.map((section) => sectionOf(section, phrases)),
    ...reasonSection(view, phrases),
    ...sourceSection(view.sources, phrases),
    { kind: 'text', text: phrases.say('outcome.closing', { authority: phrases.say('authority.either') }) },
    ...correctionSection(view, phrases),
  ],
  actions: endButtons(view, phrases),
});
