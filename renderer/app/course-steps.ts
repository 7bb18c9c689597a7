import type { ComponentType } from 'react';
import type { CourseId } from '../../shared/records/ids';
import { lazyPage } from './lazy-page';
import type { StepFocus, StepId } from './navigation';

/** The content of one step of the workspace. It stands below the tab bar and fills the height that is left. */
export type StepPage = ComponentType<{
  readonly courseId: CourseId;
  /** Where the page opens; nothing = where the work goes on. */
  readonly focus?: StepFocus;
}>;

/**
 * The steps that have a page, in the order of the work. A new page is one line here:
 * `roster: lazyPage(async () => (await import('../features/roster/roster-page')).RosterPage),`
 * A step without a line has no tab.
 */
export const STEP_PAGES: Readonly<Partial<Record<StepId, StepPage>>> = {
  overview: lazyPage(async () => (await import('../features/course/overview-page')).OverviewPage),
  roster: lazyPage(async () => (await import('../features/roster/roster-page')).RosterPage),
  timetable: lazyPage(async () => (await import('../features/timetable/timetable-page')).TimetablePage),
  attendance: lazyPage(async () => (await import('../features/attendance/attendance-page')).AttendancePage),
  tests: lazyPage(async () => (await import('../features/tests/tests-page')).TestsPage),
  findings: lazyPage(async () => (await import('../features/findings/findings-page')).FindingsPage),
  certificates: lazyPage(async () => (await import('../features/certificates/certificates-page')).CertificatesPage),
  submission: lazyPage(async () => (await import('../features/submission/submission-page')).SubmissionPage),
};
