import type { TableName, Tables } from './tables';

/**
 * What no two records of a table may share, besides their id. Used where records come back (undo) or meet (replay of
 * several devices); the commands check the same in their own words.
 */
const UNIQUE_KEYS: { readonly [T in TableName]?: readonly ((record: Tables[T]) => string | null)[] } = {
  persons: [(person) => (person.mergedInto ? null : person.idNumber)],
  sessions: [(session) => `${session.courseId}|${session.number}`],
  enrolments: [
    (enrolment) => `certificate|${enrolment.courseId}|${enrolment.certificateId}`,
    (enrolment) => `index|${enrolment.courseId}|${enrolment.index}`,
  ],
  attempts: [(attempt) => `${attempt.enrolmentId}|${attempt.number}`],
  ceYearChoices: [
    (choice) =>
      `${choice.certificateId}|${'session' in choice.target ? choice.target.session : choice.target.outsideHours}`,
  ],
  professionalChoices: [(choice) => `${choice.sessionId}|${choice.personId}`],
  barred: [(person) => person.idNumber],
  hourCertificates: [(certificate) => certificate.number],
  packages: [(sealed) => `${sealed.number}|${sealed.version}`],
};

/** The unique keys of one record; none for tables without any. */
export function uniqueKeysOf<T extends TableName>(table: T, record: Tables[T]): readonly string[] {
  const keys = UNIQUE_KEYS[table] as readonly ((record: Tables[T]) => string | null)[] | undefined;
  return (keys ?? []).flatMap((key) => {
    const text = key(record);
    return text === null ? [] : [`${table}|${text}`];
  });
}
