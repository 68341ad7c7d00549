import { askGuide } from './askGuide.ts';
import type { Guide } from './turn.ts';

const questions = 40;

/** Asks some of the guide's own questions, so that the first user does not wait for code that has never run. */
export const warmUp = (guide: Guide): void => {
  const { articles } = guide.knowledge;
  const step = Math.max(1, Math.floor(articles.length / questions));
  for (let at = 0; at < articles.length; at += step)
    askGuide(guide, { text: articles[at]?.asks[0] ?? '', date: guide.today() });
  // A case is worked out once for all; so is what each kind of training leads to.
  askGuide(guide, { text: 'Hvilken paragraf er genoptræning til en 84-årig uden indlæggelse?', date: guide.today() });
};
