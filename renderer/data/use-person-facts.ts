import type { Certificate } from '../../shared/records/certificate';
import type { Course } from '../../shared/records/course';
import type { Enrolment } from '../../shared/records/enrolment';
import type { HourCertificate } from '../../shared/records/hour-certificate';
import type { PersonId } from '../../shared/records/ids';
import type { OutsideHours } from '../../shared/records/outside-hours';
import type { Person } from '../../shared/records/person';
import type { TestAttempt } from '../../shared/records/test-attempt';
import { sumOf, type CreditLine } from '../../shared/regulation/credits';
import type { HoursSummary } from '../../shared/regulation/finding';
import { CourseFrames } from '../../shared/state/course-frame';
import { DOCUMENT_KINDS, type Source } from '../../shared/state/documents';
import { holderOf, papersOf } from '../../shared/state/find-record';
import { leafValue, leafValues } from '../../shared/state/leaves';
import { certificatesOf, linesOf } from '../../shared/state/person-totals';
import { sameHuman } from '../../shared/state/same-human';
import type { CertificateTotals } from '../../shared/state/totals';
import { useAnswer } from './use-rows';

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
  readonly totals: readonly CertificateTotals[];
  /** The latest course first. */
  readonly courses: readonly PersonCourse[];
  readonly outsideHours: readonly OutsideHours[];
  readonly hourCertificates: readonly HourCertificate[];
}

/** A person with every record, live; a merged id gives the person that counts; null when there is none, undefined while loading. */
export const usePersonFacts = (personId: PersonId): PersonFacts | null | undefined =>
  useAnswer((source) => personFacts(source, personId), [personId], DOCUMENT_KINDS);

function personFacts(source: Source, personId: PersonId): PersonFacts | null {
  const ids = sameHuman(source, personId);
  const people = ids.flatMap((id) => holderOf(source, id)?.person ?? []);
  const held = certificatesOf(source, personId);
  const enrolled = linesOf(source, personId, new CourseFrames(source));
  const courseIds = new Set(enrolled.map(({ seat }) => seat.enrolment.courseId));
  const issued = [...courseIds].flatMap((id) => leafValues(source, papersOf(id)));
  const totals = leafValue(source, { kind: 'totals' }, ids[0]!) ?? [];
  const person = people[0];
  if (!person) return null;
  const own = new Set<string>(ids);
  return {
    person,
    merged: people.slice(1),
    certificates: held.map(({ certificate }) => certificate),
    totals,
    courses: enrolled
      .flatMap(({ seat, frame, lines }): readonly PersonCourse[] =>
        frame
          ? [
              {
                course: frame.course,
                enrolment: seat.enrolment,
                lines,
                hours: sumOf(lines),
                attempts: seat.attempts.toSorted((a, b) => a.number - b.number),
              },
            ]
          : [],
      )
      .sort((a, b) => (a.course.startsOn < b.course.startsOn ? 1 : -1)),
    outsideHours: held.flatMap(({ outsideHours }) => outsideHours),
    hourCertificates: issued
      .filter((paper) => own.has(paper.personId))
      .sort((a, b) => (a.number < b.number ? -1 : 1)),
  };
}
