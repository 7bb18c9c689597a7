import { assertNever } from '../basics/assert-never';
import type { Sha256 } from '../basics/sha256';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { markId } from '../records/ids';
import { faultText, RECORDS, type Registry } from '../records/registry';
import { checkFactsRecords, type FactsFault } from '../regulation/check-facts';
import { rulesetById } from '../regulation/rulesets';
import type { PackageIndex } from './package-content';
import type { PackageFacts, PackedOtherCourse } from './package-facts';
import { FACTS } from './package-format';
import { rulesetDigest } from './ruleset-digest';

/** What the facts of a package say that cannot be: the first refuses it, notices are read with their defect named. */
export interface FactsProblems {
  readonly refusal: Problem | null;
  readonly notices: readonly Problem[];
}

/** Checks the records of a package for their meaning, each by itself and together, and their ruleset and settings. */
export function factsProblems(facts: PackageFacts, registry: Registry = RECORDS): FactsProblems {
  const faults = checkFactsRecords(
    { ...facts, ...withMarkIds(facts), otherCourses: facts.otherCourses.map(withMarkIds) },
    registry,
  );
  const refused = faults.find((fault) => !isLostMerge(fault));
  return {
    refusal: refused ? refusalOf(refused, registry) : null,
    notices: faults
      .filter(isLostMerge)
      .map((fault) => problem('package-merge-lost', { says: faultText(fault, registry) })),
  };
}

const withMarkIds = <T extends Pick<PackedOtherCourse, 'marks'>>(course: T) => ({
  ...course,
  marks: course.marks.map((mark) => ({ id: markId(mark.sessionId, mark.enrolmentId), ...mark })),
});

/**
 * Packages sealed until November 2026 hold a person who was merged twice without the record that counts. What the
 * person did is all there, so such a package is read; it is never written again.
 */
const isLostMerge = ({ kind, table, at }: FactsFault): boolean =>
  kind === 'nowhere' && table === 'persons' && at === 'mergedInto';

function refusalOf(fault: FactsFault, registry: Registry): Problem {
  const says = faultText(fault, registry);
  const where = [fault.table, fault.key, fault.at].filter(Boolean).join(' ');
  switch (fault.kind) {
    case 'wrong':
    case 'parameter':
      return problem('package-schema', { path: FACTS, where, says });
    case 'repeated':
    case 'taken':
    case 'nowhere':
    case 'circle':
    case 'elsewhere':
      return problem('package-contradiction', { what: `${FACTS} ${fault.table}`, where, says });
    case 'ruleset-unknown':
    case 'ruleset-purpose':
    case 'ruleset-not-in-force':
      return problem('package-ruleset-wrong', { why: fault.kind, where, says });
    default:
      return assertNever(fault.kind);
  }
}

/** A notice where the package was judged by another edition of its ruleset than ours: judged again, verdicts may differ. */
export async function rulesetNotice({ ruleset }: PackageIndex, sha256: Sha256): Promise<Problem | null> {
  const ours = rulesetById(ruleset.id);
  if (!ours) return null;
  const values = { ruleset: ours.title, version: ruleset.version, ours: ours.version };
  return ours.version === ruleset.version && (await rulesetDigest(ours, sha256)) === ruleset.digest
    ? null
    : problem('package-ruleset-differs', values);
}
