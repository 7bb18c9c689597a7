import type { Sheet, SheetCell, SheetRow } from '../basics/sheet';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import { plainText } from './cell-text';
import { rowsWithMergesFilled } from './fill-merges';
import { findHeader, type Header } from './find-header';
import { columnLetter, normaliseHeading } from './heading-text';
import { layoutFingerprint } from './layout-fingerprint';
import { headingText, isExtra } from './plan-columns';
import type {
  ColumnChoice,
  ImportPreview,
  PreviewColumn,
  PreviewEdits,
  PreviewRow,
  Progress,
  ReadChoices,
  RowReading,
} from './preview';
import { rowAsRead, rowReadAgain, rowsWithVerdicts } from './rows-with-verdicts';
import type { RowCells, SheetReader } from './sheet-reader';
import { skippedRow } from './skipped-row';

const PROGRESS_STEP = 500;
const SHEET_LEFT = 'sheet-left';

/** The preview of a file's best fitting visible sheet (or of the one that was chosen). Nothing of it is imported yet. */
export function buildPreview<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  sheets: readonly Sheet[],
  context: Context,
  { sheet: wanted, choice = {} }: ReadChoices = {},
  progress?: Progress,
): ImportPreview<Kind, Entry, Context> {
  const visible = sheets.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  const offered = visible.length > 0 ? visible : sheets;
  const considered = offered.filter(({ name }) => name === wanted);
  const found = (considered.length > 0 ? considered : offered).map((sheet) => ({
    sheet,
    header: findHeader(reader, sheet, choice, context),
  }));
  const best = found.reduce<(typeof found)[number] | null>(
    (a, b) => (a && (a.header?.score ?? -1) >= (b.header?.score ?? -1) ? a : b),
    null,
  );
  const sheet = best?.sheet ?? { name: '', hidden: false, date1904: false, rows: [] };
  const preview = previewOf(
    reader,
    sheet,
    best?.header ?? null,
    offered.map(({ name }) => name),
    choice,
    context,
    progress,
  );
  const left = found.filter((other) => other.sheet !== sheet && couldBeRead(other)).map((other) => other.sheet.name);
  return left.length === 0
    ? preview
    : { ...preview, problems: [...preview.problems, importProblem(SHEET_LEFT, { read: sheet.name, left })] };
}

/** Whether a sheet has every column that is needed, and rows below them. */
const couldBeRead = ({ sheet, header }: { readonly sheet: Sheet; readonly header: Header | null }): boolean =>
  header !== null && !header.plan.blocked && sheet.rows.some(({ row }) => row > header.rows.at(-1)!);

/** The preview after edits of cells, or with other columns. Only edited rows are read again, then all are compared anew. */
export function rebuildPreview<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  preview: ImportPreview<Kind, Entry, Context>,
  { cells = [], choice }: PreviewEdits,
): ImportPreview<Kind, Entry, Context> {
  const edited = new Map<number, Map<number, SheetCell | null>>();
  for (const { row, column, text } of cells) {
    const line = edited.get(row) ?? new Map<number, SheetCell | null>();
    line.set(column, text === '' ? null : { text, kind: 'text' });
    edited.set(row, line);
  }
  const plan = choice ? null : planOf(preview);
  const rows = preview.rows.map((row) => {
    const line = edited.get(row.row);
    if (!line) return row;
    const next = withCells(row, line);
    return plan ? rowReadAgain(next, readRow(reader, next, preview.sheet.date1904, plan, preview.context)) : next;
  });
  if (plan) return { ...preview, ...rowsWithVerdicts(reader, rows, preview.context) };
  const lines = new Map(rows.map((row) => [row.row, row.cells]));
  const sheet = {
    ...preview.sheet,
    rows: preview.sheet.rows.map((row) => ({ row: row.row, cells: lines.get(row.row) ?? row.cells })),
  };
  const again = previewOf(
    reader,
    sheet,
    findHeader(reader, sheet, choice ?? {}, preview.context),
    preview.sheetNames,
    choice ?? {},
    preview.context,
  );
  const marks = new Map(rows.map((row) => [row.row, row.edited]));
  const left = preview.problems.filter(({ code }) => code === SHEET_LEFT);
  return {
    ...again,
    problems: [...again.problems, ...left],
    rows: again.rows.map((row) => ({ ...row, edited: marks.get(row.row) ?? [] })),
  };
}

