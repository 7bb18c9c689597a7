import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { certificateNumbers } from '../../../shared/documents/hour-certificate-form';
import { formLines } from '../../../shared/documents/form';
import { reasonsOf } from '../../../shared/documents/not-submitted-workbook';
import { packageSelection } from '../../../shared/commands/package-selection';
import {
  isSame,
  packageDifference,
  standingCertificates,
  type SealedContent,
} from '../../../shared/package/package-difference';
import { packageFacts } from '../../../shared/package/package-facts';
import { withMarks } from '../../../shared/records/attendance-column';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { EnrolmentId, HourCertificateId, PersonId } from '../../../shared/records/ids';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { JUDGED_ON, sampleClass } from '../documents/sample-class';

const facts = sampleClass(40);
const judgements = judgeCourse(facts, JUDGED_ON);
const { people, leftOut } = packageSelection(facts, judgements);
const certificate = (i: number, more: Partial<HourCertificate> = {}): HourCertificate =>
  ({
    id: `hc-${i}` as HourCertificateId,
    number: `JC-2026-${String(i).padStart(4, '0')}`,
    enrolmentId: people[i]!,
    ...more,
  }) as HourCertificate;
const issued = [certificate(2), certificate(0), certificate(1)];
const sealed: SealedContent = {
  record: { people },
  facts: packageFacts(facts, people),
  certificates: standingCertificates(people, issued).map(({ number }) => number),
  leftOut: formLines({ facts, judgements })
    .filter((line) => leftOut.some(({ enrolmentId }) => enrolmentId === line.enrolment.id))
    .map((line) => ({ enrolmentId: line.enrolment.id, reasons: reasonsOf(line).map(({ text }) => text) })),
};
const compare = (now: CourseFacts, certificates: readonly HourCertificate[] = issued) =>
  packageDifference(sealed, now, judgeCourse(now, JUDGED_ON), certificates);
const absent = (enrolmentId: EnrolmentId, sessions: number): CourseFacts => {
  const { index } = facts.enrolments.find(({ id }) => id === enrolmentId)!;
  const changed = facts.sessions
    .slice(0, sessions)
    .map(
      ({ id }) =>
        [
          id,
          withMarks(facts.attendance.get(id)!, [{ index, mark: { kind: 'absent' }, recordedOn: day('2026-03-24') }]),
        ] as const,
    );
  return { ...facts, attendance: new Map([...facts.attendance, ...changed]) };
};

describe('封存之后记录有没有变化', () => {
  it('没有变化；记录的先后次序不同也不算变化', () => {
    expect(isSame(compare(facts))).toBe(true);
    expect(
      isSame(compare({ ...facts, sessions: facts.sessions.toReversed(), enrolments: facts.enrolments.toReversed() })),
    ).toBe(true);
  });

  it('改了一格考勤：说出一处', () => {
    expect(compare(absent(people[0]!, 1))).toMatchObject({
      parts: [{ part: 'marks', count: 1 }],
      joined: [],
      dropped: [],
    });
  });

  it('缺课太多，不能再上报；原来不能的现在可以', () => {
    const now = compare(absent(people[0]!, 6));
    expect(now.dropped).toEqual([people[0]]);
    expect(now.parts).toEqual([{ part: 'marks', count: 6 }]);
    const failed = facts.enrolments.find(({ id }) => facts.attempts.get(id)?.[0]?.score === 57)!;
    const passed = new Map(facts.attempts).set(failed.id, [{ ...facts.attempts.get(failed.id)![0]!, score: 90 }]);
    expect(compare({ ...facts, attempts: passed }).joined).toEqual([failed.id]);
  });

  it('仍然不能上报，但原因的数字变了：名单就旧了', () => {
    const failed = facts.enrolments.find(({ id }) => facts.attempts.get(id)?.[0]?.score === 57)!;
    const attempts = new Map(facts.attempts).set(failed.id, [{ ...facts.attempts.get(failed.id)![0]!, score: 59 }]);
    const now = compare({ ...facts, attempts });
    expect(now).toMatchObject({ reasons: [failed.id], joined: [], dropped: [], parts: [] });
    expect(isSame(now)).toBe(false);
  });

  it('姓名、机构的更正也算', () => {
    const { personId } = facts.enrolments.find(({ id }) => id === people[0])!;
    const persons = new Map(facts.persons).set(personId, {
      ...facts.persons.get(personId as PersonId)!,
      name: '欧阳颀',
    });
    expect(compare({ ...facts, persons }).parts).toEqual([{ part: 'persons', count: 1 }]);
    expect(compare({ ...facts, institution: { ...facts.institution!, name: '新名称' } }).parts).toEqual([
      { part: 'institution', count: 1 },
    ]);
  });

  it('新出具的证明、撤销的证明都说出编号', () => {
    const revoked = { on: JUDGED_ON, reason: '学时有误' };
    const now = compare(facts, [certificate(0, { revoked }), certificate(1), certificate(2), certificate(3)]);
    expect(now).toMatchObject({ goneCertificates: ['JC-2026-0000'], newCertificates: ['JC-2026-0003'], parts: [] });
  });

  it('证明按上报名单的顺序进入材料包，编号从目录读回', () => {
    expect(sealed.certificates).toEqual(['JC-2026-0000', 'JC-2026-0001', 'JC-2026-0002']);
    const files = [
      { path: 'data/forms/hour-certificates/0001.pdf', title: '继续教育学时证明 JC-2026-0007 买买提 江' },
      { path: 'data/forms/scores.xlsx', title: '测试成绩表' },
    ];
    expect(certificateNumbers(files)).toEqual(['JC-2026-0007']);
  });
});
