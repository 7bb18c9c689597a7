import type { Day } from '../basics/day';
import type { Certificate } from '../records/certificate';
import type { Enrolment } from '../records/enrolment';
import type { Person } from '../records/person';
import { patched } from '../records/patch';
import type { RosterEntry } from './import-entries';
import { declared } from './roster-draft';

type Take = readonly (keyof RosterEntry)[];

/** A value that is to be taken from the row; undefined keeps what is stored, so a blank never erases. */
const taken = <F extends keyof RosterEntry>(entry: RosterEntry, take: Take, field: F): RosterEntry[F] | undefined =>
  take.includes(field) ? entry[field] : undefined;

/** The stored person with the fields that the registrar chose to take from a row. The number is never among them. */
export const withTakenPerson = (person: Person, entry: RosterEntry, take: Take): Person =>
  patched(person, {
    name: taken(entry, take, 'name'),
    sex: taken(entry, take, 'sex'),
    birthDate: taken(entry, take, 'birthDate'),
    phone: taken(entry, take, 'phone'),
    employer: taken(entry, take, 'employer'),
    employerCreditCode: taken(entry, take, 'employerCreditCode'),
  });

export function withTakenCertificate(
  certificate: Certificate,
  entry: RosterEntry,
  take: Take,
  source: string,
  on: Day,
): Certificate {
  const found = taken(entry, take, 'foundInSystem');
  const post = taken(entry, take, 'post');
  return patched(certificate, {
    post,
    postSpelling: post === undefined ? taken(entry, take, 'postSpelling') : entry.postSpelling,
    number: taken(entry, take, 'certificateNumber'),
    issuedOn: taken(entry, take, 'issuedOn'),
    origin: taken(entry, take, 'origin'),
    validUntil: taken(entry, take, 'validUntil'),
    foundInSystem: found && found !== certificate.foundInSystem?.answer ? declared(found, source, on) : undefined,
  });
}

export function withTakenEnrolment(
  enrolment: Enrolment,
  entry: RosterEntry,
  take: Take,
  source: string,
  on: Day,
): Enrolment {
  const answer = (field: 'healthy' | 'employed' | 'stillInPost') => {
    const given = taken(entry, take, field);
    return given && given !== enrolment[field].answer ? declared(given, source, on) : undefined;
  };
  return patched(enrolment, {
    post: taken(entry, take, 'post'),
    appliedOn: taken(entry, take, 'appliedOn'),
    note: taken(entry, take, 'note'),
    healthy: answer('healthy'),
    employed: answer('employed'),
    stillInPost: answer('stillInPost'),
  });
}
