import { assertNever } from '../basics/assert-never';
import type { CeYearChoice, ProfessionalChoice } from '../records/choices';
import type { OutsideHours } from '../records/outside-hours';
import type { Person } from '../records/person';
import type { TestAttempt } from '../records/test-attempt';
import type { CertificateHeld, DirectoryLine, RecordChange, Seat } from './documents';
import type { Draft } from './draft';
import { applyEnrolment, applySession, MarkPen } from './apply-register';
import {
  BARRED,
  COURSES,
  DIRECTORY,
  heldOf,
  holderOf,
  MERGES,
  papersOf,
  seatOf,
  SETTINGS,
  WAITING,
} from './find-record';
import { leafValue } from './leaves';
import { byId, EMPTY_HOLDER, own, setHolder, waitFor } from './place-record';

/** First letters of a name's pinyin; where nobody searches by them, nothing. */
export type Initials = (name: string) => string;
export const NO_INITIALS: Initials = () => '';

/** A record under an enrolment or a certificate. */
type Child =
  | { readonly table: 'attempts'; readonly record: TestAttempt }
  | { readonly table: 'professionalChoices'; readonly record: ProfessionalChoice }
  | { readonly table: 'outsideHours'; readonly record: OutsideHours }
  | { readonly table: 'ceYearChoices'; readonly record: CeYearChoice };

/**
 * Puts changes into the documents, in their order, whatever order records and what they point at come in: a record whose
 * owner is not there waits for it. The one place that says what a data set is after a change.
 */
export function applyChanges(draft: Draft, changes: readonly RecordChange[], initials: Initials): void {
  const marks = new MarkPen(draft);
  const appeared: string[] = [];
  for (const change of changes) {
    const { table, key } = change;
    switch (table) {
      case 'institution':
      case 'parameterSettings':
      case 'columnMappings':
        if (change.after) draft.set('settings', SETTINGS, `${table}/${key}`, change.after);
        else draft.delete('settings', SETTINGS, `${table}/${key}`);
        break;
      case 'persons':
        setPerson(draft, key, change.after, initials);
        break;
      case 'certificates':
        setCertificate(draft, change);
        if (change.after) appeared.push(`certificates/${key}`);
        break;
      case 'courses': {
        const line = leafValue(draft, COURSES, key);
        if (change.after) draft.setLeaf(COURSES, key, { from: null, until: null, ...line, course: change.after });
        else if (line?.from) draft.setLeaf(COURSES, key, { ...line, course: null });
        else draft.deleteLeaf(COURSES, key);
        break;
      }
      case 'sessions':
        applySession(draft, marks, key, change.after);
        if (change.after) appeared.push(`sessions/${key}`);
        break;
      case 'enrolments':
        applyEnrolment(draft, marks, key, change.after);
        if (change.after) appeared.push(`enrolments/${key}`);
        break;
      case 'marks':
        marks.write(key, change.after);
        break;
      case 'attempts':
      case 'professionalChoices':
      case 'outsideHours':
      case 'ceYearChoices':
        takeChild(draft, table, key);
        if (change.after) putChild(draft, { table, record: change.after } as Child);
        break;
      case 'barred':
        if (change.after) draft.setLeaf(BARRED, key, change.after);
        else draft.deleteLeaf(BARRED, key);
        break;
      case 'hourCertificates': {
        const before = own(draft, table, key, change.after?.courseId ?? null);
        if (before !== undefined && before !== change.after?.courseId) draft.deleteLeaf(papersOf(before), key);
        if (change.after) draft.setLeaf(papersOf(change.after.courseId), key, change.after);
        break;
      }
      case 'packages': {
        const before = own(draft, table, key, change.after?.courseId ?? null);
        if (before !== undefined && before !== change.after?.courseId) draft.delete('sealed', before, key);
        if (change.after) draft.set('sealed', change.after.courseId, key, change.after);
        break;
      }
      default:
        assertNever(table);
    }
    if (appeared.length > 0) settleWaiting(draft, marks, appeared);
  }
  marks.finish();
}

function setPerson(draft: Draft, key: string, person: Person | null, initials: Initials): void {
  setHolder(draft, key, { ...(holderOf(draft, key) ?? EMPTY_HOLDER), person });
  if (person) draft.setLeaf(DIRECTORY, key, directoryLine(person, initials));
  else draft.deleteLeaf(DIRECTORY, key);
  if (person?.mergedInto) draft.set('merges', MERGES, key, person.mergedInto);
  else if (draft.read('merges', MERGES)?.entries.has(key)) draft.delete('merges', MERGES, key);
}

