import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { CourseId, SessionId } from '../../../shared/records/ids';
import type { Category, Session } from '../../../shared/records/session';
import { parametersOn } from '../../../shared/regulation/parameters-on';
import { isEnough, planReach, planReachByPost } from '../../../shared/regulation/plan-reach';

const parameters = parametersOn({ id: 'hubei-annual' }, [], day('2026-03-16'));
let last = 0;
const session = (
  periods: number,
  category: Category,
  posts: readonly string[] = [],
  more: Partial<Session> = {},
): Session => ({
  id: `s${(last += 1)}` as SessionId,
  courseId: 'c' as CourseId,
  number: last,
  date: day('2026-03-16'),
  start: 510,
  end: 600,
  periods,
  category,
  posts,
  ...more,
});

describe('课程表能不能达到要求', () => {
  it('正好 32 学时、其中专业 22：够', () => {
    const reach = planReach([session(10, 'public'), session(22, 'professional')], parameters);
    expect(reach).toEqual({
      post: null,
      planned: { total: 32, professional: 22, public: 10 },
      lacksTotal: 0,
      lacksProfessional: 0,
    });
    expect(isEnough(reach)).toBe(true);
  });

  it('合计够而专业差 1：不够，说明差的是专业', () => {
    const reach = planReach([session(12, 'public'), session(21, 'professional')], parameters);
    expect([reach.lacksTotal, reach.lacksProfessional, isEnough(reach)]).toEqual([0, 1, false]);
  });

  it('补课不算新的学时', () => {
    const lesson = session(2, 'professional');
    const reach = planReach(
      [lesson, session(2, 'professional', [], { makesUpFor: lesson.id, onlyFor: [] })],
      parameters,
    );
    expect(reach.planned.total).toBe(2);
  });

  it('分岗位的专业课：每个岗位只算面向自己的课', () => {
    const sessions = [
      session(10, 'public'),
      session(16, 'professional'),
      session(6, 'professional', ['101']),
      session(4, 'professional', ['114']),
    ];
    const byPost = planReachByPost(sessions, parameters, ['101', '114', '101']);
    expect(
      byPost.map(({ post, planned, lacksTotal, lacksProfessional }) => [
        post,
        planned.total,
        lacksTotal,
        lacksProfessional,
      ]),
    ).toEqual([
      ['101', 32, 0, 0],
      ['114', 30, 2, 2],
    ]);
  });

  it('没有分岗位的课：不必逐岗位说明', () => {
    expect(planReachByPost([session(2, 'public')], parameters, ['101', '114'])).toEqual([]);
  });
});
