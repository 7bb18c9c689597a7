import type { ImportPreview, ReadChoices } from '../../shared/import/preview';

/**
 * A preview for a place where nobody can be asked which of two columns is meant: a column without which the file can be read
 * is left out then, and the preview says so. Stays blocked where a needed one is missing or ambiguous.
 */
export function readWithoutChoosing<P extends ImportPreview<string, unknown, unknown>>(
  read: (choices?: ReadChoices) => P,
): P {
  const first = read();
  if (!first.blocked) return first;
  const needed = new Set(first.fields.filter(({ required }) => required).map(({ field }) => field));
  const open = first.problems.filter(
    ({ code, field }) => code === 'column-ambiguous' && field !== undefined && !needed.has(field),
  );
  const again = read({ choice: Object.fromEntries(open.map(({ field }) => [field!, ''])) });
  return again.blocked ? first : { ...again, problems: [...open, ...again.problems] };
}
