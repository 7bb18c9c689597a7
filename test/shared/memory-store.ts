import { instant } from '../../shared/basics/instant';
import { sameValue } from '../../shared/basics/same-value';
import type { Json } from '../../shared/basics/json';
import type { Intent } from '../../shared/commands/intent';
import type { Entry } from '../../shared/journal/entry';
import { emptyColumn, withMarks, type AttendanceColumn } from '../../shared/records/attendance-column';
import type { CourseId, SessionId } from '../../shared/records/ids';
import { markRecordAt } from '../../shared/records/mark-record';
import type { TableName, Tables } from '../../shared/records/tables';
import type { CourseFacts } from '../../shared/regulation/facts';

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
  let records = recordsOf(start);
  let highest = start.enrolments.reduce((most, { index }) => Math.max(most, index), -1);
  const entries: Entry[] = [];
  const commit = (intent: Intent): Entry => {
    for (const { table, key, before } of intent.changes) {
      if (!sameValue(records[table].get(key) ?? null, before))
        throw new Error(`${intent.kind}: ${table} ${key} is not what the command believed`);
    }
    records = applied(records, intent);
    for (const { index } of records.enrolments.values()) highest = Math.max(highest, index);
    const entry = entryOf(intent, entries.length + 1);
    entries.push(entry);
    return entry;
  };
  return { facts: () => factsOf(records, start, highest), records: () => records, entries: () => entries, commit };
}

function recordsOf(facts: CourseFacts): Records {
  const byId = <T extends { readonly id: string }>(list: Iterable<T>): ReadonlyMap<string, T> =>
    new Map([...list].map((record) => [record.id, record]));
  const marks = facts.sessions.flatMap(({ id }) =>
    facts.enrolments.flatMap((enrolment) => markRecordAt(facts.attendance, id, enrolment) ?? []),
  );
  return {
    institution: byId(facts.institution ? [facts.institution] : []),
    persons: byId(facts.persons.values()),
    certificates: byId(facts.certificates.values()),
    courses: byId([facts.course]),
    sessions: byId(facts.sessions),
    enrolments: byId(facts.enrolments),
    marks: byId(marks),
    attempts: byId([...facts.attempts.values()].flat()),
    outsideHours: byId(facts.outsideHours),
    ceYearChoices: byId(facts.ceYearChoices),
    professionalChoices: byId(facts.professionalChoices),
    barred: byId(facts.barred ?? []),
    parameterSettings: byId(facts.parameterSettings),
    columnMappings: new Map(),
    hourCertificates: new Map(),
    packages: new Map(),
  };
}

/** The records after an intent. */
function applied(records: Records, { changes }: Intent): Records {
  const next = Object.fromEntries(
    Object.entries(records).map(([table, rows]) => [table, new Map<string, unknown>(rows)]),
  );
  for (const { table, key, after } of changes) {
    if (after === null) next[table]!.delete(key);
    else next[table]!.set(key, after);
  }
  return next as unknown as Records;
}

function factsOf(records: Records, start: CourseFacts, highestIndex: number): CourseFacts {
  const courseId: CourseId = start.course.id;
  const enrolments = [...records.enrolments.values()].filter((enrolment) => enrolment.courseId === courseId);
  const attendance = new Map<SessionId, AttendanceColumn>();
  for (const { sessionId, enrolmentId, mark, recordedOn } of records.marks.values()) {
    const index = records.enrolments.get(enrolmentId)!.index;
    attendance.set(
      sessionId,
      withMarks(attendance.get(sessionId) ?? emptyColumn(sessionId), [{ index, mark, recordedOn }]),
    );
  }
  return {
    ...start,
    course: records.courses.get(courseId)!,
    sessions: [...records.sessions.values()].filter((session) => session.courseId === courseId),
    enrolments,
    persons: records.persons as CourseFacts['persons'],
    certificates: records.certificates as CourseFacts['certificates'],
    attendance,
    attempts: new Map(
      enrolments.map(({ id }) => [
        id,
        [...records.attempts.values()].filter(({ enrolmentId }) => enrolmentId === id),
      ]),
    ),
    outsideHours: [...records.outsideHours.values()],
    ceYearChoices: [...records.ceYearChoices.values()],
    professionalChoices: [...records.professionalChoices.values()],
    highestIndex,
  };
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
