import type { CellValue, ColumnModel, SheetModel } from './workbook';

/** A column of a table with what stands in it for each row; places count from 0. */
export interface TableColumn<Row> extends ColumnModel {
  readonly of: (row: Row, place: number) => CellValue;
  /** Whether this cell of a row is marked as wrong. */
  readonly isWrong?: (row: Row) => boolean;
}

/** Columns, rows and marked cells of a sheet, as plain data. */
export function tableOf<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): Required<Pick<SheetModel, 'columns' | 'rows' | 'flagged'>> {
  return {
    columns: columns.map(modelOf),
    rows: rows.map((row, place) => columns.map(({ of }) => of(row, place))),
    flagged: rows.flatMap((row, place) =>
      columns.flatMap(({ isWrong }, column) => (isWrong?.(row) ? [{ row: place, column }] : [])),
    ),
  };
}

function modelOf<Row>(column: TableColumn<Row>): ColumnModel {
  const { of: _, isWrong: __, ...model } = column;
  return model;
}
