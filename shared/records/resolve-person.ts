import type { PersonId } from './ids';
import type { Person } from './person';

/**
 * The person that counts for an id: a merged record resolves to the one that it was merged into. undefined when there
 * is no such person. A circle of merges (only a damaged data set has one) ends at the last record before it closes.
 */
export function resolvePerson(persons: ReadonlyMap<PersonId, Person>, id: PersonId): Person | undefined {
  const seen = new Set<PersonId>();
  let person = persons.get(id);
  while (person?.mergedInto && !seen.has(person.id)) {
    seen.add(person.id);
    const next = persons.get(person.mergedInto);
    if (!next) return person;
    person = next;
  }
  return person;
}

/** Whether two ids stand for the same human being. */
export const samePerson = (persons: ReadonlyMap<PersonId, Person>, a: PersonId, b: PersonId): boolean =>
  a === b || (resolvePerson(persons, a)?.id ?? a) === (resolvePerson(persons, b)?.id ?? b);
