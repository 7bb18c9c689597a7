import type { Instant } from './instant';

/** A value in a cell that we write. Text stays text whatever it looks like (= + - @); numbers are numbers. */
export type CellValue = string | number | null;

/** How a column looks and prints. 'id' is text format ('@') in a monospaced face; width in characters. */
export interface ColumnModel {
  readonly header: string;
  readonly width: number;
  readonly kind: 'text' | 'id' | 'number' | 'centre' | 'wrap';
  /** Dropdown of the data cells. */
  readonly choices?: readonly string[];
}

/** One printable sheet: title, sub-line, header, rows, foot lines. A4 landscape, header repeated, fit to width. */
export interface SheetModel {
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Row index → columns to mark as wrong (light red ground), for the workbook of refused rows. */
  readonly flagged?: readonly { readonly row: number; readonly column: number }[];
  /** Lines under the table; '\t' parts a line into pieces that are spread over the width (填表人 审核人 …). */
  readonly foot: readonly string[];
  /** Printed at the bottom left of every page, before 第 n 页 共 m 页: course, package number. */
  readonly pageFooter?: string;
  readonly frozenColumns: number;
  /** Empty rows with the columns' formats and dropdowns below the data (templates). */
  readonly spareRows?: number;
}

/** A workbook to be written; `created` is its fixed time, so that the same model gives the same bytes. */
export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  readonly created: Instant;
  readonly author: string;
}
