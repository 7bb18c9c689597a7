import type { Certificate } from '../records/certificate';
import type { CertificateId, PersonId } from '../records/ids';
import type { Person } from '../records/person';
import { isMerged, personThatCounts } from '../records/who-counts';

/**
 * People and certificates of the whole data set as far as a command may meet them, in this course or not. CourseFacts
 * fits, but knows the course's own people only: then somebody known from another course would get a second record.
 */
export interface PeopleSlice {
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly certificates: ReadonlyMap<CertificateId, Certificate>;
}

/** Which person has a number: merged records answer with the person that counts. */
export function peopleByNumber(persons: ReadonlyMap<PersonId, Person>): ReadonlyMap<string, Person> {
  const byNumber = new Map<string, Person>();
  for (const person of persons.values()) {
    const counted = personThatCounts(persons, person.id) ?? person;
    if (!isMerged(person) || !byNumber.has(person.idNumber)) byNumber.set(person.idNumber, counted);
  }
  return byNumber;
}
