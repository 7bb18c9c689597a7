import type { ArchiveLimits } from '../basics/archive';

/** How much of a spreadsheet is read: entries and inflated bytes of its zip, rows with content in one sheet, bytes of XML, characters of a cell. */
export const SPREADSHEET_LIMITS = {
  archive: { entries: 200, totalBytes: 300 * 1024 ** 2, entryBytes: 300 * 1024 ** 2 } satisfies ArchiveLimits,
  rows: 20_000,
  xmlBytes: 64 * 1024 ** 2,
  columns: 400,
  /** What a cell of Excel can hold; a longer one comes from a quotation mark that was never closed, or from malice. */
  cellCharacters: 32_767,
} as const;
