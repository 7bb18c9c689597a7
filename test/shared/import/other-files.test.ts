import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { addOutsideHours } from '../../../shared/commands/add-outside-hours';
import { importBarred } from '../../../shared/commands/import-barred';
import { TAKE_NOTHING } from '../../../shared/import/preview';
import { readBarred } from '../../../shared/import/read-barred';
import { readOutsideHours, type OutsideHoursPreview } from '../../../shared/import/read-outside-hours';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { context, course, idNumber } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { codes, sheetOf } from './sample-files';

const FACTS = course().withPeople(2).facts();
const TODAY = day('2026-03-20');
type Cells = readonly (string | number | null)[];
const hours = (rows: readonly Cells[], facts: CourseFacts = FACTS): OutsideHoursPreview =>
  readOutsideHours([sheetOf(rows)], { facts, today: TODAY, kind: 'earlier', source: '往年学时.xlsx' });

describe('线上和往年学时', () => {
  it('按年度，公共和专业各一列；来源没有写的用文件的来源', () => {
    const preview = hours([
      ['姓名', '身份证号', '年度', '公共学时', '专业学时', '来源'],
      ['杨国平', idNumber(1), '2024年度', 10, 24, 'HB-2024-001'],
      ['梁志强', idNumber(2), 2024, 0, '22学时', null],
    ]);
    expect(entriesToImport(preview, TAKE_NOTHING)).toEqual([
      { certificateId: 'C1', kind: 'earlier', category: 'public', periods: 10, ceYear: 2024, source: 'HB-2024-001' },
      {
        certificateId: 'C1',
        kind: 'earlier',
        category: 'professional',
        periods: 24,
        ceYear: 2024,
        source: 'HB-2024-001',
      },
      { certificateId: 'C2', kind: 'earlier', category: 'public', periods: 0, ceYear: 2024, source: '往年学时.xlsx' },
      {
        certificateId: 'C2',
        kind: 'earlier',
        category: 'professional',
        periods: 22,
        ceYear: 2024,
        source: '往年学时.xlsx',
      },
    ]);
  });

  it('线上平台的记录：日期、时段、类别', () => {
    const preview = hours([
      ['姓名', '身份证号', '学习日期', '时段', '类别', '学时', '平台', '学习方式'],
      ['杨国平', idNumber(1), '2026-03-01', '19:00-20:30', '专业', 2, '某平台 88', '线上'],
    ]);
    expect(entriesToImport(preview, TAKE_NOTHING)).toEqual([
      {
        certificateId: 'C1',
        kind: 'online',
        category: 'professional',
        periods: 2,
        on: '2026-03-01',
        start: 1140,
        end: 1230,
        source: '某平台 88',
      },
    ]);
  });

  it.each([
    [['杨国平', idNumber(1), '去年', '专业', 2], ['date-unreadable']],
    [['杨国平', idNumber(1), 2024, '其他', 2], ['category-unknown']],
    [['杨国平', idNumber(1), 2024, '专业', '若干'], ['periods-unreadable']],
    [['某某', idNumber(9), 2024, '专业', 2], ['person-not-in-roster']],
    [['杨国平', idNumber(1), null, null, null], ['row-unfilled']],
  ] as [Cells, string[]][])('%o → %o', (row, said) =>
    expect(codes(hours([['姓名', '身份证号', '年度', '类别', '学时'], row]).rows[0]!.problems)).toEqual(said),
  );

  it('再导入不变', () => {
    const store = memoryStore(FACTS);
    const rows = [
      ['姓名', '身份证号', '年度', '公共学时', '专业学时'],
      ['杨国平', idNumber(1), 2025, 10, 24],
    ];
    const result = addOutsideHours(store.facts(), { entries: entriesToImport(hours(rows), TAKE_NOTHING) }, context());
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    store.commit(result.value);
    const again = hours(rows, store.facts());
    expect(again.rows[0]).toMatchObject({ unchanged: true, problems: [{ code: 'already-enrolled' }] });
    expect(entriesToImport(again, { take: 'all' })).toEqual([]);
  });
});

describe('不得申报人员名单', () => {
  it('号码、姓名、原因；坏号码和重复的号码指出来', () => {
    const preview = readBarred(
      [
        sheetOf([
          ['某市名单'],
          ['序号', '姓名', '身份证号', '列入原因'],
          [1, '杨 国平', idNumber(1), '提供虚假材料'],
          [2, '李四', '123', null],
          [3, '杨国平', idNumber(1), null],
          [4, '外籍', 'E12345678', null],
        ]),
      ],
      { today: TODAY },
    );
    expect(preview.rows.map(({ state, problems }) => [state, ...codes(problems)])).toEqual([
      ['accepted'],
      ['refused', 'id-length'],
      ['refused', 'number-twice'],
      ['refused', 'id-length'],
    ]);
    const entries = entriesToImport(preview, TAKE_NOTHING);
    expect(entries).toEqual([{ name: '杨国平', idNumber: idNumber(1), reason: '提供虚假材料' }]);
    expect(importBarred(null, { entries, mode: 'replace', source: '某市住建局名单' }, context()).ok).toBe(true);
  });
});
