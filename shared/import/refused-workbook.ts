import type { Instant } from '../basics/instant';
import type { SheetCell } from '../basics/sheet';
import { tableOf, type TableColumn } from '../basics/table';
import type { CellValue, WorkbookModel } from '../basics/workbook';
import { problemText } from '../problems/catalogue';
import { isBlank, wholeNumberText } from './cell-text';
import { columnWidth } from './column-width';
import type { ImportPreview, PreviewColumn, PreviewRow } from './preview';

/** Heading of the column that says why. No field has it as a spelling, so it is passed over when the file comes back. */
export const REASON_HEADING = '不能导入的原因';

const TEXT_NUMBERS = new Set(['idNumber', 'certificateNumber', 'phone', 'employerCreditCode']);
const HOW_TO_USE = '按最后一列改正后，可以直接重新导入本文件；最后一列不必删除。';
const WIDEST = 36;

type Row = PreviewRow<unknown>;

const reasonOf = ({ problems }: Row): string =>
  problems
    .filter(({ level }) => level === 'error')
    .map((problem) => {
      const { title, sentence, next } = problemText(problem);
      return `${title}：${sentence}${next}`;
    })
    .join('\n');

const REASON: TableColumn<Row> = { header: REASON_HEADING, width: 60, kind: 'wrap', of: reasonOf };

/**
 * The rows that cannot be imported, as they stand in the file (edits included), with the reason in the last column and
 * the wrong cells marked. Numbers that should be text are text here. Corrected, it is imported like the file itself.
 */
export function refusedWorkbook(
  preview: ImportPreview<string, unknown, unknown>,
  { created, author }: { readonly created: Instant; readonly author: string },
): WorkbookModel {
  const columns = preview.columns.filter(
    ({ field, heading }) => field !== null || (heading !== '' && heading !== REASON_HEADING),
  );
  const refused = preview.rows.filter(({ state }) => state === 'refused');
  const table = tableOf(
    [
      ...columns.map((column): TableColumn<Row> => {
        const header = column.heading || column.key;
        const of = (row: Row): CellValue => cellValue(row, column);
        return {
          header,
          width: columnWidth([header, ...refused.map((row) => String(of(row) ?? ''))], WIDEST),
          kind: TEXT_NUMBERS.has(column.field ?? '') ? 'id' : 'text',
          of,
          isWrong: ({ problems }) =>
            column.field !== null && problems.some(({ level, field }) => level === 'error' && field === column.field),
        };
      }),
      REASON,
    ],
    refused,
  );
  const name = '不能导入的行';
  return {
    sheets: [
      {
        name,
        title: name,
        subtitle: HOW_TO_USE,
        ...table,
        foot: [],
        frozenColumns: 0,
      },
    ],
    created,
    author,
  };
}

function cellValue(row: Row, { index, field }: PreviewColumn): CellValue {
  const cell = row.cells[index];
  if (!cell || isBlank(cell)) return null;
  return cell.kind === 'number' ? numberText(cell, field === null ? undefined : row.shown[field]) : cell.text;
}

/** A number as text that reads the same: the day or time it stood for, else all of its digits. */
const numberText = (cell: SheetCell, shown: string | undefined): string => (shown ? shown : wholeNumberText(cell));
