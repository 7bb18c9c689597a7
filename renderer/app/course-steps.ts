import type { ComponentType } from 'react';
import type { CourseId } from '../../shared/records/ids';
import { laterPage } from './later-page';
import type { StepFocus, StepId } from './navigation';

/** The content of one step of the workspace. It stands below the tab bar and fills the height that is left. */
export type StepPage = ComponentType<{
  readonly courseId: CourseId;
  /** Where the page opens; nothing = where the work goes on. */
  readonly focus?: StepFocus;
}>;

/**
 * The steps that have a page, in the order of the work. A new page is one line here:
 * `roster: laterPage(async () => (await import('../features/roster/roster-page')).RosterPage),`
 * A step without a line has no tab.
 */
export const STEP_PAGES: Readonly<Partial<Record<StepId, StepPage>>> = {
  overview: laterPage(async () => (await import('../features/course/overview-page')).OverviewPage),
  roster: laterPage(async () => (await import('../features/roster/roster-page')).RosterPage),
  timetable: laterPage(async () => (await import('../features/timetable/timetable-page')).TimetablePage),
  attendance: laterPage(async () => (await import('../features/attendance/attendance-page')).AttendancePage),
  tests: laterPage(async () => (await import('../features/tests/tests-page')).TestsPage),
  findings: laterPage(async () => (await import('../features/findings/findings-page')).FindingsPage),
  certificates: laterPage(async () => (await import('../features/certificates/certificates-page')).CertificatesPage),
  submission: laterPage(async () => (await import('../features/submission/submission-page')).SubmissionPage),
};
