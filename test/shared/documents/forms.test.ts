import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import { sheetPages } from '../../../shared/basics/sheet-pages';
import { attendanceWorkbook } from '../../../shared/documents/attendance-workbook';
import { notSubmittedWorkbook } from '../../../shared/documents/not-submitted-workbook';
import { qualifiedPeopleWorkbook } from '../../../shared/documents/qualified-people-workbook';
import { scoresWorkbook } from '../../../shared/documents/scores-workbook';
import { verificationWorkbook } from '../../../shared/documents/verification-workbook';
import { chinesePeriod } from '../../../shared/documents/words';
import { markText } from '../../../shared/records/mark-text';
import type { Certificate } from '../../../shared/records/certificate';
import type { OutsideHoursId, SessionId } from '../../../shared/records/ids';
import type { OutsideHours } from '../../../shared/records/outside-hours';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import { explain } from '../../../shared/regulation/explain';
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

describe('考勤汇总表', () => {
  const sheet = sheetOf(attendanceWorkbook(form), '考勤汇总');

  it('每课一列，标记与合计和核验结论一致', () => {
    expect(sheet.columns).toHaveLength(4 + 17 + 3);
    const marks = (row: number) => sheet.rows[row]!.slice(4, 21).join('');
    expect(marks(0)).toBe('√'.repeat(17));
    expect(marks(6)).toBe('√√√缺√√√√假√√√√√√√√');
    expect(marks(8)).toBe(`√√迟6\n早6√迟？${'√'.repeat(12)}`);
    expect(marks(9)).toBe('');
    expect(marks(11)).toBe(`${'√'.repeat(12)}${'／'.repeat(5)}`);
    form.judgements.forEach(({ hours }, i) => {
      expect(sheet.rows[i]!.slice(-3)).toEqual([hours.public, hours.professional, hours.total]);
    });
  });

  it('课次很多时分成几张，每课恰好出现一次，合计在最后一张', () => {
    const facts = sampleClass(2);
    const sessions = Array.from({ length: 60 }, (_, i) => ({
      ...facts.sessions[i % 17]!,
      id: `s${i}` as SessionId,
      number: i + 1,
      date: day(`2026-0${3 + Math.floor(i / 30)}-${String(1 + (i % 30)).padStart(2, '0')}`),
    }));
    const model = attendanceWorkbook(formOf({ ...facts, sessions, attendance: new Map() }));
    const parts = model.sheets.filter(({ name }) => name.startsWith('考勤'));
    expect(parts.length).toBe(3);
    for (const part of parts) expect(sheetPages(part).scale).toBeGreaterThan(0.7);
    const numbers = parts.flatMap(({ columns }) =>
      columns.map(({ header }) => /^(\d+)\n/.exec(header)?.[1]).filter(Boolean),
    );
    expect(numbers).toEqual(sessions.map(({ number }) => String(number)));
    expect(parts.map(({ columns }) => columns.some(({ header }) => header === '实到合计'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('还没有课次也不出错', () => {
    const model = attendanceWorkbook(formOf({ ...sampleClass(2), sessions: [], attendance: new Map() }));
    expect(sheetOf(model, '考勤汇总').rows).toHaveLength(2);
    expect(sheetOf(model, '课次').rows[0]![1]).toBe('无');
  });
});

describe('学时核验表', () => {
  it('没有一人时，各项仍是列，写明无', () => {
    const sheet = sheetOf(verificationWorkbook({ ...form, judgements: [] }), '一览');
    expect(sheet.columns.map(({ header }) => header)).toEqual(
      sheetOf(verificationWorkbook(form), '一览').columns.map(({ header }) => header),
    );
    expect(sheet.rows).toHaveLength(1);
  });
  const model = verificationWorkbook(form);
  it('一览与每条结论一一对应', () => {
    const sheet = sheetOf(model, '一览');
    const titles = form.judgements[0]!.findings.map((finding) => explain(finding).title);
    expect(sheet.columns.slice(7, -1).map(({ header }) => header)).toEqual(titles);
    const signs = { met: '✓', notMet: '✕', notApplicable: '–', cannotTell: '？' } as const;
    form.judgements.forEach(({ findings, hours }, i) => {
      expect(sheet.rows[i]!.slice(4, 7)).toEqual([hours.public, hours.professional, hours.total]);
      expect(sheet.rows[i]!.slice(7, -1)).toEqual(
        findings.map(({ outcome, severity }) => `${signs[outcome]}${severity === 'warning' ? '!' : ''}`),
      );
    });
    const left = form.facts.enrolments.findIndex(({ status }) => status.kind !== 'active');
    const conclusions = sheet.rows.map((row) => row.at(-1));
    expect(conclusions[left]).toBe('不在本班');
    for (const word of ['有提醒', '不能上报']) expect(conclusions).toContain(word);
    const mayGo = form.judgements.filter(({ submittable }, i) => submittable && i !== left).length;
    expect(conclusions.filter((word) => word === '可以上报' || word === '有提醒')).toHaveLength(mayGo);
  });
  it('明细是界面上同样的句子，数值带要求，没有记录的不写成 0', () => {
    const sheet = sheetOf(model, '明细');
    const all = form.judgements.flatMap(({ findings }) => findings);
    expect(sheet.rows).toHaveLength(all.length);
    all.forEach((finding, i) => {
      const { title, verdict, clause, repair } = explain(finding);
      expect([sheet.rows[i]![3], sheet.rows[i]![6], sheet.rows[i]![7], sheet.rows[i]![8]]).toEqual([
        title,
        clause,
        verdict,
        repair,
      ]);
    });
    const short = rowsOf(sheet).find((row) => row['序号'] === 7 && row['结论'] === '不符合');
    expect(short?.['数值（实际／要求）']).toContain('30 学时／不少于 32 学时');
  });
});

describe('不予上报名单', () => {
  const model = notSubmittedWorkbook(form, [
    { enrolmentId: 'enrolment-0000' as never, rule: 'two-year-total', by: '李审核' },
  ]);
  it('不能上报的每个人都在，原因和条款都写出来；能上报的都不在', () => {
    const rows = rowsOf(sheetOf(model, '不予上报名单'));
    const out = form.judgements.filter(
      ({ submittable, enrolmentId }) => !submittable || enrolmentId === 'enrolment-0011',
    );
    expect(new Set(rows.map((row) => row['序号'])).size).toBe(out.length);
    const errors = out.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
    expect(rows.length).toBe(errors.length + 1);
    expect(errors.length).toBeGreaterThan(out.length);
    for (const finding of errors) {
      const { title, verdict, clause, repair } = explain(finding);
      expect(rows).toContainEqual(
        expect.objectContaining({ 原因: `${title}：${verdict}`, 依据条款: clause, 怎样补救: repair }),
      );
    }
    expect(rows.every((row) => String(row['原因']).length > 4 && String(row['依据条款']).length > 0)).toBe(true);
    expect(rows.find((row) => String(row['原因']).includes('已退出'))).toMatchObject({ 姓名: '刘国平' });
    expect(rows.find((row) => String(row['原因']).includes('已退出'))!['原因']).toContain('工地调动');
  });
  it('带提示上报的人逐条列出，确认人写名字，没有确认的写明', () => {
    const rows = rowsOf(sheetOf(model, '提示确认名单'));
    const warnings = form.judgements
      .filter(({ submittable, enrolmentId }) => submittable && enrolmentId !== 'enrolment-0011')
      .flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'warning'));
    expect(rows.length).toBe(warnings.length);
    expect(rows[0]).toMatchObject({ 姓名: '欧阳𬱖', 确认人: '李审核' });
    expect(rows[1]).toMatchObject({ 确认人: '未确认' });
  });
});

describe('完整证件号码和手机号', () => {
  const people = [...form.facts.persons.values()];
  const cells = (model: WorkbookModel) => JSON.stringify(model.sheets);

  it('盖章上报的汇总表、考勤表、成绩表写完整证件号码，文本格式', () => {
    for (const make of [qualifiedPeopleWorkbook, attendanceWorkbook, scoresWorkbook]) {
      const model = make(form);
      expect(people.filter(({ idNumber }) => cells(model).includes(idNumber)).length).toBeGreaterThan(20);
      expect(model.sheets[0]!.columns.find(({ header }) => header === '证件号码')?.kind).toBe('id');
    }
  });

  it('核验表和不予上报名单打码；手机号只在汇总表里', () => {
    for (const make of [verificationWorkbook, (input: typeof form) => notSubmittedWorkbook(input, [])]) {
      const text = cells(make(form));
      for (const { idNumber } of people) {
        expect(text).not.toContain(idNumber);
        expect(text).toContain(`${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`);
      }
    }
    for (const make of [attendanceWorkbook, scoresWorkbook, verificationWorkbook]) {
      for (const { phone } of people) expect(cells(make(form))).not.toContain(phone!);
    }
  });
});

describe('字句', () => {
  it('考勤标记', () => {
    expect(markText({ kind: 'attended', late: 15, early: 0 })).toBe('迟15');
    expect(markText({ kind: 'attended', late: 0, early: 10 })).toBe('早10');
    expect(markText({ kind: 'attended', late: 'unknown', early: 6 })).toBe('迟？早6');
    expect(markText({ kind: 'absent' })).toBe('缺');
    expect(markText({ kind: 'leave' })).toBe('假');
    expect(markText(null)).toBe('');
  });
  it('起止日期', () => {
    expect(chinesePeriod(day('2026-03-16'), day('2026-03-16'))).toBe('2026年3月16日');
    expect(chinesePeriod(day('2025-12-30'), day('2026-01-03'))).toBe('2025年12月30日至2026年1月3日');
  });
});
