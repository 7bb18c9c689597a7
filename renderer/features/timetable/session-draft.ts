import type { Day } from '../../../shared/basics/day';
import type { Post } from '../../../shared/records/certificate';
import type { SessionId } from '../../../shared/records/ids';
import type { Category, Session } from '../../../shared/records/session';
import { isUnreadable, typedValue, type Typed } from '../../ui/typed-value';

/** One line of the timetable while it is typed. Blank texts are ''; id null is a line that is not saved yet. */
export interface SessionDraft {
  readonly id: SessionId | null;
  readonly date: Typed<Day>;
  readonly start: Typed<number>;
  readonly end: Typed<number>;
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
    periods,
    category: last?.category ?? 'public',
    title: '',
    posts: [],
    teacher: '',
    room: last?.room ?? '',
  };
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
  return { date, start, end, periods, category, posts, title: text(draft.title), teacher: text(draft.teacher), room: text(draft.room) };
}

export const isValues = (values: ReturnType<typeof valuesOf>): values is SessionValues => !Array.isArray(values);

/** The sessions as they would be with this line, for the sums while typing; an unreadable line changes nothing. */
export function withDraft(sessions: readonly Session[], draft: SessionDraft | null): readonly Session[] {
  if (!draft || draft.periods === null || isUnreadable(draft.periods as Typed<number>)) return sessions;
  const { id, periods, category, posts } = draft;
  if (id !== null) return sessions.map((session) => (session.id === id ? { ...session, periods, category, posts } : session));
  const template: Session = { id: '' as SessionId, courseId: sessions[0]?.courseId ?? ('' as Session['courseId']), number: 0, date: '' as Day, start: 0, end: 0, periods, category, posts };
  return [...sessions, template];
}
