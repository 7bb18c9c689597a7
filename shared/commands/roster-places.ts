import type { CourseFacts } from '../regulation/facts';

/** The index that the next enrolment gets: one more than was ever given, so an index never comes to stand for somebody else. */
export function nextIndex({
  enrolments,
  attendance,
  highestIndex,
}: Pick<CourseFacts, 'enrolments' | 'attendance' | 'highestIndex'>): number {
  let highest = highestIndex ?? -1;
  for (const { index } of enrolments) highest = Math.max(highest, index);
  for (const { status } of attendance.values()) highest = Math.max(highest, status.length - 1);
  return highest + 1;
}

/** The place on the printed roster (序号) after the last one. */
export const nextOrder = ({ enrolments }: Pick<CourseFacts, 'enrolments'>): number =>
  enrolments.reduce((last, { order }) => Math.max(last, order), 0) + 1;
