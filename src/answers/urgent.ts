import { wordsOf } from '../language/index.ts';

/** The kind no that tells whom to call first. */
export const urgentId = 'acute-illness';

/** Finds the rows of words that mean danger to life, as they are written. */
export const urgentIn = (rows: readonly string[]): ((text: string) => boolean) => {
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
