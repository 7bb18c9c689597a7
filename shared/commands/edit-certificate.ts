import { problem } from '../problems/catalogue';
import type { Certificate } from '../records/certificate';
import { checkCertificate } from '../records/check-certificate';
import type { CertificateId } from '../records/ids';
import { patched, type Patch } from '../records/patch';
import { certificateInUse } from './certificate-in-use';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';

export interface EditCertificateInput extends Correction {
  readonly certificateId: CertificateId;
  readonly patch: Patch<Certificate, 'kind' | 'post' | 'number' | 'issuedOn' | 'origin' | 'validUntil'>;
}

/** Corrects a certificate. Filling in what was missing needs no reason; another post, date or origin than before does. */
export function editCertificate(
  { persons, certificates }: PeopleSlice,
  { certificateId, patch, reason, parents }: EditCertificateInput,
  ctx: CommandContext,
): CommandResult {
  const before = certificates.get(certificateId);
  if (!before) return refuse('certificate-unknown');
  const plain = patched(before, patch);
  const after = plain.post === before.post ? plain : patched(plain, { postSpelling: null });
  const problems: Objection[] = [...checkCertificate(after, ctx.today)];
  if (!after.kind) problems.push(problem('field-missing', { field: '证书类型' }, 'kind'));
  const replaced = (['kind', 'post', 'number', 'issuedOn', 'origin', 'validUntil'] as const).some(
    (field) => before[field] !== undefined && before[field] !== after[field],
  );
  if (replaced) problems.push(...needsReason(reason, '更改证书信息'));
  problems.push(...certificateInUse(after, { persons, certificates }));
  return conclude({
    kind: 'certificate.edit',
    changes: [change('certificates', before, after)],
    problems,
    reason,
    parents,
  });
}
