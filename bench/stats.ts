/** The value that a share of the sorted numbers does not exceed. */
export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

/** One line of a table: a name and its figures. */
export const row = (name: string, ...figures: readonly string[]): string =>
  `${name.padEnd(34)}${figures.map((figure) => figure.padStart(12)).join('')}\n`;
