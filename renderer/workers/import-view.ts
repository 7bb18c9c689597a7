import type { ColumnMapping } from '../../shared/records/settings';
import type { ImportKind } from '../../shared/import/import-kinds';
import type {
  ColumnChoice,
  FieldChange,
  FieldName,
  PreviewColumn,
  PreviewCounts,
  PreviewRow,
} from '../../shared/import/preview';
import type { ImportTask } from '../../shared/import/read-task';
import type { RowAddition } from '../../shared/import/what-row-adds';
import type { Problem } from '../../shared/problems/problem';

/** A row as the screen needs it; what the commands need of it stays in the worker. */
export interface RowView {
  /** As Excel numbers it. */
  readonly row: number;
  /** What each cell of the file says, untouched. */
  readonly cells: readonly string[];
  readonly edited: readonly number[];
  readonly state: PreviewRow<unknown>['state'];
  readonly name: string;
  readonly problems: readonly Problem[];
  readonly changes: readonly FieldChange[];
  readonly unchanged: boolean;
  readonly brings: RowAddition;
}

/** A file with its columns, before its rows. */
export interface FileView {
  readonly kind: ImportKind;
  readonly sheet: string;
  readonly sheetNames: readonly string[];
  readonly layout: string;
  readonly fields: readonly FieldName[];
  readonly columns: readonly PreviewColumn[];
  readonly choice: ColumnChoice;
  /** The choice is the one that was remembered for this layout. */
  readonly remembered: boolean;
  readonly problems: readonly Problem[];
  readonly blocked: boolean;
  readonly counts: PreviewCounts;
  readonly rows: readonly RowView[];
}

/** What edits of cells did: only the rows that look different now. */
export interface EditView {
  readonly counts: PreviewCounts;
  readonly rows: readonly RowView[];
}

/** What to read, and how its columns were read before. */
export interface ImportSetup {
  readonly task: ImportTask;
  readonly mappings: readonly ColumnMapping[];
}

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}
