import { sameValue } from '../basics/same-value';
import { problem } from '../problems/catalogue';
import type { SessionId } from '../records/ids';
import { patched } from '../records/patch';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude, needsReason, type Correction, type Objection } from './conclude';
import type { SessionEntry } from './import-entries';
import type { CommandContext, CommandResult } from './intent';
import { marksOfSession } from './recorded-marks';
import { DECISIVE, sessionProblems } from './session-problems';

export interface ImportTimetableInput extends Correction {
  readonly entries: readonly SessionEntry[];
  /** Sessions that the course has already with other values: keep them (default) or take the file's. */
  readonly differing?: 'keep' | 'take' | undefined;
  readonly others?: readonly Session[] | undefined;
}

/** A whole timetable as one intent. A number that the course has already is the same session; blank never erases. */
export function importTimetable(
  facts: CourseFacts,
  { entries, differing, others, reason, parents }: ImportTimetableInput,
  ctx: CommandContext,
): CommandResult {
  const byId = new Map(facts.sessions.map((session) => [session.id, session]));
  const byNumber = new Map(facts.sessions.map((session) => [session.number, session]));
  const problems: Objection[] = entries.length === 0 ? [problem('timetable-empty')] : [];
  const touched: { readonly before: Session | null; readonly after: Session }[] = [];
  const kept: number[] = [];
  for (const { existing, title, teacher, room, posts: given, ...values } of entries) {
    const before = (existing ? byId.get(existing) : byNumber.get(values.number)) ?? null;
    if (existing && !before) problems.push(problem('session-missing'));
    const base = before ?? { id: ctx.newId() as SessionId, courseId: facts.course.id };
    const posts = given.length === 0 && before && values.category === 'professional' ? before.posts : given;
    const after = patched({ ...base, ...values, posts } as Session, {
      title: title || undefined,
      teacher: teacher || undefined,
      room: room || undefined,
    });
    if (before && !sameValue(before, after) && differing !== 'take') kept.push(before.number);
    else touched.push({ before, after });
  }
  const written = touched.filter(({ before, after }) => !sameValue(before, after));
  problems.push(
    ...sessionProblems(
      facts,
      written.map(({ after }) => after),
      others ?? [],
      ctx,
    ),
  );
  const decisive = written.some(
    ({ before, after }) =>
      before &&
      DECISIVE.some((field) => !sameValue(before[field], after[field])) &&
      marksOfSession(facts, before).length > 0,
  );
  if (decisive) problems.push(...needsReason(reason, '更改已有考勤的课次'));
  if (kept.length > 0) problems.push(problem('sessions-kept', { sessions: kept }));
  return conclude({
    kind: 'timetable.import',
    changes: written.map(({ before, after }) => change('sessions', before, after)),
    problems,
    reason,
    parents,
    nothing: problem('nothing-to-import', { rows: entries.length }),
  });
}
