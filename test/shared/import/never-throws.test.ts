import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { Sheet, SheetCell } from '../../../shared/basics/sheet';
import { instant } from '../../../shared/basics/instant';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import type { StoredRecords } from '../../../shared/import/import-kind-spec';
import { IMPORT_KINDS, type ImportKind, type PreviewOf } from '../../../shared/import/import-kinds';
import type { ImportPreview } from '../../../shared/import/preview';
import { readTask } from '../../../shared/import/read-task';
import { recheck } from '../../../shared/import/recheck';
import { refusedWorkbook } from '../../../shared/import/refused-workbook';
import { problemText } from '../../../shared/problems/catalogue';
import type { CommandResult } from '../../../shared/commands/intent';
import { context as commandContext, course, idNumber } from '../facts-builder';
import { sheetOf } from './sample-files';

const facts = course().withPeople(3).withSessions(6).allPresent().attempt(1, 57).facts();
const STORED: StoredRecords = { facts, people: facts, otherSessions: [], barred: null, institution: null };
const ANSWERS = { source: 'x' };
const KINDS = Object.keys(IMPORT_KINDS) as ImportKind[];
const read = <Kind extends ImportKind>(kind: Kind, sheets: readonly Sheet[]): PreviewOf<Kind> =>
  readTask({ kind, context: IMPORT_KINDS[kind].context(STORED, day('2026-03-28'), ANSWERS) }, sheets);

