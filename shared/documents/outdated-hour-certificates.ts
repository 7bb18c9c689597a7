import type { HourCertificate } from '../records/hour-certificate';
import type { HourCertificateId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { formLines } from './form';
import { frozenPage } from './hour-certificate-page';
import { hoursByYear } from './hours-by-year';

const keyOf = (enrolmentId: string, ceYear: number | null): string => `${enrolmentId}|${ceYear ?? ''}`;

/**
 * Standing certificates whose name or hours are no longer those of the records: something was corrected after they were issued, so
 * the paper and the books differ until they are revoked and issued anew.
 */
export function outdatedHourCertificates(
  facts: CourseFacts,
  judgements: readonly Judgement[],
  issued: readonly HourCertificate[],
): ReadonlySet<HourCertificateId> {
  const now = new Map<string, string>();
  for (const line of formLines({ facts, judgements })) {
    for (const { ceYear, total, professional, public: basic } of hoursByYear(facts, line))
      now.set(keyOf(line.enrolment.id, ceYear), [line.person.name, basic, professional, total].join('|'));
  }
  const outdated = issued.filter((certificate) => {
    const page = frozenPage(certificate);
    const shown = [page.name, ...page.hours.map(({ done }) => done)].join('|');
    return !certificate.revoked && now.get(keyOf(certificate.enrolmentId, certificate.ceYear)) !== shown;
  });
  return new Set(outdated.map(({ id }) => id));
}
