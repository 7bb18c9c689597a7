import { problem } from '../problems/catalogue';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export type DeleteCourseInput = Correction;

/** Takes a course out that was made by mistake. Only an empty one: people and sessions first have to go their own way. */
export function deleteCourse(
  facts: CourseFacts,
  { reason, parents }: DeleteCourseInput,
  _ctx: CommandContext,
): CommandResult {
  const { course, enrolments, sessions } = facts;
  const problems: Objection[] = [...needsReason(reason, '删除培训班')];
  if (enrolments.length > 0 || sessions.length > 0) {
    problems.push(
      problem('course-not-empty', { title: course.title, people: enrolments.length, sessions: sessions.length }),
    );
  }
  return conclude({ kind: 'course.delete', changes: [change('courses', course, null)], problems, reason, parents });
}
