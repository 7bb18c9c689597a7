import { sameValue } from '../basics/same-value';
import type { EnrolmentId } from '../records/ids';
import { bagInfoOf, payloadSize } from './bag-info';
import { BAG_INFO, FACTS, FINDINGS, INDEX } from './package-format';
import type { PackageFindings, ParsedPackage } from './package-content';

type Files = ReadonlyMap<string, Uint8Array>;
type Parts = Pick<ParsedPackage, 'index' | 'facts' | 'findings'>;

/**
 * What disagrees between the parts of a package whose digests are right, or null: whoever makes all digests anew can still not have
 * somebody in it whom the findings keep out, a warning that nobody confirmed, or a cover that says something else than the contents.
 */
export function contradictionIn({ index, facts, findings }: Parts, files: Files, bagInfo: string): string | null {
  const listed = index.files.map(({ path }) => path);
  const payload = [...files.keys()].filter((path) => path.startsWith('data/')).sort();
  if (listed.join('\n') !== payload.join('\n')) return `${INDEX} files`;
  if (bagInfo !== bagInfoOf(index, payloadSize(files))) return BAG_INFO;
  const enrolments = new Set(facts.enrolments.map(({ id }) => id));
  const judged = findings.people.map(({ enrolmentId }) => enrolmentId);
  if (judged.join('\n') !== index.submitted.join('\n')) return `${FINDINGS} people`;
  if (new Set(judged).size !== judged.length || !judged.every((id) => enrolments.has(id)))
    return `${FACTS} enrolments`;
  if (findings.people.some((person) => !person.submittable || person.findings.some(isError)))
    return `${FINDINGS} submittable`;
  if (findings.leftOut.some(({ enrolmentId }) => judged.includes(enrolmentId))) return `${FINDINGS} leftOut`;
  if (!isConfirmed(findings)) return `${FINDINGS} confirmedWarnings`;
  const { counts } = index;
  const counted = {
    submitted: judged.length,
    leftOut: findings.leftOut.length,
    warnings: findings.confirmedWarnings.length,
    sessions: facts.sessions.length,
    marks: facts.marks.length,
    attempts: facts.attempts.length,
  };
  if (!sameValue(counts, counted)) return `${INDEX} counts`;
  if (index.ruleset.id !== facts.course.ruleset) return `${INDEX} ruleset`;
  return findings.judgedOn !== index.judgedOn || facts.course.id !== index.course.id ? `${INDEX} course` : null;
}

const isError = ({ severity }: { readonly severity: string | null }): boolean => severity === 'error';

/** Every warning of everybody who is submitted, and no other, was confirmed by somebody with a name. */
function isConfirmed({ people, confirmedWarnings }: PackageFindings): boolean {
  const key = (enrolmentId: EnrolmentId, rule: string): string => `${enrolmentId}|${rule}`;
  const warned = people.flatMap(({ enrolmentId, findings }) =>
    findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => key(enrolmentId, rule)),
  );
  const confirmed = confirmedWarnings.map(({ enrolmentId, rule }) => key(enrolmentId, rule));
  const [wanted, given] = [new Set(warned), new Set(confirmed)];
  return (
    given.size === confirmed.length &&
    given.size === wanted.size &&
    confirmed.every((one) => wanted.has(one)) &&
    confirmedWarnings.every(({ by }) => by.trim() !== '')
  );
}
