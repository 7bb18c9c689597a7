import type { Day } from '../basics/day';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Certificate } from './certificate';

/** What is wrong with a certificate's own members. Every one but the kind may be missing: then rules cannot tell. */
export function checkCertificate(
  certificate: Pick<Certificate, 'issuedOn' | 'validUntil'>,
  today: Day,
): readonly Problem[] {
  const { issuedOn, validUntil } = certificate;
  const problems: Problem[] = [];
  if (issuedOn && issuedOn > today)
    problems.push(problem('day-in-future', { what: '发证', on: issuedOn, today }, 'issuedOn'));
  if (issuedOn && validUntil && validUntil < issuedOn)
    problems.push(problem('certificate-dates', { issuedOn, validUntil }, 'validUntil'));
  return problems;
}
