import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayFromEpoch, epochDays } from '../../../shared/basics/day';
import type { SheetCell } from '../../../shared/basics/sheet';
import { readMark } from '../../../shared/import/attendance-mark';
import { readDay } from '../../../shared/import/cell-date';
import { readTime, readTimeRange } from '../../../shared/import/cell-time';
import { markText } from '../../../shared/records/mark-text';

const text = (value: string): SheetCell => ({ text: value, kind: 'text' });
const number = (value: number, format = 'General'): SheetCell => ({
  text: String(value),
  kind: 'number',
  number: value,
  format,
});

describe('日期的写法', () => {
  it.each([
    '2020-09-01',
    '2020.9.1',
    '2020/9/1',
    '2020年9月1日',
    '20200901',
    '２０２０．９．１',
    '2020。9。1',
    ' 2020 年 9 月 1 日 ',
    '2020-09-01 00:00:00',
    '2020-9-1号',
    '2020-09-01T08:30:00Z',
    '44075',
    "'2020-09-01",
    '2020年9月1日（星期二）',
    '2020-09-01 周二',
    '2020-9-1 0:00:00',
    '2020/9/1 10:30',
    '2020/9/1 下午2:30',
    '2020年9月1日8:30',
    '2020 9 1',
    '2020\\9\\1',
    '2020.09.01.',
    '2020-09-01。',
  ])('%s 是 2020-09-01', (value) => expect(readDay(text(value))).toBe('2020-09-01'));

  it.each([
    '2020-13-01',
    '2020-02-30',
    '2021年2月29日',
    '9月1日',
    '2020年9月',
    '20.9.1',
    '2020-09-01起',
    '2020-9-110:30',
    '1899-12-31',
    '2100-01-01',
    '待定',
    '',
    '20201301',
    '123',
    '4407',
    '99999',
  ])('%s 不是日期', (value) => expect(readDay(text(value))).toBeNull());

  it('序列数按 1900 和 1904 两种日期系统', () => {
    expect(readDay(number(44059))).toBe('2020-08-16');
    expect(readDay(number(44059.75, 'yyyy-mm-dd hh:mm'))).toBe('2020-08-16');
    expect(readDay(number(42597), true)).toBe('2020-08-16');
    expect(readDay(number(20200818))).toBe('2020-08-18');
  });

  it('2020、2020.9 这样的数不是 1905 年的一天；显示为日期的才是', () => {
    for (const typed of [9, 2020, 2020.9, 202009]) expect(readDay(number(typed))).toBeNull();
    expect(readDay(number(2020, 'yyyy"年"m"月"'))).toBe('1905-07-12');
    expect(readDay(number(2020, '"d"0'))).toBeNull();
    expect([7305, 7306].map((serial) => readDay(number(serial)))).toEqual([null, '1920-01-01']);
  });

  it('1900 系统中不存在的 2 月 29 日（序列数 60）不是日期', () => {
    expect([59, 60, 61].map((serial) => readDay(number(serial, 'm/d/yy')))).toEqual([
      '1900-02-28',
      null,
      '1900-03-01',
    ]);
    expect([1, 0].map((serial) => readDay(number(serial, 'm/d/yy')))).toEqual(['1900-01-01', null]);
  });

  it('任何一天的各种写法读出的都是这一天', () => {
    const days = fc
      .integer({ min: epochDays(day('1954-10-04')), max: epochDays(day('2099-12-31')) })
      .map(dayFromEpoch);
    fc.assert(
      fc.property(days, (on) => {
        const [y, m, d] = on.split('-').map(Number);
        const serial = epochDays(on) - epochDays(day('1899-12-30'));
        const serial1904 = epochDays(on) - epochDays(day('1904-01-01'));
        expect(addDays(day('1899-12-30'), serial)).toBe(on);
        for (const cell of [
          text(on),
          text(`${y}.${m}.${d}`),
          text(`${y}/${m}/${d}`),
          text(`${y}年${m}月${d}日`),
          text(on.replaceAll('-', '')),
          number(serial),
        ]) {
          expect(readDay(cell)).toBe(on);
        }
        expect(readDay(number(serial1904), true)).toBe(on);
      }),
    );
  });
});

describe('时间的写法', () => {
  it.each([
    ['08:30', 510],
    ['8：30', 510],
    ['08:30:00', 510],
    ['8点30分', 510],
    ['8点半', 510],
    ['8时', 480],
    ['下午1:30', 810],
    ['上午 8:30', 510],
    ['1:30 PM', 810],
    ['12:10AM', 10],
    ['中午12:00', 720],
    ['13.30', 810],
  ])('%s', (value, minutes) => expect(readTime(text(value))).toBe(minutes));

  it.each(['25:00', '8:60', '上午', '八点', '', '830', '1'])('%s 不是时刻', (value) =>
    expect(readTime(text(value))).toBeNull(),
  );

  it('Excel 中的时间是一天的几分之几；整数不是时刻', () => {
    expect(readTime(number(510 / 1440, 'hh:mm'))).toBe(510);
    expect(readTime(number(46097 + 510 / 1440, 'yyyy-mm-dd hh:mm'))).toBe(510);
    expect(readTime(number(8))).toBeNull();
  });

  it('一格中的起止时间', () => {
    for (const value of ['08:30-10:00', '8:30～10:00', '8：30 — 10：00', '8:30至10:00', '上午8:30-10:00'])
      expect(readTimeRange(text(value))).toEqual([510, 600]);
    expect(readTimeRange(text('下午1:30-3:00'))).toEqual([810, 900]);
    expect(readTimeRange(text('08:30'))).toBeNull();
  });
});

describe('考勤符号', () => {
  it.each(['√', '✓', '到', '出勤', '1', 'V', ' 已到 '])('%s 是出勤', (value) =>
    expect(readMark(value)).toEqual({ kind: 'attended', late: 0, early: 0 }),
  );
  it.each(['缺', '旷', '×', 'x', '缺勤', '旷课', '0'])('%s 是缺勤', (value) =>
    expect(readMark(value)).toEqual({ kind: 'absent' }),
  );
  it.each(['假', '请假', '事假', '病 假'])('%s 是请假', (value) =>
    expect(readMark(value)).toEqual({ kind: 'leave' }),
  );
  it.each([
    ['迟15', 15, 0],
    ['迟到15分钟', 15, 0],
    ['迟到(15)', 15, 0],
    ['早50', 0, 50],
    ['早退 50 分', 0, 50],
    ['迟6早6', 6, 6],
    ['早6迟6', 6, 6],
    ['迟6、早6', 6, 6],
    ['迟到', 'unknown', 0],
    ['早退', 0, 'unknown'],
    ['迟早6', 'unknown', 6],
    ['迟到早退', 'unknown', 'unknown'],
  ])('%s', (value, late, early) => expect(readMark(value)).toEqual({ kind: 'attended', late, early }));
  it.each(['△', '?', '迟6迟7', '迟1000', '2', '出勤迟5', '迟-5'])('%s 读不懂', (value) =>
    expect(readMark(value)).toBe('unreadable'),
  );
  it('空格是没有记录', () => expect(readMark('  ')).toBeNull());

  it('程序自己写出的符号都能读回来', () => {
    const minutes = fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constant('unknown' as const));
    fc.assert(
      fc.property(minutes, minutes, (late, early) => {
        expect(readMark(markText({ kind: 'attended', late, early }))).toEqual({ kind: 'attended', late, early });
      }),
    );
    expect(readMark(markText({ kind: 'absent' }))).toEqual({ kind: 'absent' });
    expect(readMark(markText({ kind: 'leave' }))).toEqual({ kind: 'leave' });
  });
});
