import { addDays, type Day } from '../../../shared/basics/day';
import type { Course } from '../../../shared/records/course';
import type { Finding, RuleId } from '../../../shared/regulation/finding';

/** What makes somebody worth a look on the start page: hours short, test failed, a year or a pair of years that ends short. */
const RISKS: ReadonlySet<RuleId> = new Set<RuleId>([
  'total-hours',
  'professional-hours',
  'test-passed',
  'year-total-hours',
  'year-professional-hours',
  'two-year-total',
  'not-barred',
]);
/** A CE year that ends within so many days leaves little time for another lesson. */
const ENDS_SOON_DAYS = 45;

/** A year that was still running when the course was judged, and of which little or nothing is left today. */
const endsSoon = ({ detail, values }: Finding, today: Day): boolean => {
  const to = values?.['to'];
  return detail === 'running' && typeof to === 'string' && to <= addDays(today, ENDS_SOON_DAYS);
};

/**
 * The finding for which a person of a course needs attention; null when nothing presses. A failed rule comes first; after
 * the course's end also a test of which nothing is recorded, and hours of a CE year that is about to end.
 */
export function riskOf(findings: readonly Finding[], { endsOn }: Pick<Course, 'endsOn'>, today: Day): Finding | null {
  const risky = findings.filter(({ rule }) => RISKS.has(rule));
  const failed = risky.find(({ outcome }) => outcome === 'notMet');
  if (failed || endsOn >= today) return failed ?? null;
  return (
    risky.find(({ rule, outcome }) => rule === 'test-passed' && outcome === 'cannotTell') ??
    risky.find((finding) => endsSoon(finding, today)) ??
    null
  );
}
