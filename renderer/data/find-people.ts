/** What people are found by. */
export interface Findable {
  readonly name: string;
  /** Whole: only for its last digits. */
  readonly idNumber: string;
}

/**
 * The places of the people whom a text means: part of the name, pinyin initials, last digits of the identity number
 * (three at least). In order of the list; nobody for a blank text. Without initials (they are still loading) names and
 * digits only.
 */
export function findPeople(
  people: readonly Findable[],
  text: string,
  initials: ((name: string) => string) | null,
): readonly number[] {
  const wanted = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (wanted === '') return [];
  const digits = /^\d{2,17}[\dx]$/.test(wanted) ? wanted.toUpperCase() : null;
  const latin = /^[a-z]+$/.test(wanted);
  const fits = ({ name, idNumber }: Findable): boolean =>
    name.normalize('NFKC').replace(/\s+/g, '').toLowerCase().includes(wanted) ||
    (digits !== null && idNumber.endsWith(digits)) ||
    (latin && initials !== null && initials(name).includes(wanted));
  return people.flatMap((person, i) => (fits(person) ? [i] : []));
}
