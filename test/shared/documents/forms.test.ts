import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import { enrolledCount } from '../../../shared/documents/form';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import { attendanceWorkbook } from '../../../shared/documents/attendance-workbook';
import { notSubmittedWorkbook } from '../../../shared/documents/not-submitted-workbook';
import { qualifiedPeopleWorkbook } from '../../../shared/documents/qualified-people-workbook';
import { scoresWorkbook } from '../../../shared/documents/scores-workbook';
import { verificationWorkbook } from '../../../shared/documents/verification-workbook';
import { chinesePeriod } from '../../../shared/documents/form-words';
import { markText } from '../../../shared/records/mark-text';
import { JUDGED_ON, sampleClass, sampleForm } from './sample-class';

const form = sampleForm(40);

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
    for (const make of [verificationWorkbook, notSubmittedWorkbook]) {
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

describe('人数', () => {
  it('一个人用两本证书报名是 1 人（2 本证书），哪张表都这样写', () => {
    const facts = sampleClass(2);
    const [first, second] = facts.enrolments;
    const twice = { ...facts, enrolments: [first!, { ...second!, personId: first!.personId }] };
    expect(enrolledCount(twice, [first!.id, second!.id])).toBe('1 人（2 本证书）');
    expect(enrolledCount(facts, [first!.id, second!.id])).toBe('2 人');
    const input = { ...form, facts: twice, judgements: judgeCourse(twice, JUDGED_ON) };
    for (const make of [attendanceWorkbook, scoresWorkbook, verificationWorkbook])
      expect(make(input).sheets[0]!.subtitle).toContain('共 1 人（2 本证书）');
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
