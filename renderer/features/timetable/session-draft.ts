import { addDays, type Day } from '../../../shared/basics/day';
import type { Post } from '../../../shared/records/certificate';
import type { CourseId, SessionId } from '../../../shared/records/ids';
import type { Category, Session } from '../../../shared/records/session';
import { typedValue, type Typed } from '../../ui/typed-value';

/** One line of the timetable while it is typed. Blank texts are ''; id null is a line that is not saved yet. */
export interface SessionDraft {
  readonly id: SessionId | null;
  readonly date: Typed<Day>;
  readonly start: Typed<number>;
  readonly end: Typed<number>;
  /** Minutes from start to end when both could last be read: the end keeps this distance while the start is typed. */
  readonly length: number | null;
  readonly periods: number | null;
  readonly category: Category;
  readonly title: string;
  readonly posts: readonly Post[];
  readonly teacher: string;
  readonly room: string;
}

/** What the commands take, once everything that must be there can be read. */
export type SessionValues = Pick<Session, 'date' | 'start' | 'end' | 'periods' | 'category' | 'posts'> & {
  readonly title: string | null;
  readonly teacher: string | null;
  readonly room: string | null;
};

export const draftOf = (session: Session): SessionDraft => ({
  id: session.id,
  date: session.date,
  start: session.start,
  end: session.end,
  length: session.end - session.start,
  periods: session.periods,
  category: session.category,
  title: session.title ?? '',
  posts: session.posts,
  teacher: session.teacher ?? '',
  room: session.room ?? '',
});

const BREAK_MINUTES = 15;
const DEFAULT_START = 8 * 60 + 30;
const DEFAULT_PERIODS = 2;
const MIDDAY = 12 * 60;
const AFTERNOON = 13 * 60 + 30;

/**
 * The line that most likely comes next on a day: after the last lesson, as long as it was, in its room, of its category;
 * nothing new begins around midday before 13:30.
 */
export function nextDraft(sessions: readonly Session[], date: Day, minutesPerPeriod: number): SessionDraft {
  const sameDay = sessions.filter((session) => session.date === date);
  const last = sameDay.at(-1) ?? sessions.at(-1);
  const periods = last?.periods ?? DEFAULT_PERIODS;
  const length = last ? last.end - last.start : periods * minutesPerPeriod;
  const after = sameDay.at(-1)?.end;
  let start = after === undefined ? (sessions[0]?.start ?? DEFAULT_START) : after + BREAK_MINUTES;
  if (start < AFTERNOON && start + length > MIDDAY) start = AFTERNOON;
  return {
    id: null,
    date,
    start,
    end: start + length,
    length,
    periods,
    category: last?.category ?? 'public',
    title: '',
    posts: [],
    teacher: '',
    room: last?.room ?? '',
  };
}

/** Lessons end by now; what would not fit begins the next day. */
const EVENING = 18 * 60;

/** The likely line after a day's last one: on that day while there is time, else on the next day of the course. */
export function followingDraft(
  sessions: readonly Session[],
  date: Day,
  endsOn: Day,
  minutesPerPeriod: number,
): SessionDraft {
  const draft = nextDraft(sessions, date, minutesPerPeriod);
  const isFull = (typedValue(draft.end) ?? 0) > EVENING && sessions.some((session) => session.date === date);
  return isFull && date < endsOn ? nextDraft(sessions, addDays(date, 1), minutesPerPeriod) : draft;
}

/** The line after a field was typed: the end follows the start and the periods, and a public lesson is for all posts. */
export function withField<F extends keyof SessionDraft>(
  draft: SessionDraft,
  field: F,
  value: SessionDraft[F],
  minutesPerPeriod: number,
): SessionDraft {
  const next: SessionDraft = { ...draft, [field]: value };
  const start = typedValue(next.start);
  const end = typedValue(next.end);
  if (field === 'start') return start === null || next.length === null ? next : { ...next, end: start + next.length };
  if (field === 'end') return { ...next, length: start === null || end === null ? next.length : end - start };
  if (field === 'periods' && start !== null && end !== null && draft.periods !== null && next.periods !== null) {
    // Only where the length was that of the periods: breaks inside a lesson are somebody's own.
    const length = next.periods * minutesPerPeriod;
    return end - start === draft.periods * minutesPerPeriod ? { ...next, length, end: start + length } : next;
  }
  return field === 'category' && value === 'public' ? { ...next, posts: [] } : next;
}

/** The values of a line, or the names of the fields that are missing or cannot be read. */
export function valuesOf(draft: SessionDraft): SessionValues | readonly (keyof SessionDraft)[] {
  const date = typedValue(draft.date);
  const start = typedValue(draft.start);
  const end = typedValue(draft.end);
  const { periods, category, posts } = draft;
  const wrong: (keyof SessionDraft)[] = [];
  if (date === null) wrong.push('date');
  if (start === null) wrong.push('start');
  if (end === null) wrong.push('end');
  if (periods === null) wrong.push('periods');
  if (date === null || start === null || end === null || periods === null) return wrong;
  const text = (value: string): string | null => value.trim() || null;
  return {
    date,
    start,
    end,
    periods,
    category,
    posts,
    title: text(draft.title),
    teacher: text(draft.teacher),
    room: text(draft.room),
  };
}

export const isValues = (values: ReturnType<typeof valuesOf>): values is SessionValues => !Array.isArray(values);

/** What stands for a line that is not saved yet. */
export const DRAFT_ID = 'draft' as SessionId;

/**
 * The sessions as they would be with this line, for sums and clashes while typing: its periods as soon as they can be
 * read, its place as soon as that can be read too.
 */
export function withDraft(
  sessions: readonly Session[],
  draft: SessionDraft | null,
  courseId: CourseId,
): readonly Session[] {
  if (!draft || draft.periods === null) return sessions;
  const { id, periods, category, posts } = draft;
  const values = valuesOf(draft);
  const own = sessions.find((session) => session.id === id);
  const kept = isValues(values) ? values : own;
  const { title: _, teacher: __, room: ___, ...bare } = own ?? { id: DRAFT_ID, courseId, number: 0 };
  const typed: Session = {
    ...bare,
    date: kept?.date ?? ('' as Day),
    start: kept?.start ?? 0,
    end: kept?.end ?? 0,
    periods,
    category,
    posts,
    ...(draft.title.trim() && { title: draft.title.trim() }),
    ...(draft.teacher.trim() && { teacher: draft.teacher.trim() }),
    ...(draft.room.trim() && { room: draft.room.trim() }),
  };
  return own ? sessions.map((session) => (session === own ? typed : session)) : [...sessions, typed];
}
