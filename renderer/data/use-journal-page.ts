import type { Instant } from '../../shared/basics/instant';
import type { CourseId } from '../../shared/records/ids';
import { linesAfter, linesBackward } from './journal-lines';
import type { JournalLine } from './row-types';

export type { JournalLine } from './row-types';
import type { Projection } from './schema';
import { useRows } from './use-rows';

/** Which entries of the 留痕 page; what is left out does not matter. */
export interface JournalFilter {
  readonly kinds?: readonly string[];
  readonly operator?: string;
  readonly from?: Instant;
  /** The moment after the last one that is wanted. */
  readonly until?: Instant;
  readonly courseId?: CourseId;
  /** Only what changed this record. */
  readonly record?: { readonly table: string; readonly key: string };
  /** First page is 0. */
  readonly page: number;
  readonly pageSize: number;
}

export interface JournalPage {
  readonly total: number;
  /** The latest first. A large import is one line with the counts of all its parts; one never finished says so. */
  readonly entries: readonly JournalLine[];
}

/** A page of the journal, live; undefined while it loads. */
export const useJournalPage = (filter: JournalFilter): JournalPage | undefined =>
  useRows((db) => loadJournalPage(db, filter), [JSON.stringify(filter)]);

/** The kinds of entries that there are, for the filter; undefined while they load. */
export const useJournalKinds = (): readonly string[] | undefined =>
  useRows(async (db) => Object.keys((await db.meta.get('projection'))?.kinds ?? {}).sort(), []);

/** A page of the journal: without a filter only as many lines are read as are shown. */
function loadJournalPage(db: Projection, filter: JournalFilter): Promise<JournalPage> {
  return db.transaction('r', [db.lines, db.touched, db.meta], async () => {
    const { page, pageSize } = filter;
    const [from, to] = [page * pageSize, (page + 1) * pageSize];
    const shown: JournalLine[] = [];
    let total = 0;
    const count = (line: JournalLine): void => {
      if (total >= from && total < to) shown.push(line);
      total += 1;
    };
    if (!isFiltered(filter)) {
      await linesBackward(db, (line) => {
        if (standsForWhole(line)) count(line);
        return total >= to ? 'enough' : 'more';
      });
      const meta = await db.meta.get('projection');
      return { total: meta ? meta.place - meta.parts : 0, entries: shown };
    }
    // Of an import any part may be the one that fits; its last line stands for it.
    const imports = new Set<string>();
    const lines: { readonly line: JournalLine; readonly fits: boolean }[] = [];
    await linesAfter(db, 0, (line, touches) => {
      const fits = fitsFilter(filter, line, touches);
      if (fits && line.importId !== undefined) imports.add(line.importId);
      if (standsForWhole(line)) lines.push({ line, fits });
    });
    for (const { line, fits } of lines.reverse())
      if (fits || (line.importId !== undefined && imports.has(line.importId))) count(line);
    return { total, entries: shown };
  });
}

const standsForWhole = ({ importId, firstSeq }: JournalLine): boolean =>
  importId === undefined || firstSeq !== undefined;

const isFiltered = ({ kinds, operator, from, until, courseId, record }: JournalFilter): boolean =>
  [kinds, operator, from, until, courseId, record].some((one) => one !== undefined);

const fitsFilter = (
  { kinds, operator, from, until, courseId, record }: JournalFilter,
  line: JournalLine,
  touches: readonly string[],
): boolean =>
  (!kinds || kinds.includes(line.kind)) &&
  (operator === undefined || line.operator === operator) &&
  (from === undefined || line.time >= from) &&
  (until === undefined || line.time < until) &&
  (courseId === undefined || line.courses.includes(courseId)) &&
  (!record || touches.includes(`${record.table}/${record.key}`));
