import { instant } from '../../shared/basics/instant';
import { sameValue } from '../../shared/basics/same-value';
import type { Json } from '../../shared/basics/json';
import type { Change, Intent } from '../../shared/commands/intent';
import type { Entry } from '../../shared/journal/entry';
import { markRecordAt } from '../../shared/records/mark-record';
import type { TableName, Tables } from '../../shared/records/tables';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { RecordChange } from '../../shared/state/documents';
import { factsOf } from '../../shared/state/facts-of';
import { recordOf } from '../../shared/state/find-record';
import { EMPTY_STATE, type State } from '../../shared/state/state';

/** All records by table and id: what the journal amounts to. */
export type Records = { readonly [T in TableName]: ReadonlyMap<string, Tables[T]> };

/** A data set in memory: commits intents as entries exactly as the real one must, and gives the facts of its course. */
export interface MemoryStore {
  readonly facts: () => CourseFacts;
  readonly records: () => Records;
  readonly entries: () => readonly Entry[];
  /** Throws when a change's before is not what is stored: then the command is wrong. */
  readonly commit: (intent: Intent) => Entry;
}

export function memoryStore(start: CourseFacts): MemoryStore {
  let state = EMPTY_STATE.after(recordsOf(start));
  const entries: Entry[] = [];
  const commit = (intent: Intent): Entry => {
    for (const { table, key, before } of intent.changes) {
      if (!sameValue(recordOf(state, table, key), before))
        throw new Error(`${intent.kind}: ${table} ${key} is not what the command believed`);
    }
    state = state.after(intent.changes as readonly Change[]);
    const entry = entryOf(intent, entries.length + 1);
    entries.push(entry);
    return entry;
  };
  return {
    facts: () => factsIn(state, start),
    records: () => byTable(state),
    entries: () => entries,
    commit,
  };
}

/** The facts of the course as the program gives them; also people who are not in it, as the commands are told of them. */
function factsIn(state: State, start: CourseFacts): CourseFacts {
  const { persons, certificates } = byTable(state);
  return {
    ...start,
    ...factsOf(state, start.course.id, start.sealsOn ?? start.course.endsOn)!,
    otherCourses: start.otherCourses,
    persons: persons as CourseFacts['persons'],
    certificates: certificates as CourseFacts['certificates'],
  };
}

function recordsOf(facts: CourseFacts): readonly RecordChange[] {
  const put = (table: TableName, list: Iterable<{ readonly id: string }>): readonly RecordChange[] =>
    [...list].map((record) => ({ table, key: record.id, after: record }) as unknown as RecordChange);
  return [
    ...put('institution', facts.institution ? [facts.institution] : []),
    ...put('persons', facts.persons.values()),
    ...put('certificates', facts.certificates.values()),
    ...put('courses', [facts.course]),
    ...put('sessions', facts.sessions),
    ...put('enrolments', facts.enrolments),
    ...put(
      'marks',
      facts.sessions.flatMap(({ id }) =>
        facts.enrolments.flatMap((enrolment) => markRecordAt(facts.attendance, id, enrolment) ?? []),
      ),
    ),
    ...put('attempts', [...facts.attempts.values()].flat()),
    ...put('outsideHours', facts.outsideHours),
    ...put('ceYearChoices', facts.ceYearChoices),
    ...put('professionalChoices', facts.professionalChoices),
    ...put('barred', facts.barred ?? []),
    ...put('parameterSettings', facts.parameterSettings),
  ];
}

const NO_RECORDS: Records = {
  institution: new Map(),
  persons: new Map(),
  certificates: new Map(),
  courses: new Map(),
  sessions: new Map(),
  enrolments: new Map(),
  marks: new Map(),
  attempts: new Map(),
  outsideHours: new Map(),
  ceYearChoices: new Map(),
  professionalChoices: new Map(),
  barred: new Map(),
  parameterSettings: new Map(),
  columnMappings: new Map(),
  hourCertificates: new Map(),
  packages: new Map(),
};

function byTable(state: State): Records {
  const records = Object.fromEntries(Object.keys(NO_RECORDS).map((table) => [table, new Map<string, object>()]));
  for (const { table, record } of state.records()) records[table]!.set(record.id, record);
  return records as unknown as Records;
}

/** The journal entry of an intent, with hashes that are only told apart, not computed. */
export function entryOf(
  intent: Intent,
  seq: number,
  part?: { readonly id: string; readonly part: number; readonly parts: number },
): Entry {
  const hash = seq.toString(16).padStart(64, '0');
  return {
    header: {
      v: 1,
      chain: 'device.1',
      seq,
      prevHash: seq > 1 ? (seq - 1).toString(16).padStart(64, '0') : '',
      kind: intent.kind,
      parents: intent.parents ?? [],
      time: instant(1_774_000_000_000 + seq * 1000),
      operator: '教务',
      ...(intent.reason !== undefined && { reason: intent.reason }),
      items: intent.changes.map(() => hash),
      ...(part && { import: part }),
    },
    hash,
    items: intent.changes.map(({ table, key, before, after }) => ({
      table,
      key,
      before: before as unknown as Json,
      after: after as unknown as Json,
      salt: '00'.repeat(16),
      enc: 'none' as const,
    })),
  };
}
