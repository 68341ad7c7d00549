import { answerAbout, type Reply } from '../../answers/index.ts';
import type { AnswerView, Phrases, ShareView } from '../../cards/index.ts';
import { openReply } from '../closed.ts';
import type { Guide } from '../turn.ts';
import { replyView } from '../views/replyView.ts';
import type { Scene } from '../views/scene.ts';
import type { Entry } from './entry.ts';

/** An answer as it may be shared: what it says, what documents say, and where; no choices and no way on. */
export const sharedAnswer = (view: AnswerView, phrases: Phrases): ShareView => {
  const { title, say, points, sections, notes, asOf, sources } = view;
  const pointed = points.length === 0 ? [] : [{ heading: phrases.say('outcome.remember'), items: points }];
  return {
    title,
    ...(say === undefined ? {} : { text: say }),
    sections: [...pointed, ...sections],
    notes,
    asOf,
    sources,
  };
};

/** The card of a reply that answers; undefined for every other reply, and for what is switched off. */
export const answerIn = (guide: Guide, reply: Reply | undefined, scene: Scene): AnswerView | undefined => {
  const shown = reply && openReply(guide, reply);
  const view = shown && replyView(shown, scene, [])?.view;
  return view?.kind === 'answer' && (view.say !== undefined || view.sections.length > 0) ? view : undefined;
};

/** Every subject that is answered everywhere, by its title in both languages. */
export const answerEntries = (guide: Guide, scene: Scene): readonly Entry[] => {
  const { knowledge, today } = scene;
  const related = new Map<string, number>();
  for (const article of knowledge.articles)
    for (const id of article.related) related.set(id, (related.get(id) ?? 0) + 1);
  return knowledge.articles.flatMap(({ id, title, titleEnglish }): Entry[] => {
    const answer = knowledge.answerOn(id, today);
    if (!answer) return [];
    return [
      {
        id: `answer:${id}`,
        title: title.charAt(0).toUpperCase() + title.slice(1),
        fields: [
          { text: title, weight: 2 },
          { text: titleEnglish, weight: 1 },
        ],
        names: [id, ...answer.provisions],
        usual: related.get(id) ?? 0,
        card: () => {
          const view = answerIn(guide, answerAbout(guide.questions, { article: id, date: today }), scene);
          return view && sharedAnswer(view, scene.phrases);
        },
      },
    ];
  });
};
