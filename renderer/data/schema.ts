import Dexie, { type Table } from 'dexie';
import type { DataSet } from '../../shared/bridge';
import type {
  AttendanceRow,
  EntryRow,
  MetaRow,
  Rows,
  SeatsRow,
  StaleRow,
  SummaryRow,
  TotalsRow,
  WaitingRow,
} from './row-types';

/**
 * Raised whenever rows made from the same journal would look different: the projection is then deleted and rebuilt.
 * 1: first.
 */
export const PROJECTION_VERSION = 1;

/**
 * The numbered history of the stores. A line is never changed once released; a new number says why it came.
 * 1: first; every record under its own id, marks as one column document per session, the journal's index, totals.
 */
export const SCHEMA_HISTORY: readonly {
  readonly version: number;
  readonly why: string;
  readonly stores: { readonly [table: string]: string };
}[] = [
  {
    version: 1,
    why: 'first edition',
    stores: {
      institution: 'id',
      persons: 'id, idNumber, mergedInto, *courses',
      certificates: 'id, personId, number, *courses',
      courses: 'id, startsOn',
      sessions: 'id, courseId, date',
      enrolments: 'id, courseId, personId, certificateId',
      attempts: 'id',
      outsideHours: 'id, certificateId',
      ceYearChoices: 'id',
      professionalChoices: 'id',
      barred: 'id, idNumber',
      parameterSettings: 'id',
      columnMappings: 'id',
      hourCertificates: 'id, courseId, personId, certificateId, number',
      packages: 'id, courseId',
      attendance: 'id, courseId',
      waiting: 'id, *waitsFor',
      entries: 'place, &hash, kind, time, operator, importId, *courses, *touches',
      totals: 'id, personId',
      summaries: 'id',
      stale: 'id',
      seats: 'id',
      meta: 'id',
    },
  },
];

type RecordTables = { readonly [T in keyof Rows]: Table<Rows[T], string> };

/** The rows of one data set. Only what the journal says is in here, so all of it may be deleted and built again. */
export interface Projection extends Dexie, RecordTables {
  readonly attendance: Table<AttendanceRow, string>;
  readonly waiting: Table<WaitingRow, string>;
  readonly entries: Table<EntryRow, number>;
  readonly totals: Table<TotalsRow, string>;
  readonly summaries: Table<SummaryRow, string>;
  readonly stale: Table<StaleRow, string>;
  readonly seats: Table<SeatsRow, string>;
  readonly meta: Table<MetaRow, string>;
}

/** The name of a data set's database, the same for ever. */
export const projectionName = (set: DataSet): string => `xueshibu-${set}`;

/** The projection of a data set, not opened yet. Strict durability: a commit resolves after the disk has it. */
export function projection(name: string): Projection {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  for (const { version, stores } of SCHEMA_HISTORY) db.version(version).stores(stores);
  return db as Projection;
}
