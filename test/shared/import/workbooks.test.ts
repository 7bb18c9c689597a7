import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { instant } from '../../../shared/basics/instant';
import type { Sheet } from '../../../shared/basics/sheet';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import { layOutWorkbook } from '../../../shared/documents/lay-out-workbook';
import { readSpreadsheet } from '../../../shared/engines/read-spreadsheet';
import { writeWorkbook } from '../../../shared/engines/write-workbook';
import { emptyForm } from '../../../shared/import/empty-form';
import { IMPORT_KINDS, type ImportKind } from '../../../shared/import/import-kinds';
import { TAKE_NOTHING } from '../../../shared/import/preview';
import { readRoster } from '../../../shared/import/read-roster';
import { readTask } from '../../../shared/import/read-task';
import { readTimetable } from '../../../shared/import/read-timetable';
import { recheck } from '../../../shared/import/recheck';
import { REASON_HEADING, refusedWorkbook } from '../../../shared/import/refused-workbook';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import { course, idNumber } from '../facts-builder';
import { ANNUAL, sampleSheets, sheetOf } from './sample-files';

const MADE = { created: instant(1_774_000_000_000), author: '学时簿' };
const TODAY = day('2026-03-20');

async function written(model: WorkbookModel): Promise<readonly Sheet[]> {
  const read = readSpreadsheet(await writeWorkbook(layOutWorkbook(model)), 'x.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('不能导入的行', () => {
  const preview = readRoster(sampleSheets('annual-2026-03/学员名册.xlsx'), ANNUAL);
  const model = refusedWorkbook(preview, MADE);
  const [sheet] = model.sheets;

  it('只有被拒绝的行，最后一列是原因，出错的格有标记', () => {
    expect(sheet!.rows).toHaveLength(7);
    expect(sheet!.columns.at(-1)!.header).toBe(REASON_HEADING);
    expect(sheet!.rows.every((row) => String(row.at(-1)).length > 20)).toBe(true);
    const idColumn = sheet!.columns.findIndex(({ header }) => header === '身份证号码');
    expect(sheet!.columns[idColumn]!.kind).toBe('id');
    expect(sheet!.flagged).toContainEqual({ row: 0, column: idColumn });
    expect(sheet!.flagged).toHaveLength(7);
  });

  it('写成文件再读回，还是同样的问题；原因一列不当作数据', async () => {
    const again = readRoster(await written(model), ANNUAL);
    const refused = preview.rows.filter(
      ({ state, problems }) => state === 'refused' && problems.every(({ code }) => code !== 'duplicate-in-file'),
    );
    const now = again.rows.filter(({ state }) => state === 'refused');
    expect(now.map(({ name, problems }) => [name, problems.map(({ code }) => code)])).toEqual(
      refused.map(({ name, problems }) => [name, problems.map(({ code }) => code)]),
    );
    expect(again.columns.find(({ heading }) => heading === REASON_HEADING)?.field).toBeNull();
  });

  it('在文件中改正后全部可以导入', async () => {
    const again = readRoster(await written(model), ANNUAL);
    const column = (field: string): number => again.columns.find((one) => one.field === field)!.index;
    const fixes = again.rows.map(({ row }, i) => [
      { row, column: column('idNumber'), text: idNumber(i + 20) },
      { row, column: column('name'), text: '学员甲' },
      { row, column: column('post'), text: '资料员' },
      { row, column: column('issuedOn'), text: '2021-05-06' },
    ]);
    const corrected = recheck(again, { cells: fixes.flat() });
    expect(corrected.counts).toMatchObject({ accepted: 7, refused: 0 });
    expect(entriesToImport(corrected, TAKE_NOTHING)).toHaveLength(7);
  });

  it('日期、时间的数字格写成看得懂的文字，读回来是同一天同一时刻', async () => {
    const timetable = readTimetable(
      [
        sheetOf([
          ['课次', '日期', '开始时间', '结束时间', '课程类别', '学时'],
          [1, 46097, 510 / 1440, 600 / 1440, '选修', 2],
        ]),
      ],
      { facts: course().facts() },
    );
    const refused = refusedWorkbook(timetable, MADE);
    expect(refused.sheets[0]!.rows[0]!.slice(0, 4)).toEqual(['1', '2026-03-16', '08:30', '10:00']);
    const again = readTimetable(await written(refused), { facts: course().facts() });
    expect(again.rows[0]!.problems.map(({ code }) => code)).toEqual(['category-unknown']);
  });

  it('像公式的内容只是文字', async () => {
    const hostile = readRoster(
      [
        sheetOf([
          ['姓名', '身份证号', '岗位', '工作单位'],
          ['=1+1', idNumber(1), '资料员', '@SUM(A1)'],
        ]),
      ],
      ANNUAL,
    );
    const [back] = await written(refusedWorkbook(hostile, MADE));
    const texts = back!.rows.flatMap(({ cells }) => cells.map((cell) => [cell?.text, cell?.kind]));
    expect(texts).toContainEqual(['=1+1', 'text']);
    expect(texts).toContainEqual(['@SUM(A1)', 'text']);
  });
});

describe('空白模板', () => {
  const facts = course().withPeople(3).withSessions(5).facts();
  const stored = (of = facts) => ({ facts: of, people: of, otherSessions: [], barred: null, institution: null });

  it.each(Object.keys(IMPORT_KINDS) as ImportKind[])(
    '%s：写成文件再读回，每一列都认得，没有任何错误',
    async (kind) => {
      const context = IMPORT_KINDS[kind].context(stored(), TODAY, {});
      const preview = readTask({ kind, context }, await written(emptyForm(kind, stored(), MADE)));
      expect(preview.problems).toEqual([]);
      expect(preview.blocked).toBe(false);
      expect(preview.columns.every(({ field }) => field !== null)).toBe(true);
      expect(preview.counts.refused).toBe(0);
    },
  );

  it('名册模板：号码列为文本，岗位、性别有下拉；换证班多出四列', () => {
    const annual = emptyForm('roster', stored(), MADE).sheets[0]!;
    expect(annual.columns.find(({ header }) => header === '身份证号码')!.kind).toBe('id');
    expect(annual.columns.find(({ header }) => header === '岗位名称')!.choices).toContain('市政工程施工员');
    expect(annual.spareRows).toBeGreaterThan(100);
    const exchange = course({
      purpose: 'exchange',
      ruleset: 'hubei-2020-37-exchange',
      startsOn: '2020-10-12',
      endsOn: '2020-10-16',
    }).facts();
    expect(emptyForm('roster', stored(exchange), MADE).sheets[0]!.columns.map(({ header }) => header)).toContain(
      '网上申请日期',
    );
  });

  it('考勤模板已填好人和课次', () => {
    const sheet = emptyForm('attendance', stored(), MADE).sheets[0]!;
    expect(sheet.columns.map(({ header }) => header).slice(4)).toEqual([
      '03-16\n第1课',
      '03-16\n第2课',
      '03-16\n第3课',
      '03-16\n第4课',
      '03-17\n第5课',
    ]);
    expect(sheet.rows.map((row) => row[2])).toEqual([idNumber(1), idNumber(2), idNumber(3)]);
  });
});
