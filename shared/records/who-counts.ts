import type { PersonId } from './ids';
import type { Person } from './person';

/** The records of people by id, in whatever holds them. */
export type Persons = Pick<ReadonlyMap<PersonId, Person>, 'get'>;

/**
 * What is wrong with the merges behind an id. Neither can be recorded; damaged or foreign data can have both.
 * dangling = a record is merged into one that does not exist; circle = following the merges comes back.
 */
export interface MergeDefect {
  readonly kind: 'dangling' | 'circle';
  /** The record whose merge leads nowhere or back. */
  readonly at: PersonId;
  /** What it says to be merged into. */
  readonly into: PersonId;
}

/**
 * The id that counts for an id, over merges of any length. `mergedInto` answers what a record was merged into: undefined
 * for a record that counts by itself, and for one whose target does not exist, so that the last record that exists
 * counts. In a circle every record answers with the same one, the smallest id.
 */
export function whoCounts(mergedInto: (id: PersonId) => PersonId | undefined, id: PersonId): PersonId {
  let next = mergedInto(id);
  if (next === undefined) return id;
  const passed = [id];
  while (next !== undefined) {
    const since = passed.indexOf(next);
    if (since >= 0) return passed.slice(since).reduce((least, other) => (other < least ? other : least));
    passed.push(next);
    next = mergedInto(next);
  }
  return passed.at(-1)!;
}

/** The record that an existing record was merged into, if that exists. */
function targetOf(persons: Persons, id: PersonId): PersonId | undefined {
  const target = persons.get(id)?.mergedInto;
  return target !== undefined && persons.get(target) ? target : undefined;
}

/** whoCounts among these records. An id that has no record stands for itself. */
export const idThatCounts = (persons: Persons, id: PersonId): PersonId =>
  whoCounts((record) => targetOf(persons, record), id);

/** The person that counts for an id; undefined when there is no such record at all. */
export const personThatCounts = (persons: Persons, id: PersonId): Person | undefined =>
  persons.get(idThatCounts(persons, id));

/** Whether two ids stand for the same human being. */
export const samePerson = (persons: Persons, a: PersonId, b: PersonId): boolean =>
  a === b || idThatCounts(persons, a) === idThatCounts(persons, b);

/** Whether a record is another name of somebody: it was merged, so it does not count by itself. */
export const isMerged = ({ mergedInto }: Pick<Person, 'mergedInto'>): boolean => mergedInto !== undefined;

/** The existing records that the merges of a record lead through, itself first, each once. */
export function mergeChain(persons: Persons, id: PersonId): readonly PersonId[] {
  const passed: PersonId[] = [];
  for (let at: PersonId | undefined = id; at !== undefined && !passed.includes(at); at = targetOf(persons, at))
    passed.push(at);
  return passed;
}

/** What is wrong with the merges that start at a record; null when they end at a record that counts. */
export function mergeDefect(persons: Persons, id: PersonId): MergeDefect | null {
  const passed = new Set<PersonId>();
  for (let at = id; ;) {
    passed.add(at);
    const into = persons.get(at)?.mergedInto;
    if (into === undefined) return null;
    if (passed.has(into)) return { kind: 'circle', at, into };
    if (!persons.get(into)) return { kind: 'dangling', at, into };
    at = into;
  }
}
