import { sameValue } from '../basics/same-value';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/catalogue';
import { isFutureSession, whyNotAttending } from '../records/attends';
import { isMarkPossible } from '../records/check-mark';
import { checkSession, checkSessionNumbers } from '../records/check-session';
import type { SessionId } from '../records/ids';
import type { Session } from '../records/session';
import { sessionClashes, type SessionClash } from '../records/session-clashes';
import type { CourseFacts } from '../regulation/facts';
import { parametersOfCourse } from '../regulation/parameters-of-course';
import { rulesetById } from '../regulation/rulesets';
import type { CommandContext } from './intent';
import { nameOf } from './name-of';
import { marksOfSession } from './recorded-marks';

/** Members of a session that decide hours and who attends: changing one under existing attendance needs a reason. */
export const DECISIVE = [
  'date',
  'start',
  'end',
  'periods',
  'category',
  'posts',
  'onlyFor',
] as const satisfies readonly (keyof Session)[];

/** The course's sessions after these were put in or replaced, in timetable order. */
function timetableWith(sessions: readonly Session[], put: readonly Session[]): readonly Session[] {
  const byId = new Map<SessionId, Session>(sessions.map((session) => [session.id, session]));
  for (const session of put) byId.set(session.id, session);
  return [...byId.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start));
}

/** Everything to be said of new or changed sessions: their own members, numbers, attendance that they have, clashes. */
export function sessionProblems(
  facts: CourseFacts,
  touched: readonly Session[],
  others: readonly Session[],
  ctx: CommandContext,
): readonly Problem[] {
  const timetable = timetableWith(facts.sessions, touched);
  const ids = new Set(touched.map(({ id }) => id));
  const numbers = new Set(touched.map(({ number }) => number));
  return [
    ...touched.flatMap((session) => [...ownProblems(facts, session), ...attendanceProblems(facts, session, ctx)]),
    ...unlikeOriginal(timetable, ids).map(({ number }) => problem('make-up-fixed', { number }, 'periods')),
    ...checkSessionNumbers(timetable).filter(({ values }) => numbers.has(Number(values?.['number']))),
    ...sessionClashes(timetable, others)
      .filter(({ a, b }) => ids.has(a.id) || ids.has(b.id))
      .map((clash) => clashProblem(facts, clash)),
  ];
}

/** Make-up lessons, themselves or their original touched, whose category, periods or posts are not the original's. */
function unlikeOriginal(timetable: readonly Session[], touched: ReadonlySet<SessionId>): readonly Session[] {
  const byId = new Map(timetable.map((session) => [session.id, session]));
  return timetable.filter(({ id, makesUpFor, category, periods, posts }) => {
    const original = makesUpFor && byId.get(makesUpFor);
    if (!original || !(touched.has(id) || touched.has(original.id))) return false;
    return original.category !== category || original.periods !== periods || !sameValue(original.posts, posts);
  });
}

function ownProblems(facts: CourseFacts, session: Session): readonly Problem[] {
  const { number, periods, posts } = session;
  const problems: Problem[] = [...checkSession(session, facts.course)];
  const ruleset = rulesetById(facts.course.ruleset);
  if (!ruleset) return [...problems, problem('ruleset-unknown', { ruleset: facts.course.ruleset })];
  const strange = posts.filter((post) => !ruleset.posts.includes(post));
  if (strange.length > 0) problems.push(problem('session-posts', { number, posts: strange }, 'posts'));
  if (facts.course.startsOn < ruleset.from) return problems;
  const perPeriod = parametersOfCourse(facts.course, facts.parameterSettings).minutesPerPeriod.value;
  const minutes = session.end - session.start;
  if (minutes > 0 && minutes < periods * perPeriod)
    problems.push(problem('session-short', { number, minutes, perPeriod, periods }, 'periods'));
  return problems;
}

/** What the attendance already recorded for a session says against its new form. */
function attendanceProblems(facts: CourseFacts, session: Session, ctx: CommandContext): readonly Problem[] {
  const marks = marksOfSession(facts, session);
  if (marks.length === 0) return [];
  const { number, date } = session;
  const problems: Problem[] = [];
  if (isFutureSession(session, ctx.today, ctx.minuteOfDay))
    problems.push(problem('session-marked-future', { number, date, marks: marks.length }, 'date'));
  const exceeding = marks.filter(({ record }) => !isMarkPossible(record.mark, session));
  if (exceeding.length > 0) {
    problems.push(
      problem(
        'session-minutes-exceed',
        {
          number,
          minutes: session.end - session.start,
          people: exceeding.map(({ enrolment }) => nameOf(facts, enrolment)),
        },
        'end',
      ),
    );
  }
  const outside = marks.filter(({ enrolment }) => whyNotAttending(session, enrolment) !== null);
  if (outside.length > 0)
    problems.push(
      problem(
        'session-people-outside',
        { number, people: outside.map(({ enrolment }) => nameOf(facts, enrolment)) },
        'date',
      ),
    );
  return problems;
}

/** A clash as a warning; the other session is named by its number, or as one of another class. */
export function clashProblem(facts: Pick<CourseFacts, 'course'>, { kind, a, b }: SessionClash): Problem {
  const other = b.courseId === facts.course.id ? `第 ${b.number} 课` : '另一个班';
  switch (kind) {
    case 'teacher':
      return problem(
        'session-clash-teacher',
        { date: a.date, teacher: a.teacher ?? '', a: a.number, b: other },
        'teacher',
      );
    case 'room':
      return problem('session-clash-room', { date: a.date, room: a.room ?? '', a: a.number, b: other }, 'room');
    case 'time':
      return problem('session-clash-time', { date: a.date, a: a.number, b: other }, 'start');
  }
}
