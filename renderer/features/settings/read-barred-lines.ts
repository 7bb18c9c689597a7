import type { BarredEntry } from '../../../shared/commands/import-barred';

const HEADER = /证件|身份证|姓名/;
const NUMBER = /^[A-Z0-9()（）]{6,20}$/i;

/**
 * People out of lines pasted from a spreadsheet or typed: a number alone, or 姓名 证件号码 原因 in any order of the
 * first two, parted by tabs, commas or spaces. Header lines and empty lines are left out.
 */
export function readBarredLines(text: string): readonly BarredEntry[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const cells = line
      .split(/[\t,，;；]|\s{1,}/)
      .map((cell) => cell.trim())
      .filter(Boolean);
    const at = cells.findIndex((cell) => /\d/.test(cell) && NUMBER.test(cell.normalize('NFKC')));
    const idNumber = cells[at];
    if (idNumber === undefined) return cells.length === 0 || HEADER.test(line) ? [] : [{ idNumber: cells.join(' ') }];
    const name = at > 0 ? cells[at - 1] : undefined;
    const rest = cells.slice(at + 1);
    const nameAfter =
      name === undefined && rest.length > 0 && /^[\p{Script=Han}·]{2,10}$/u.test(rest[0]!) ? rest.shift() : undefined;
    const given = name !== undefined && !/^\d{1,5}$/.test(name) ? name : nameAfter;
    return [{ idNumber, ...(given ? { name: given } : {}), ...(rest.length > 0 ? { reason: rest.join(' ') } : {}) }];
  });
}
