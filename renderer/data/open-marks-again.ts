import type { CourseId, EnrolmentId, SessionId } from '../../shared/records/ids';
import type { CreditParameters } from '../../shared/regulation/credits';
import type { CourseFacts } from '../../shared/regulation/facts';
import { openSessionsOf, type OpenMarks } from '../../shared/regulation/open-marks';
import { touchedEnrolments } from './judge-again';

interface Counted {
  readonly facts: CourseFacts;
  readonly byEnrolment: ReadonlyMap<EnrolmentId, readonly SessionId[]>;
  readonly open: OpenMarks;
}

/** The last counts of each course. */
const lastOf = new Map<CourseId, Counted>();
const KEPT = 3;

/**
 * openMarks of these facts. Where they differ from the last ones of their course in marks only, just the people with
 * other marks are counted again: a mark in a class of 5,000 × 32 must not look at 160,000 cells. `parameters` are those
 * of the facts.
 */
export function openMarksAgain(facts: CourseFacts, parameters: CreditParameters): OpenMarks {
  const { id } = facts.course;
  const last = lastOf.get(id);
  if (last?.facts === facts) return last.open;
  const touched = last ? touchedEnrolments(last.facts, facts) : null;
  const byEnrolment = new Map(touched ? last?.byEnrolment : []);
  const open = new Map(touched ? last?.open : []);
  for (const enrolment of facts.enrolments) {
    if (touched && !touched.has(enrolment.id)) continue;
    count(open, byEnrolment.get(enrolment.id) ?? [], -1);
    const now = openSessionsOf(facts, enrolment, parameters);
    count(open, now, 1);
    if (now.length > 0) byEnrolment.set(enrolment.id, now);
    else byEnrolment.delete(enrolment.id);
  }
  lastOf.delete(id);
  lastOf.set(id, { facts, byEnrolment, open });
  for (const oldest of lastOf.keys()) if (lastOf.size > KEPT) lastOf.delete(oldest);
  return open;
}

function count(open: Map<SessionId, number>, sessions: readonly SessionId[], by: 1 | -1): void {
  for (const id of sessions) {
    const marks = (open.get(id) ?? 0) + by;
    if (marks > 0) open.set(id, marks);
    else open.delete(id);
  }
}
