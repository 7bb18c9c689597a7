import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { qualifiedPeopleWorkbook } from '../../../shared/documents/qualified-people-workbook';
import type { Certificate } from '../../../shared/records/certificate';
import type { OutsideHoursId } from '../../../shared/records/ids';
import type { OutsideHours } from '../../../shared/records/outside-hours';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { JUDGED_ON, sampleClass, sampleForm } from './sample-class';
import { rowsOf, sheetOf } from './sheet-rows';

const form = sampleForm(40);
const formOf = (facts: CourseFacts) => ({ ...form, facts, judgements: judgeCourse(facts, JUDGED_ON) });

describe('培训合格人员信息汇总表', () => {
  const model = qualifiedPeopleWorkbook(form);

  it('列与规定的完全一致', () => {
    const wanted =
      '序号 姓名 性别 证件类型 证件号码 年龄 工作单位 统一社会信用代码 岗位 证书编号 发证日期 业务类型 继续教育年度 总学时 公共基础学时 专业岗位学时 测试成绩 测试结果 测试日期 期次 手机号 备注';
    for (const sheet of model.sheets) expect(sheet.columns.map(({ header }) => header).join(' ')).toBe(wanted);
  });

  it('只有没有不符合项且在读的人；一张全部，每个岗位一张，合起来正好是全部', () => {
    const all = rowsOf(sheetOf(model, '全部'));
    const wanted = form.judgements.filter(
      ({ submittable, enrolmentId }) => submittable && enrolmentId !== 'enrolment-0011',
    ).length;
    expect(all.length).toBe(wanted);
    expect(wanted).toBeGreaterThan(20);
    expect(
      all.some(
        (row) =>
          row['姓名'] === form.facts.persons.get('person-0011' as never)!.name &&
          row['证件号码'] === form.facts.persons.get('person-0011' as never)!.idNumber,
      ),
    ).toBe(false);
    const perPost = model.sheets.slice(1);
    expect(perPost.map(({ name }) => name)).toEqual([
      '土建施工员',
      '设备安装施工员',
      '土建质量员',
      '市政工程质量员',
      '材料员',
      '资料员',
    ]);
    expect(perPost.reduce((n, { rows }) => n + rows.length, 0)).toBe(wanted);
    for (const sheet of perPost)
      expect(new Set(rowsOf(sheet).map((row) => row['岗位']))).toEqual(new Set([sheet.name]));
  });

  it('一个人的一行，逐项', () => {
    expect(rowsOf(sheetOf(model, '全部'))[1]).toEqual({
      序号: 2,
      姓名: '李㛃',
      性别: '男',
      证件类型: '居民身份证',
      证件号码: '420101196702021015',
      年龄: 59,
      工作单位: '荆州示例市政工程集团股份有限公司第三分公司（示例项目经理部）',
      统一社会信用代码: '91420100MA4K000000',
      岗位: '土建质量员',
      证书编号: '04221110400101',
      发证日期: '2021-02-11',
      业务类型: '年度继续教育',
      继续教育年度: '2026年度',
      总学时: 34,
      公共基础学时: 10,
      专业岗位学时: 24,
      测试成绩: 61,
      测试结果: '合格',
      测试日期: '2026-03-20',
      期次: '2026年第3期施工现场专业人员继续教育',
      手机号: '19900000001',
      备注: null,
    });
  });

  it('补考通过的，成绩和日期是补考的那一次', () => {
    expect(rowsOf(sheetOf(model, '全部'))[4]).toMatchObject({
      测试成绩: 71.5,
      测试结果: '合格',
      测试日期: '2026-03-23',
    });
  });

  it('跨年度的人每个年度一行', () => {
    const facts = sampleClass(3);
    const { certificateId } = facts.enrolments[1]!;
    const issued: Certificate = {
      ...facts.certificates.get(certificateId)!,
      issuedOn: day('2024-03-18'),
      origin: 'new',
    };
    // What else the two years need was learnt elsewhere; the form shows the hours of this course.
    const outsideHours = [2025, 2026].map((ceYear): OutsideHours => ({
      id: `o${ceYear}` as OutsideHoursId,
      certificateId,
      kind: 'earlier',
      category: 'professional',
      periods: 20,
      ceYear,
      source: '往年学时证明',
    }));
    const straddling = {
      ...facts,
      outsideHours,
      certificates: new Map(facts.certificates).set(certificateId, issued),
    };
    const rows = rowsOf(sheetOf(qualifiedPeopleWorkbook(formOf(straddling)), '全部'));
    expect(
      rows
        .filter((row) => row['姓名'] === '李㛃')
        .map((row) => [row['继续教育年度'], row['总学时'], row['专业岗位学时']]),
    ).toEqual([
      ['2025年度', 16, 10],
      ['2026年度', 18, 14],
    ]);
  });

  it('一个合格的人也没有：表照样有，写明无', () => {
    const facts = sampleClass(2);
    const model_ = qualifiedPeopleWorkbook(formOf({ ...facts, attendance: new Map() }));
    expect(model_.sheets.map(({ name }) => name)).toEqual(['全部']);
    expect(model_.sheets[0]!.rows).toHaveLength(1);
    expect(model_.sheets[0]!.rows[0]![1]).toBe('无');
  });
});
