import { problem } from '../problems/catalogue';
import type { HourCertificate } from '../records/hour-certificate';
import type { HourCertificateId } from '../records/ids';
import type { PackageRecord } from '../records/package-record';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface RevokeHourCertificateInput extends Correction {
  readonly ids: readonly HourCertificateId[];
  /** Certificates that went into a sealed package: refuse (default), or go on and warn that a new version is due. */
  readonly sealed?: 'refuse' | 'proceed' | undefined;
}

export interface IssuedDocuments {
  readonly hourCertificates: readonly HourCertificate[];
  readonly packages: readonly PackageRecord[];
}

/** The sealed packages that a certificate went into, in words: JC-2026-0001 第 1 版. */
export const sealedInto = (
  { courseId, enrolmentId, issuedOn }: HourCertificate,
  packages: readonly PackageRecord[],
): readonly string[] =>
  packages
    .filter((one) => one.courseId === courseId && one.sealedOn >= issuedOn && one.people.includes(enrolmentId))
    .map((one) => `${one.number} 第 ${one.version} 版`);

/** Makes hour certificates void (撤销证明). They stay in the books with day and reason; their numbers never come back. */
export function revokeHourCertificate(
  { hourCertificates, packages }: IssuedDocuments,
  { ids, sealed, reason, parents }: RevokeHourCertificateInput,
  ctx: CommandContext,
): CommandResult {
  const wanted = new Set(ids);
  const found = hourCertificates.filter(({ id }) => wanted.has(id));
  if (found.length === 0 || found.length < wanted.size) return refuse('hour-certificate-unknown');
  const problems: Objection[] = [...needsReason(reason, '撤销学时证明')];
  for (const certificate of found) {
    const { number, revoked } = certificate;
    if (revoked) problems.push(problem('hour-certificate-revoked', { number, on: revoked.on, what: '撤销' }));
    const within = sealedInto(certificate, packages);
    if (within.length > 0)
      problems.push(
        problem(sealed === 'proceed' ? 'revoke-sealed-noted' : 'revoke-sealed', { number, packages: within }),
      );
  }
  const revoked = { on: ctx.today, reason: reason?.trim() ?? '' };
  return conclude({
    kind: 'hour-certificate.revoke',
    changes: found.map((before) => change('hourCertificates', before, { ...before, revoked })),
    problems,
    reason,
    parents,
  });
}
