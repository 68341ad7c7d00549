import { present, type Block, type Button, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { sourceSection } from './sources.ts';
import { sectionOf } from './summaryCard.ts';
import type { AnswerView, AskChoice } from './answerViews.ts';
import { handoffButton, menuButton, mostButtons, resumeButton, shareButton, startButton } from './ways.ts';

/** The button that asks. */
export const askButton = ({ label, article, municipality }: AskChoice): Button => ({
  title: label,
  data: {
    kind: 'ask',
    ...(article === undefined ? {} : { article }),
    ...(municipality === undefined ? {} : { municipality }),
  },
});

const everywhere = ({ say, points, everywhere: heading }: AnswerView): Block[] => {
  const blocks: Block[] = [
    ...present(say, (text) => ({ kind: 'text', text })),
    ...(points.length === 0 ? [] : [{ kind: 'list', items: points } as const]),
  ];
  if (blocks.length === 0 || heading === undefined) return blocks;
  return [{ kind: 'section', blocks: [{ kind: 'heading', text: heading }, ...blocks] }];
};

/** The answer to a free question: what is asked for stands first, and where it stands last. */
export const answerCard = (view: AnswerView, phrases: Phrases): Page => {
  const { title, say, sections, notes, asOf, sources, choices, choose, next, about } = view;
  const local = sections.map((section) => sectionOf(section, phrases));
  const first = view.everywhere === undefined ? [...everywhere(view), ...local] : [...local, ...everywhere(view)];
  return {
    summary: say ?? sections[0]?.items[0] ?? title,
    speak: [title, say ?? sections[0]?.items.join(' ')].filter(Boolean).join('. '),
    blocks: [
      { kind: 'title', text: title },
      ...first,
      ...notes.map((text) => ({ kind: 'text', text }) as const),
      ...view.also.map((section) => sectionOf(section, phrases)),
      { kind: 'subtle', text: phrases.say('outcome.asOf', { date: phrases.date(asOf) }) },
      ...sourceSection(sources, phrases),
      ...(choices.length === 0
        ? []
        : [
            {
              kind: 'section',
              blocks: [
                { kind: 'strong', text: choose ?? phrases.say('answer.near') },
                { kind: 'buttons', buttons: choices.map(askButton) },
              ],
            } as const,
          ]),
      { kind: 'subtle', text: phrases.say('outcome.closing', { authority: phrases.say('authority.either') }) },
    ],
    // What does not fit beside the choices works typed.
    actions: [
      ...(view.resume ? [resumeButton(view.resume, phrases)] : []),
      handoffButton(about, phrases),
      shareButton(about, phrases),
      ...(next ? [startButton(next)] : []),
      menuButton(phrases),
    ].slice(0, Math.max(0, mostButtons - choices.length)),
  };
};