function withCells<Entry>(row: PreviewRow<Entry>, line: ReadonlyMap<number, SheetCell | null>): PreviewRow<Entry> {
  const next = [...row.cells];
  for (const [column, cell] of line) {
    while (next.length <= column) next.push(null);
    next[column] = cell;
  }
  return { ...row, cells: next, edited: [...new Set([...row.edited, ...line.keys()])].sort((a, b) => a - b) };
}

function previewOf<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  sheet: Sheet,
  header: Header | null,
  sheetNames: readonly string[],
  choice: ColumnChoice,
  context: Context,
  progress?: Progress,
): ImportPreview<Kind, Entry, Context> {
  const required = new Set(reader.required.flat());
  const columns = header ? columnsOf(header, sheet) : [];
  const base = {
    kind: reader.kind,
    sheet,
    sheetNames,
    headerRows: header?.rows ?? [],
    layout: layoutFingerprint(
      columns.filter(({ field }) => field === null || !isExtra(field)).map(({ heading }) => heading),
    ),
    fields: reader.fields.map(({ field, label }) => ({ field, label, required: required.has(field) })),
    columns,
    choice,
    context,
  };
  const has = (field: string): boolean => header?.plan.columnOf.has(field) === true;
  const problems: readonly Problem[] = header ? header.plan.problems : missing(reader);
  if (!header || header.plan.blocked) {
    return {
      ...base,
      problems,
      blocked: true,
      rows: [],
      counts: { accepted: 0, refused: 0, skipped: 0, unchanged: 0, changing: 0 },
    };
  }
  const plan = planOf(base);
  const data = rowsWithMergesFilled(sheet, header.rows.at(-1)!);
  const rows = data.map((row, i) => {
    if (progress && i % PROGRESS_STEP === 0) progress(i, data.length);
    return rowAsRead(row, readRow(reader, row, sheet.date1904, plan, context));
  });
  progress?.(data.length, data.length);
  return {
    ...base,
    problems: [...problems, ...(reader.remarks?.(has, context) ?? [])],
    blocked: false,
    ...rowsWithVerdicts(reader, rows, context),
  };
}

const missing = <Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
): readonly Problem[] =>
  reader.required.map((group) =>
    importProblem(
      'column-missing',
      {
        column: reader.fields
          .filter(({ field }) => group.includes(field))
          .map(({ label }) => label)
          .join('或'),
      },
      group[0],
    ),
  );

interface RowPlan {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly headings: ReadonlyMap<number, string>;
}

const planOf = ({ columns }: { readonly columns: readonly PreviewColumn[] }): RowPlan => ({
  columnOf: new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const]))),
  headings: new Map(
    columns.flatMap(({ field, index, heading }) =>
      field === null ? [] : [[index, normaliseHeading(heading)] as const],
    ),
  ),
});

function readRow<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  { row, cells }: SheetRow,
  date1904: boolean,
  { columnOf, headings }: RowPlan,
  context: Context,
): RowReading<Entry> {
  const at: RowCells = {
    row,
    date1904,
    has: (field) => columnOf.has(field),
    cell: (field) => {
      const index = columnOf.get(field);
      return index === undefined ? null : (cells[index] ?? null);
    },
  };
  const keys = reader.keys.flatMap((field) => columnOf.get(field) ?? []);
  const skipped = skippedRow(cells, columnOf.get('order') ?? columnOf.get('number'), keys, headings);
  if (!skipped) return reader.readRow(at, context);
  return { name: at.cell('name')?.text ?? '', shown: {}, entry: null, problems: [skipped], skipped: true };
}

function columnsOf({ headings, plan, rows }: Header, sheet: Sheet): readonly PreviewColumn[] {
  const fieldOf = new Map([...plan.columnOf].map(([field, index]) => [index, field]));
  const below = sheet.rows.filter(({ row }) => row > rows.at(-1)!).slice(0, 20);
  return headings.flatMap((heading, i) => {
    const samples = below.flatMap(({ cells }) => plainText(cells[heading.index]) || []).slice(0, 3);
    const text = headingText(heading);
    if (text === '' && samples.length === 0) return [];
    return [
      {
        index: heading.index,
        letter: columnLetter(heading.index),
        key: plan.keys[i]!,
        heading: text,
        field: fieldOf.get(heading.index) ?? null,
        guessed: !plan.chosen.has(heading.index),
        samples,
      },
    ];
  });
}
