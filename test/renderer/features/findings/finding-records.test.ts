import { describe, expect, it } from 'vitest';
import { recordsBehind } from '../../../../renderer/features/findings/finding-records';
import { findingOf, findingRows } from '../../../../renderer/features/findings/finding-rows';
import { sampleForm } from '../../../shared/documents/sample-class';

const { facts, judgements } = sampleForm(40);
const rows = findingRows(facts, judgements);
const behind = (index: number, rule: Parameters<typeof findingOf>[1]) => {
  const row = rows[index]!;
  return recordsBehind(facts, row.enrolment, findingOf(row, rule)!);
};

describe('结论所依据的记录', () => {
  it('总学时：列出每一课、考勤和得到的学时，合计等于核验的数值；每课通向考勤的那一格和课程表的那一课', () => {
    const { sessions, others } = behind(6, 'total-hours');
    expect(sessions).toHaveLength(facts.sessions.length);
    expect(sessions.reduce((sum, { credit }) => sum + (credit?.credited ?? 0), 0)).toBe(
      rows[6]!.judgement.hours.total,
    );
    expect(
      sessions.filter(({ mark }) => mark === '缺' || mark === '假').map(({ session }) => session.number),
    ).toEqual([4, 9]);
    expect(sessions[0]!.place).toEqual({
      at: 'course',
      courseId: facts.course.id,
      step: 'attendance',
      focus: { enrolmentId: rows[6]!.enrolment.id, sessionId: sessions[0]!.session.id },
    });
    expect(sessions[0]!.lesson).toEqual({
      at: 'course',
      courseId: facts.course.id,
      step: 'timetable',
      focus: { sessionId: sessions[0]!.session.id },
    });
    expect(others).toEqual([]);
  });

  it('没有登记考勤的人，课次在，考勤是空的', () => {
    const { sessions } = behind(9, 'total-hours');
    expect(sessions.every(({ mark, credit }) => mark === '' && credit?.state === 'unrecorded')).toBe(true);
  });

  it('测试：每一次都列出，通向那一次；缺考写缺考', () => {
    const { others } = behind(4, 'test-passed');
    expect(others.map(({ what }) => what)).toEqual(['第 1 次测试', '第 2 次测试']);
    expect(others[0]!.detail).toContain('缺考');
    expect(others[1]!.detail).toContain('71.5 分');
    const [first] = facts.attempts.get(rows[4]!.enrolment.id)!;
    expect(others[0]!.place).toEqual({
      at: 'course',
      courseId: facts.course.id,
      step: 'tests',
      focus: { enrolmentId: rows[4]!.enrolment.id, attemptId: first!.id },
    });
  });

  it('证书：写岗位、编号、发证日，通向学员页', () => {
    const { others } = behind(1, 'ce-year');
    expect(others).toHaveLength(1);
    expect(others[0]!.detail).toMatch(/土建质量员 · 0422\d+ · \d{4}年\d+月\d+日发证 · 新取证/);
    expect(others[0]!.place).toEqual({ at: 'person', personId: rows[1]!.person.id });
  });

  it('引用的每一条记录都找得到，都有去处', () => {
    for (const row of rows) {
      for (const finding of row.judgement.findings) {
        const { sessions, others } = recordsBehind(facts, row.enrolment, finding);
        const distinct = new Set(finding.records.map(({ table, id }) => `${table}/${id}`));
        expect(sessions.length + others.length, `${row.person.name} ${finding.rule}`).toBe(distinct.size);
        expect(others.every(({ place }) => place !== null)).toBe(true);
      }
    }
  });
});
