import { maskPhone } from '../identity/mask';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { FieldChange } from './preview';

const SHOWN_CHANGES = 3;

/** would-change with the first differences named. */
export function wouldChange(changes: readonly FieldChange[]): Problem {
  const said = changes.slice(0, SHOWN_CHANGES).map(({ field, label, from, to }) => {
    const cover = field === 'phone' ? maskPhone : (text: string): string => text;
    return `${label} ${from === '' ? '（空）' : cover(from)} → ${cover(to)}`;
  });
  return importProblem('would-change', { count: changes.length, changes: said }, changes[0]?.field);
}
