import { ok, type Result } from '../../shared/basics/result';
import { sameValue } from '../../shared/basics/same-value';
import type { Sheet } from '../../shared/basics/sheet';
import type { Instant } from '../../shared/basics/instant';
import type { WorkbookModel } from '../../shared/basics/workbook';
import { readSpreadsheet } from '../../shared/engines/read-spreadsheet';
import { entriesToImport } from '../../shared/import/entries-to-import';
import type { ImportKind, InputOf, PreviewOf } from '../../shared/import/import-kinds';
import type { ImportDecisions, PreviewRow, Progress, ReadChoices } from '../../shared/import/preview';
import { readTask, type ImportTask } from '../../shared/import/read-task';
import { recheck } from '../../shared/import/recheck';
import { refusedWorkbook } from '../../shared/import/refused-workbook';
import { sheetOfPaste } from '../../shared/import/sheet-of-paste';
import { whatRowAdds } from '../../shared/import/what-row-adds';
import type { Problem } from '../../shared/problems/problem';
import type { CellEdit, EditView, FileView, ImportSetup, RowView } from './import-view';

/**
 * One file on its way in, from its bytes to the entries of a command. It lives where reading may take long: in a worker, which
 * exposes it as it is. What it is given and gives back is plain data.
 */
export class ImportSession {
  #setup: ImportSetup | null = null;
  #sheets: readonly Sheet[] = [];
  #preview: PreviewOf | null = null;
  #remembered = false;

  /** Answers as soon as the program of a worker is loaded: the limit of reading counts from then. */
  ready(): true {
    return true;
  }

  /** Reads the sheets of a file; nothing is previewed yet. */
  readFile(bytes: Uint8Array, fileName: string): Result<null, Problem> {
    this.#preview = null;
    const sheets = readSpreadsheet(bytes, fileName);
    if (!sheets.ok) return sheets;
    this.#sheets = sheets.value;
    return ok(null);
  }

  /** Previews what was read, with the columns remembered for its layout unless others are chosen. */
  preview(setup: ImportSetup, choices: ReadChoices, progress?: Progress): FileView {
    this.#setup = setup;
    return this.#read(choices, progress);
  }

  /** Previews cells pasted from a spreadsheet: with their own heading row, or without any. */
  previewPaste(setup: ImportSetup, text: string): FileView {
    this.#setup = setup;
    this.#sheets = [sheetOfPaste(text, { headings: false })];
    const own = this.#read({});
    if (own.columns.some(({ field }) => field !== null)) return own;
    this.#sheets = [sheetOfPaste(text, { headings: true })];
    return this.#read({});
  }

  /** Another sheet, or other columns. Other columns keep the cells that were edited. */
  choose(choices: ReadChoices, progress?: Progress): FileView {
    const { choice } = choices;
    const before = this.#current();
    if (choices.sheet !== undefined && choices.sheet !== before.sheet.name) return this.#read(choices, progress);
    this.#preview = before.blocked
      ? this.#build({ sheet: before.sheet.name, ...choices }, progress)
      : recheck(before, { choice: choice ?? {} });
    return this.#view(false);
  }

  /** Reads the verdicts again by what is stored now; columns and corrected cells stay. */
  refresh(task: ImportTask): FileView {
    const before = this.#current();
    if (this.#setup) this.#setup = { ...this.#setup, task };
    const cells = before.rows.flatMap((row) =>
      row.edited.map((column) => ({ row: row.row, column, text: row.cells[column]?.text ?? '' })),
    );
    const again = this.#build({ sheet: before.sheet.name, choice: before.choice });
    this.#preview = cells.length === 0 ? again : recheck(again, { cells });
    return this.#view(this.#remembered);
  }

  edit(cells: readonly CellEdit[]): EditView {
    const before = this.#current();
    const after = recheck(before, { cells });
    this.#preview = after;
    const rows = after.rows.filter((row, i) => !looksSame(before.rows[i]!, row));
    return { counts: after.counts, rows: rows.map((row) => rowView(after, row)) };
  }

  /** What the command of the kind takes of the confirmed preview. Throws when the file is of another kind. */
  entries<Kind extends ImportKind>(kind: Kind, decisions: ImportDecisions): readonly InputOf<Kind>[] {
    const preview = this.#current();
    if (!isOfKind(preview, kind)) throw new Error(`the file was read as ${preview.kind}, not as ${kind}`);
    return entriesToImport(preview, decisions);
  }

  /** The rows that cannot be imported, with the reasons. */
  refused(made: { readonly created: Instant; readonly author: string }): WorkbookModel {
    return refusedWorkbook(this.#current(), made);
  }

  #read(choices: ReadChoices, progress?: Progress): FileView {
    const guessed = this.#build(choices, progress);
    const id = `${guessed.kind}/${guessed.layout}`;
    const mapping = choices.choice ? undefined : this.#setup?.mappings.find((known) => known.id === id);
    this.#preview = mapping ? this.#build({ ...choices, choice: mapping.fields }, progress) : guessed;
    return this.#view(mapping !== undefined);
  }

  #build(choices: ReadChoices, progress?: Progress): PreviewOf {
    if (!this.#setup) throw new Error('nothing is known of what to read');
    return readTask(this.#setup.task, this.#sheets, choices, progress);
  }

  #current(): PreviewOf {
    if (!this.#preview) throw new Error('no file was read');
    return this.#preview;
  }

  #view(remembered: boolean): FileView {
    this.#remembered = remembered;
    const preview = this.#current();
    const { kind, sheet, sheetNames, layout, fields, columns, choice, problems, blocked, counts } = preview;
    const rows = preview.rows.map((row) => rowView(preview, row));
    return {
      kind,
      sheet: sheet.name,
      sheetNames,
      layout,
      fields,
      columns,
      choice,
      remembered,
      problems,
      blocked,
      counts,
      rows,
    };
  }
}

const isOfKind = <Kind extends ImportKind>(preview: PreviewOf, kind: Kind): preview is PreviewOf<Kind> =>
  preview.kind === kind;

function rowView(preview: PreviewOf, row: PreviewOf['rows'][number]): RowView {
  const { problems, changes, unchanged, edited, state, name } = row;
  return {
    row: row.row,
    cells: row.cells.map((cell) => cell?.text ?? ''),
    edited,
    state,
    name,
    problems,
    changes,
    unchanged,
    brings: whatRowAdds(preview, row),
  };
}

const looksSame = (a: PreviewRow<unknown>, b: PreviewRow<unknown>): boolean =>
  a.cells === b.cells &&
  a.state === b.state &&
  a.unchanged === b.unchanged &&
  sameList(a.problems, b.problems) &&
  sameList(a.changes, b.changes);

const sameList = (a: readonly object[], b: readonly object[]): boolean => a === b || sameValue(a, b);
