import { problem } from '../problems/catalogue';
import type { HourCertificate } from '../records/hour-certificate';
import type { HourCertificateId } from '../records/ids';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface ReprintHourCertificateInput extends Correction {
  readonly ids: readonly HourCertificateId[];
}

/** Logs that stored pages are printed again, with the reason (遗失, 污损 …). What is printed are the stored bytes. */
export function reprintHourCertificate(
  issued: readonly HourCertificate[],
  { ids, reason, parents }: ReprintHourCertificateInput,
  ctx: CommandContext,
): CommandResult {
  const wanted = new Set(ids);
  const found = issued.filter(({ id }) => wanted.has(id));
  if (found.length === 0 || found.length < wanted.size) return refuse('hour-certificate-unknown');
  const problems: Objection[] = [...needsReason(reason, '重印学时证明')];
  for (const { number, revoked } of found) {
    if (revoked) problems.push(problem('hour-certificate-revoked', { number, on: revoked.on, what: '重印' }));
  }
  const reprint = { on: ctx.today, reason: reason?.trim() ?? '' };
  return conclude({
    kind: 'hour-certificate.reprint',
    changes: found.map((before) =>
      change('hourCertificates', before, { ...before, reprints: [...before.reprints, reprint] }),
    ),
    problems,
    reason,
    parents,
  });
}
