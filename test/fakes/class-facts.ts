import type { CourseFacts } from '../../shared/regulation/facts';
import { factsOfNobody } from '../shared/facts-builder';
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
    ...factsOfNobody(courseRecord(course)),
    sessions: Array.from({ length: sessions }, (_, n) => sessionRecord(course, n)),
    enrolments: numbers.map((n) => enrolmentRecord(course, n)),
    persons: new Map(numbers.map((n) => [personRecord(n).id, personRecord(n)])),
    certificates: new Map(numbers.map((n) => [certificateRecord(n).id, certificateRecord(n)])),
    ...more,
  };
}
