import { sameValue } from '../basics/same-value';
import type { HourCertificate } from '../records/hour-certificate';
import type { HourCertificateId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { formLines } from './form';
import { frozenPage, pageNow } from './hour-certificate-page';

/**
 * Standing certificates that would be printed otherwise today, in any word: name, identity number, employer, post, certificate, hours, score,
 * institution. Something was corrected after they were issued, or their holder left or no longer meets the rules, so the paper and
 * the books differ until they are revoked and issued anew.
 */
export function outdatedHourCertificates(
  facts: CourseFacts,
  judgements: readonly Judgement[],
  issued: readonly HourCertificate[],
): ReadonlySet<HourCertificateId> {
  const lines = new Map(formLines({ facts, judgements }).map((line) => [line.enrolment.id, line]));
  const isOutdated = (certificate: HourCertificate): boolean => {
    const line = lines.get(certificate.enrolmentId);
    if (!line || line.enrolment.status.kind !== 'active' || !line.judgement.submittable) return true;
    const { qr: _, ...shown } = frozenPage(certificate);
    return !sameValue(shown, pageNow(facts, line, certificate));
  };
  return new Set(issued.filter((one) => !one.revoked && isOutdated(one)).map(({ id }) => id));
}
