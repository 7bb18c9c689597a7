import type { CourseFacts } from '../../shared/regulation/facts';
import { certificateRecord, courseRecord, enrolmentRecord, personRecord, sessionRecord } from './class-records';

/** A class with people, certificates and lessons, and nothing recorded yet; the records are those of class-records. */
export function classFacts(
  course: string,
  people: number,
  sessions: number,
  more: Partial<CourseFacts> = {},
): CourseFacts {
  const numbers = Array.from({ length: people }, (_, n) => n);
  return {
    institution: null,
    course: courseRecord(course),
    sessions: Array.from({ length: sessions }, (_, n) => sessionRecord(course, n)),
    enrolments: numbers.map((n) => enrolmentRecord(course, n)),
    persons: new Map(numbers.map((n) => [personRecord(n).id, personRecord(n)])),
    certificates: new Map(numbers.map((n) => [certificateRecord(n).id, certificateRecord(n)])),
    attendance: new Map(),
    attempts: new Map(),
    outsideHours: [],
    ceYearChoices: [],
    professionalChoices: [],
    barred: null,
    parameterSettings: [],
    otherCourses: [],
    ...more,
  };
}
