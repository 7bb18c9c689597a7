import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { sheetPages } from '../../../shared/documents/sheet-pages';
import { attendanceWorkbook } from '../../../shared/documents/attendance-workbook';
import type { SessionId } from '../../../shared/records/ids';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { JUDGED_ON, sampleClass, sampleForm } from './sample-class';
import { sheetOf } from './sheet-rows';

const form = sampleForm(40);
const formOf = (facts: CourseFacts) => ({ ...form, facts, judgements: judgeCourse(facts, JUDGED_ON) });

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
