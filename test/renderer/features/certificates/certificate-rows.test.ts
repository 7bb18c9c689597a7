import { describe, expect, it } from 'vitest';
import { certificateRows } from '../../../../renderer/features/certificates/certificate-rows';
import { day } from '../../../../shared/basics/day';
import type { Digest } from '../../../../shared/basics/sha256';
import { hourCertificatePage } from '../../../../shared/documents/hour-certificate-page';
import { outdatedHourCertificates } from '../../../../shared/documents/outdated-hour-certificates';
import { withMarks } from '../../../../shared/records/attendance-column';
import type { HourCertificate } from '../../../../shared/records/hour-certificate';
import type { HourCertificateId } from '../../../../shared/records/ids';
import { judgeCourse } from '../../../../shared/regulation/evaluate';
import { nodeSha256 } from '../../../shared/documents/node-sha256';
import { JUDGED_ON, sampleForm } from '../../../shared/documents/sample-class';

const { facts, judgements } = sampleForm(40);
const { due, refused } = certificateRows(facts, judgements, []);

const issuedFor = async (count: number): Promise<readonly HourCertificate[]> =>
  Promise.all(
    due.slice(0, count).map(async ({ enrolment, judgement, ceYear }, i): Promise<HourCertificate> => {
      const number = `JC-2026-000${i + 1}`;
      return {
        id: `hc-${i}` as HourCertificateId,
        number,
        courseId: facts.course.id,
        enrolmentId: enrolment.id,
        personId: enrolment.personId,
        certificateId: enrolment.certificateId,
        ceYear,
        issuedOn: JUDGED_ON,
        frozen: await hourCertificatePage(
          facts,
          judgement,
          { enrolmentId: enrolment.id, ceYear, number, issuedOn: JUDGED_ON },
          nodeSha256,
        ),
        pdf: 'ab'.repeat(32) as Digest,
        reprints: [],
      };
    }),
  );

describe('谁可以出具学时证明', () => {
  it('每个人要么可以出具，要么列出原因；退出的写明，不到起算年度的写明', () => {
    const people = new Set([...due, ...refused].map(({ enrolment }) => enrolment.id));
    expect(people.size).toBe(facts.enrolments.length);
    expect(refused.every(({ reasons }) => reasons.length > 0 && reasons.every((reason) => reason.length > 4))).toBe(
      true,
    );
    expect(refused.find(({ enrolment }) => enrolment.status.kind === 'left')?.reasons[0]).toContain('工地调动');
    expect(due.every(({ judgement, ceYear }) => judgement.submittable && ceYear !== null)).toBe(true);
    expect(due.length).toBeGreaterThan(10);
  });

  it('每份的学时是那个年度的，加起来是本班所得', () => {
    for (const { enrolment, judgement } of due) {
      const own = due.filter((other) => other.enrolment.id === enrolment.id);
      expect(own.reduce((sum, { total }) => sum + total, 0)).toBe(judgement.hours.total);
    }
  });

  it('出具过的同一年度不再列出；撤销后又可以出具', async () => {
    const issued = await issuedFor(2);
    expect(certificateRows(facts, judgements, issued).due.map(({ key }) => key)).toEqual(
      due.slice(2).map(({ key }) => key),
    );
    const revoked = [{ ...issued[0]!, revoked: { on: JUDGED_ON, reason: '姓名有误' } }, issued[1]!];
    expect(certificateRows(facts, judgements, revoked).due[0]!.key).toBe(due[0]!.key);
  });

  it('出具后改了考勤，只有那个人的证明与记录不符；撤销了的不再提', async () => {
    const issued = await issuedFor(3);
    expect(outdatedHourCertificates(facts, judgements, issued)).toEqual(new Set());
    const [session] = facts.sessions;
    const { index } = due[1]!.enrolment;
    const column = withMarks(facts.attendance.get(session!.id)!, [
      { index, mark: { kind: 'absent' }, recordedOn: day('2026-03-24') },
    ]);
    const changed = { ...facts, attendance: new Map([...facts.attendance, [session!.id, column]]) };
    const now = judgeCourse(changed, JUDGED_ON);
    expect(outdatedHourCertificates(changed, now, issued)).toEqual(new Set(['hc-1']));
    const revoked = issued.map((one) => ({ ...one, revoked: { on: JUDGED_ON, reason: '学时有误' } }));
    expect(outdatedHourCertificates(changed, now, revoked)).toEqual(new Set());
  });
});
