import MiniSearch from 'minisearch';
import type { Article } from '../src/knowledge/index.ts';

/** The floor: these articles in minisearch as it comes, with the ways that they are asked for in both languages. */
export const miniSearchOf = (articles: readonly Article[]): MiniSearch => {
  const mini = new MiniSearch({ fields: ['title', 'asks', 'body'] });
  mini.addAll(
    articles.map(({ id, title, asks, asksEnglish, answers }) => ({
      id,
      title,
      asks: [...asks, ...asksEnglish].join('\n'),
      body: answers.flatMap(({ say, points }) => [say, ...points.map(({ text }) => text)]).join('\n'),
    })),
  );
  return mini;
};
