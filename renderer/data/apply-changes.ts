import { applyMarks } from './apply-marks';
import { CHILD_TABLES, parentsOf, relinked, type Parent } from './links';
import type { Initials } from './pinyin-initials';
import type { MarkChange, RecordChange, RowChange } from './record-change';
import { toJson, type RecordDigest } from './record-digest';
import { RowSet } from './row-set';
import { fromRow, toRow, type RowRecord } from './rows-records';
import { ROW_TABLES, type Rows, type RowTable } from './row-types';
import type { Projection } from './schema';
import { WaitingSet } from './waiting-set';

const isMark = (change: RecordChange): change is MarkChange => change.table === 'marks';

/** Of several changes of one record the last one counts. */
const net = <C extends RecordChange>(changes: readonly C[]): readonly C[] => [
  ...new Map(changes.map((change) => [`${change.table}/${change.key}`, change])).values(),
];

/**
 * Brings the rows to the state after these changes, whatever order their records come in: a record that points at one
 * not there waits for it. Must run inside a read-write transaction over all tables; `digest` is brought up to date.
 */
export async function applyChanges(
  db: Projection,
  changes: readonly RecordChange[],
  initials: Initials,
  digest: RecordDigest,
  onWritten?: (rows: number) => void,
): Promise<void> {
  const rowChanges = net(changes.filter((change): change is RowChange => !isMark(change)));
  const markChanges = net(changes.filter(isMark));
  const rows = new RowSet(db);
  const waiting = await WaitingSet.read(db);
  for (const table of ROW_TABLES) {
    await rows.load(
      table,
      rowChanges.filter((change) => change.table === table).map((change) => change.key),
    );
  }
  const appeared = new Set<string>();
  for (const [i, change] of rowChanges.entries()) {
    if (i % LOT === LOT - 1) await breathe(db);
    const stored = rows.stored(change.table, change.key);
    if (stored) digest.remove(change.table, toJson(fromRow(stored)));
    if (change.after) digest.add(change.table, toJson(change.after));
    if (!stored && change.after) appeared.add(`${change.table}/${change.key}`);
    rows.set(change.table, change.key, change.after ? toRow(recordOf(change), stored?.linked, initials) : undefined);
  }
  await link(db, rows, waiting, rowChanges, appeared);
  await applyMarks(db, rows, waiting, rowChanges, markChanges, appeared, digest);
  await rows.write(onWritten);
  await waiting.write();
}

/** Records worked on before the window may paint again. */
const LOT = 500;

/** Lets the window paint and keeps the transaction alive meanwhile, which waiting for anything else would end. */
const breathe = (db: Projection): PromiseLike<unknown> => db.meta.count();

/** The record after a change, with its table; the caller has seen that there is one. */
const recordOf = (change: RowChange): RowRecord => ({ table: change.table, record: change.after }) as RowRecord;

const isChild = (table: RowTable): boolean => CHILD_TABLES.some((child) => child === table);

/** Keeps the copies at the rows that records point at, for changed records and for those that waited. */
async function link(
  db: Projection,
  rows: RowSet,
  waiting: WaitingSet,
  changes: readonly RowChange[],
  appeared: ReadonlySet<string>,
): Promise<void> {
  const children = new Map<string, { readonly table: RowTable; readonly key: string }>();
  for (const { table, key } of changes) if (isChild(table)) children.set(`${table}/${key}`, { table, key });
  for (const row of waiting.for(appeared)) if (!row.mark) children.set(row.id, refOf(row.id));
  for (const { table, key } of changes) {
    if (rows.get(table, key)) continue;
    for (const [slot, members] of Object.entries(rows.stored(table, key)?.linked ?? {}))
      for (const child of Object.keys(members))
        children.set(`${slot}/${child}`, { table: slot as RowTable, key: child });
  }
  for (const table of CHILD_TABLES)
    await rows.load(
      table,
      [...children.values()].flatMap((child) => (child.table === table ? [child.key] : [])),
    );
  const before = [...children.values()].map((child) => parents(rows.stored(child.table, child.key), child.table));
  const after = [...children.values()].map((child) => parents(rows.get(child.table, child.key), child.table));
  for (const table of ['persons', 'certificates', 'enrolments'] as const)
    await rows.load(
      table,
      [...before, ...after].flat().flatMap((parent) => (parent.table === table ? [parent.key] : [])),
    );
  let i = 0;
  for (const [id, child] of children) {
    if (i % LOT === LOT - 1) await breathe(db);
    for (const parent of before[i]!) relink(rows, parent, child.key, undefined);
    const missing = after[i]!.filter((parent) => !relink(rows, parent, child.key, parent.kept));
    waiting.set(
      id,
      missing.map((parent) => `${parent.table}/${parent.key}`),
    );
    i++;
  }
}

const refOf = (id: string): { readonly table: RowTable; readonly key: string } => {
  const slash = id.indexOf('/');
  return { table: id.slice(0, slash) as RowTable, key: id.slice(slash + 1) };
};

const parents = (row: Rows[RowTable] | undefined, table: RowTable): readonly Parent[] =>
  row ? parentsOf({ table, record: fromRow(row) } as RowRecord) : [];

/** Puts a copy at a parent, or takes it away; false when there is no such parent. */
function relink(rows: RowSet, parent: Parent, child: string, kept: Parent['kept'] | undefined): boolean {
  const row: Rows[RowTable] | undefined = rows.get(parent.table, parent.key);
  if (!row) return false;
  const record = { table: parent.table, record: fromRow(row) } as RowRecord;
  const sameName: Initials = () => ('initials' in row ? row.initials : '');
  const next: Rows[RowTable] = toRow(record, relinked(row.linked, parent.slot, child, kept), sameName);
  rows.set(parent.table, parent.key, next as Rows[Parent['table']]);
  return true;
}
