import { yearOf } from '../basics/day';
import { sameValue } from '../basics/same-value';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { EnrolmentId, PackageId } from '../records/ids';
import type { PackageRecord } from '../records/package-record';
import { isBlank } from '../records/patch';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { change, conclude, refuse, type Correction } from './conclude';
import { nextPackage } from './document-numbers';
import type { CommandContext, CommandResult } from './intent';
import { isDigest } from './issue-hour-certificates';
import { nameOf } from './name-of';
import { enrolmentsById } from '../records/enrolments-by-id';
import { packageSelection } from './package-selection';

export interface SealPackageInput extends Pick<Correction, 'parents'> {
  /** The package as it was built and written: its number and version come from nextPackage, its people from packageSelection. */
  readonly package: Omit<PackageRecord, 'id' | 'courseId' | 'sealedOn'>;
  readonly judgements: readonly Judgement[];
  /** All sealed packages of the data set. */
  readonly packages: readonly PackageRecord[];
}

/**
 * Seals a package that is written and checked: frozen for ever, a later change makes the next version. Exactly the people
 * without errors are in it, and every warning of theirs was confirmed by somebody with a name.
 */
export function sealPackage(
  facts: CourseFacts,
  { package: built, judgements, packages, parents }: SealPackageInput,
  ctx: CommandContext,
): CommandResult {
  if (!facts.institution) return refuse('institution-missing');
  const prefix = facts.institution.numberPrefix;
  if (!prefix) return refuse('issue-prefix');
  const problems: Problem[] = [
    ...peopleProblems(facts, built, judgements),
    ...warningProblems(facts, built, judgements),
  ];
  if (built.judgedOn > ctx.today)
    problems.push(problem('day-in-future', { what: '核验', on: built.judgedOn, today: ctx.today }));

  const expected = nextPackage(prefix, yearOf(ctx.today), facts.course.id, packages);
  if (built.number !== expected.number || built.version !== expected.version) {
    const named = ({ number, version }: { number: string; version: number }) => `${number} 第 ${version} 版`;
    problems.push(problem('seal-number', { expected: named(expected), given: named(built) }));
  } else if ((built.previous ?? null) !== expected.previous)
    problems.push(problem('seal-previous', { version: built.version }));
  if (built.heads.length === 0 || built.heads.some(({ hash, seq }) => !isDigest(hash) || seq < 1))
    problems.push(problem('seal-heads'));
  if (!isDigest(built.zip) || !Number.isInteger(built.size) || built.size <= 0 || isBlank(built.fileName))
    problems.push(problem('seal-size'));

  const sealed: PackageRecord = {
    ...built,
    id: ctx.newId() as PackageId,
    courseId: facts.course.id,
    sealedOn: ctx.today,
  };
  return conclude({ kind: 'package.seal', changes: [change('packages', null, sealed)], problems, parents });
}

function peopleProblems(
  facts: CourseFacts,
  built: SealPackageInput['package'],
  judgements: readonly Judgement[],
): readonly Problem[] {
  const { people, leftOut } = packageSelection(facts, judgements);
  const problems: Problem[] = [];
  if (people.length === 0) problems.push(problem('seal-nobody'));
  const [due, listed] = [new Set(people), new Set(built.people)];
  const differing = [...new Set([...people, ...built.people])].filter((id) => !due.has(id) || !listed.has(id));
  if (differing.length > 0 || built.people.length !== listed.size)
    problems.push(problem('seal-people', { people: names(facts, differing) }));
  const rulesOf = (list: PackageRecord['leftOut']) =>
    new Map(list.map(({ enrolmentId, rules }) => [enrolmentId, [...new Set(rules)].sort()]));
  const [wanted, given] = [rulesOf(leftOut), rulesOf(built.leftOut)];
  const wrong = [...new Set([...wanted.keys(), ...given.keys()])].filter(
    (id) => !sameValue(wanted.get(id), given.get(id)),
  );
  if (wrong.length > 0) problems.push(problem('seal-left-out', { people: names(facts, wrong) }));
  return problems;
}

function warningProblems(
  facts: CourseFacts,
  { confirmedWarnings }: SealPackageInput['package'],
  judgements: readonly Judgement[],
): readonly Problem[] {
  const confirmed = new Set(confirmedWarnings.map(({ enrolmentId, rule }) => `${enrolmentId}|${rule}`));
  const open = packageSelection(facts, judgements).warnings.filter(
    ({ enrolmentId, rule }) => !confirmed.has(`${enrolmentId}|${rule}`),
  );
  return [
    ...(open.length > 0
      ? [problem('seal-warnings', { people: names(facts, [...new Set(open.map(({ enrolmentId }) => enrolmentId))]) })]
      : []),
    ...(confirmedWarnings.some(({ by }) => isBlank(by)) ? [problem('seal-confirmed-by', {}, 'by')] : []),
  ];
}

function names(facts: CourseFacts, ids: readonly EnrolmentId[]): readonly string[] {
  const byId = enrolmentsById(facts);
  return ids.map((id) => {
    const enrolment = byId.get(id);
    return enrolment ? nameOf(facts, enrolment) : '不在名册的人';
  });
}
