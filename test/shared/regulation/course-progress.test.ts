import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { courseProgress, type CourseProgress } from '../../../shared/regulation/course-progress';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { course, PRESENT, type FactsBuilder } from '../facts-builder';

const YES = { answer: 'yes', source: '社保记录', on: day('2026-03-01') } as const;
const people = (n: number) => Array.from({ length: n }, () => ({ enrolment: { stillInPost: YES } }));
/** 17 lessons of two periods on five days; the first five public. */
const lessons = Array.from({ length: 17 }, (_, i) => ({
  category: i < 5 ? ('public' as const) : ('professional' as const),
  periods: 2,
}));
const full = (): FactsBuilder =>
  course()
    .withPeople(...people(3))
    .withSessions(...lessons);

const progress = (
  facts: CourseFacts,
  on = facts.course.endsOn,
  issued: { revoked?: never }[] = [],
  packages: { version: number }[] = [],
): CourseProgress => courseProgress(facts, judgeCourse(facts, on), issued, packages, on);

describe('培训班做到哪一步', () => {
  it('刚建的班，下一步是名册', () => {
    const p = progress(course().facts());
    expect(p).toMatchObject({
      next: 'roster',
      people: 0,
      version: null,
      states: { roster: 'open', timetable: 'open', attendance: 'waiting', submission: 'waiting' },
    });
  });

  it('有了名册没有课程表，下一步是课程表', () => {
    expect(
      progress(
        course()
          .withPeople(...people(3))
          .facts(),
      ),
    ).toMatchObject({ next: 'timetable', states: { roster: 'done' } });
  });

  it('名册上只有提醒（没人答是否仍在岗）不挡路，下一步是课程表；有人不能上报就先回名册', () => {
    const unanswered = progress(course().withPeople({}, {}).facts());
    expect(unanswered).toMatchObject({ next: 'timetable', unresolved: 2, states: { roster: 'open' } });
    const otherPost = progress(
      course()
        .withPeople({ enrolment: { post: '113', stillInPost: YES } })
        .facts(),
    );
    expect(otherPost).toMatchObject({ next: 'roster', unresolved: 1 });
  });

  it('课程表差一点到 32 学时，仍算未完成；正好到了就完成', () => {
    const withPeriods = (n: number) =>
      course()
        .withPeople(...people(1))
        .withSessions({ category: 'public', periods: n - 22 }, { category: 'professional', periods: 22 });
    expect(progress(withPeriods(31).facts()).states.timetable).toBe('open');
    expect(progress(withPeriods(32).facts())).toMatchObject({
      planned: { total: 32, professional: 22, public: 10 },
      states: { timetable: 'done' },
    });
  });

  it('今天以后的课没有考勤不算欠登', () => {
    const facts = full().facts();
    const p = progress(facts, facts.course.startsOn);
    expect(p).toMatchObject({ heldSessions: 4, openSessions: 4, sessions: 17 });
  });

  it('全部出勤、没有成绩：考勤完成，测试缺三人', () => {
    const p = progress(full().allPresent().facts());
    expect(p).toMatchObject({
      next: 'tests',
      openSessions: 0,
      untested: 3,
      undecided: 3,
      states: { attendance: 'done', tests: 'open' },
    });
  });

  it('一人不合格：测试和核验都有不符合项', () => {
    const p = progress(full().allPresent().attempt(1, 80).attempt(2, 59).attempt(3, 60).facts());
    expect(p).toMatchObject({
      failedTest: 1,
      ok: 2,
      failing: 1,
      states: { tests: 'blocked', findings: 'blocked', certificates: 'open' },
    });
  });

  it('退出的人不再计入任何一步', () => {
    const gone = { enrolment: { status: { kind: 'left', on: day('2026-03-01'), reason: '离职' } as const } };
    const p = progress(
      course()
        .withPeople(...people(2), gone)
        .withSessions(...lessons)
        .facts(),
    );
    expect(p.people).toBe(2);
    expect(p.ok + p.failing + p.undecided).toBe(2);
  });

  it('有人的考勤没登完，证明和材料包已经有了：这两步是完成，考勤仍是下一步', () => {
    const two = lessons.reduce((all, _, n) => all.mark(1, n + 1, PRESENT).mark(2, n + 1, PRESENT), full());
    const facts = two.attempt(1, 80).attempt(2, 70).attempt(3, 60).facts();
    const sealed = progress(facts, facts.course.endsOn, [{}, {}], [{ version: 1 }]);
    expect(sealed).toMatchObject({
      next: 'attendance',
      ok: 2,
      states: { attendance: 'open', certificates: 'done', submission: 'done' },
    });
    expect(progress(facts).states).toMatchObject({ certificates: 'waiting', submission: 'waiting' });
  });

  it('都符合、证明齐全、已封存：没有下一步', () => {
    const facts = full().allPresent().attempt(1, 80).attempt(2, 70).attempt(3, 60).facts();
    const p = progress(facts, facts.course.endsOn, [{}, {}, {}], [{ version: 1 }, { version: 2 }]);
    expect(p).toMatchObject({
      next: null,
      issued: 3,
      version: 2,
      ok: 3,
      states: { submission: 'done', certificates: 'done', findings: 'done' },
    });
  });
});
