import type { CellValue, SheetModel, WorkbookModel } from '../../../shared/basics/workbook';

/** A sheet by its name. */
export const sheetOf = (model: WorkbookModel, name: string): SheetModel => {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`${name}: ${model.sheets.map((one) => one.name).join(' ')}`);
  return sheet;
};

/** Rows as objects by header. */
export const rowsOf = (sheet: SheetModel): readonly { readonly [header: string]: CellValue }[] =>
  sheet.rows.map((row) => Object.fromEntries(sheet.columns.map(({ header }, i) => [header, row[i] ?? null])));
