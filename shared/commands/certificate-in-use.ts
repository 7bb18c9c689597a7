import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Certificate } from '../records/certificate';
import { personThatCounts } from '../records/who-counts';
import type { PeopleSlice } from './people-slice';

/** The warning that another certificate bears the same number, with the names of its holders; none without a number. */
export function certificateInUse(
  { id: own, number }: Certificate,
  { persons, certificates }: PeopleSlice,
): readonly Problem[] {
  if (number === undefined) return [];
  const others = [...certificates.values()].filter((other) => other.number === number && other.id !== own);
  if (others.length === 0) return [];
  const names = others.map(({ personId }) => personThatCounts(persons, personId)?.name ?? '（无姓名）');
  return [problem('certificate-in-use', { number, others: [...new Set(names)] }, 'number')];
}
