import type { Day } from '../basics/day';
import type { Course } from '../records/course';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import { CourseContext } from './course-context';
import type { CourseFacts } from './facts';
import type { Finding, Judgement } from './finding';
import type { Rule } from './rule';
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
  const { id, version } = usableRuleset(facts.course);
  const context = new CourseContext(facts, { id, version }, on, usableRuleset);
  known.set(on, context);
  return context;
}

function findingOf(rule: Rule, subject: Subject): Finding {
  const { ruleset } = subject.context;
  const {
    detail,
    numbers = NONE,
    parameters = NONE,
    records = NONE,
    values,
  } = rule.check(subject, subject.context.parameters);
  const verdict = rule.meanings[detail];
  if (!verdict) throw new Error(`${rule.id} has no situation ${detail}`);
  const { outcome, severity } = verdict;
  const cites = rule.cites[subject.course.purpose];
  return values === undefined
    ? { rule: rule.id, outcome, severity, detail, numbers, parameters, records, cites, ruleset }
    : { rule: rule.id, outcome, severity, detail, numbers, parameters, records, cites, ruleset, values };
}

function judge(
  { rules, purpose }: Ruleset,
  context: CourseContext,
  enrolment: Enrolment,
  { namedYears }: JudgeOptions,
): Judgement {
  const subject = new Subject(context, enrolment, namedYears);
  const findings = rules.map((rule) => findingOf(rule, subject));
  return {
    enrolmentId: enrolment.id,
    on: context.on,
    findings,
    submittable: findings.every(({ severity }) => severity !== 'error'),
    hours: subject.hours,
    bestScore: bestAttempt(subject.attempts)?.score ?? null,
    ceYears:
      purpose === 'annual' && subject.ledger.courseGap === null
        ? subject.ledger.courseYears.toSorted((a, b) => (a ?? 0) - (b ?? 0))
        : NONE,
  };
}

/** Everything that the course's ruleset says of one enrolment on a day: one finding per rule, in the ruleset's order. */
export function judgeEnrolment(
  facts: CourseFacts,
  enrolmentId: EnrolmentId,
  on: Day,
  options: JudgeOptions = {},
): Judgement {
  const enrolment = facts.enrolments.find(({ id }) => id === enrolmentId);
  if (!enrolment) throw new Error(`no enrolment ${enrolmentId} in course ${facts.course.id}`);
  return judge(usableRuleset(facts.course), contextOf(facts, on), enrolment, options);
}

/** Judges everybody in a course on a day, in the order of facts.enrolments, those who left included. */
export function judgeCourse(facts: CourseFacts, on: Day): readonly Judgement[] {
  const ruleset = usableRuleset(facts.course);
  const context = contextOf(facts, on);
  return facts.enrolments.map((enrolment) => judge(ruleset, context, enrolment, {}));
}
