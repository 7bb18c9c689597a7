import type { Day } from '../basics/day';
import type { HourCertificate } from '../records/hour-certificate';
import type { PackageRecord } from '../records/package-record';
import { plannedHours } from './credits';
import type { CourseFacts } from './facts';
import type { Finding, Judgement, RuleId } from './finding';
import { openMarks, type OpenMarks } from './open-marks';
import { parametersOfCourse } from './parameters-of-course';
import type { ParameterValues } from './parameters-on';

export const PROGRESS_STEPS = [
  'roster',
  'timetable',
  'attendance',
  'tests',
  'findings',
  'certificates',
  'submission',
] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

/** done; open = something is left to do now; blocked = a finding keeps people out; waiting = nothing can be done yet. */
export type StepState = 'done' | 'open' | 'blocked' | 'waiting';

/** How far a course is, as counts; the words for them are the screen's. */
export interface CourseProgress {
  readonly states: Readonly<Record<ProgressStep, StepState>>;
  /**
   * The step to do next; null when the package is sealed and nothing is left. A roster that only has warnings is not it: they keep
   * nobody out, and 报审 has each confirmed by name.
   */
  readonly next: ProgressStep | null;
  readonly people: number;
  /** People whose certificate, identity or declarations leave something open. */
  readonly unresolved: number;
  readonly sessions: number;
  readonly planned: { readonly total: number; readonly professional: number; readonly public: number };
  readonly required: { readonly total: number; readonly professional: number };
  /** Sessions up to today, and how many of them lack marks. */
  readonly heldSessions: number;
  readonly openSessions: number;
  /** People without any attempt, where a test is asked for. */
  readonly untested: number;
  readonly failedTest: number;
  /** By judgement: may be submitted; kept out by a rule that is not met; kept out only by what nobody recorded. */
  readonly ok: number;
  readonly failing: number;
  readonly undecided: number;
  /** Hour certificates that stand (not revoked). */
  readonly issued: number;
  /** Latest sealed version; null before the first. */
  readonly version: number | null;
}

/** Rules that look at who somebody is, not at what was taught. */
export const ROSTER_RULES: ReadonlySet<RuleId> = new Set<RuleId>([
  'post-matches-certificate',
  'certificate-scope',
  'certificate-found',
  'post-in-scope',
  'age-minimum',
  'age-maximum',
  'fit-and-employed',
  'application-window',
  'certificate-validity',
  'still-in-post',
  'not-barred',
]);

const isOpen = (finding: Finding): boolean => finding.severity === 'error' || finding.severity === 'warning';
const keepsOut = (finding: Finding, outcome: Finding['outcome']): boolean =>
  finding.severity === 'error' && finding.outcome === outcome;

/** The values that judge a course: those that held when it began. */
export const courseParameters = ({ course, parameterSettings }: CourseFacts): ParameterValues =>
  parametersOfCourse(course, parameterSettings);

/**
 * How far a course is on a day. Of the judgements only those of active enrolments count. `open`: the open marks of these
 * facts, where somebody has counted them already.
 */
export function courseProgress(
  facts: CourseFacts,
  judged: readonly Judgement[],
  issued: readonly Pick<HourCertificate, 'revoked'>[],
  packages: readonly Pick<PackageRecord, 'version'>[],
  today: Day,
  open?: OpenMarks,
): CourseProgress {
  const { course, sessions } = facts;
  const parameters = courseParameters(facts);
  const active = facts.enrolments.filter((e) => e.status.kind === 'active');
  const activeIds = new Set(active.map((e) => e.id));
  const judgements = judged.filter((j) => activeIds.has(j.enrolmentId));
  const held = sessions.filter((s) => s.date <= today);
  const lacking = open ?? openMarks(facts, parameters);
  const tests = judgements
    .map((j) => ({ j, finding: j.findings.find((f) => f.rule === 'test-passed') }))
    .filter(({ finding }) => finding?.outcome !== 'notApplicable');
  const failing = judgements.filter((j) => j.findings.some((f) => keepsOut(f, 'notMet'))).length;
  const ok = judgements.filter((j) => j.submittable).length;
  const counts = {
    people: active.length,
    unresolved: judgements.filter((j) => j.findings.some((f) => ROSTER_RULES.has(f.rule) && isOpen(f))).length,
    sessions: sessions.length,
    planned: plannedHours(sessions),
    required: { total: parameters.totalPeriods.value, professional: parameters.professionalPeriods.value },
    heldSessions: held.length,
    openSessions: held.filter((s) => lacking.has(s.id)).length,
    untested: tests.filter(({ finding }) => finding?.outcome === 'cannotTell').length,
    failedTest: tests.filter(({ finding }) => finding?.outcome === 'notMet').length,
    ok,
    failing,
    undecided: judgements.length - ok - failing,
    issued: issued.filter((c) => !c.revoked).length,
    version: packages.length === 0 ? null : Math.max(...packages.map((p) => p.version)),
  };
  const states = statesOf(counts, course.endsOn <= today);
  const rosterKeepsOut =
    active.length === 0 ||
    judgements.some((j) => j.findings.some((f) => ROSTER_RULES.has(f.rule) && f.severity === 'error'));
  const isNext = (step: ProgressStep): boolean =>
    (states[step] === 'open' || states[step] === 'blocked') && (step !== 'roster' || rosterKeepsOut);
  return { ...counts, states, next: PROGRESS_STEPS.find(isNext) ?? null };
}

type Counts = Omit<CourseProgress, 'states' | 'next'>;

function statesOf(c: Counts, ended: boolean): CourseProgress['states'] {
  const enough = c.planned.total >= c.required.total && c.planned.professional >= c.required.professional;
  const begun = c.people > 0 && c.heldSessions > 0;
  const ready = begun && c.openSessions === 0 && ended && c.ok > 0;
  return {
    roster: c.people > 0 && c.unresolved === 0 ? 'done' : 'open',
    timetable: c.sessions > 0 && enough ? 'done' : 'open',
    attendance: !begun ? 'waiting' : c.openSessions > 0 ? 'open' : ended ? 'done' : 'waiting',
    tests: c.people === 0 || !ended ? 'waiting' : c.untested > 0 ? 'open' : c.failedTest > 0 ? 'blocked' : 'done',
    findings: c.people === 0 || !ended ? 'waiting' : c.failing > 0 ? 'blocked' : c.undecided > 0 ? 'open' : 'done',
    // What was issued or sealed is done, whatever of the course is still open.
    certificates: c.ok > 0 && c.issued >= c.ok ? 'done' : ready ? 'open' : 'waiting',
    submission: c.version !== null ? 'done' : ready ? 'open' : 'waiting',
  };
}
