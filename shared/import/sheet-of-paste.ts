import type { Sheet, SheetCell, SheetRow } from '../basics/sheet';

/** What the values of a pasted column look like, and the heading that such a column would have. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^[\d０-９]{15}$|^[\d０-９]{17}[\dXx０-９Ｘｘ]$/, '证件号码'],
  [/^1\d{10}$/, '手机号'],
  [/^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$/, '发证日期'],
  [/[\u4e00-\u9fff]员([(（].*[)）])?$/, '岗位名称'],
  [/公司|集团|单位|中心|学校$/, '工作单位'],
  [/^[\u3400-\u9fff\u{20000}-\u{3ffff}·]{2,10}$/u, '姓名'],
];

/** Rows of this many values are enough to tell what a column is. */
const LOOKED_AT = 20;
const NAME = '粘贴的内容';

/**
 * Cells copied in Excel or WPS (tabs between cells, lines between rows, cells with line breaks in quotes) as a sheet of
 * text. `headings`: false = the block begins with its heading row; true = it has none, and each column gets the heading
 * that its values suggest.
 */
export function sheetOfPaste(text: string, { headings }: { readonly headings: boolean }): Sheet {
  const table = cellsOf(text);
  const lines = headings ? [suggested(table), ...table] : table;
  const rows = lines.flatMap((line, i): readonly SheetRow[] =>
    line.some((cell) => cell.trim() !== '') ? [{ row: i + 1, cells: line.map(cellOf) }] : [],
  );
  return { name: NAME, hidden: false, date1904: false, rows };
}

const cellOf = (text: string): SheetCell | null => (text === '' ? null : { text, kind: 'text' });

function suggested(table: readonly (readonly string[])[]): readonly string[] {
  const width = table.reduce((most, { length }) => Math.max(most, length), 0);
  const used = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const values = table.map((line) => (line[column] ?? '').trim()).filter((value) => value !== '');
    const sample = values.slice(0, LOOKED_AT);
    const heading = LOOKS.find(
      ([look, name]) =>
        !used.has(name) && sample.length > 0 && sample.filter((value) => look.test(value)).length * 2 > sample.length,
    )?.[1];
    if (heading) used.add(heading);
    return heading ?? `第${column + 1}列`;
  });
}

function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted ? quoted.end : nextBreak(text, at);
    rows.at(-1)!.push(quoted ? quoted.text : text.slice(at, end));
    if (text[end] === '\t') {
      at = end + 1;
      if (at === text.length) rows.at(-1)!.push('');
      continue;
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (at < text.length) rows.push([]);
  }
  return rows;
}

function nextBreak(text: string, from: number): number {
  for (let at = from; at < text.length; at++)
    if (text[at] === '\t' || text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

/** A cell in quotes, where the closing quote ends the cell; null when it is only a text that begins with a quote. */
function quotedCell(text: string, from: number): { readonly text: string; readonly end: number } | null {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const ends = at + 1 === text.length || '\t\r\n'.includes(text[at + 1]!);
    return ends ? { text: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 } : null;
  }
  return null;
}
