import type { RosterEntry } from '../commands/import-entries';
import type { PeopleSlice } from '../commands/people-slice';
import { peopleByNumber } from '../commands/people-slice';
import type { Certificate } from '../records/certificate';
import type { Enrolment } from '../records/enrolment';
import type { CertificateId, PersonId } from '../records/ids';
import type { Person } from '../records/person';
import { idThatCounts, personThatCounts } from '../records/who-counts';
import { postTitle } from '../regulation/posts';
import type { FieldChange } from './preview';
import { rosterLabel } from './roster-fields';
import { originWord, sexWord, yesNoWord } from './roster-words';

/** What is stored already: people and certificates of the whole data set, enrolments of the course. */
export interface RosterKnown extends PeopleSlice {
  readonly enrolments: readonly Enrolment[];
}

/** The stored records that a row is about. */
export interface KnownRow {
  readonly person: Person | null;
  readonly certificate: Certificate | null;
  readonly enrolment: Enrolment | null;
}

/** RosterKnown by number; built once per data set and kept with it. */
export interface KnownIndex {
  /** The stored records of each row; no two rows are about one certificate. */
  readonly findAll: (entries: readonly RosterEntry[]) => readonly KnownRow[];
  /** Who else holds a certificate of this number. */
  readonly holderOfNumber: (number: string, except: CertificateId | null) => Person | null;
}

const indexes = new WeakMap<RosterKnown, KnownIndex>();

export function knownIndex(known: RosterKnown): KnownIndex {
  const kept = indexes.get(known);
  if (kept) return kept;
  const persons = peopleByNumber(known.persons);
  const held = new Map<PersonId, Certificate[]>();
  const byNumber = new Map<string, Certificate[]>();
  for (const certificate of known.certificates.values()) {
    const holder = idThatCounts(known.persons, certificate.personId);
    push(held, holder, certificate);
    if (certificate.number !== undefined) push(byNumber, certificate.number, certificate);
  }
  const enrolled = new Map(known.enrolments.map((enrolment) => [enrolment.certificateId, enrolment]));
  const index: KnownIndex = {
    findAll(entries) {
      const people = entries.map(({ idNumber }) => persons.get(idNumber) ?? null);
      const claimed = new Set<CertificateId>();
      const found = entries.map((): Certificate | null => null);
      for (const fits of [fitsExactly, fitsByPost, isEnrolledWithPost(enrolled), fitsByNumber]) {
        entries.forEach((entry, i) => {
          const person = people[i];
          if (!person || found[i]) return;
          const certificate = (held.get(person.id) ?? []).find((one) => !claimed.has(one.id) && fits(one, entry));
          if (!certificate) return;
          claimed.add(certificate.id);
          found[i] = certificate;
        });
      }
      return entries.map((_entry, i) => {
        const certificate = found[i]!;
        return {
          person: people[i]!,
          certificate,
          enrolment: certificate ? (enrolled.get(certificate.id) ?? null) : null,
        };
      });
    },
    holderOfNumber(number, except) {
      const other = byNumber.get(number)?.find(({ id }) => id !== except);
      return other ? (personThatCounts(known.persons, other.personId) ?? null) : null;
    },
  };
  indexes.set(known, index);
  return index;
}

type Fits = (certificate: Certificate, entry: RosterEntry) => boolean;

const fitsExactly: Fits = ({ number, post }, entry) =>
  number !== undefined && number === entry.certificateNumber && post === entry.post;
const fitsByPost: Fits = ({ number, post }, entry) =>
  post === entry.post &&
  (entry.certificateNumber === undefined || number === undefined || number === entry.certificateNumber);
/** In this course already with the same post: another number in the file is a correction of it. */
const isEnrolledWithPost =
  (enrolled: ReadonlyMap<CertificateId, Enrolment>): Fits =>
  ({ id, post }, entry) =>
    post === entry.post && enrolled.has(id);
/** The same number under another post: a correction of the post. */
const fitsByNumber: Fits = ({ number }, entry) => number !== undefined && number === entry.certificateNumber;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Every field that the row fills and the stored records say otherwise or not at all. A blank is never a difference. */
export function rosterChanges(
  entry: RosterEntry,
  { person, certificate, enrolment }: KnownRow,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (
    field: keyof RosterEntry,
    stored: string | undefined,
    value: string | undefined,
    say = (text: string): string => text,
  ): void => {
    if (value === undefined || value === '' || value === stored) return;
    changes.push({ field, label: rosterLabel(field), from: stored === undefined ? '' : say(stored), to: say(value) });
  };
  if (person) {
    compare('name', person.name, entry.name);
    compare('sex', person.sex, entry.sex, (text) => sexWord(text as 'male' | 'female'));
    compare('birthDate', person.birthDate, entry.birthDate);
    compare('phone', person.phone, entry.phone);
    compare('employer', person.employer, entry.employer);
    compare('employerCreditCode', person.employerCreditCode, entry.employerCreditCode);
  }
  if (certificate) {
    compare('post', certificate.post, entry.post, postTitle);
    compare('certificateNumber', certificate.number, entry.certificateNumber);
    compare('issuedOn', certificate.issuedOn, entry.issuedOn);
    compare('origin', certificate.origin, entry.origin, (text) => originWord(text as 'new' | 'exchanged'));
    compare('validUntil', certificate.validUntil, entry.validUntil);
    compare('foundInSystem', answered(certificate.foundInSystem?.answer), entry.foundInSystem, answerWord);
  }
  if (enrolment) {
    compare('appliedOn', enrolment.appliedOn, entry.appliedOn);
    compare('healthy', answered(enrolment.healthy.answer), entry.healthy, answerWord);
    compare('employed', answered(enrolment.employed.answer), entry.employed, answerWord);
    compare('stillInPost', answered(enrolment.stillInPost.answer), entry.stillInPost, answerWord);
    compare('note', enrolment.note, entry.note);
  }
  return changes;
}

const answered = (answer: 'yes' | 'no' | 'unknown' | undefined): 'yes' | 'no' | undefined =>
  answer === 'unknown' ? undefined : answer;
const answerWord = (text: string): string => yesNoWord(text as 'yes' | 'no');
