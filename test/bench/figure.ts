/** How `npm run bench` finds figures in what its parts print. */
const FIGURE_LINE = 'figure ';

/** One measured value; `budget` is in the same unit and must not be exceeded. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'KB' | '×';
  readonly budget?: number;
}

/** Prints a figure as a line that `npm run bench` puts into its table. */
export function figure(name: string, value: number, unit: Figure['unit'], budget?: number): void {
  const line: Figure = { name, value, unit, ...(budget !== undefined && { budget }) };
  console.log(`${FIGURE_LINE}${JSON.stringify(line)}`);
}

/** The value below which this share of the values lies; the nearest one that was measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError('no values');
  return value;
}
