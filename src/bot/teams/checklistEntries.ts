import type { Checklist, ChecklistPoint } from '../../knowledge/index.ts';
import type { Scene } from '../views/scene.ts';
import { citedOn, sourceViews } from '../views/sourceViews.ts';
import { oneLine, type Entry } from './entry.ts';

const entryOf = (scene: Scene, list: Checklist, point: ChecklistPoint): Entry => {
  const { phrases, knowledge, today } = scene;
  const title = `${list.title}: ${point.title}`;
  return {
    id: `checklist:${list.course}:${point.id}`,
    title,
    line: oneLine(point.asks),
    fields: [
      { text: title, weight: 2 },
      { text: phrases.say('topic.checklist'), weight: 1 },
    ],
    names: [list.course, 'tjekliste'],
    usual: 0,
    card: () => ({
      title,
      text: point.asks,
      sections: [{ heading: phrases.say('outcome.remember'), items: point.todo.map(({ text }) => text) }],
      notes: [
        phrases.say('checklist.who', { who: point.who }),
        ...(point.doubt === undefined ? [] : [phrases.say('outcome.doubt', { doubt: point.doubt })]),
      ],
      asOf: today,
      sources: sourceViews(
        knowledge,
        citedOn([...point.citations, ...point.todo.flatMap(({ citations }) => citations)], point.verifiedOn),
      ),
    }),
  };
};

/** Every point of every checklist that a guided dialog offers. */
export const checklistEntries = (scene: Scene, courses: readonly string[]): readonly Entry[] =>
  courses.flatMap((course) => {
    const list = scene.knowledge.checklist(course);
    return list ? list.points.map((point) => entryOf(scene, list, point)) : [];
  });
