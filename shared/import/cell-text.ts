import type { SheetCell } from '../basics/sheet';

/** The text of a cell as a person means it: half-width, single blanks, no invisible characters, nothing at the ends. */
export const plainText = (cell: SheetCell | null | undefined): string =>
  cell
    ? cell.text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
    : '';

/** Invisible characters, also those that turn the direction of writing: phones copy numbers and names with them. */
const HIDDEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** The text of a free field (employer, remark): only blanks at the ends and invisible characters are removed. */
export const keptText = (cell: SheetCell | null | undefined): string =>
  cell ? cell.text.normalize('NFC').replace(HIDDEN, '').replace(/\s+/gu, ' ').trim() : '';

/** Whether a cell says nothing: not there, or only blanks and invisible characters. */
export const isBlank = (cell: SheetCell | null | undefined): boolean => !cell || !/[^\s\p{Cf}]/u.test(cell.text);

/** Full text of a number cell where it is a whole number (phone and certificate numbers typed as numbers). */
export const wholeNumberText = (cell: SheetCell): string =>
  cell.kind === 'number' && cell.number !== undefined && Number.isSafeInteger(cell.number)
    ? String(cell.number)
    : cell.text;

/** What people write into a cell to say that there is nothing to write. */
const NOTHING = /^(?:[-/\\—–_·.]+|(?:暂|目前)?无|没有|n\/a)$/i;

/** Whether a cell of a field that may be empty says nothing, or says that there is nothing: /, —, 无. */
export const saysNothing = (cell: SheetCell | null | undefined): boolean =>
  isBlank(cell) || NOTHING.test(plainText(cell));
