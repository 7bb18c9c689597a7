import type { RegisterRowData } from './register-model';

/**
 * The rows whose person a text means: part of the name, pinyin initials, last digits of the identity number (three at
 * least). In order of the register. Without initials (they are still loading) names and digits only.
 */
export function findRows(
  rows: readonly RegisterRowData[],
  text: string,
  initials: ((name: string) => string) | null,
): readonly number[] {
  const wanted = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (wanted === '') return [];
  const digits = /^\d{2,17}[\dx]$/.test(wanted) ? wanted.toUpperCase() : null;
  const latin = /^[a-z]+$/.test(wanted);
  const fits = ({ name, idNumber }: RegisterRowData): boolean =>
    name.replace(/\s+/g, '').toLowerCase().includes(wanted) ||
    (digits !== null && idNumber.endsWith(digits)) ||
    (latin && initials !== null && initials(name).includes(wanted));
  return rows.flatMap((row, i) => (fits(row) ? [i] : []));
}
