import type { Certificate } from './certificate';
import type { BarredPerson, CeYearChoice, ProfessionalChoice } from './choices';
import type { Course } from './course';
import type { Enrolment } from './enrolment';
import type { HourCertificate } from './hour-certificate';
import type { Institution } from './institution';
import type { MarkRecord } from './mark';
import type { OutsideHours } from './outside-hours';
import type { PackageRecord } from './package-record';
import type { Person } from './person';
import type { Session } from './session';
import type { ColumnMapping, ParameterSetting } from './settings';
import type { TestAttempt } from './test-attempt';

/** Every kind of record, by the name of its table in journal items and in the projection. The key is always `id`. */
export interface Tables {
  readonly institution: Institution;
  readonly persons: Person;
  readonly certificates: Certificate;
  readonly courses: Course;
  readonly sessions: Session;
  readonly enrolments: Enrolment;
  readonly marks: MarkRecord;
  readonly attempts: TestAttempt;
  readonly outsideHours: OutsideHours;
  readonly ceYearChoices: CeYearChoice;
  readonly professionalChoices: ProfessionalChoice;
  readonly barred: BarredPerson;
  readonly parameterSettings: ParameterSetting;
  readonly columnMappings: ColumnMapping;
  readonly hourCertificates: HourCertificate;
  readonly packages: PackageRecord;
}
export type TableName = keyof Tables;
