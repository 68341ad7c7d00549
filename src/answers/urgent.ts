import type { Knowledge, Outside } from '../knowledge/index.ts';
import { wordsOf } from '../language/index.ts';

/** The kinds of no that tell whom to call first. */
const dangers = { urgent: 'acute-illness', despair: 'crisis-and-loneliness' } as const;

/** Finds rows of words that mean danger to life, as they are written. */
const rowsIn = (rows: readonly string[]): ((text: string) => boolean) => {
  const sought = rows.map(
    (row) =>
      ` ${wordsOf(row)
        .map(({ key }) => key)
        .join(' ')} `,
  );
  return (text) => {
    const said = ` ${wordsOf(text)
      .map(({ key }) => key)
      .join(' ')} `;
    return sought.some((row) => said.includes(row));
  };
};

/** What a text that tells of danger to life is answered with; undefined for every other text. */
export const dangersIn = (
  { urgent, despair }: Knowledge['words'],
  outside: ReadonlyMap<string, Outside>,
): ((text: string) => Outside | undefined) => {
  const [isUrgent, isDespair] = [rowsIn(urgent), rowsIn(despair)];
  return (text) => {
    if (isUrgent(text)) return outside.get(dangers.urgent);
    return isDespair(text) ? outside.get(dangers.despair) : undefined;
  };
};
