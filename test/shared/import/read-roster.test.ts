import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../shared/import/read-roster';
import { ANNUAL, expected, sampleSheets } from './sample-files';

describe('样例名册', () => {
  it('每一行的问题、接受与否与 expected.json 相同', () => {
    const preview = readRoster(sampleSheets('annual-2026-03/学员名册.xlsx'), ANNUAL);
    expect(preview.problems).toEqual([]);
    const said = preview.rows.map(({ row, name, problems, state }) => ({
      excelRow: row,
      name,
      problems: problems.map(({ code, level }) => ({ code, level })),
      accepted: state === 'accepted',
      ...(state === 'skipped' && { skipped: true }),
    }));
    expect(said).toEqual(expected('annual-2026-03').rows);
  });
});
