import type { SheetRow } from '../basics/sheet';
import type { PreviewCounts, PreviewRow, RowReading } from './preview';
import type { SheetReader } from './sheet-reader';

/** A row as it was read, before it is compared with others. */
export const rowAsRead = <Entry>({ row, cells }: SheetRow, reading: RowReading<Entry>): PreviewRow<Entry> => ({
  row,
  cells,
  edited: [],
  state: reading.skipped ? 'skipped' : 'refused',
  name: reading.name,
  shown: reading.shown,
  entry: null,
  problems: reading.problems,
  changes: [],
  unchanged: false,
  reading,
});

/** The same row with a new reading. */
export const rowReadAgain = <Entry>(row: PreviewRow<Entry>, reading: RowReading<Entry>): PreviewRow<Entry> => ({
  ...rowAsRead(row, reading),
  edited: row.edited,
});

/** All rows with their verdicts: own checks first, then what comparing adds. Error = refused. */
export function rowsWithVerdicts<Kind extends string, Entry, Context>(
  reader: SheetReader<Kind, Entry, Context>,
  rows: readonly PreviewRow<Entry>[],
  context: Context,
): { readonly rows: readonly PreviewRow<Entry>[]; readonly counts: PreviewCounts } {
  const open = rows.flatMap(({ row, reading }) => (reading.entry === null ? [] : [{ row, entry: reading.entry }]));
  const settlements = reader.settle(open, context);
  let next = 0;
  const settled = rows.map((row): PreviewRow<Entry> => {
    const { reading } = row;
    if (reading.entry === null) return rowReadAgain(row, reading);
    const { entry, problems, changes, unchanged } = settlements[next++]!;
    const all = problems.length > 0 ? [...reading.problems, ...problems] : reading.problems;
    const refused = all.some(({ level }) => level === 'error');
    return {
      ...row,
      state: refused ? 'refused' : 'accepted',
      entry: refused ? null : entry,
      problems: all,
      changes: refused ? [] : changes,
      unchanged: !refused && unchanged,
    };
  });
  return { rows: settled, counts: countsOf(settled) };
}

function countsOf<Entry>(rows: readonly PreviewRow<Entry>[]): PreviewCounts {
  const count = (test: (row: PreviewRow<Entry>) => boolean): number =>
    rows.reduce((n, row) => n + Number(test(row)), 0);
  return {
    accepted: count(({ state }) => state === 'accepted'),
    refused: count(({ state }) => state === 'refused'),
    skipped: count(({ state }) => state === 'skipped'),
    unchanged: count(({ unchanged }) => unchanged),
    changing: count(({ changes }) => changes.length > 0),
  };
}
