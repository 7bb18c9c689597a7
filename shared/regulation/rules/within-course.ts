import { rule } from '../rule';

export const withinCourse = rule({
  id: 'within-course',
  title: '考勤日期',
  purposes: ['exchange', 'annual'],
  cites: ['default'],
  severity: { notMet: 'error', cannotTell: null },
  details: {
    inside: 'met',
    'outside-course': 'notMet',
    future: 'notMet',
    'no-attendance': 'notApplicable',
  },

  // Attendance is taken inside the course's dates and never for a lesson that has not been held.
  check({ lines, context, course, on }) {
    if (!lines.some(({ mark }) => mark !== null)) return { detail: 'no-attendance' };
    const misplaced = lines.filter(({ mark, session }) => mark !== null && context.outOfPlace.has(session.id));
    if (misplaced.length === 0) return { detail: 'inside' };
    const used = {
      records: misplaced.map(({ session }) => context.refOf(session)),
      values: {
        sessions: misplaced.map(({ session }) => `第 ${session.number} 课（${session.date}）`),
        startsOn: course.startsOn,
        endsOn: course.endsOn,
        on,
      },
    };
    const outside = misplaced.some(({ session: { date } }) => date < course.startsOn || date > course.endsOn);
    return { detail: outside ? 'outside-course' : 'future', ...used };
  },
});
