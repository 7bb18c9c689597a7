import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { reprintHourCertificate } from '../../../shared/commands/reprint-hour-certificate';
import { revokeHourCertificate } from '../../../shared/commands/revoke-hour-certificate';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { HourCertificateId, PackageId } from '../../../shared/records/ids';
import type { PackageRecord } from '../../../shared/records/package-record';
import { context, course, enrolmentId } from '../facts-builder';
import { accepted, codes, warned } from './outcome';
import { issuedCertificate, PDF } from './issued-certificate';

const ctx = context('2026-03-21');
const facts = course().withPeople(3).facts();

describe('重印和撤销证明', () => {
  const id = 'Z1' as HourCertificateId;
  const sealed = {
    id: 'G1' as PackageId,
    courseId: facts.course.id,
    number: 'JC-BS-2026-0001',
    version: 1,
    sealedOn: day('2026-03-22'),
    people: [enrolmentId(1)],
  } as unknown as PackageRecord;

  it('重印留下日期和原因，原来的也在', () => {
    const once = issuedCertificate(1, { reprints: [{ on: day('2026-03-21'), reason: '遗失' }] });
    expect(codes(reprintHourCertificate([once], { ids: [id] }, ctx))).toEqual(['reason-missing']);
    expect(
      accepted(reprintHourCertificate([once], { ids: [id], reason: ' 污损 ' }, ctx)).changes[0]!.after,
    ).toMatchObject({
      reprints: [
        { on: '2026-03-21', reason: '遗失' },
        { on: '2026-03-21', reason: '污损' },
      ],
      pdf: PDF,
    });
  });

  it('撤销要原因；已撤销的不能再撤销或重印', () => {
    const issued = { hourCertificates: [issuedCertificate(1)], packages: [] };
    expect(codes(revokeHourCertificate(issued, { ids: [id] }, ctx))).toEqual(['reason-missing']);
    const revoked = accepted(revokeHourCertificate(issued, { ids: [id], reason: '考勤更正' }, ctx)).changes[0]!
      .after as HourCertificate;
    expect(revoked.revoked).toEqual({ on: '2026-03-21', reason: '考勤更正' });
    expect(
      codes(revokeHourCertificate({ ...issued, hourCertificates: [revoked] }, { ids: [id], reason: '再' }, ctx)),
    ).toEqual(['hour-certificate-revoked']);
    expect(codes(reprintHourCertificate([revoked], { ids: [id], reason: '再' }, ctx))).toEqual([
      'hour-certificate-revoked',
    ]);
    expect(codes(revokeHourCertificate(issued, { ids: ['Z9' as HourCertificateId], reason: '再' }, ctx))).toEqual([
      'hour-certificate-unknown',
    ]);
  });

  it('已随材料包上报的先拦住，确认后可以并提醒出新版本', () => {
    const issued = { hourCertificates: [issuedCertificate(1)], packages: [sealed] };
    expect(codes(revokeHourCertificate(issued, { ids: [id], reason: '误' }, ctx))).toEqual(['revoke-sealed']);
    expect(
      warned(accepted(revokeHourCertificate(issued, { ids: [id], reason: '误', sealed: 'proceed' }, ctx))),
    ).toEqual(['revoke-sealed-noted']);
    const other = { ...issued, packages: [{ ...sealed, people: [enrolmentId(2)] }] };
    expect(warned(accepted(revokeHourCertificate(other, { ids: [id], reason: '误' }, ctx)))).toEqual([]);
  });
});
