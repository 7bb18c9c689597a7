import type { SheetCell } from '../basics/sheet';
import type { Problem } from '../problems/problem';
import type { FieldChange, RowReading } from './preview';

/** A field of ours and the headings that mean it, as normaliseHeading leaves them. */
export interface FieldSpec {
  readonly field: string;
  readonly label: string;
  readonly spellings: readonly string[];
  /** Headings that mean it only where no other column does. */
  readonly vaguer?: readonly string[];
  /** Headings that nobody listed and that can still mean nothing else; only where no listed one does. */
  readonly pattern?: RegExp;
}

/** The heading of one column: the texts of the header rows from top to bottom, merged cells filled in. */
export interface Heading {
  readonly index: number;
  readonly texts: readonly string[];
}

/** The cells of one row by field. */
export interface RowCells {
  readonly row: number;
  readonly date1904: boolean;
  readonly has: (field: string) => boolean;
  readonly cell: (field: string) => SheetCell | null;
}

/** What comparing a row with the others and with the stored records adds to it. */
export interface Settlement<Entry> {
  readonly entry: Entry | null;
  readonly problems: readonly Problem[];
  readonly changes: readonly FieldChange[];
  readonly unchanged: boolean;
}

/** One row on its way through settle. */
export interface Candidate<Entry> {
  readonly row: number;
  readonly entry: Entry;
}

/** How one kind of file is read. All functions are pure. */
export interface SheetReader<Kind extends string, Entry, Context> {
  readonly kind: Kind;
  readonly fields: readonly FieldSpec[];
  /** Of each group at least one field must have a column. */
  readonly required: readonly (readonly string[])[];
  /** A row with none of these may be a summary or signature line. */
  readonly keys: readonly string[];
  /** Columns beyond the fields (sessions of an attendance sheet): column → field, and what is wrong with headings. */
  readonly extras?: (
    headings: readonly Heading[],
    context: Context,
  ) => { readonly fields: ReadonlyMap<number, string>; readonly problems: readonly Problem[] };
  /** At least one such column must be there; what it is called. */
  readonly extrasLabel?: string;
  /** What is to be said of the file when these fields have a column. */
  readonly remarks?: (has: (field: string) => boolean, context: Context) => readonly Problem[];
  readonly readRow: (cells: RowCells, context: Context) => RowReading<Entry>;
  /** Cross-checks of the rows that stand by themselves, in file order; one answer for each. */
  readonly settle: (candidates: readonly Candidate<Entry>[], context: Context) => readonly Settlement<Entry>[];
}
