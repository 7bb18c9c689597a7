import { describe, expect, it } from 'vitest';
import { movedBy, orderedBy, rosterRows } from '../../../../renderer/features/roster/roster-table';
import { judgeCourse } from '../../../../shared/regulation/evaluate';
import { day } from '../../../../shared/basics/day';
import { course } from '../../../shared/facts-builder';

const facts = course()
  .withPeople(
    { person: { name: '张三', employer: '乙公司' } },
    { person: { name: '李四', employer: '甲公司' }, enrolment: { post: '114' } },
    { person: { name: '王五', employer: '乙公司' } },
    { person: { name: '安六' } },
  )
  .facts();
const rows = rosterRows(facts, judgeCourse(facts, day('2026-03-20')));
const names = (ids: readonly string[]) =>
  ids.map((id) => rows.find(({ enrolment }) => enrolment.id === id)!.person.name);

describe('名册的次序', () => {
  it('按单位、同单位按姓名拼音；没有单位的在前', () => {
    expect(names(orderedBy(rows, 'employer'))).toEqual(['安六', '李四', '王五', '张三']);
  });

  it('按姓名拼音', () => expect(names(orderedBy(rows, 'name'))).toEqual(['安六', '李四', '王五', '张三']));

  it('选中的整块上移、下移一位，到头就停', () => {
    const two = new Set(['E3', 'E4']);
    expect(movedBy(rows, two, -1)).toEqual(['E1', 'E3', 'E4', 'E2']);
    expect(movedBy(rows, two, 1)).toEqual(['E1', 'E2', 'E3', 'E4']);
    expect(movedBy(rows, new Set(['E1', 'E3']), 1)).toEqual(['E2', 'E1', 'E4', 'E3']);
    expect(movedBy(rows, new Set(['E1']), -1)).toEqual(['E1', 'E2', 'E3', 'E4']);
  });
});

describe('名册上待解决的问题', () => {
  it('只列身份、证书和声明的问题，不列学时和测试', () => {
    expect(rows[0]!.open.map(({ rule }) => rule)).toEqual(['still-in-post']);
  });

  it('岗位与证书不符排在最前；已退出的学员不列', () => {
    expect(rows[1]!.open[0]).toMatchObject({ rule: 'post-matches-certificate', severity: 'error' });
    const left = course()
      .withPeople({
        enrolment: { to: day('2026-03-16'), status: { kind: 'left', on: day('2026-03-16'), reason: '调离' } },
      })
      .facts();
    expect(rosterRows(left, judgeCourse(left, day('2026-03-20')))[0]!.open).toEqual([]);
  });

  it('年龄按开班那天的周岁', () => expect(rows[0]!.age).toBe(41));
});
