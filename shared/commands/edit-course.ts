import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { checkCourse } from '../records/check-course';
import type { Course } from '../records/course';
import { patched, type Patch } from '../records/patch';
import type { CourseFacts } from '../regulation/facts';
import { checkRuleset } from './check-ruleset';
import { change, conclude, type Correction } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { marksOfSession } from './recorded-marks';

export type EditCourseInput = Patch<Course, keyof Omit<Course, 'id'>> & Correction;

/**
 * Changes a course. Sessions with attendance may not fall outside its dates (they are listed); sessions without any are
 * a warning, because a course that moves changes its dates first and its timetable afterwards.
 */
export function editCourse(
  facts: CourseFacts,
  { reason, parents, ...patch }: EditCourseInput,
  _ctx: CommandContext,
): CommandResult {
  const before = facts.course;
  const after = patched(before, patch);
  return conclude({
    kind: 'course.edit',
    changes: [change('courses', before, after)],
    problems: [...checkCourse(after), ...checkRuleset(after), ...consequences(facts, after)],
    reason,
    parents,
  });
}

function consequences(facts: CourseFacts, after: Course): readonly Problem[] {
  const { startsOn, endsOn } = after;
  const problems: Problem[] = [];
  if (after.purpose !== facts.course.purpose && facts.enrolments.length > 0) {
    problems.push(problem('course-purpose-fixed', { people: facts.enrolments.length }, 'purpose'));
  }
  if (!startsOn || !endsOn || startsOn > endsOn) return problems;

  const outside = facts.sessions
    .filter(({ date }) => date < startsOn || date > endsOn)
    .map((session) => ({ number: session.number, marks: marksOfSession(facts, session).length }));
  const marked = outside.filter(({ marks }) => marks > 0);
  const unmarked = outside.filter(({ marks }) => marks === 0);
  if (marked.length > 0) {
    const marks = marked.reduce((sum, session) => sum + session.marks, 0);
    problems.push(
      problem(
        'marks-outside-course',
        { startsOn, endsOn, sessions: marked.map(({ number }) => number), marks },
        'endsOn',
      ),
    );
  }
  if (unmarked.length > 0)
    problems.push(
      problem(
        'sessions-outside-course',
        { startsOn, endsOn, sessions: unmarked.map(({ number }) => number) },
        'endsOn',
      ),
    );

  const tested = facts.enrolments.filter(({ id }) => facts.attempts.get(id)?.some(({ on }) => on < startsOn));
  if (tested.length > 0)
    problems.push(
      problem(
        'attempts-outside-course',
        { startsOn, people: tested.map((enrolment) => nameOf(facts, enrolment)) },
        'startsOn',
      ),
    );
  return problems;
}
