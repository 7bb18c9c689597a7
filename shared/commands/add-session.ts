import type { SessionId } from '../records/ids';
import { patched } from '../records/patch';
import type { Session } from '../records/session';
import type { CourseFacts } from '../regulation/facts';
import { change, conclude } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import { sessionProblems } from './session-problems';

export interface AddSessionInput extends Pick<Session, 'date' | 'start' | 'end' | 'periods' | 'category'> {
  /** Default: one more than the highest number. */
  readonly number?: number | undefined;
  readonly title?: string | null | undefined;
  /** Default: all posts. */
  readonly posts?: Session['posts'] | undefined;
  readonly teacher?: string | null | undefined;
  readonly room?: string | null | undefined;
  /** Sessions of other courses, for clashes of teacher and room. */
  readonly others?: readonly Session[] | undefined;
}

/** A new slot of the timetable. Clashes are warnings of the intent. */
export function addSession(
  facts: CourseFacts,
  { number, title, posts, teacher, room, others, ...slot }: AddSessionInput,
  ctx: CommandContext,
): CommandResult {
  const session = patched(
    {
      id: ctx.newId() as SessionId,
      courseId: facts.course.id,
      ...slot,
      number: number ?? nextSessionNumber(facts),
      posts: posts ?? [],
    } as Session,
    { title, teacher, room },
  );
  return conclude({
    kind: 'session.add',
    changes: [change('sessions', null, session)],
    problems: sessionProblems(facts, [session], others ?? [], ctx),
  });
}

/** 第 n 课: the number after the highest one of the course. */
export const nextSessionNumber = ({ sessions }: Pick<CourseFacts, 'sessions'>): number =>
  sessions.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
