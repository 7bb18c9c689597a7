import type { Sheet, SheetCell } from '../basics/sheet';
import type { Problem } from '../problems/problem';

/** A stored value that the file says differently. */
export interface FieldChange {
  readonly field: string;
  /** The field's name in Chinese. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What a row says by itself, before it is compared with other rows and with what is stored. */
export interface RowReading<Entry> {
  /** For lists: the name or what else a person calls the row by; as it stands in the file for skipped rows. */
  readonly name: string;
  /** Normalised value of each field, as text. */
  readonly shown: { readonly [field: string]: string };
  /** null when a check of the row alone refuses it. */
  readonly entry: Entry | null;
  readonly problems: readonly Problem[];
  readonly skipped: boolean;
}

/** One row of the file. `problems[].field` names the cell that each is about. */
export interface PreviewRow<Entry> {
  /** As Excel numbers it. */
  readonly row: number;
  readonly cells: readonly (SheetCell | null)[];
  /** Columns (from 0) that were edited in the preview. */
  readonly edited: readonly number[];
  readonly state: 'accepted' | 'refused' | 'skipped';
  readonly name: string;
  readonly shown: { readonly [field: string]: string };
  /** Only of accepted rows. */
  readonly entry: Entry | null;
  readonly problems: readonly Problem[];
  /** Old → new against what is stored; nothing of it is imported without being told to. */
  readonly changes: readonly FieldChange[];
  /** Accepted, but everything in it is stored already. */
  readonly unchanged: boolean;
  readonly reading: RowReading<Entry>;
}

/** One column of the file and what it is read as. */
export interface PreviewColumn {
  readonly index: number;
  /** A, B … AA as Excel names it. */
  readonly letter: string;
  /** Heading as it is remembered in a mapping: unique within the file. */
  readonly key: string;
  readonly heading: string;
  readonly field: string | null;
  /** false when the registrar (or a remembered mapping) chose it. */
  readonly guessed: boolean;
  /** Up to three values from below the heading. */
  readonly samples: readonly string[];
}

/** Field → key of the column it is read from; '' = from none. Fields that are not named are guessed. */
export type ColumnChoice = { readonly [field: string]: string };

export interface FieldName {
  readonly field: string;
  readonly label: string;
  readonly required: boolean;
}

/** Everything that is known of a file before anything is imported. Plain data: it crosses to and from a worker. */
export interface ImportPreview<Kind extends string, Entry, Context> {
  readonly kind: Kind;
  readonly sheet: Sheet;
  /** Names of the visible sheets that hold rows, to choose another one. */
  readonly sheetNames: readonly string[];
  readonly headerRows: readonly number[];
  /** Fingerprint of the headings: files of one layout share a remembered mapping. */
  readonly layout: string;
  readonly fields: readonly FieldName[];
  readonly columns: readonly PreviewColumn[];
  readonly choice: ColumnChoice;
  /** About the file and its columns. */
  readonly problems: readonly Problem[];
  /** Columns must be settled first: nothing can be imported. */
  readonly blocked: boolean;
  readonly rows: readonly PreviewRow<Entry>[];
  readonly counts: PreviewCounts;
  readonly context: Context;
}

export interface PreviewCounts {
  readonly accepted: number;
  readonly refused: number;
  readonly skipped: number;
  readonly unchanged: number;
  readonly changing: number;
}

/** What the registrar changed in the preview. */
export interface PreviewEdits {
  readonly cells?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly choice?: ColumnChoice;
}

/** Chooses a sheet and columns; without them both are guessed. */
export interface ReadChoices {
  readonly sheet?: string;
  readonly choice?: ColumnChoice;
}

/** Called now and then with the rows done so far. */
export type Progress = (done: number, total: number) => void;

/** What is imported of a confirmed preview, besides the rows without any difference. */
export interface ImportDecisions {
  /** 'all', or the Excel rows whose differing values replace the stored ones. */
  readonly take: 'all' | readonly number[];
  /** Excel rows to leave out although they are accepted. */
  readonly leaveOut?: readonly number[];
}

export const TAKE_NOTHING: ImportDecisions = { take: [] };
