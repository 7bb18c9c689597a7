import { clockTime } from '../basics/minutes';
import type { SessionEntry } from '../commands/import-entries';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { Session } from '../records/session';
import { postTitle } from '../regulation/posts';
import type { FieldChange } from './preview';
import { wouldChange } from './would-change';
import { categoryWord } from './category-word';
import type { Candidate, Settlement } from './sheet-reader';

/** A readable row; number null where the file has none: then sessions are numbered in the file's order. */
export type TimetableCandidate = Omit<SessionEntry, 'number'> & { readonly number: number | null };

type Numbered = TimetableCandidate & { readonly number: number };

interface Slot {
  readonly label: string;
  readonly entry: Pick<Session, 'number' | 'date' | 'start' | 'end' | 'posts'>;
}

/** Numbers, clashes within the file and with sessions that the file does not mention, differences from stored sessions. */
export function settleTimetable(
  candidates: readonly Candidate<TimetableCandidate>[],
  sessions: readonly Session[],
): readonly Settlement<TimetableCandidate>[] {
  const entries = numbered(candidates, sessions);
  const rowOf = new Map<number, number>();
  const inFile = new Set(entries.map(({ number }) => number));
  const taken: Slot[] = sessions
    .filter(({ number, onlyFor }) => !inFile.has(number) && onlyFor === undefined)
    .map((session) => ({ label: `已有的第 ${session.number} 课`, entry: session }));
  return entries.map((entry, i) => {
    const { row } = candidates[i]!;
    const problems: Problem[] = [];
    const earlier = rowOf.get(entry.number);
    if (earlier !== undefined)
      problems.push(
        importProblem('session-clash', { why: 'same-number', number: entry.number, row: earlier }, 'number'),
      );
    else rowOf.set(entry.number, row);
    const clash = problems.length > 0 ? undefined : taken.find(({ entry: other }) => overlaps(entry, other));
    if (clash) {
      const time = `${clockTime(entry.start)}-${clockTime(entry.end)}`;
      problems.push(
        importProblem('session-clash', { why: 'overlap', date: entry.date, time, other: clash.label }, 'start'),
      );
    }
    if (problems.length > 0) return { entry: null, problems, changes: [], unchanged: false };
    taken.push({ label: `第 ${row} 行`, entry });
    const stored = sessions.find(({ number }) => number === entry.number) ?? null;
    const changes = stored ? sessionChanges(entry, stored) : [];
    const unchanged = stored !== null && changes.length === 0;
    if (unchanged) problems.push(importProblem('already-enrolled', { what: `第 ${entry.number} 课` }));
    if (changes.length > 0) problems.push(wouldChange(changes));
    const posts = entry.posts.length > 0 ? entry.posts : (stored?.posts ?? []);
    return { entry: { ...entry, posts, existing: stored?.id ?? null }, problems, changes, unchanged };
  });
}

/** Without a number a row is the stored session of the same day and start, else the next free number. */
function numbered(
  candidates: readonly Candidate<TimetableCandidate>[],
  sessions: readonly Session[],
): readonly Numbered[] {
  const used = new Set(candidates.flatMap(({ entry }) => entry.number ?? []));
  let next = sessions.reduce((highest, { number }) => Math.max(highest, number), 0);
  return candidates.map(({ entry }) => {
    if (entry.number !== null) return { ...entry, number: entry.number };
    const stored = sessions.find(
      ({ date, start, number }) => date === entry.date && start === entry.start && !used.has(number),
    );
    if (!stored)
      do next++;
      while (used.has(next));
    const number = stored?.number ?? next;
    used.add(number);
    return { ...entry, number };
  });
}

/** The same people would sit in both: same time, and posts that meet (none = all). */
function overlaps(a: Slot['entry'], b: Slot['entry']): boolean {
  const meet = a.posts.length === 0 || b.posts.length === 0 || a.posts.some((post) => b.posts.includes(post));
  return meet && a.date === b.date && a.start < b.end && b.start < a.end;
}

function sessionChanges(entry: Numbered, stored: Session): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (field: string, label: string, from: string, to: string): void => {
    if (to !== '' && from !== to) changes.push({ field, label, from, to });
  };
  compare('date', '日期', stored.date, entry.date);
  compare('start', '开始时间', clockTime(stored.start), clockTime(entry.start));
  compare('end', '结束时间', clockTime(stored.end), clockTime(entry.end));
  compare('title', '课程名称', stored.title ?? '', entry.title ?? '');
  compare('category', '课程类别', categoryWord(stored.category), categoryWord(entry.category));
  compare('periods', '学时', String(stored.periods), String(entry.periods));
  compare('teacher', '授课教师', stored.teacher ?? '', entry.teacher ?? '');
  compare('room', '教室', stored.room ?? '', entry.room ?? '');
  compare('posts', '适用岗位', titles(stored.posts), titles(entry.posts));
  return changes;
}

const titles = (posts: readonly string[]): string => posts.map(postTitle).sort().join('、');
