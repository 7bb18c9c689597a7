import type { Certificate } from '../../shared/records/certificate';
import type { Course } from '../../shared/records/course';
import type { Enrolment } from '../../shared/records/enrolment';
import type { HourCertificate } from '../../shared/records/hour-certificate';
import type { CourseId, PersonId } from '../../shared/records/ids';
import type { OutsideHours } from '../../shared/records/outside-hours';
import type { Person } from '../../shared/records/person';
import type { TestAttempt } from '../../shared/records/test-attempt';
import { sumOf, type CreditLine } from '../../shared/regulation/credits';
import type { HoursSummary } from '../../shared/regulation/finding';
import { CourseCache } from './course-cache';
import { byId } from './load-course-facts';
import { linesOf } from './person-totals';
import type { TotalsRow } from './row-types';
import type { Projection } from './schema';
import { useRows } from './use-rows';

/** One course of a person: the enrolment, every session with what it gave, the tests. */
export interface PersonCourse {
  readonly course: Course;
  readonly enrolment: Enrolment;
  readonly lines: readonly CreditLine[];
  readonly hours: HoursSummary;
  readonly attempts: readonly TestAttempt[];
}

/** Everything recorded about one person. */
export interface PersonFacts {
  readonly person: Person;
  /** Second records that were merged into this person. */
  readonly merged: readonly Person[];
  readonly certificates: readonly Certificate[];
  /** Hours by CE year of each certificate, as they were added up last. */
  readonly totals: readonly TotalsRow[];
  /** The latest course first. */
  readonly courses: readonly PersonCourse[];
  readonly outsideHours: readonly OutsideHours[];
  readonly hourCertificates: readonly HourCertificate[];
}

/** A person with every record, live; a merged id gives the person that counts; null when there is none, undefined while loading. */
export const usePersonFacts = (personId: PersonId): PersonFacts | null | undefined =>
  useRows((db) => loadPersonFacts(db, personId), [personId]);

/** A person with every record; a merged id gives the person that counts; null when there is none. */
async function loadPersonFacts(db: Projection, personId: PersonId): Promise<PersonFacts | null> {
  let row = await db.persons.get(personId);
  for (const seen = new Set<string>(); row?.mergedInto && !seen.has(row.id);) {
    seen.add(row.id);
    row = (await db.persons.get(row.mergedInto)) ?? row;
  }
  if (!row) return null;
  const aliases = await mergedInto(db, row.record.id);
  const people = [row.record, ...aliases];
  const ids = people.map((person) => person.id);
  const [enrolments, certificates, settings, hourCertificates, totals] = await Promise.all([
    db.enrolments.where('personId').anyOf(ids).toArray(),
    db.certificates.where('personId').anyOf(ids).toArray(),
    db.parameterSettings.toArray(),
    db.hourCertificates.where('personId').anyOf(ids).toArray(),
    db.totals.where('personId').equals(row.record.id).toArray(),
  ]);
  const cache = new CourseCache(
    db,
    settings.map((setting) => setting.record),
  );
  await cache.load(new Set<CourseId>(enrolments.map((enrolment) => enrolment.courseId)));
  const lines = new Map(
    linesOf({ persons: new Map(people.map((person) => [person.id, person])), enrolments, certificates }, cache).map(
      (item) => [item.row.id, item.lines],
    ),
  );
  const courses = enrolments.flatMap((enrolment): PersonCourse[] => {
    const frame = cache.get(enrolment.courseId);
    if (!frame) return [];
    const own = lines.get(enrolment.id) ?? [];
    const attempts = [...byId(enrolment.linked?.attempts)].sort((a, b) => a.number - b.number);
    return [{ course: frame.course, enrolment: enrolment.record, lines: own, hours: sumOf(own), attempts }];
  });
  return {
    person: row.record,
    merged: aliases,
    certificates: certificates.map((certificate) => certificate.record),
    totals,
    courses: courses.sort((a, b) => (a.course.startsOn < b.course.startsOn ? 1 : -1)),
    outsideHours: certificates.flatMap((certificate) => byId(certificate.linked?.outsideHours)),
    hourCertificates: hourCertificates.map((issued) => issued.record).sort((a, b) => (a.number < b.number ? -1 : 1)),
  };
}

/** Everybody who was merged into a person, also by way of others. */
async function mergedInto(db: Projection, id: PersonId): Promise<readonly Person[]> {
  const found = new Map<PersonId, Person>();
  for (let next: readonly PersonId[] = [id]; next.length > 0;) {
    const rows = await db.persons
      .where('mergedInto')
      .anyOf([...next])
      .toArray();
    const fresh = rows.filter((row) => row.record.id !== id && !found.has(row.record.id));
    for (const { record } of fresh) found.set(record.id, record);
    next = fresh.map((row) => row.record.id);
  }
  return [...found.values()];
}
