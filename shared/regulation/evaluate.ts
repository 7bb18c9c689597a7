import type { Day } from '../basics/day';
import type { Course } from '../records/course';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import { CourseContext } from './course-context';
import type { CourseFacts } from './facts';
import type { Finding, Judgement, Outcome, Severity } from './finding';
import { meaningOf, type Rule } from './rule';
import type { Ruleset } from './ruleset';
import { rulesetOf } from './rulesets';
import { bestAttempt } from './rules/test-passed';
import { Subject } from './subject';

export interface JudgeOptions {
  /** The CE years that the certificate or package names; without it those of the course's own sessions. */
  readonly namedYears?: readonly number[];
}

const NONE: readonly never[] = [];

/** The ruleset of a course that was let in. Throws where rulesetOf refuses: commands and imports ask it before they store a course. */
function usableRuleset(course: Course): Ruleset {
  const ruleset = rulesetOf(course);
  if (!ruleset.ok) throw new Error(`course ${course.id}: ${ruleset.error} (${course.ruleset}, ${course.startsOn})`);
  return ruleset.value;
}

const contexts = new WeakMap<CourseFacts, Map<Day, CourseContext>>();

/** Per-course work is done once for a set of facts and a day; facts are never changed in place, so a new set is new work. */
function contextOf(facts: CourseFacts, on: Day): CourseContext {
  const known = contexts.get(facts) ?? new Map<Day, CourseContext>();
  contexts.set(facts, known);
  const stored = known.get(on);
  if (stored) return stored;
  const context = new CourseContext(facts, usableRuleset(facts.course), on, usableRuleset);
  known.set(on, context);
  return context;
}

const meanings = new Map<Rule, Map<string, { outcome: Outcome; severity: Severity | null }>>();

function meaning(rule: Rule, detail: string): { outcome: Outcome; severity: Severity | null } {
  const known = meanings.get(rule) ?? new Map<string, { outcome: Outcome; severity: Severity | null }>();
  meanings.set(rule, known);
  const stored = known.get(detail);
  if (stored) return stored;
  const made = meaningOf(rule, detail);
  known.set(detail, made);
  return made;
}

function findingOf(rule: Rule, subject: Subject, ruleset: Finding['ruleset']): Finding {
  const { detail, numbers, parameters, records, values } = rule.check(subject, subject.context.parameters);
  const { outcome, severity } = meaning(rule, detail);
  const finding = {
    rule: rule.id,
    outcome,
    severity,
    detail,
    numbers: numbers ?? NONE,
    parameters: parameters ?? NONE,
    records: records ?? NONE,
    cites: rule.cites[subject.course.purpose],
    ruleset,
  };
  return values === undefined ? finding : { ...finding, values };
}

function judge(context: CourseContext, enrolment: Enrolment, { namedYears }: JudgeOptions): Judgement {
  const subject = new Subject(context, enrolment, namedYears);
  const findings = context.ruleset.rules.map((rule) => findingOf(rule, subject, context.rulesetRef));
  return {
    enrolmentId: enrolment.id,
    on: context.on,
    findings,
    submittable: findings.every(({ severity }) => severity !== 'error'),
    hours: subject.hours,
    bestScore: bestAttempt(subject.attempts)?.score ?? null,
    ceYears: context.ruleset.purpose === 'annual' && subject.ledger.gap === null ? subject.ledger.courseYears : NONE,
  };
}

/** Everything that the course's ruleset says of one enrolment on a day: one finding per rule, in the ruleset's order. */
export function judgeEnrolment(facts: CourseFacts, enrolmentId: EnrolmentId, on: Day, options: JudgeOptions = {}): Judgement {
  const enrolment = facts.enrolments.find(({ id }) => id === enrolmentId);
  if (!enrolment) throw new Error(`no enrolment ${enrolmentId} in course ${facts.course.id}`);
  return judge(contextOf(facts, on), enrolment, options);
}

/** Judges everybody in a course on a day, in the order of facts.enrolments, those who left included. */
export function judgeCourse(facts: CourseFacts, on: Day): readonly Judgement[] {
  const context = contextOf(facts, on);
  return facts.enrolments.map((enrolment) => judge(context, enrolment, {}));
}
