import { wordsOf } from '../language/index.ts';

/** The kinds of no that tell whom to call first. */
export const dangers = { urgent: 'acute-illness', despair: 'crisis-and-loneliness' } as const;

/** Finds rows of words that mean danger to life, as they are written. */
export const rowsIn = (rows: readonly string[]): ((text: string) => boolean) => {
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
