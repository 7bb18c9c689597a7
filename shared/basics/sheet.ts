/** One cell as a spreadsheet file holds it, before anybody knows what it means. */
export interface SheetCell {
  /** The text of the cell, untrimmed; numbers as the file shows them. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'error';
  /** The stored number (dates are Excel serials). */
  readonly number?: number;
  /** The number format of a number, e.g. 'yyyy-mm-dd' or 'General'. */
  readonly format?: string;
}

/** One row; `row` is the number that Excel shows on its left. Wholly empty rows are left out. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly (SheetCell | null)[];
}

/** One sheet of a workbook, or the whole of a csv file. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Serial numbers count from 1904-01-01 instead of 1899-12-30. */
  readonly date1904: boolean;
  readonly rows: readonly SheetRow[];
  /** Merged ranges, only the first cell of which holds the value; `row` as in SheetRow, `column` from 0. */
  readonly merges?: readonly MergedRange[];
}

export interface MergedRange {
  readonly row: number;
  readonly column: number;
  /** How many of each it spans. */
  readonly rows: number;
  readonly columns: number;
}
