import type { JournalLine, LinesRow, TouchedRow } from './row-types';
import type { Projection } from './schema';

/** A line and `table/key` of everything that its entry changed. */
export interface LineToWrite {
  readonly line: JournalLine;
  readonly touches: readonly string[];
}

/** Lines of one document, where a line that touches many records weighs as many as it takes room. */
const MOST = 64;
const TOUCHES_PER_LINE = 16;

const weightOf = (touches: readonly string[]): number => 1 + touches.length / TOUCHES_PER_LINE;

/** The last document of lines, and what its lines touched. */
type LastLines = readonly [LinesRow | undefined, TouchedRow | undefined];

/** The documents that further lines are written behind. */
export const lastLinesOf = (db: Projection): Promise<LastLines> =>
  Promise.all([db.lines.orderBy('id').last(), db.touched.orderBy('id').last()]);

/**
 * Writes consecutive lines behind those that are there: into the last document while it has room, then into new ones.
 * Call inside the transaction that read the last document.
 */
export async function appendLines(
  db: Projection,
  added: readonly LineToWrite[],
  [last, touched]: LastLines,
): Promise<void> {
  if (added.length === 0) return;
  const rows: { id: number; lines: JournalLine[]; touches: (readonly string[])[]; weight: number }[] = [];
  if (last && touched)
    rows.push({
      id: last.id,
      lines: [...last.lines],
      touches: [...touched.touches],
      weight: touched.touches.reduce((sum, one) => sum + weightOf(one), 0),
    });
  for (const { line, touches } of added) {
    let row = rows.at(-1);
    if (!row || row.weight >= MOST) rows.push((row = { id: line.place, lines: [], touches: [], weight: 0 }));
    row.lines.push(line);
    row.touches.push(touches);
    row.weight += weightOf(touches);
  }
  const changed = rows.filter(({ lines }) => lines.at(-1)!.place >= added[0]!.line.place);
  await Promise.all([
    db.lines.bulkPut(changed.map(({ id, lines }): LinesRow => ({ id, lines }))),
    db.touched.bulkPut(changed.map(({ id, touches }): TouchedRow => ({ id, touches }))),
  ]);
}

/** The last line; undefined while there is none. */
export const lastLine = async (db: Projection): Promise<JournalLine | undefined> =>
  (await db.lines.orderBy('id').last())?.lines.at(-1);

/** Documents that are read at once. */
const LOT = 16;

/**
 * Lines from the latest back to the one at a place (default: all), one by one; `want` says whether to go on after each.
 */
export async function linesBackward(
  db: Projection,
  want: (line: JournalLine) => 'more' | 'enough',
  downTo = 1,
): Promise<void> {
  const ids = (await db.lines.toCollection().primaryKeys()).sort((a, b) => b - a);
  for (let i = 0; i < ids.length; i += LOT) {
    const rows = await db.lines.bulkGet(ids.slice(i, i + LOT));
    for (const row of rows)
      for (const line of row?.lines.toReversed() ?? []) if (line.place < downTo || want(line) === 'enough') return;
  }
}

/** Lines behind a place with what their entries touched, in order. */
export async function linesAfter(
  db: Projection,
  place: number,
  see: (line: JournalLine, touches: readonly string[]) => void,
): Promise<void> {
  const ids = await db.lines.toCollection().primaryKeys();
  const from = Math.max(
    0,
    ids.findLastIndex((id) => id <= place + 1),
  );
  for (let i = from; i < ids.length; i += LOT) {
    const keys = ids.slice(i, i + LOT);
    const [rows, touched] = await Promise.all([db.lines.bulkGet(keys), db.touched.bulkGet(keys)]);
    rows.forEach((row, at) =>
      row?.lines.forEach((line, j) => {
        if (line.place > place) see(line, touched[at]?.touches[j] ?? []);
      }),
    );
  }
}

/** The line of the entry with this hash, latest first because that is where one looks; undefined when there is none. */
export async function lineByHash(db: Projection, hash: string): Promise<JournalLine | undefined> {
  let found: JournalLine | undefined;
  await linesBackward(db, (line) => {
    if (line.hash === hash) found = line;
    return found ? 'enough' : 'more';
  });
  return found;
}

/** The line that stands for the whole of what this one is a part of: of an import the last one, else itself. */
export async function standingLine(db: Projection, line: JournalLine): Promise<JournalLine> {
  if (line.importId === undefined || line.firstSeq !== undefined) return line;
  let last = line;
  await linesAfter(db, line.place, (later) => {
    if (later.importId === line.importId) last = later;
  });
  return last;
}

/** The reasons of all entries of a kind. */
export async function reasonsOfKind(db: Projection, kind: string): Promise<ReadonlySet<string>> {
  const reasons = new Set<string>();
  const count = (await db.meta.get('projection'))?.kinds[kind] ?? 0;
  let seen = 0;
  if (count > 0)
    await linesBackward(db, (line) => {
      if (line.kind !== kind) return 'more';
      if (line.reason !== undefined) reasons.add(line.reason);
      return ++seen >= count ? 'enough' : 'more';
    });
  return reasons;
}
