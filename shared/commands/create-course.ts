import { checkCourse } from '../records/check-course';
import type { Course } from '../records/course';
import type { CourseId } from '../records/ids';
import { patched, type Patch } from '../records/patch';
import { checkRuleset } from './check-ruleset';
import { change, conclude } from './conclude';
import type { CommandContext, CommandResult } from './intent';

/** The members of a course that a form fills in. */
export type CourseFields = Omit<Course, 'id'>;
type Optional = 'place' | 'teacherInCharge' | 'note';
export type CreateCourseInput = Omit<CourseFields, Optional> & Patch<Course, Optional>;

/** A new course, judged by the ruleset that it names from now on. It belongs to nothing yet, so it needs no facts. */
export function createCourse(_facts: null, input: CreateCourseInput, ctx: CommandContext): CommandResult {
  const course = patched({ id: ctx.newId() as CourseId } as Course, input);
  return conclude({
    kind: 'course.create',
    changes: [change('courses', null, course)],
    problems: [...checkCourse(course), ...checkRuleset(course)],
  });
}
