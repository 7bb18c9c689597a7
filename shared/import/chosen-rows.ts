import type { ImportDecisions, ImportPreview, PreviewRow } from './preview';

/** An accepted row that brings something, and whether its differing values are taken. */
export interface ChosenRow<Entry> {
  readonly entry: Entry;
  readonly row: PreviewRow<Entry>;
  readonly taken: boolean;
}

/** The rows of a confirmed preview that are imported, in file order: none that says what is stored already or was left out. */
export function chosenRows<Kind extends string, Entry, Context>(
  { rows, blocked }: ImportPreview<Kind, Entry, Context>,
  { take, leaveOut = [] }: ImportDecisions,
): readonly ChosenRow<Entry>[] {
  if (blocked) return [];
  const out = new Set(leaveOut);
  const taken = take === 'all' ? null : new Set(take);
  return rows.flatMap((row) =>
    row.state !== 'accepted' || row.entry === null || row.unchanged || out.has(row.row)
      ? []
      : [{ entry: row.entry, row, taken: row.changes.length > 0 && (taken === null || taken.has(row.row)) }],
  );
}
