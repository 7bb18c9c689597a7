import { problemTitle, type ProblemCode } from '../../../shared/problems/catalogue';
import type { Problem, ProblemLevel } from '../../../shared/problems/problem';
import type { ImportDecisions } from '../../../shared/import/preview';
import type { EditView, RowView } from '../../workers/import-view';

/** Which rows of the preview are shown. */
export interface RowFilter {
  readonly only: 'all' | 'problems';
  /** Only rows with this problem. */
  readonly code: string | null;
}

export const SHOW_ALL: RowFilter = { only: 'all', code: null };

/** What the registrar decided row by row, by Excel row. */
export interface Decided {
  /** Rows whose differing values replace the stored ones. */
  readonly take: ReadonlySet<number>;
  readonly leaveOut: ReadonlySet<number>;
}

export const NOTHING_DECIDED: Decided = { take: new Set(), leaveOut: new Set() };

/** What a row needs somebody to look at: an error or a warning. */
export const needsLook = ({ problems }: RowView): boolean => problems.some(({ level }) => level !== 'info');

/** The rows that pass the filter. `kept` = rows edited since it was set: they stay, so that their new verdict is seen. */
export const shownRows = (
  rows: readonly RowView[],
  { only, code }: RowFilter,
  kept: ReadonlySet<number>,
): readonly RowView[] =>
  only === 'all' && code === null
    ? rows
    : rows.filter(
        (row) =>
          kept.has(row.row) || (code === null ? needsLook(row) : row.problems.some((one) => one.code === code)),
      );

/** One kind of problem and in how many rows it is. */
export interface ProblemKind {
  readonly code: string;
  readonly level: ProblemLevel;
  readonly title: string;
  readonly rows: number;
}

const LEVELS: readonly ProblemLevel[] = ['error', 'warning', 'info'];

/** The kinds of problem in these rows: errors first, the most frequent first. */
export function problemKinds(rows: readonly RowView[]): readonly ProblemKind[] {
  const kinds = new Map<string, { readonly first: Problem; rows: number }>();
  for (const { problems } of rows) {
    const inRow = new Set<string>();
    for (const problem of problems) {
      if (inRow.has(problem.code)) continue;
      inRow.add(problem.code);
      const kind = kinds.get(problem.code);
      if (kind) kind.rows += 1;
      else kinds.set(problem.code, { first: problem, rows: 1 });
    }
  }
  return [...kinds.values()]
    .map(({ first, rows: count }) => ({
      code: first.code,
      level: first.level,
      title: problemTitle(first),
      rows: count,
    }))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.rows - a.rows);
}

/** Whether importing now would write something of this row. */
export const willImport = (row: RowView, { take, leaveOut }: Decided): boolean =>
  !leaveOut.has(row.row) && (row.brings === 'always' || (row.brings === 'when-taken' && take.has(row.row)));

export const decisionsOf = ({ take, leaveOut }: Decided): ImportDecisions => ({
  take: [...take],
  leaveOut: [...leaveOut],
});

/** The rows with what an edit changed. */
export function withEdit(rows: readonly RowView[], { rows: changed }: EditView): readonly RowView[] {
  const byRow = new Map(changed.map((row) => [row.row, row]));
  return rows.map((row) => byRow.get(row.row) ?? row);
}

/** What is said under one cell: the problems that are about it, and what is stored where the file differs. */
export interface CellNotes {
  readonly problems: readonly Problem[];
  readonly stored: string | null;
}

/** What the state of the row and the stored values under its cells say already. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set<ProblemCode>(['would-change', 'already-enrolled']);

/** The notes of a row by field; '' holds those that are about no column of the file. */
function notesOf(row: RowView, fields: ReadonlySet<string>): ReadonlyMap<string, CellNotes> {
  const notes = new Map<string, { problems: Problem[]; stored: string | null }>();
  const at = (field: string | undefined): { problems: Problem[]; stored: string | null } => {
    const place = field !== undefined && fields.has(field) ? field : '';
    const found = notes.get(place) ?? { problems: [], stored: null };
    notes.set(place, found);
    return found;
  };
  for (const problem of row.problems) if (!SAID_OTHERWISE.has(problem.code)) at(problem.field).problems.push(problem);
  for (const change of row.changes) at(change.field).stored = change.from;
  return notes;
}

const LINE = 32;
const NOTE = 20;

/** A row with its notes and its height in px: one line, and one more for each note under its fullest cell. */
export interface LaidRow {
  readonly row: RowView;
  readonly notes: ReadonlyMap<string, CellNotes>;
  readonly height: number;
}

/** Lays rows out over columns of these fields. A row that was laid out before costs nothing: an edit changes few of many. */
export function rowLayout(fields: ReadonlySet<string>): (row: RowView) => LaidRow {
  const known = new WeakMap<RowView, LaidRow>();
  return (row) => {
    const kept = known.get(row);
    if (kept) return kept;
    const notes = notesOf(row, fields);
    let most = row.changes.length > 0 ? 1 : 0;
    for (const { problems, stored } of notes.values())
      most = Math.max(most, problems.length + (stored === null ? 0 : 1));
    const laid = { row, notes, height: LINE + most * NOTE };
    known.set(row, laid);
    return laid;
  };
}

/** Fields with a problem or a difference in some row, and the characters of the longest title said under one. */
export function notedFields(rows: readonly RowView[]): ReadonlyMap<string, number> {
  const fields = new Map<string, number>();
  const note = (field: string, characters: number): void => {
    if (characters > (fields.get(field) ?? -1)) fields.set(field, characters);
  };
  for (const { problems, changes } of rows) {
    for (const one of problems) if (one.field !== undefined) note(one.field, problemTitle(one).length);
    for (const { field } of changes) note(field, 0);
  }
  return fields;
}
