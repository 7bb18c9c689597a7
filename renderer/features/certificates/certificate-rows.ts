import { formLines } from '../../../shared/documents/form';
import { hoursByYear } from '../../../shared/documents/hours-by-year';
import type { Enrolment } from '../../../shared/records/enrolment';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { Person } from '../../../shared/records/person';
import { explain } from '../../../shared/regulation/explain';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { certificatesText as text } from '../../text/certificates';

/** One certificate that can be issued: a person with a post for one CE year (null in an exchange course). */
export interface DueCertificate {
  /** `enrolment|CE year` */
  readonly key: string;
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly judgement: Judgement;
  readonly ceYear: number | null;
  readonly total: number;
  readonly professional: number;
  readonly public: number;
}

/** Somebody who cannot get a certificate now, with every reason as a sentence. */
export interface RefusedCertificate {
  readonly key: string;
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly judgement: Judgement;
  readonly reasons: readonly string[];
}

export interface CertificateRows {
  /** Not issued yet, and nothing stands against it. In the roster's order. */
  readonly due: readonly DueCertificate[];
  readonly refused: readonly RefusedCertificate[];
}

const keyOf = (enrolment: Pick<Enrolment, 'id'>, ceYear: number | null): string => `${enrolment.id}|${ceYear ?? ''}`;

/** Who can get a 学时证明 and who cannot and why. A standing certificate of the same year is not issued again. */
export function certificateRows(
  facts: CourseFacts,
  judgements: readonly Judgement[],
  issued: readonly HourCertificate[],
): CertificateRows {
  const standing = new Set(
    issued.filter(({ revoked }) => !revoked).map(({ enrolmentId, ceYear }) => keyOf({ id: enrolmentId }, ceYear)),
  );
  const due: DueCertificate[] = [];
  const refused: RefusedCertificate[] = [];
  for (const line of formLines({ facts, judgements })) {
    const { enrolment, person, judgement } = line;
    const refuse = (reasons: readonly string[]): number =>
      refused.push({ key: enrolment.id, enrolment, person, judgement, reasons });
    if (enrolment.status.kind !== 'active') {
      refuse([text.left(enrolment.status.on, enrolment.status.reason)]);
      continue;
    }
    const errors = judgement.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0 || !judgement.submittable) {
      refuse(errors.map((finding) => explain(finding).verdict));
      continue;
    }
    const years = hoursByYear(facts, line);
    const counted = facts.course.purpose === 'exchange' ? years : years.filter(({ ceYear }) => ceYear !== null);
    if (counted.length === 0) {
      const finding = judgement.findings.find(({ rule }) => rule === 'ce-year');
      refuse([finding ? explain(finding).verdict : text.noYear]);
      continue;
    }
    for (const { ceYear, total, professional, public: basic } of counted) {
      const key = keyOf(enrolment, ceYear);
      if (!standing.has(key))
        due.push({ key, enrolment, person, judgement, ceYear, total, professional, public: basic });
    }
  }
  return { due, refused };
}
