import { describe, expect, it } from 'vitest';
import { certificateYears, hourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { outdatedHourCertificates } from '../../../shared/documents/outdated-hour-certificates';
import type { Digest } from '../../../shared/basics/sha256';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { HourCertificateId } from '../../../shared/records/ids';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { nodeSha256 } from './node-sha256';
import { JUDGED_ON, sampleClass } from './sample-class';

const before = sampleClass(3);

async function issue(facts: CourseFacts): Promise<readonly HourCertificate[]> {
  return Promise.all(
    judgeCourse(facts, JUDGED_ON).map(async (judgement, i): Promise<HourCertificate> => {
      const { enrolmentId } = judgement;
      const { personId, certificateId } = facts.enrolments.find(({ id }) => id === enrolmentId)!;
      const request = {
        enrolmentId,
        ceYear: certificateYears(facts, judgement)[0]!,
        number: `JC-2026-000${i + 1}`,
        issuedOn: JUDGED_ON,
      };
      return {
        ...request,
        id: `hc-${i}` as HourCertificateId,
        courseId: facts.course.id,
        personId,
        certificateId,
        frozen: await hourCertificatePage(facts, judgement, request, nodeSha256),
        pdf: 'ab'.repeat(32) as Digest,
        reprints: [],
      };
    }),
  );
}

const outdatedAfter = async (change: (facts: CourseFacts) => CourseFacts): Promise<readonly string[]> => {
  const after = change(before);
  return [...outdatedHourCertificates(after, judgeCourse(after, JUDGED_ON), await issue(before))];
};

const [, second] = before.enrolments;
const personOf = (facts: CourseFacts) => facts.persons.get(second!.personId)!;
const certificateOf = (facts: CourseFacts) => facts.certificates.get(second!.certificateId)!;

describe('出具以后记录变了，纸上的与记录不符', () => {
  it('没有变的都相符', async () => {
    expect(await outdatedAfter((facts) => facts)).toEqual([]);
  });

  it.each<[string, (facts: CourseFacts) => CourseFacts]>([
    [
      '证件号码',
      (facts) => ({
        ...facts,
        persons: new Map(facts.persons).set(second!.personId, { ...personOf(facts), idNumber: '42010119670202103X' }),
      }),
    ],
    [
      '工作单位',
      (facts) => ({
        ...facts,
        persons: new Map(facts.persons).set(second!.personId, { ...personOf(facts), employer: '别的公司' }),
      }),
    ],
    [
      '证书编号',
      (facts) => ({
        ...facts,
        certificates: new Map(facts.certificates).set(second!.certificateId, {
          ...certificateOf(facts),
          number: '0422000000001',
        }),
      }),
    ],
    [
      '成绩',
      (facts) => ({
        ...facts,
        attempts: new Map(facts.attempts).set(
          second!.id,
          facts.attempts.get(second!.id)!.map((attempt) => ({ ...attempt, score: 99 })),
        ),
      }),
    ],
    [
      '退班',
      (facts) => ({
        ...facts,
        enrolments: facts.enrolments.map((one) =>
          one.id === second!.id ? { ...one, status: { kind: 'left', on: JUDGED_ON, reason: '调动' } } : one,
        ),
      }),
    ],
    [
      '测试不再合格',
      (facts) => ({
        ...facts,
        attempts: new Map(facts.attempts).set(
          second!.id,
          facts.attempts.get(second!.id)!.map((attempt) => ({ ...attempt, score: 12 })),
        ),
      }),
    ],
  ])('%s', async (_, change) => {
    expect(await outdatedAfter(change)).toEqual(['hc-1']);
  });

  it('机构改名，全部不符；撤销了的不再提', async () => {
    const renamed = { ...before, institution: { ...before.institution!, name: '新名称' } };
    const issued = await issue(before);
    const judgements = judgeCourse(renamed, JUDGED_ON);
    expect(outdatedHourCertificates(renamed, judgements, issued).size).toBe(3);
    const revoked = issued.map((one) => ({ ...one, revoked: { on: JUDGED_ON, reason: '更名' } }));
    expect(outdatedHourCertificates(renamed, judgements, revoked).size).toBe(0);
  });

  it('一千页也只把名册编一次目', async () => {
    let read = 0;
    // Going through the list is what costs, not asking for it.
    const enrolments = new Proxy(before.enrolments, {
      get(list, name) {
        if (name === 'map' || name === 'filter' || name === 'find' || name === Symbol.iterator) read++;
        const member: unknown = Reflect.get(list, name);
        return typeof member === 'function' ? (member.bind(list) as unknown) : member;
      },
    });
    const counted: CourseFacts = { ...before, enrolments };
    const [judgement] = judgeCourse(before, JUDGED_ON);
    const pages = async (n: number): Promise<number> => {
      for (let i = 0; i < n; i++) certificateYears(counted, judgement!);
      return read;
    };
    const once = await pages(1);
    expect(once).toBeGreaterThan(0);
    expect(await pages(1_000)).toBe(once);
  });
});
