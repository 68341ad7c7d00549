import type { ArticleAnswer } from './articleSchema.ts';
import { deadlineStandards } from './deadlines.ts';
import type { KnowledgeData } from './Knowledge.ts';
import type { PlacedFault } from './load.ts';
import type { Citation } from './schema.ts';

type Path = readonly PropertyKey[];

/** What a `{…}` in an article's text names. */
const anyFill = /\{([^{}]*)\}/gu;
const yesOrNo = /^(?:ja|jo|nej|yes|no)(?!\p{L})[.,;: ]/iu;

/** Finds in articles what no schema can see: ids that are taken or unknown, values out of order, figures that nothing fills. */
export const checkArticles = (data: KnowledgeData, provisions: ReadonlySet<string>): PlacedFault[] => {
  const faults: PlacedFault[] = [];
  const files = data.articles ?? [];
  const sources = new Set(data.sources.map(({ id }) => id));
  const seen = new Set<string>();
  const known = new Set(files.flatMap(({ value }) => value.articles.map(({ id }) => id)));
  const local = (data.municipalities ?? []).flatMap(({ value }) => value.standards);
  const guidance = (data.guidance ?? []).map(({ value }) => value.guidance);
  const steps = new Set(
    [...deadlineStandards(data.deadlines, local, guidance).values()].flatMap(({ id, rules }) =>
      rules.flatMap(({ values }) => values.flatMap(({ deadline }) => (deadline ? [`${id}/${deadline.step}`] : []))),
    ),
  );
  const told = new Set(
    [...local, ...guidance].flatMap(({ facts, contacts }) =>
      [...facts, ...contacts].flatMap(({ articles }) => articles),
    ),
  );

  const add = (file: string, path: Path, what: string, why: string, cure: string): void => {
    faults.push({ file, path, what, why, cure });
  };
  const unique = (file: string, path: Path, id: string): void => {
    if (seen.has(id))
      add(file, path, `the id "${id}" is used twice.`, 'One id means one thing.', 'Rename one of them.');
    seen.add(id);
  };
  const articleIs = (file: string, path: Path, id: string): void => {
    if (!known.has(id))
      add(
        file,
        path,
        `the article "${id}" is unknown.`,
        'It would lead the reader nowhere.',
        'Use an id from knowledge/articles, or write the article there.',
      );
  };
  const cited = (file: string, path: Path, citations: readonly Citation[]): void => {
    for (const [index, { source }] of citations.entries())
      if (!sources.has(source))
        add(
          file,
          [...path, 'citations', index, 'source'],
          `the source "${source}" is unknown.`,
          'A citation must lead the reader to a document.',
          'Use an id from knowledge/sources.yaml, or add the document there.',
        );
  };
  const filled = (file: string, path: Path, text: string): void => {
    for (const [whole, name = ''] of text.matchAll(anyFill)) {
      const length = /^length:(.*)$/u.exec(name)?.[1];
      if (name !== 'pensionAge' && (length === undefined || !steps.has(length)))
        add(
          file,
          path,
          `nothing fills ${whole}.`,
          'The reader would see the braces.',
          'Write {pensionAge}, or {length:STANDARD/STEP} with a deadline that exists.',
        );
    }
  };
  const answered = (file: string, path: Path, answer: ArticleAnswer): void => {
    cited(file, path, answer.citations);
    for (const key of ['say', 'english'] as const) {
      filled(file, [...path, key], answer[key]);
      if (yesOrNo.test(answer[key]))
        add(
          file,
          [...path, key],
          'an answer begins with yes or no.',
          'It may be the answer to the opposite of what is asked.',
          'Begin with a full statement.',
        );
    }
    for (const [index, { text, citations }] of answer.points.entries()) {
      filled(file, [...path, 'points', index], text);
      cited(file, [...path, 'points', index], citations);
    }
    for (const [index, id] of answer.provisions.entries())
      if (!provisions.has(id))
        add(
          file,
          [...path, 'provisions', index],
          `the provision "${id}" is unknown.`,
          'An answer would name a paragraph that the guide knows nothing about.',
          'Use an id from knowledge/law, or add the provision there.',
        );
  };

  for (const { file, value } of files) {
    for (const [index, article] of value.articles.entries()) {
      const path = ['articles', index];
      unique(file, [...path, 'id'], article.id);
      for (const [at, id] of article.related.entries()) articleIs(file, [...path, 'related', at], id);
      if (article.answers.length === 0 && !told.has(article.id))
        add(
          file,
          path,
          `nothing answers "${article.id}".`,
          'The reader would get an empty card.',
          'Add `answers`, or name the article in the `articles` of a fact.',
        );
      for (const [at, answer] of article.answers.entries()) {
        const before = article.answers[at - 1];
        if (before && before.validFrom >= answer.validFrom)
          add(
            file,
            [...path, 'answers', at, 'validFrom'],
            `"validFrom" ${answer.validFrom} does not come after ${before.validFrom}.`,
            'Two values would hold on the same day, and the reader could get either.',
            'Order the values by start, each with a day of its own.',
          );
        answered(file, [...path, 'answers', at], answer);
      }
    }
    for (const [index, { id, say, english }] of value.outside.entries()) {
      unique(file, ['outside', index, 'id'], id);
      for (const [key, said] of Object.entries({ say, english }))
        for (const [whole] of said.matchAll(anyFill))
          add(
            file,
            ['outside', index, key],
            `nothing fills ${whole} in a kind no.`,
            'Nothing is filled in there, so the reader would see them.',
            'Write it without figures.',
          );
    }
  }
  const named = new Set([
    ...(data.municipalities ?? []).flatMap(({ value }) => [value.id, ...value.standards.map(({ id }) => id)]),
    ...guidance.map(({ id }) => id),
  ]);
  for (const id of Object.keys(data.words?.names ?? {}))
    if (!named.has(id))
      add(
        'knowledge/words.yaml',
        ['names', id],
        `nothing is called "${id}".`,
        'These names would lead the reader nowhere.',
        'Use the id of a municipality or a standard.',
      );
  const facts = [
    ...(data.municipalities ?? []).flatMap(({ file, value }) =>
      value.standards.map((standard, index) => ({ file, path: ['standards', index] as Path, standard })),
    ),
    ...(data.guidance ?? []).map(({ file, value }) => ({ file, path: ['guidance'] as Path, standard: value.guidance })),
  ];
  for (const { file, path, standard } of facts)
    for (const key of ['facts', 'contacts'] as const)
      for (const [index, { articles }] of standard[key].entries())
        for (const [at, id] of articles.entries()) articleIs(file, [...path, key, index, 'articles', at], id);
  return faults;
};
