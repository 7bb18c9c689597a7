import type { PrintedWorkbook } from '../basics/printed-workbook';
import type { WorkbookModel } from '../basics/workbook';
import { sheetPages } from './sheet-pages';

/** Works out how every sheet stands on paper, which is what the writer is given and the preview shows. */
export const layOutWorkbook = (model: WorkbookModel): PrintedWorkbook => ({
  ...model,
  sheets: model.sheets.map((sheet) => ({ ...sheet, layout: sheetPages(sheet) })),
});
