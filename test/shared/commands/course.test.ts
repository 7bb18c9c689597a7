import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { createCourse, type CreateCourseInput } from '../../../shared/commands/create-course';
import { deleteCourse } from '../../../shared/commands/delete-course';
import { editCourse } from '../../../shared/commands/edit-course';
import { saveInstitution } from '../../../shared/commands/save-institution';
import { context, course, INSTITUTION, PRESENT } from '../facts-builder';
import { accepted, codes, warned } from './outcome';

const ctx = context('2026-03-18');
const input: CreateCourseInput = {
  title: ' 2026年第4期 ',
  purpose: 'annual',
  ruleset: 'hubei-annual',
  startsOn: day('2026-04-13'),
  endsOn: day('2026-04-17'),
  place: '',
};

describe('新建培训班', () => {
  it('去掉两端空白，空的选填项不留下', () => {
    const { kind, changes } = accepted(createCourse(null, input, ctx));
    expect(kind).toBe('course.create');
    expect(changes).toEqual([
      {
        table: 'courses',
        key: expect.stringMatching(/^N/),
        before: null,
        after: {
          id: changes[0]!.key,
          title: '2026年第4期',
          purpose: 'annual',
          ruleset: 'hubei-annual',
          startsOn: '2026-04-13',
          endsOn: '2026-04-17',
        },
      },
    ]);
  });

  it('所有问题一次说完：没有班名，日期颠倒，规则不认识', () => {
    expect(
      codes(createCourse(null, { ...input, title: '  ', endsOn: day('2026-04-12'), ruleset: 'hunan' }, ctx)),
    ).toEqual(['field-missing', 'course-dates-order', 'ruleset-unknown']);
  });

  it('规则与业务类型不符、规则当时无效都不接受', () => {
    expect(codes(createCourse(null, { ...input, ruleset: 'hubei-2020-37-exchange' }, ctx))).toEqual([
      'ruleset-purpose',
      'ruleset-dates',
    ]);
    expect(
      codes(createCourse(null, { ...input, startsOn: day('2019-04-13'), endsOn: day('2019-04-17') }, ctx)),
    ).toEqual(['ruleset-dates']);
  });

  it('开班当天结班可以；超过一年只提醒', () => {
    accepted(createCourse(null, { ...input, endsOn: input.startsOn }, ctx));
    expect(warned(accepted(createCourse(null, { ...input, endsOn: day('2027-04-17') }, ctx)))).toEqual([
      'course-long',
    ]);
  });
});

describe('修改培训班', () => {
  const taught = course().withPeople(2).withSessions(8).mark(1, 1, PRESENT).mark(2, 1, PRESENT).attempt(2, 70);

  it('没有变化就不写', () => {
    expect(codes(editCourse(taught.facts(), { title: '2026年第3期施工现场专业人员继续教育' }, ctx))).toEqual([
      'nothing-changed',
    ]);
  });

  it('已有考勤的课次会落到班期外：列出课次和条数，不写', () => {
    const result = editCourse(taught.facts(), { startsOn: day('2026-03-17') }, ctx);
    expect(codes(result)).toEqual(['marks-outside-course', 'sessions-outside-course']);
    expect(result.ok || result.error[0]!.values).toMatchObject({ sessions: [1], marks: 2 });
    expect(result.ok || result.error[1]!.values).toMatchObject({ sessions: [2, 3, 4] });
  });

  it('没有考勤的课次在班期外只提醒，先改班期再改课表', () => {
    const intent = accepted(editCourse(taught.facts(), { endsOn: day('2026-03-16'), place: '武汉' }, ctx));
    expect(warned(intent)).toEqual(['sessions-outside-course']);
    expect(intent.changes).toHaveLength(1);
  });

  it('开班日期不能晚于已登记的测试', () => {
    expect(
      codes(
        editCourse(
          course()
            .withPeople(1)
            .attempt(1, 70, { on: day('2026-03-17') })
            .facts(),
          { startsOn: day('2026-03-18') },
          ctx,
        ),
      ),
    ).toEqual(['attempts-outside-course']);
  });

  it('名册有人后业务类型不能改，没有人时可以', () => {
    expect(codes(editCourse(taught.facts(), { purpose: 'exchange' }, ctx))).toContain('course-purpose-fixed');
    const empty = course({ startsOn: '2020-10-12', endsOn: '2020-10-16' }).facts();
    accepted(editCourse(empty, { purpose: 'exchange', ruleset: 'hubei-2020-37-exchange' }, ctx));
  });
});

describe('删除培训班', () => {
  it('只有空班能删，要原因', () => {
    expect(accepted(deleteCourse(course().facts(), { reason: '建错' }, ctx)).changes).toMatchObject([
      { table: 'courses', key: 'K1', after: null },
    ]);
    expect(codes(deleteCourse(course().facts(), {}, ctx))).toEqual(['reason-missing']);
    expect(codes(deleteCourse(course().withSessions(1).facts(), { reason: '建错' }, ctx))).toEqual([
      'course-not-empty',
    ]);
  });
});

describe('机构信息', () => {
  it('第一次保存和以后修改', () => {
    const first = accepted(saveInstitution(null, { name: '荆楚建设培训学校（示例）', numberPrefix: 'JC' }, ctx));
    expect(first.changes[0]).toMatchObject({
      table: 'institution',
      key: 'institution',
      before: null,
      after: { name: '荆楚建设培训学校（示例）' },
    });
    const second = accepted(saveInstitution(INSTITUTION, { area: null, head: '周负责' }, ctx));
    expect(second.changes[0]!.after).toEqual({
      id: 'institution',
      name: INSTITUTION.name,
      numberPrefix: 'JC',
      head: '周负责',
    });
  });

  it('机构名称必填；字头和市州要合要求；信用代码错只提醒', () => {
    expect(
      codes(
        saveInstitution(
          null,
          { name: '', numberPrefix: '荆楚', area: '长沙', creditCode: '91420000000000000X' },
          ctx,
        ),
      ),
    ).toEqual(['field-missing', 'institution-credit-code', 'area-unknown', 'number-prefix-invalid']);
    expect(warned(accepted(saveInstitution(INSTITUTION, { creditCode: '91420000000000000X' }, ctx)))).toEqual([
      'institution-credit-code',
    ]);
  });
});
