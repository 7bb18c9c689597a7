import { importProblem } from '../problems/import-problems';
import { plainText } from './cell-text';
import type { RowReading } from './preview';
import type { RowCells } from './sheet-reader';

/** A row of a form that was given out with the people in it and has nothing filled in. */
export const formRowLeftBlank = ({ cell }: RowCells, what: string): RowReading<never> => ({
  name: plainText(cell('name')),
  shown: {},
  entry: null,
  problems: [importProblem('row-unfilled', { what })],
  skipped: true,
});