const HEADINGS = [
  '姓名',
  '身份证号',
  '岗位',
  '发证日期',
  '成绩',
  '测试日期',
  '第几次',
  '03-16 第1课',
  '第2课',
  '3',
  '日期',
  '时间',
  '课程类别',
  '学时',
  '课次',
  '公共学时',
  '专业学时',
  '年度',
  '__proto__',
  'constructor',
  '序号',
  '原因',
];
const WORDS = [
  '杨国平',
  idNumber(1),
  idNumber(2),
  '420101198503120000',
  '√',
  '迟15',
  '缺',
  '2026-03-16',
  '46097',
  '资料员',
  '土建施工员',
  '公共',
  '08:30-10:00',
  '57',
  '缺考',
  '2',
  '合计',
  ' ',
  '__proto__',
  '\u202E',
  '<b>',
  '=1+1',
  '10',
];
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc
      .double({ noNaN: false })
      // Its text must not be 'NaN': below, that word in a sentence means that the program put it there.
      .map((number): SheetCell => ({
        text: Number.isNaN(number) ? '#NUM!' : String(number),
        kind: 'number',
        number,
        format: 'General',
      })),
  },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant<SheetCell>({ text: '#N/A', kind: 'error' }) },
);
const merge = fc.record({
  row: fc.integer({ min: 1, max: 8 }),
  column: fc.integer({ min: 0, max: 8 }),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 1, max: 4 }),
});
const sheets = fc
  .tuple(
    fc.subarray(HEADINGS, { minLength: 3 }),
    fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 8 }),
    fc.array(merge, { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([headings, rows, merges, date1904]) => sheetOf([headings, ...rows], { merges, date1904 }));

/** Sheets most of whose cells can be read, so that rows come through. */
const rowsOf = (
  headings: readonly string[],
  columns: readonly (readonly (string | number | null)[])[],
): fc.Arbitrary<Sheet> =>
  fc
    .array(fc.tuple(...columns.map((values) => fc.constantFrom(...values))), { minLength: 1, maxLength: 6 })
    .map((rows) => sheetOf([headings, ...rows]));
const NUMBERS = [idNumber(1), idNumber(2), idNumber(8), idNumber(9)];
const NAMED = [idNumber(1), idNumber(2), idNumber(3)];
const DAYS = ['2026-03-16', '2026-03-17', '2026-03-20', '2026-03-28', '2024-05-10', '2020-02-29'];
const MARKS = ['√', '缺', '假', '迟15', '早90', '迟6早6', '迟到', '迟91', '', '早退'];
const likely: { readonly [K in ImportKind]: fc.Arbitrary<Sheet> } = {
  roster: rowsOf(
    [
      '姓名',
      '身份证号',
      '岗位',
      '证书编号',
      '发证日期',
      '有效期至',
      '电话',
      '信用代码',
      '出生日期',
      '证件类型',
      '在岗',
    ],
    [
      ['杨国平', '梁志强', '某某', 'Mary Jane'],
      NUMBERS,
      ['资料员', '土建施工员', '质检员（土建）'],
      ['鄂JX00001', 'X1', null],
      DAYS,
      ['2026-01-01', '2030-01-01', null],
      ['19900001000', '1990'],
      ['914205000000000B22', 'X', null],
      [null, '1990-01-01', '2030-01-01'],
      [null, '护照'],
      ['是', '否', '不详', null],
    ],
  ),
  timetable: rowsOf(
    ['课次', '日期', '时间', '课程类别', '学时', '适用岗位', '教师'],
    [
      [1, 2, 7, 8, 9],
      DAYS.slice(0, 4),
      ['08:30-10:00', '10:15-11:45', '19:00-21:00', '08:00-09:30'],
      ['公共', '专业'],
      [1, 2, 3],
      [null, '资料员', '材料员、资料员'],
      ['周讲师', null],
    ],
  ),
  attendance: rowsOf(
    ['姓名', '身份证号', '03-16 第1课', '03-16 第2课', '第5课'],
    [[null], NAMED, MARKS, MARKS, MARKS],
  ),
  scores: rowsOf(
    ['身份证号', '测试日期', '第几次', '成绩'],
    [NAMED, DAYS, [1, 2, 3, null], [57, 60, 100, '缺考', 88.5]],
  ),
  'outside-hours': rowsOf(
    ['身份证号', '年度', '学习日期', '公共学时', '专业学时', '时段'],
    [
      NAMED,
      [2024, 2025, 2026, 2023, null],
      [null, null, '2026-03-01', '2023-01-01'],
      [0, 10, null, 300],
      [24, null],
      [null, null, '19:00-20:30'],
    ],
  ),
  barred: rowsOf(
    ['姓名', '身份证号', '原因'],
    [
      ['杨国平', null],
      [...NUMBERS, 'E12345678'],
      ['虚假', null],
    ],
  ),
};
const ctx = commandContext('2026-03-28');

describe('任何内容都有说法，从不抛异常', () => {
  it.each(KINDS)('%s', (kind) => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 0, max: 9 }), fc.constantFrom(...WORDS), (sheet, column, word) => {
        const first = read(kind, [sheet]);
        const row = first.rows[0]?.row ?? 2;
        for (const preview of [
          first,
          recheck(first, { cells: [{ row, column, text: word }] }),
          recheck(first, { choice: { name: first.columns[0]?.key ?? '' } }),
        ]) {
          const { rows, counts }: ImportPreview<string, unknown, unknown> = preview;
          expect(counts.accepted + counts.refused + counts.skipped).toBe(rows.length);
          for (const { problems, state, entry } of rows) {
            expect(state === 'accepted').toBe(entry !== null);
            expect(problems.some(({ level }) => level === 'error')).toBe(state === 'refused');
            for (const problem of problems)
              expect(problemText(problem).sentence).not.toMatch(/undefined|null|NaN|\[object/);
          }
          entriesToImport(preview, { take: 'all' });
          refusedWorkbook(preview, { created: instant(0), author: 'x' });
        }
      }),
      { numRuns: 150 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** What a command says of everything that a preview would import, all differences taken. */
const commandOver = <Kind extends ImportKind>(kind: Kind, preview: PreviewOf<Kind>): CommandResult | null => {
  const entries = entriesToImport(preview, { take: 'all' });
  const confirmed = { fileName: 'x', answers: ANSWERS, reason: '核对' };
  return entries.length === 0 ? null : IMPORT_KINDS[kind].command(STORED, entries, confirmed, ctx);
};

describe('预览说可以导入的，命令不会拒绝', () => {
  it.each(KINDS)('%s', (kind) => {
    let written = 0;
    fc.assert(
      fc.property(likely[kind], (sheet) => {
        const result = commandOver(kind, read(kind, [sheet]));
        if (result === null) return;
        if (result.ok) written++;
        else expect(result.error.filter(({ level }) => level === 'error')).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(written).toBeGreaterThan(20);
  });
});
