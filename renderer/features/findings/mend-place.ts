import type { Enrolment } from '../../../shared/records/enrolment';
import type { RuleId } from '../../../shared/regulation/finding';
import type { Place } from '../../app/navigation';

/** The page on which what a rule lacks is recorded. */
export type MendAt = 'attendance' | 'tests' | 'roster' | 'person' | 'barred';

/** Every other rule looks at the certificate, at dates of birth or at hours of other years: those stand on the person's page. */
const MENDED_AT: Readonly<Partial<Record<RuleId, MendAt>>> = {
  'total-hours': 'attendance',
  'professional-hours': 'attendance',
  'within-course': 'attendance',
  'daily-cap': 'attendance',
  'no-overlap': 'attendance',
  'test-passed': 'tests',
  'test-after-hours': 'tests',
  'post-in-scope': 'roster',
  'post-matches-certificate': 'roster',
  'still-in-post': 'roster',
  'fit-and-employed': 'roster',
  'certificate-found': 'roster',
  'application-window': 'roster',
  'not-barred': 'barred',
};

/** Where a finding is mended: the page, and on it the line of this person. */
export function mendPlace(
  rule: RuleId,
  { id, courseId, personId }: Enrolment,
): { readonly at: MendAt; readonly place: Place } {
  const at = MENDED_AT[rule] ?? 'person';
  if (at === 'person') return { at, place: { at: 'person', personId } };
  if (at === 'barred') return { at, place: { at: 'settings', section: 'barred' } };
  return { at, place: { at: 'course', courseId, step: at, focus: { enrolmentId: id } } };
}
