import { useMemo } from 'react';
import { today } from '../platform/clock';
import type { Day } from '../../shared/basics/day';
import type { CourseId } from '../../shared/records/ids';
import type { CourseFacts } from '../../shared/regulation/facts';
import type { Judgement } from '../../shared/regulation/finding';
import { judgeAgain, type Judged } from './judge-again';
import { useCourseFacts } from './use-course-facts';

/** The last judgements of each course, shared by all parts of the screen. */
const lastOf = new Map<CourseId, Judged>();
const KEPT = 3;

/** The judgements of these facts, worked out once, however many parts of the screen ask. */
export function judgementsOf(facts: CourseFacts, on: Day): readonly Judgement[] {
  const { id } = facts.course;
  const judged = judgeAgain(lastOf.get(id) ?? null, facts, on);
  lastOf.delete(id);
  lastOf.set(id, judged);
  for (const oldest of lastOf.keys()) if (lastOf.size > KEPT) lastOf.delete(oldest);
  return judged.judgements;
}

/** The day on which a running course is judged: today; one that has ended keeps the day of its end. */
export const dayJudged = (facts: CourseFacts, today: Day): Day =>
  today < facts.course.endsOn ? today : facts.course.endsOn;

/** What the rules say of everybody in a course, live, in the order of the roster; judged `on` a day, or on dayJudged. */
export function useJudgements(courseId: CourseId, on?: Day): readonly Judgement[] | undefined {
  const facts = useCourseFacts(courseId);
  const day = facts && (on ?? dayJudged(facts, today()));
  return useMemo(() => (facts && day ? judgementsOf(facts, day) : undefined), [facts, day]);
}
