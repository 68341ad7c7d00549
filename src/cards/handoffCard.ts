import { untranslatedNote } from './doubt.ts';
import type { HandoffAskView, HandoffView } from './handOnViews.ts';
import { sectionUnder, type Block, type Fact, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { sourceSection } from './sources.ts';
import { sectionOf } from './summaryCard.ts';
import { chooseAgain, helpButton, menuButton, resumeButton } from './ways.ts';

const headings = {
  municipality: 'handoff.heading',
  region: 'handoff.headingRegion',
  other: 'handoff.headingOther',
} as const;

/** Asks which municipality it is, before whom to ask there is shown. */
export const handoffAskCard = ({ about, question, municipalities, resume }: HandoffAskView, phrases: Phrases): Page => {
  const input = {
    id: 'municipality',
    label: phrases.say('input.required', { label: question }),
    options: municipalities,
    required: phrases.say('input.choiceMissing'),
  } as const;
  return {
    summary: question,
    speak: [
      question,
      phrases.say('question.options', { options: municipalities.map(({ label }) => label).join(', ') }),
    ].join(' '),
    blocks: [
      { kind: 'title', text: phrases.say('handoff.heading') },
      { kind: 'choice', input },
    ],
    actions: [
      { title: phrases.say('action.answer'), data: { kind: 'handoff', ...about }, withInput: true },
      ...(resume ? [resumeButton(resume, phrases)] : []),
      menuButton(phrases),
    ],
  };
};

const factsOf = ({ topic, municipality, asOf }: HandoffView, phrases: Phrases): readonly Fact[] => [
  ...(topic === undefined ? [] : [{ name: phrases.say('handoff.topic'), value: topic }]),
  ...(municipality === undefined ? [] : [{ name: phrases.say('handoff.place'), value: municipality }]),
  { name: phrases.say('handoff.day'), value: phrases.date(asOf) },
];

const draftSection = ({ draft }: HandoffView, phrases: Phrases): Block[] =>
  sectionUnder(
    phrases.say('handoff.draft'),
    draft.length === 0
      ? []
      : [
          { kind: 'text', text: phrases.say('handoff.yourself') },
          ...(phrases.language === 'da' ? [] : [{ kind: 'text', text: phrases.say('handoff.inDanish') } as const]),
          { kind: 'box', blocks: [{ kind: 'lines', lines: draft }] },
          { kind: 'strong', text: phrases.say('handoff.fill') },
        ],
  );

/**
 * Whom to ask and how, and a draft of what to say that the user sends, or does not. What is acute stands before everything
 * else; the draft stands by itself, so that it can be marked and copied.
 */
export const handoffCard = (view: HandoffView, phrases: Phrases): Page => {
  const heading = phrases.say(headings[view.recipient ?? 'other']);
  const first = view.sections[0]?.text;
  return {
    summary: [heading, first].filter(Boolean).join('. '),
    speak: [heading, phrases.say('handoff.acute'), first, phrases.say('handoff.yourself')].filter(Boolean).join(' '),
    blocks: [
      { kind: 'title', text: heading },
      { kind: 'box', blocks: [{ kind: 'strong', text: phrases.say('handoff.acute') }] },
      { kind: 'facts', rows: factsOf(view, phrases) },
      ...untranslatedNote(view, phrases),
      ...view.sections.map((section) => sectionOf(section, phrases)),
      ...draftSection(view, phrases),
      ...sourceSection(view.sources, phrases),
      {
        kind: 'subtle',
        text: phrases.say('outcome.closing', { authority: phrases.say(`authority.${view.recipient ?? 'either'}`) }),
      },
    ],
    actions: [
      ...(view.resume ? [resumeButton(view.resume, phrases)] : []),
      ...(view.about
        ? [
            {
              title: phrases.say('action.otherMunicipality'),
              data: { kind: 'handoff', ...view.about, option: chooseAgain },
            } as const,
          ]
        : []),
      menuButton(phrases),
      helpButton(phrases),
    ],
  };
};
