import { describe, expect, it } from 'vitest';
import type { CourseListItem } from '../../../../renderer/data/use-courses';
import { currentCourses } from '../../../../renderer/features/home/current-courses';
import { addDays, day } from '../../../../shared/basics/day';
import { course } from '../../../shared/facts-builder';

const today = day('2026-11-28');
const item = (title: string, endedDaysAgo: number, packages = 0, people = 20): CourseListItem => ({
  course: { ...course().facts().course, title, endsOn: addDays(today, -endedDaysAgo) },
  figures: {
    people,
    sessions: 17,
    plannedTotal: 34,
    plannedProfessional: 24,
    plannedPublic: 10,
    unrecordedMarks: 0,
    missingTests: 0,
    hourCertificates: 0,
    packages,
  },
});
const shown = (...items: readonly CourseListItem[]): readonly string[] =>
  currentCourses(items, today).map((one) => one.course.title);

describe('首页上的培训班', () => {
  it('八个月前结束、没有上报过的还在；上报过的和空班六十天后不再列出', () => {
    expect(
      shown(item('没上报', 253), item('已上报', 253, 1), item('空班', 253, 0, 0), item('刚结束', 60, 1)),
    ).toEqual(['没上报', '刚结束']);
  });

  it('一个都不剩时列出最近的；最多六个', () => {
    expect(shown(item('很早', 900, 1))).toEqual(['很早']);
    expect(shown(...Array.from({ length: 9 }, (_, i) => item(String(i), i)))).toHaveLength(6);
  });
});
