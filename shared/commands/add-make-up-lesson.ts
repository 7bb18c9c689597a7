import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { whyNotAttending } from '../records/attends';
import type { EnrolmentId, SessionId } from '../records/ids';
import { patched } from '../records/patch';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { nextSessionNumber } from './add-session';
import { change, conclude, refuse } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { makeUpProblems } from './make-up-problems';
import { nameOf } from './name-of';
import { sessionProblems } from './session-problems';

export interface AddMakeUpLessonInput extends Pick<Session, 'date' | 'start' | 'end'> {
  readonly makesUpFor: SessionId;
  readonly onlyFor: readonly EnrolmentId[];
  readonly number?: number | undefined;
  readonly title?: string | null | undefined;
  readonly teacher?: string | null | undefined;
  readonly room?: string | null | undefined;
  readonly others?: readonly Session[] | undefined;
}

/** A lesson for those who missed one: same category, periods and posts as the original, only for the people listed. */
export function addMakeUpLesson(
  facts: CourseFacts,
  { makesUpFor, onlyFor, number, title, teacher, room, others, ...slot }: AddMakeUpLessonInput,
  ctx: CommandContext,
): CommandResult {
  const original = facts.sessions.find(({ id }) => id === makesUpFor);
  if (!original) return refuse('session-missing', {}, 'makesUpFor');
  const { category, periods, posts } = original;
  const lesson = patched(
    {
      id: ctx.newId() as SessionId,
      courseId: facts.course.id,
      ...slot,
      number: number ?? nextSessionNumber(facts),
      category,
      periods,
      posts,
      onlyFor: [...new Set(onlyFor)],
      makesUpFor,
    } as Session,
    {
      title: title === undefined ? original.title : title,
      teacher: teacher === undefined ? original.teacher : teacher,
      room,
    },
  );
  const problems: Problem[] = [
    ...sessionProblems(facts, [lesson], others ?? [], ctx),
    ...makeUpProblems(facts, lesson),
  ];
  const away = facts.enrolments.filter(
    (enrolment) => onlyFor.includes(enrolment.id) && whyNotAttending(lesson, enrolment) === 'outside-enrolment',
  );
  if (away.length > 0)
    problems.push(
      problem(
        'mark-outside-enrolment',
        { number: lesson.number, date: lesson.date, people: away.map((enrolment) => nameOf(facts, enrolment)) },
        'onlyFor',
      ),
    );
  return conclude({ kind: 'session.add-make-up', changes: [change('sessions', null, lesson)], problems });
}
