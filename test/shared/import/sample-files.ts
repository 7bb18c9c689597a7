import { day } from '../../../shared/basics/day';
import type { Sheet, SheetCell } from '../../../shared/basics/sheet';
import { readSpreadsheet } from '../../../shared/engines/read-spreadsheet';
import type { RosterContext } from '../../../shared/import/read-roster';
import type { RosterKnown } from '../../../shared/import/roster-known';
import { sampleBytes, sampleText } from '../../sample-bytes';

/** The sheets of a sample file. */
export function sampleSheets(name: string): readonly Sheet[] {
  const read = readSpreadsheet(sampleBytes(name), name);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

export const expected = (sample: string): { rows: ExpectedRow[]; people: { name: string; id: string }[] } =>
  JSON.parse(sampleText(`${sample}/expected.json`));

export interface ExpectedRow {
  readonly excelRow: number;
  readonly name: string;
  readonly problems: readonly { readonly code: string; readonly level: string }[];
  readonly accepted: boolean;
  readonly skipped?: boolean;
}

export const NOBODY: RosterKnown = { persons: new Map(), certificates: new Map(), enrolments: [] };
export const ANNUAL: RosterContext = {
  ruleset: 'hubei-annual',
  purpose: 'annual',
  today: day('2026-03-20'),
  known: NOBODY,
};

/** A sheet from plain values: texts, numbers, null for no cell. Row 1 is the first. */
export const sheetOf = (
  rows: readonly (readonly (string | number | SheetCell | null)[])[],
  more: Partial<Sheet> = {},
): Sheet => ({
  name: 'Sheet1',
  hidden: false,
  date1904: false,
  rows: rows
    .map((cells, i) => ({
      row: i + 1,
      cells: cells.map((value): SheetCell | null => {
        if (value === null || value === '') return null;
        if (typeof value === 'number')
          return { text: String(value), kind: 'number', number: value, format: 'General' };
        return typeof value === 'string' ? { text: value, kind: 'text' } : value;
      }),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== null)),
  ...more,
});

export const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code);
