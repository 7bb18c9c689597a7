import type { Day } from '../basics/day';
import type { AttendanceColumn } from '../records/attendance-column';
import type { Certificate } from '../records/certificate';
import type { BarredPerson, CeYearChoice, ProfessionalChoice } from '../records/choices';
import type { Course } from '../records/course';
import type { Enrolment } from '../records/enrolment';
import type { CertificateId, EnrolmentId, PersonId, SessionId } from '../records/ids';
import type { Institution } from '../records/institution';
import type { OutsideHours } from '../records/outside-hours';
import type { Person } from '../records/person';
import type { Session } from '../records/session';
import type { ParameterSetting } from '../records/settings';
import type { TestAttempt } from '../records/test-attempt';

/**
 * Everything recorded about one course and the people in it: what rules, commands, documents and the package see.
 * One shape for the screen, the command line and the tests; nothing here is computed from a rule.
 */
export interface CourseFacts {
  readonly institution: Institution | null;
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly enrolments: readonly Enrolment[];
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly certificates: ReadonlyMap<CertificateId, Certificate>;
  readonly attendance: ReadonlyMap<SessionId, AttendanceColumn>;
  readonly attempts: ReadonlyMap<EnrolmentId, readonly TestAttempt[]>;
  /** Online and earlier hours of the certificates in this course. */
  readonly outsideHours: readonly OutsideHours[];
  readonly ceYearChoices: readonly CeYearChoice[];
  readonly professionalChoices: readonly ProfessionalChoice[];
  /** null = no list was ever imported. */
  readonly barred: readonly BarredPerson[] | null;
  readonly parameterSettings: readonly ParameterSetting[];
  /** The other courses in which the same certificates' holders are enrolled, only their own enrolments in them. */
  readonly otherCourses: readonly OtherCourse[];
  /** The day on which the package was first sealed, or would be now; nothing = the day judged. */
  readonly sealsOn?: Day;
  /** The highest enrolment index ever given in this course, also to enrolments taken back since; −1 for none. */
  readonly highestIndex?: number;
}

/** Another course, cut down to the people of this one. */
export interface OtherCourse {
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly enrolments: readonly Enrolment[];
  readonly attendance: ReadonlyMap<SessionId, AttendanceColumn>;
  readonly professionalChoices: readonly ProfessionalChoice[];
}
