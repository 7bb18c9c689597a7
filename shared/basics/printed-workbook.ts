import type { SheetModel, WorkbookModel } from './workbook';

/** A sheet of paper and the margins that are printed with, in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

/** A printed page: rows from … to − 1 of the sheet. Only the last page has the foot. */
export interface SheetPage {
  readonly from: number;
  readonly to: number;
}

/** A line under the table, and which of its pieces stand over which columns (1 … n). */
export interface FootLine {
  readonly height: number;
  readonly pieces: readonly { readonly text: string; readonly from: number; readonly to: number }[];
}

/** How a sheet stands on paper: heights in points before it is shrunk to the width of the page, and what is on each page. */
export interface SheetPages {
  readonly paper: Paper;
  /** 1 = not shrunk; a text of 10 points is printed in 10 × scale. */
  readonly scale: number;
  /** Width of the table before it is shrunk. */
  readonly across: number;
  readonly title: number;
  readonly subtitle: number;
  readonly header: number;
  readonly rows: readonly number[];
  /** Between the table and its foot. */
  readonly footGap: number;
  readonly foot: readonly FootLine[];
  readonly pages: readonly SheetPage[];
}

/** A workbook that was laid out: what the writer is given. */
export interface PrintedWorkbook extends Omit<WorkbookModel, 'sheets'> {
  readonly sheets: readonly PrintedSheet[];
}

export interface PrintedSheet extends SheetModel {
  readonly layout: SheetPages;
}
