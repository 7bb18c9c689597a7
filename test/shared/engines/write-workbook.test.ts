import { read } from 'xlsx';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../shared/basics/instant';
import type { PrintedWorkbook } from '../../../shared/basics/printed-workbook';
import type { WorkbookModel } from '../../../shared/basics/workbook';
import { layOutWorkbook } from '../../../shared/documents/lay-out-workbook';
import { PACKAGE_LIMITS } from '../../../shared/basics/archive';
import { unzip } from '../../../shared/engines/unzip';
import { sheetName } from '../../../shared/engines/workbook-layout';
import { writeWorkbook } from '../../../shared/engines/write-workbook';

const created = '2026-03-21T02:03:04.000Z' as Instant;

/** What a hostile roster may carry in a name, an employer, a note. */
const PAYLOADS = [
  '=1+1',
  '=HYPERLINK("http://x.example","点我")',
  "=cmd|' /C calc'!A0",
  '=SUM(A1:A9)',
  '+1+1',
  '+cmd|x!A0',
  '-1+1',
  '-2+3+cmd|x!A0',
  '@SUM(1)',
  '@A1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '　=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '=\u200b1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '"=1+1',
  "'=1+1",
  ';=1+1',
  ',=1+1',
  '%=1+1',
  '|=1+1',
  '_x003D_1+1',
  '{=1+1}',
  '=IMPORTXML("http://x.example","//a")',
  '<script>alert(1)</script>',
];

const model = (rows: WorkbookModel['sheets'][number]['rows']): PrintedWorkbook =>
  layOutWorkbook({
    created,
    author: '荆楚建设培训学校（示例）',
    sheets: [
      {
        name: '全部',
        title: '培训合格人员信息汇总表',
        subtitle: '2026年第3期 & 其他',
        columns: [
          { header: '序号', width: 6, kind: 'number' },
          { header: '姓名', width: 12, kind: 'text' },
          { header: '证件号码', width: 21, kind: 'id' },
          { header: '岗位', width: 14, kind: 'centre', choices: ['材料员', '机械员'] },
          { header: '备注', width: 20, kind: 'wrap', choices: ['含,逗号', '二'] },
        ],
        rows,
        foot: ['填表人：\t审核人：\t培训机构（盖章）'],
        frozenColumns: 2,
        pageFooter: '2026年第3期 & 附件',
        spareRows: 3,
      },
    ],
  });

async function partOf(bytes: Uint8Array, path: string): Promise<string> {
  const archive = unzip(bytes, PACKAGE_LIMITS);
  if (!archive.ok) throw new Error(archive.error.kind);
  const part = archive.value.read(path);
  if (!part.ok) throw new Error(part.error.kind);
  return new TextDecoder().decode(part.value);
}

describe('工作簿：像公式的文字始终是文字', () => {
  it('每一种写法在每一列里都原样是文字，没有一个公式', async () => {
    const rows = PAYLOADS.map((payload, i) => [i + 1, payload, payload, payload, payload]);
    const bytes = await writeWorkbook(model(rows));
    const sheet = read(bytes, { cellFormula: true, cellNF: true, cellStyles: true }).Sheets['全部']!;
    PAYLOADS.forEach((payload, i) => {
      for (const column of 'BCDE') {
        const cell = sheet[`${column}${4 + i}`];
        expect(cell.f, `${column} ${JSON.stringify(payload)}`).toBeUndefined();
        expect(cell.t).toBe('s');
        // XML knows one line end, so a carriage return comes back as a line feed.
        expect(String(cell.v).replaceAll('\r', '\n')).toBe(payload.replaceAll('\r', '\n'));
        expect(cell.z).toBe('@');
      }
    });
    expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
  });

  it('18 位号码保持文字，一位不少', async () => {
    const sheet = read(await writeWorkbook(model([[1, '李㛃', '420501198902171721', '材料员', null]]))).Sheets[
      '全部'
    ]!;
    expect(sheet['C4']).toMatchObject({ t: 's', v: '420501198902171721' });
    expect(sheet['B4']).toMatchObject({ v: '李㛃' });
    expect(sheet['A4']).toMatchObject({ t: 'n', v: 1 });
  });
});

describe('工作簿：打印', () => {
  it('标题、分项、表头逐页重复；A4 横向，一页宽；页脚有页码', async () => {
    const bytes = await writeWorkbook(model([[1, '龚䶮', '420501198902171721', '材料员', null]]));
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('orientation="landscape"');
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(xml).toMatch(/fitToPage="1"/);
    expect(xml).toMatch(/fitToHeight="0"/);
    expect(xml).toContain('xSplit="2" ySplit="3"');
    expect(xml).toContain('&amp;L&amp;9 2026年第3期 &amp;&amp; 附件&amp;C&amp;9第 &amp;P 页  共 &amp;N 页');
    expect(await partOf(bytes, 'xl/workbook.xml')).toContain('&apos;全部&apos;!$1:$3');
  });

  it('下拉列表包括空白行；含逗号的选项放在隐藏的表里', async () => {
    const bytes = await writeWorkbook(model([[1, '甲', '1', '材料员', null]]));
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/sqref="D4:D7"[\s\S]*?<formula1>&quot;材料员,机械员&quot;<\/formula1>/);
    expect(xml).toMatch(/sqref="E4:E7"[\s\S]*?<formula1>选项!\$A\$1:\$A\$2<\/formula1>/);
    expect(await partOf(bytes, 'xl/workbook.xml')).toMatch(
      /name="选项"[^>]*state="veryHidden"|state="veryHidden"[^>]*name="选项"/,
    );
  });
});

it('同样的内容两次写出的字节完全相同', async () => {
  const rows = [[1, '买买提·吐尔逊', '420501198902171721', '材料员', '备注']] as const;
  const first = await writeWorkbook(model(rows));
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(await writeWorkbook(model(rows))).toEqual(first);
});

describe('文本格式的数字', () => {
  it('不出“以文本形式存储的数字”的绿角', async () => {
    const bytes = await writeWorkbook(model([[1, '李㛃', '421001198211122713']]));
    // The schema wants it behind the page breaks, and nothing of ours comes after it.
    expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(
      /<ignoredErrors><ignoredError sqref="A1:[A-Z]+\d+" numberStoredAsText="1"\/><\/ignoredErrors><\/worksheet>$/,
    );
  });
});

describe('工作表名', () => {
  it('去掉 Excel 不接受的字符，最长 31，不重复', () => {
    expect(sheetName('施工员[土建]/装饰', new Set())).toBe('施工员 土建  装饰');
    expect(sheetName('', new Set())).toBe('表');
    expect(sheetName('材料员', new Set(['材料员']))).toBe('材料员（2）');
    expect(sheetName('𬱖'.repeat(40), new Set()).length).toBeLessThanOrEqual(31);
    expect(sheetName('𬱖'.repeat(40), new Set()).isWellFormed()).toBe(true);
  });
});
