import type { PersonId } from '../../../shared/records/ids';
import type { PersonBrief } from '../../data/people-directory';

/** So many are offered; whoever is not among them is found by typing more. */
const OFFERED = 50;

/**
 * Who may be the same human being as `person`: what a search found, or without one those of the same name and `known`
 * first, then everybody. Numbers may differ: a number typed wrong is why there are two records.
 */
export function peopleToMerge(
  { id: own, name }: Pick<PersonBrief, 'id' | 'name'>,
  found: readonly PersonBrief[],
  searched: boolean,
  known: PersonId | undefined,
): readonly PersonBrief[] {
  const others = found.filter(({ id }) => id !== own);
  if (searched) return others.slice(0, OFFERED);
  const likely = (one: PersonBrief): boolean => one.id === known || one.name === name;
  return [...others.filter(likely), ...others.filter((one) => !likely(one))].slice(0, OFFERED);
}