function directoryLine({ name, idKind, idNumber, employer, mergedInto }: Person, initials: Initials): DirectoryLine {
  return {
    name,
    initials: initials(name),
    idKind,
    idNumber,
    ...(employer !== undefined && { employer }),
    ...(mergedInto !== undefined && { mergedInto }),
  };
}

function setCertificate(draft: Draft, { key, after }: Extract<RecordChange, { table: 'certificates' }>): void {
  const held = heldOf(draft, key);
  const before = own(draft, 'certificates', key, after?.personId ?? null);
  if (before !== undefined && before !== after?.personId) {
    const holder = holderOf(draft, before) ?? EMPTY_HOLDER;
    setHolder(draft, before, {
      ...holder,
      certificates: holder.certificates.filter(({ certificate }) => certificate.id !== key),
    });
  }
  if (after) putHeld(draft, { outsideHours: [], ceYearChoices: [], ...held, certificate: after });
  else if (held) {
    for (const record of held.outsideHours) waitFor(draft, 'outsideHours', record);
    for (const record of held.ceYearChoices) waitFor(draft, 'ceYearChoices', record);
  }
}

function putHeld(draft: Draft, held: CertificateHeld): void {
  const { id, personId } = held.certificate;
  const holder = holderOf(draft, personId) ?? EMPTY_HOLDER;
  const others = holder.certificates.filter(({ certificate }) => certificate.id !== id);
  setHolder(draft, personId, { ...holder, certificates: [...others, held].sort(byCertificate) });
}

const byCertificate = (a: CertificateHeld, b: CertificateHeld): number => byId(a.certificate, b.certificate);
/** Takes a record away from wherever it stands: with its owner, or among those that wait. */
function takeChild(draft: Draft, table: Child['table'], key: string): void {
  draft.delete('waiting', WAITING, `${table}/${key}`);
  const owner = own(draft, table, key, null);
  if (owner === undefined) return;
  const without = <R extends { readonly id: string }>(list: readonly R[]): readonly R[] =>
    list.filter(({ id }) => id !== key);
  if (table === 'attempts' || table === 'professionalChoices') {
    const seat = seatOf(draft, owner);
    if (seat)
      setSeat(draft, {
        ...seat,
        ...(table === 'attempts' ? { attempts: without(seat.attempts) } : { choices: without(seat.choices) }),
      });
    return;
  }
  const held = heldOf(draft, owner);
  if (held)
    putHeld(draft, {
      ...held,
      ...(table === 'outsideHours'
        ? { outsideHours: without(held.outsideHours) }
        : { ceYearChoices: without(held.ceYearChoices) }),
    });
}

function putChild(draft: Draft, child: Child): void {
  const { table, record } = child;
  const owner = table === 'attempts' || table === 'professionalChoices' ? record.enrolmentId : record.certificateId;
  const seat = table === 'attempts' || table === 'professionalChoices' ? seatOf(draft, owner) : undefined;
  const held = table === 'outsideHours' || table === 'ceYearChoices' ? heldOf(draft, owner) : undefined;
  if (!seat && !held) return waitFor(draft, table, record);
  own(draft, table, record.id, owner);
  switch (table) {
    case 'attempts':
      return setSeat(draft, { ...seat!, attempts: [...seat!.attempts, record].sort(byId) });
    case 'professionalChoices':
      return setSeat(draft, { ...seat!, choices: [...seat!.choices, record].sort(byId) });
    case 'outsideHours':
      return putHeld(draft, { ...held!, outsideHours: [...held!.outsideHours, record].sort(byId) });
    case 'ceYearChoices':
      return putHeld(draft, { ...held!, ceYearChoices: [...held!.ceYearChoices, record].sort(byId) });
    default:
      return assertNever(table);
  }
}

function setSeat(draft: Draft, seat: Seat): void {
  draft.setLeaf({ kind: 'rosters', of: seat.enrolment.courseId }, seat.enrolment.id, seat);
}

/** Places what waited for records that have just come. Almost always nothing waits. */
function settleWaiting(draft: Draft, marks: MarkPen, appeared: string[]): void {
  const there = new Set(appeared.splice(0));
  const waiting = draft.read('waiting', WAITING);
  if (!waiting) return;
  // A copy: what still waits for its other end is put back while we look.
  const all = [...waiting.entries];
  for (const [name, record] of all) {
    const table = name.slice(0, name.indexOf('/'));
    const { id, enrolmentId, certificateId, sessionId } = record as { readonly [member: string]: string };
    const wanted = [`enrolments/${enrolmentId}`, `certificates/${certificateId}`, `sessions/${sessionId}`];
    if (!wanted.some((one) => there.has(one))) continue;
    draft.delete('waiting', WAITING, name);
    if (table === 'marks') marks.write(id!, record as never);
    else putChild(draft, { table, record } as unknown as Child);
  }
}
