import { canonicalJson } from '../basics/canonical-json';
import { sameValue } from '../basics/same-value';
import { packageSelection } from '../commands/package-selection';
import { leftOutLines, reasonsOf } from '../documents/not-submitted-workbook';
import type { HourCertificate } from '../records/hour-certificate';
import type { EnrolmentId } from '../records/ids';
import type { PackageRecord } from '../records/package-record';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { jsonOf } from './json-of';
import { packageFacts, type PackageFacts } from './package-facts';

/** A part of data/facts.json with how many of its records are other ones now. */
export interface ChangedPart {
  readonly part: keyof PackageFacts;
  readonly count: number;
}

/** How the records of a course differ now from those that were sealed. */
export interface PackageDifference {
  /** May be submitted now and was not in the package. */
  readonly joined: readonly EnrolmentId[];
  /** Was in the package and may not be submitted any more. */
  readonly dropped: readonly EnrolmentId[];
  /** Others whose reasons to stay out are different. */
  readonly reasons: readonly EnrolmentId[];
  readonly parts: readonly ChangedPart[];
  /** Hour certificates that stand now and are not in the package. */
  readonly newCertificates: readonly string[];
  /** Hour certificates in the package that were revoked since. */
  readonly goneCertificates: readonly string[];
}

/** What was sealed: the record, its facts, and the numbers of the hour certificates in it. */
export interface SealedContent {
  readonly record: Pick<PackageRecord, 'people'>;
  readonly facts: PackageFacts;
  readonly certificates: readonly string[];
  /** The sentences of 不予上报名单. */
  readonly leftOut: readonly { readonly enrolmentId: EnrolmentId; readonly reasons: readonly string[] }[];
}

/** Compares a sealed package with the records as they are now. Nothing differs = every list is empty. */
export function packageDifference(
  sealed: SealedContent,
  facts: CourseFacts,
  judgements: readonly Judgement[],
  issued: readonly HourCertificate[],
): PackageDifference {
  const now = packageSelection(facts, judgements);
  const [before, after] = [new Set(sealed.record.people), new Set(now.people)];
  const standing = standingCertificates(now.people, issued).map(({ number }) => number);
  const [had, have] = [new Set(sealed.certificates), new Set(standing)];
  return {
    joined: now.people.filter((id) => !before.has(id)),
    dropped: sealed.record.people.filter((id) => !after.has(id)),
    reasons: changedReasons(sealed.leftOut, reasonsNow(facts, judgements, now.leftOut)),
    parts: changedParts(sealed.facts, packageFacts(facts, sealed.record.people)),
    newCertificates: standing.filter((number) => !had.has(number)),
    goneCertificates: sealed.certificates.filter((number) => !have.has(number)),
  };
}

/** Whether nothing at all is different. */
export const isSame = (difference: PackageDifference): boolean =>
  Object.values(difference).every((list: readonly unknown[]) => list.length === 0);

/** The certificates that go into a package with these people: not revoked, in the order of the people, then of their numbers. */
export function standingCertificates(
  people: readonly EnrolmentId[],
  issued: readonly HourCertificate[],
): readonly HourCertificate[] {
  const place = new Map(people.map((id, i) => [id, i]));
  return issued
    .filter(({ revoked, enrolmentId }) => !revoked && place.has(enrolmentId))
    .sort((a, b) => place.get(a.enrolmentId)! - place.get(b.enrolmentId)! || (a.number < b.number ? -1 : 1));
}

/** The same sentences as in the package: a score that is still too low is another reason when it changes. */
function reasonsNow(
  facts: CourseFacts,
  judgements: readonly Judgement[],
  leftOut: PackageRecord['leftOut'],
): SealedContent['leftOut'] {
  return leftOutLines(facts, judgements, leftOut).map((line) => ({
    enrolmentId: line.enrolment.id,
    reasons: reasonsOf(line).map(({ text }) => text),
  }));
}

function changedReasons(before: SealedContent['leftOut'], after: SealedContent['leftOut']): readonly EnrolmentId[] {
  const was = new Map(before.map(({ enrolmentId, reasons }) => [enrolmentId, reasons]));
  return after
    .filter(({ enrolmentId, reasons }) => was.has(enrolmentId) && !sameValue(was.get(enrolmentId), reasons))
    .map(({ enrolmentId }) => enrolmentId);
}

function changedParts(before: PackageFacts, after: PackageFacts): readonly ChangedPart[] {
  return (Object.keys(after) as (keyof PackageFacts)[]).flatMap((part) => {
    const count = changedIn(before[part], after[part]);
    return count > 0 ? [{ part, count }] : [];
  });
}

/** How many records of a part are new, gone or different; a part that is no list counts as one record. */
function changedIn(before: unknown, after: unknown): number {
  const text = (value: unknown): string => canonicalJson(jsonOf(value));
  if (!Array.isArray(before) || !Array.isArray(after)) return text(before ?? null) === text(after ?? null) ? 0 : 1;
  const keyed = (list: readonly object[]): ReadonlyMap<string, string> =>
    new Map(list.map((record) => [keyOf(record), text(record)]));
  const [was, is] = [keyed(before as readonly object[]), keyed(after as readonly object[])];
  return [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key)).length;
}

/** A mark has no id of its own; another course has that of the course. */
function keyOf(record: object): string {
  const { id, sessionId, enrolmentId, course } = record as { readonly [name: string]: unknown };
  if (typeof id === 'string') return id;
  if (typeof course === 'object' && course !== null) return String((course as { readonly id: unknown }).id);
  return `${String(sessionId)}|${String(enrolmentId)}`;
}
