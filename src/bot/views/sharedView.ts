import { doubtText, type OutcomeView, type Phrases, type SectionView, type ShareView } from '../../cards/index.ts';
import type { Checklist } from '../../knowledge/index.ts';
import { optionOf, type Answers, type DecisionTree, type Shows } from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import { endedWalk, ownCitations, type Ended } from './endedWalk.ts';
import { outcomeView } from './outcomeView.ts';
import type { Scene } from './scene.ts';
import { withDoubts, type Composed } from './sections/section.ts';
import { citedOn, sourceViews } from './sourceViews.ts';
import { composeShown } from './summaryView.ts';

/** Questions about what the law calls things and where it holds. All others are about a citizen or about who asks. */
const ofTheLaw: ReadonlySet<string> = new Set([
  'need',
  'course',
  'stage',
  'track',
  'about',
  'standard',
  'topic',
  'compare',
  'municipality',
]);
const verdicts = {
  must: 'contact.must',
  'must-if-changed': 'contact.mustIfChanged',
  should: 'contact.should',
} as const;

/** How much of what it says a card alone in its message holds, in characters. */
const mostText = 6_000;

type Part = Pick<ShareView, 'title' | 'text' | 'sections' | 'sources'>;

const labelsOf = (tree: DecisionTree, answers: Answers, questions: readonly string[]): readonly string[] =>
  questions.flatMap((id) => {
    const answer = answers[id];
    return answer === undefined || answer === 'unknown' ? [] : (optionOf(tree, id, answer)?.label ?? []);
  });

/** What was asked: the topic, what the law calls it, and where. Never what was answered of a citizen. */
const askedOf = (tree: DecisionTree, { answers }: Walk, phrases: Phrases): ShareView['facts'] => {
  const topics = labelsOf(tree, answers, ['need', 'course', 'stage', 'track', 'about']);
  const places = labelsOf(tree, answers, ['municipality']);
  const row = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [{ name, value: values.join(' · ') }];
  return [
    { name: phrases.say('share.question'), value: tree.title },
    ...row(phrases.say('handoff.topic'), topics),
    ...row(phrases.say('handoff.place'), places),
  ];
};

const listed = (heading: string, items: readonly string[]): readonly SectionView[] =>
  items.length === 0 ? [] : [{ heading, items }];

/** What governs and what to do, without why it came to that. */
const outcomePart = (view: OutcomeView, phrases: Phrases): Part => ({
  title: view.title,
  text: view.conclusion,
  sections: [
    ...view.governing.map(({ label, title, gives, conditions, decidedBy, start, validFrom, doubts }) => ({
      heading: `${label}: ${title}`,
      text: gives,
      items: [...conditions, ...doubts.map((doubt) => doubtText(doubt, phrases))],
      after: [
        `${phrases.say('outcome.decidedBy')}: ${phrases.say(`authority.${decidedBy}`)}`,
        `${phrases.say('outcome.inForce')}: ${phrases.say(
          start === 'exact' ? 'outcome.since' : 'outcome.sinceAtLatest',
          {
            date: phrases.date(validFrom),
          },
        )}`,
      ].join(' · '),
    })),
    ...listed(
      phrases.say('outcome.candidates'),
      view.candidates.map(({ label, title }) => `${label}: ${title}`),
    ),
    {
      heading: phrases.say('outcome.contact'),
      text: [phrases.say(verdicts[view.contact.verdict]), view.contact.statement].join(' '),
      items: view.contact.details,
    },
    ...listed(
      phrases.say('outcome.upcoming'),
      view.upcoming.map(({ date, provisions }) =>
        phrases.say('outcome.upcomingChange', { date: phrases.date(date), provisions: provisions.join(', ') }),
      ),
    ),
  ],
  sources: view.sources,
});

/** What a summary shows that is the same for everyone who asks it. */
const isForAll = (shown: Shows): boolean =>
  typeof shown === 'string'
    ? shown !== 'checklist'
    : !('dutyBy' in shown) || shown.dutyBy.every((id) => ofTheLaw.has(id));

/** The points of a checklist as they are asked, without how it stands with anyone's course. */
const checklistParts = ({ points }: Checklist, { phrases }: Scene): Composed => ({
  sections: points.map(({ title, asks, todo, who, doubt }) => ({
    heading: title,
    text: asks,
    items: [...todo.map(({ text }) => text), phrases.say('checklist.who', { who }), { doubt }],
  })),
  cited: points.flatMap(({ citations, todo, verifiedOn }) =>
    citedOn([...citations, ...todo.flatMap((statement) => statement.citations)], verifiedOn),
  ),
  danish: true,
});

const summaryPart = (tree: DecisionTree, walk: Walk, ended: Ended, scene: Scene): Part => {
  const { knowledge, phrases } = scene;
  const { answers } = walk;
  const { asOf, title, conclusion } = endedWalk(tree, walk, ended, scene);
  const { shows } = ended.outcome;
  const checklist = shows.includes('checklist') ? knowledge.checklist(answers.course ?? '') : undefined;
  const { sections, cited } = checklist
    ? checklistParts(checklist, scene)
    : composeShown({ ...scene, tree, answers, asOf }, shows.filter(isForAll), 'in-short');
  return {
    title: checklist ? tree.title : title,
    text: checklist ? tree.description : conclusion,
    // A link to a calendar is to this guide, which a reader may not reach.
    sections: withDoubts(sections, phrases).map(({ link: _, ...section }) => section),
    sources: sourceViews(knowledge, [...ownCitations(knowledge, ended, asOf), ...cited]),
  };
};

/**
 * The end of a walk as anyone may see it: the question, its conclusion, the law, what to do, last days and sources. None of
 * the answers about a citizen or a place of work, and nothing to press; but a conclusion and last days are those of one case.
 */
export const sharedEnd = (tree: DecisionTree, walk: Walk, ended: Ended, scene: Scene): ShareView => {
  const { phrases, today } = scene;
  const isOutcome = ended.outcome.shows.includes('governing');
  const part = isOutcome
    ? outcomePart(outcomeView(tree, walk, ended, scene), phrases)
    : summaryPart(tree, walk, ended, scene);
  return {
    ...part,
    facts: askedOf(tree, walk, phrases) ?? [],
    notes: [
      ...(ended.outcome.shows.includes('checklist') ? [] : [phrases.say('share.oneCase')]),
      ...(phrases.language === 'en' ? [phrases.say('card.untranslated')] : []),
    ],
    asOf: endedWalk(tree, walk, ended, scene).asOf,
    made: today,
    room: mostText,
  };
};
