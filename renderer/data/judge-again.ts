import type { Day } from '../../shared/basics/day';
import type { AttendanceColumn } from '../../shared/records/attendance-column';
import type { EnrolmentId } from '../../shared/records/ids';
import { enrolmentsOfPerson } from '../../shared/regulation/credits';
import { judgeCourse, judgeEnrolment } from '../../shared/regulation/evaluate';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { Judgement } from '../../shared/regulation/finding';

/** Judgements with the facts and the day that they were made of. */
export interface Judged {
  readonly facts: CourseFacts;
  readonly on: Day;
  readonly judgements: readonly Judgement[];
}

/** More people than this are judged all together: it costs no more. */
const FEW = 200;

/**
 * Judges a course. Where the facts differ from the last ones in marks and attempts only, and of few people, just these
 * are judged again: a mark in a class of 5,000 must not judge 5,000.
 */
export function judgeAgain(last: Judged | null, facts: CourseFacts, on: Day): Judged {
  if (last && last.facts === facts && last.on === on) return last;
  const touched = last && last.on === on ? touchedEnrolments(last.facts, facts) : null;
  if (!last || !touched || touched.size > FEW) return { facts, on, judgements: judgeCourse(facts, on) };
  const judgements = last.judgements.map((judgement) =>
    touched.has(judgement.enrolmentId) ? judgeEnrolment(facts, judgement.enrolmentId, on) : judgement,
  );
  return { facts, on, judgements };
}

const LOOSE: ReadonlySet<string> = new Set(['attendance', 'attempts'] satisfies (keyof CourseFacts)[]);

/**
 * The enrolments of everybody whose marks or attempts differ, all certificates of a person together; null when anything
 * else differs.
 */
export function touchedEnrolments(before: CourseFacts, after: CourseFacts): ReadonlySet<EnrolmentId> | null {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CourseFacts>;
  for (const key of keys) if (!LOOSE.has(key) && before[key] !== after[key]) return null;
  const indexes = new Set<number>();
  for (const session of after.sessions)
    differing(before.attendance.get(session.id), after.attendance.get(session.id), indexes);
  const tested = before.attempts !== after.attempts;
  const touched = new Set<EnrolmentId>();
  for (const { id, index, personId } of after.enrolments)
    if (indexes.has(index) || (tested && before.attempts.get(id) !== after.attempts.get(id)))
      for (const sibling of enrolmentsOfPerson(after, personId)) touched.add(sibling.id);
  return touched;
}

function differing(a: AttendanceColumn | undefined, b: AttendanceColumn | undefined, into: Set<number>): void {
  if (a === b) return;
  const size = Math.max(a?.status.length ?? 0, b?.status.length ?? 0);
  for (let i = 0; i < size; i++) {
    const same =
      (a?.status[i] ?? 0) === (b?.status[i] ?? 0) &&
      (a?.late[i] ?? 0) === (b?.late[i] ?? 0) &&
      (a?.early[i] ?? 0) === (b?.early[i] ?? 0) &&
      (a?.recordedOn[i] ?? 0) === (b?.recordedOn[i] ?? 0);
    if (!same) into.add(i);
  }
}
