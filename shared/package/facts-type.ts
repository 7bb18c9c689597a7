import { day, list, nullable, object, oneOf, optional, type Infer, type Type } from '../records/describe';
import { typeOf, type RecordMembers } from '../records/described-record';
import { RECORDS, type Registry, type TableName, type Tables } from '../records/registry';

/** The members of a table's records that go into a package: what its reader is to see, and what judging cannot do without. */
export const packedMembers = (table: TableName, records: Registry = RECORDS): RecordMembers =>
  Object.fromEntries(Object.entries(records[table].members).filter(([, { inPackage }]) => inPackage !== false));

/** A mark in a package: without an id of its own, because session and enrolment are one. */
export type PackedMark = Omit<Tables['marks'], 'id'>;

/** What data/facts.json may be. The records in it follow from the registry. */
export function factsType(records: Registry = RECORDS) {
  const packed = <T extends TableName>(table: T): Type<Tables[T]> =>
    typeOf(packedMembers(table, records)) as Type<unknown> as Type<Tables[T]>;
  const { id: _, ...markMembers } = packedMembers('marks', records);
  const ofCourse = {
    course: packed('courses'),
    sessions: list(packed('sessions')),
    enrolments: list(packed('enrolments')),
    marks: list(typeOf(markMembers) as Type<unknown> as Type<PackedMark>),
    professionalChoices: list(packed('professionalChoices')),
  };
  return object({
    institution: nullable(packed('institution')),
    ...ofCourse,
    persons: list(packed('persons')),
    certificates: list(packed('certificates')),
    attempts: list(packed('attempts')),
    outsideHours: list(packed('outsideHours')),
    ceYearChoices: list(packed('ceYearChoices')),
    /** null = no list was imported; else its lines about people of the package. */
    barred: nullable(list(packed('barred'))),
    parameterSettings: list(packed('parameterSettings')),
    otherCourses: list(object(ofCourse)),
    /** Exchange courses: the day on which the package was first sealed, which the deadline is about. */
    sealsOn: optional(day),
    /** Scans and photos; none in this edition of the format. */
    evidence: list(oneOf<never>()),
  });
}

export type FactsContent = Infer<ReturnType<typeof factsType>>;

/** The record that a place of data/facts.json is in, and the member: sessions.3.date → the third session, date. */
export function recordAt(
  facts: unknown,
  at: string,
): { readonly table: TableName; readonly key: string | null; readonly at: string } | null {
  const path = at.split('.');
  let value = facts;
  for (const [i, name] of path.entries()) {
    const table = TABLE_OF[name];
    value = inside(value, name);
    if (table === undefined) continue;
    const isList = Array.isArray(value);
    const record = isList ? inside(value, path[i + 1] ?? '') : value;
    if (record === undefined || record === null) return null;
    const id = inside(record, 'id');
    return { table, key: typeof id === 'string' ? id : null, at: path.slice(isList ? i + 2 : i + 1).join('.') };
  }
  return null;
}

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as { readonly [name: string]: unknown })[name]
    : undefined;

const TABLE_OF: { readonly [part: string]: TableName } = {
  institution: 'institution',
  course: 'courses',
  sessions: 'sessions',
  persons: 'persons',
  certificates: 'certificates',
  enrolments: 'enrolments',
  marks: 'marks',
  attempts: 'attempts',
  outsideHours: 'outsideHours',
  ceYearChoices: 'ceYearChoices',
  professionalChoices: 'professionalChoices',
  barred: 'barred',
  parameterSettings: 'parameterSettings',
};
