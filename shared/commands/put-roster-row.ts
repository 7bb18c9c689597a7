import { sameValue } from '../basics/same-value';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Certificate } from '../records/certificate';
import { checkCertificate } from '../records/check-certificate';
import { checkPerson } from '../records/check-person';
import type { Enrolment } from '../records/enrolment';
import type { CertificateId, PersonId } from '../records/ids';
import type { Person } from '../records/person';
import { personThatCounts } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import { postProblem } from './post-problem';
import type { RosterRowToImport } from './import-entries';
import type { CommandContext } from './intent';
import {
  addEnrolment,
  certificateOf,
  personOf,
  putCertificate,
  putEnrolment,
  putPerson,
  type RosterDraft,
} from './roster-draft';
import { withTakenCertificate, withTakenEnrolment, withTakenPerson } from './take-fields';

/** What one row came to. `overwrote` = a stored record was changed, which needs a reason. */
export interface RowOutcome {
  readonly problems: readonly Problem[];
  readonly overwrote: boolean;
  readonly enrolment: Enrolment | null;
}

/**
 * Puts one roster row into the draft: finds or makes the person, the certificate and the enrolment. Rows that name no
 * record are still matched by identity number and by post, so the same file twice never makes anybody twice.
 */
export function putRosterRow(
  draft: RosterDraft,
  facts: CourseFacts,
  row: RosterRowToImport,
  extra: Partial<Pick<Enrolment, 'from'>>,
  source: string,
  ctx: CommandContext,
): RowOutcome {
  const { entry } = row;
  const refused = (...problems: Problem[]): RowOutcome => ({ problems, overwrote: false, enrolment: null });
  const { post, name, postSpelling: spelling } = entry;
  const strange = postProblem(facts.course, { post, name, spelling, field: 'post' });
  if (strange) return refused(strange);

  const known = row.person ? personThatCounts(draft.persons, row.person) : draft.byNumber.get(entry.idNumber);
  if (row.person && !known) return refused(problem('person-unknown'));
  const person = known ? withTakenPerson(known, entry, row.take) : personOf(entry, ctx.newId() as PersonId);
  const wrong = checkPerson(person, ctx.today).filter(({ level }) => level === 'error');
  if (wrong.length > 0) return refused(...wrong);

  const held = row.certificate ? draft.certificates.get(row.certificate) : heldFor(draft, person, row);
  if (row.certificate && !held) return refused(problem('certificate-unknown'));
  if (held && personThatCounts(draft.persons, held.personId)?.id !== person.id)
    return refused(problem('certificate-of-other', { name: person.name }));
  const certificate = held
    ? withTakenCertificate(held, entry, row.take, source, ctx.today)
    : certificateOf(
        entry,
        { id: ctx.newId() as CertificateId, personId: person.id },
        facts.course,
        source,
        ctx.today,
      );
  const wrongCertificate = checkCertificate(certificate, ctx.today);
  if (wrongCertificate.length > 0) return refused(...wrongCertificate);

  const enrolled = draft.enrolmentOf.get(certificate.id);
  putPerson(draft, known ?? null, person);
  putCertificate(draft, held ?? null, certificate);
  if (!enrolled) {
    const ids = { courseId: facts.course.id, personId: person.id, certificateId: certificate.id };
    const enrolment = addEnrolment(draft, entry, ids, extra, source, ctx);
    return { problems: [], overwrote: changed(known, person) || changed(held, certificate), enrolment };
  }
  const enrolment = withTakenEnrolment(enrolled, entry, row.take, source, ctx.today);
  const overwrote = changed(known, person) || changed(held, certificate) || changed(enrolled, enrolment);
  putEnrolment(draft, enrolled, enrolment);
  return { problems: [], overwrote, enrolment };
}

/**
 * The person's certificate that a row without one means: the same number and no other post, else the same post when no
 * number contradicts. One number on two posts is two certificates here; that a number stands twice is said as a warning.
 */
function heldFor(draft: RosterDraft, person: Person, { entry }: RosterRowToImport): Certificate | undefined {
  const held = draft.certificatesOf.get(person.id) ?? [];
  const number = entry.certificateNumber;
  return (
    (number === undefined
      ? undefined
      : held.find(({ number: own, post }) => own === number && (post === undefined || post === entry.post))) ??
    held.find(
      (certificate) =>
        certificate.post === entry.post &&
        (number === undefined || certificate.number === undefined || certificate.number === number),
    )
  );
}

const changed = (before: object | undefined, after: object): boolean =>
  before !== undefined && !sameValue(before, after);
