import type { EnrolmentId } from '../records/ids';
import { bagInfoOf, payloadSize } from './bag-info';
import type { PackageFacts } from './package-facts';
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
  if (Object.entries(counted).some(([what, n]) => counts[what] !== n)) return `${INDEX} counts`;
  if (findings.judgedOn !== index.judgedOn || facts.course.id !== index.course.id) return `${INDEX} course`;
  return repeatedIn(facts) ?? referencesIn(facts);
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

/** A record that stands twice: the second would take the place of the first, or count a second time. */
function repeatedIn(facts: PackageFacts): string | null {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['persons', facts.persons.map(({ id }) => id)],
    ['certificates', facts.certificates.map(({ id }) => id)],
    ['enrolments', facts.enrolments.map(({ id }) => id)],
    ['sessions', facts.sessions.map(({ id }) => id)],
    ['marks', facts.marks.map(({ sessionId, enrolmentId }) => `${sessionId}|${enrolmentId}`)],
    ['attempts', facts.attempts.map(({ id }) => id)],
  ];
  const repeated = parts.find(([, keys]) => new Set(keys).size < keys.length);
  return repeated ? `${FACTS} ${repeated[0]}` : null;
}

/** A record that names one which is not in the package. */
function referencesIn(facts: PackageFacts): string | null {
  const persons = new Set(facts.persons.map(({ id }) => id));
  const certificates = new Set(facts.certificates.map(({ id }) => id));
  const enrolments = new Set(facts.enrolments.map(({ id }) => id));
  const sessions = new Set(facts.sessions.map(({ id }) => id));
  const course = facts.course.id;
  if (facts.sessions.some(({ courseId }) => courseId !== course)) return `${FACTS} sessions`;
  if (
    facts.enrolments.some(
      ({ courseId, personId, certificateId }) =>
        courseId !== course || !persons.has(personId) || !certificates.has(certificateId),
    )
  )
    return `${FACTS} enrolments`;
  if (facts.marks.some(({ sessionId, enrolmentId }) => !sessions.has(sessionId) || !enrolments.has(enrolmentId)))
    return `${FACTS} marks`;
  return facts.attempts.some(({ enrolmentId }) => !enrolments.has(enrolmentId)) ? `${FACTS} attempts` : null;
}
