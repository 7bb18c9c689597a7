import type { Day } from '../basics/day';
import { sameValue } from '../basics/same-value';
import type { Certificate } from '../records/certificate';
import type { Declaration } from '../records/declaration';
import type { Enrolment } from '../records/enrolment';
import type { CertificateId, EnrolmentId, PersonId } from '../records/ids';
import type { Person } from '../records/person';
import { idThatCounts } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import { change } from './conclude';
import type { RosterEntry } from './import-entries';
import type { Change, CommandContext } from './intent';
import { peopleByNumber, type PeopleSlice } from './people-slice';
import { nextIndex, nextOrder } from './roster-places';

/** The records of a roster as they grow row by row: what was there, what is new, what changed. */
export interface RosterDraft {
  readonly persons: Map<PersonId, Person>;
  readonly certificates: Map<CertificateId, Certificate>;
  readonly enrolments: Map<EnrolmentId, Enrolment>;
  readonly enrolmentOf: Map<CertificateId, Enrolment>;
  readonly byNumber: Map<string, Person>;
  readonly certificatesOf: Map<PersonId, Certificate[]>;
  readonly changes: Change[];
  index: number;
  order: number;
}

export function rosterDraft(facts: CourseFacts, people: PeopleSlice): RosterDraft {
  const persons = new Map([...people.persons, ...facts.persons]);
  const certificates = new Map([...people.certificates, ...facts.certificates]);
  const certificatesOf = new Map<PersonId, Certificate[]>();
  for (const certificate of certificates.values()) {
    const holder = idThatCounts(persons, certificate.personId);
    const held = certificatesOf.get(holder);
    if (held) held.push(certificate);
    else certificatesOf.set(holder, [certificate]);
  }
  return {
    persons,
    certificates,
    enrolments: new Map(facts.enrolments.map((enrolment) => [enrolment.id, enrolment])),
    enrolmentOf: new Map(facts.enrolments.map((enrolment) => [enrolment.certificateId, enrolment])),
    byNumber: new Map(peopleByNumber(persons)),
    certificatesOf,
    changes: [],
    index: nextIndex(facts),
    order: nextOrder(facts),
  };
}

export function putPerson(draft: RosterDraft, before: Person | null, after: Person): void {
  if (sameValue(before, after)) return;
  draft.persons.set(after.id, after);
  draft.byNumber.set(after.idNumber, after);
  draft.changes.push(change('persons', before, after));
}

export function putCertificate(draft: RosterDraft, before: Certificate | null, after: Certificate): void {
  if (sameValue(before, after)) return;
  draft.certificates.set(after.id, after);
  const held = draft.certificatesOf.get(after.personId) ?? [];
  draft.certificatesOf.set(after.personId, [...held.filter(({ id }) => id !== after.id), after]);
  draft.changes.push(change('certificates', before, after));
}

export function putEnrolment(draft: RosterDraft, before: Enrolment | null, after: Enrolment): void {
  if (sameValue(before, after)) return;
  draft.enrolments.set(after.id, after);
  draft.enrolmentOf.set(after.certificateId, after);
  draft.changes.push(change('enrolments', before, after));
}

/** A yes or no of a file, with the file as its source; nothing said is unknown. */
export const declared = (answer: 'yes' | 'no' | undefined, source: string, on: Day): Declaration =>
  answer ? { answer, source, on } : { answer: 'unknown' };

export const personOf = (entry: RosterEntry, id: PersonId): Person => ({
  id,
  name: entry.name,
  idKind: entry.idKind,
  idNumber: entry.idNumber,
  ...defined({
    sex: entry.sex,
    birthDate: entry.birthDate,
    phone: entry.phone,
    employer: entry.employer,
    employerCreditCode: entry.employerCreditCode,
  }),
});

/** A certificate as a roster brings it: `old` in an exchange course, where that is what is exchanged ([37] 二(一)). */
export const certificateOf = (
  entry: RosterEntry,
  ids: { readonly id: CertificateId; readonly personId: PersonId },
  { purpose }: { readonly purpose: 'exchange' | 'annual' },
  source: string,
  on: Day,
): Certificate => ({
  ...ids,
  kind: purpose === 'exchange' ? 'old' : 'electronic',
  post: entry.post,
  postSpelling: entry.postSpelling,
  ...defined({
    number: entry.certificateNumber,
    issuedOn: entry.issuedOn,
    origin: entry.origin,
    validUntil: entry.validUntil,
  }),
  ...(entry.foundInSystem && { foundInSystem: declared(entry.foundInSystem, source, on) }),
});

/** A new enrolment at the next free places of the course. */
export function addEnrolment(
  draft: RosterDraft,
  entry: RosterEntry,
  ids: Pick<Enrolment, 'courseId' | 'personId' | 'certificateId'>,
  extra: Partial<Pick<Enrolment, 'from'>>,
  source: string,
  ctx: CommandContext,
): Enrolment {
  const enrolment: Enrolment = {
    id: ctx.newId() as EnrolmentId,
    ...ids,
    post: entry.post,
    index: draft.index++,
    order: draft.order++,
    healthy: declared(entry.healthy, source, ctx.today),
    employed: declared(entry.employed, source, ctx.today),
    stillInPost: declared(entry.stillInPost, source, ctx.today),
    status: { kind: 'active' },
    ...defined({ appliedOn: entry.appliedOn, note: entry.note }),
    ...extra,
  };
  putEnrolment(draft, null, enrolment);
  return enrolment;
}

/** The members that have a value, and no others. */
function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
