import { yearOf } from '../basics/day';
import type { Json } from '../basics/json';
import type { Digest } from '../basics/sha256';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Enrolment } from '../records/enrolment';
import type { HourCertificate } from '../records/hour-certificate';
import type { EnrolmentId, HourCertificateId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { change, conclude, refuse, type Correction } from './conclude';
import { nextHourCertificateNumbers } from './document-numbers';
import type { CommandContext, CommandResult } from './intent';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';

/** One certificate that was made beforehand: its page is stored, its data are frozen with it. */
export interface PreparedHourCertificate {
  readonly enrolmentId: EnrolmentId;
  /** null in an exchange course. */
  readonly ceYear: number | null;
  readonly number: string;
  readonly frozen: Json;
  /** Digest of the stored PDF. */
  readonly pdf: Digest;
}

export interface IssueHourCertificatesInput extends Pick<Correction, 'parents'> {
  /** In the order of their numbers, which nextHourCertificateNumbers gives. */
  readonly certificates: readonly PreparedHourCertificate[];
  /** What the pages rest on, for everybody in the list. */
  readonly judgements: readonly Judgement[];
  /** All hour certificates of the data set, revoked ones included. */
  readonly issued: readonly HourCertificate[];
}

/** Issues hour certificates (学时证明) for people without error findings. Numbers are consecutive in the year and never come back. */
export function issueHourCertificates(
  facts: CourseFacts,
  { certificates, judgements, issued, parents }: IssueHourCertificatesInput,
  ctx: CommandContext,
): CommandResult {
  if (certificates.length === 0) return refuse('issue-empty');
  const prefix = facts.institution?.numberPrefix;
  if (!facts.institution) return refuse('institution-missing');
  if (!prefix) return refuse('issue-prefix');
  const byId = enrolmentsById(facts);
  const judged = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement]));
  const found = certificates.flatMap((prepared) => {
    const enrolment = byId.get(prepared.enrolmentId);
    return enrolment ? [{ prepared, enrolment, judgement: judged.get(prepared.enrolmentId) }] : [];
  });

  const problems: Problem[] = found.length < certificates.length ? [problem('enrolment-unknown')] : [];
  const named = (
    code: 'issue-judged-otherwise' | 'issue-not-submittable' | 'issue-left' | 'issue-ce-year',
    whom: typeof found,
  ): void => {
    if (whom.length > 0)
      problems.push(problem(code, { people: [...new Set(whom.map(({ enrolment }) => nameOf(facts, enrolment)))] }));
  };
  named(
    'issue-judged-otherwise',
    found.filter(({ judgement }) => !judgement || judgement.on > ctx.today),
  );
  named(
    'issue-not-submittable',
    found.filter(({ judgement }) => judgement && hasError(judgement)),
  );
  named(
    'issue-left',
    found.filter(({ enrolment }) => enrolment.status.kind !== 'active'),
  );
  named(
    'issue-ce-year',
    found.filter(
      ({ prepared, enrolment, judgement }) => judgement && !isYearOf(facts, enrolment, judgement, prepared.ceYear),
    ),
  );
  problems.push(...repeated(facts, found, issued));
  problems.push(
    ...numberProblems(
      certificates,
      nextHourCertificateNumbers(prefix, yearOf(ctx.today), issued, certificates.length),
    ),
  );
  if (ctx.today < facts.course.endsOn)
    problems.push(problem('issue-course-running', { endsOn: facts.course.endsOn }));

  const changes = found.map(({ prepared, enrolment }) =>
    change('hourCertificates', null, {
      id: ctx.newId() as HourCertificateId,
      number: prepared.number,
      courseId: facts.course.id,
      enrolmentId: enrolment.id,
      personId: enrolment.personId,
      certificateId: enrolment.certificateId,
      ceYear: prepared.ceYear,
      issuedOn: ctx.today,
      frozen: prepared.frozen,
      pdf: prepared.pdf,
      reprints: [],
    }),
  );
  return conclude({ kind: 'hour-certificates.issue', changes, problems, parents });
}

/** A SHA-256 digest in the form in which blobs are named. */
export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Whether a judgement keeps its person out: submittable says the same, the findings are what counts. */
export const hasError = ({ findings, submittable }: Judgement): boolean =>
  !submittable || findings.some(({ severity }) => severity === 'error');

function isYearOf(facts: CourseFacts, enrolment: Enrolment, judgement: Judgement, ceYear: number | null): boolean {
  if (facts.course.purpose === 'exchange') return ceYear === null;
  if (ceYear === null) return false;
  const chosen = facts.ceYearChoices.some(
    (choice) => choice.certificateId === enrolment.certificateId && choice.ceYear === ceYear,
  );
  return chosen || judgement.ceYears.includes(ceYear);
}

function repeated(
  facts: CourseFacts,
  found: readonly { readonly prepared: PreparedHourCertificate; readonly enrolment: Enrolment }[],
  issued: readonly HourCertificate[],
): readonly Problem[] {
  const valid = new Map(
    issued
      .filter(({ revoked, courseId }) => !revoked && courseId === facts.course.id)
      .map((one) => [`${one.enrolmentId}|${one.ceYear}`, one.number]),
  );
  const people = new Set<string>();
  const numbers = new Set<string>();
  for (const { prepared, enrolment } of found) {
    const key = `${enrolment.id}|${prepared.ceYear}`;
    const number = valid.get(key);
    if (number !== undefined) people.add(nameOf(facts, enrolment));
    if (number !== undefined) numbers.add(number);
    valid.set(key, number ?? prepared.number);
  }
  return people.size > 0 ? [problem('issue-already', { people: [...people], numbers: [...numbers] })] : [];
}

function numberProblems(
  certificates: readonly PreparedHourCertificate[],
  expected: readonly string[],
): readonly Problem[] {
  const wrong = certificates.findIndex(({ number }, i) => number !== expected[i]);
  const unstored = certificates.filter(({ pdf }) => !isDigest(pdf));
  return [
    ...(wrong >= 0
      ? [problem('issue-number', { expected: expected[wrong]!, number: certificates[wrong]!.number })]
      : []),
    ...unstored.map(({ number }) => problem('issue-file', { number })),
  ];
}
