import Dexie, { type Table } from 'dexie';
import type { DataSet } from '../../shared/bridge';
import type { DocumentKind, Documents } from '../../shared/state/documents';
import type { ConflictsRow, LinesRow, MetaRow, StaleRow, TouchedRow } from './row-types';

/**
 * Raised whenever documents made from the same journal would look different: the projection is then deleted and rebuilt.
 * 1: first. 2: documents of some hundred records in place of rows.
 */
export const PROJECTION_VERSION = 2;

/**
 * The numbered history of the stores. A line is never changed once released; a new number says why it came. null = gone.
 */
export const SCHEMA_HISTORY: readonly {
  readonly version: number;
  readonly why: string;
  readonly stores: { readonly [table: string]: string | null };
}[] = [
  {
    version: 1,
    why: 'first edition: every record under its own id, marks as one column document per session, the index of the journal, totals',
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
  {
    version: 2,
    why: 'documents of some hundred records, sealed as a whole later, without an index on any member; lines of the journal in documents too',
    stores: {
      leaves: 'id',
      courses: 'id',
      timetables: 'id',
      rosters: 'id',
      attendance: 'id',
      people: 'id',
      directory: 'id',
      owners: 'id',
      papers: 'id',
      sealed: 'id',
      barred: 'id',
      settings: 'id',
      merges: 'id',
      waiting: 'id',
      totals: 'id',
      summaries: 'id',
      lines: 'id',
      touched: 'id',
      conflicts: 'id',
      institution: null,
      persons: null,
      certificates: null,
      sessions: null,
      enrolments: null,
      attempts: null,
      outsideHours: null,
      ceYearChoices: null,
      professionalChoices: null,
      parameterSettings: null,
      columnMappings: null,
      hourCertificates: null,
      packages: null,
      entries: null,
      seats: null,
    },
  },
];

type DocumentTables = { readonly [K in DocumentKind]: Table<Documents[K], string> };

/** The documents of one data set. Only what the journal says is in here, so all of it may be deleted and built again. */
export interface Projection extends Dexie, DocumentTables {
  readonly lines: Table<LinesRow, number>;
  readonly touched: Table<TouchedRow, number>;
  readonly conflicts: Table<ConflictsRow, string>;
  readonly stale: Table<StaleRow, string>;
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
