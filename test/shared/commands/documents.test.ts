import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { nextHourCertificateNumbers, nextPackage } from '../../../shared/commands/document-numbers';
import {
  issueHourCertificates,
  type PreparedHourCertificate,
} from '../../../shared/commands/issue-hour-certificates';
import { packageSelection } from '../../../shared/commands/package-selection';
import { reprintHourCertificate } from '../../../shared/commands/reprint-hour-certificate';
import { revokeHourCertificate } from '../../../shared/commands/revoke-hour-certificate';
import { sealPackage, type SealPackageInput } from '../../../shared/commands/seal-package';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { CourseId, HourCertificateId, PackageId } from '../../../shared/records/ids';
import type { PackageRecord } from '../../../shared/records/package-record';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { certificateId, context, course, enrolmentId, judged, personId } from '../facts-builder';
import { accepted, codes, warned } from './outcome';

const ctx = context('2026-03-21');
const facts = course().withPeople(3).facts();
const PDF = 'ab'.repeat(32);
const prepared = (
  person: number,
  number: string,
  more: Partial<PreparedHourCertificate> = {},
): PreparedHourCertificate => ({
  enrolmentId: enrolmentId(person),
  ceYear: 2025,
  number,
  frozen: { name: '杨国平', total: 32 },
  pdf: PDF,
  ...more,
});
const certificate = (n: number, more: Partial<HourCertificate> = {}): HourCertificate => ({
  id: `Z${n}` as HourCertificateId,
  number: `JC-2026-${String(n).padStart(4, '0')}`,
  courseId: facts.course.id,
  enrolmentId: enrolmentId(n),
  personId: personId(n),
  certificateId: certificateId(n),
  ceYear: 2025,
  issuedOn: day('2026-03-21'),
  frozen: {},
  pdf: PDF,
  reprints: [],
  ...more,
});

describe('出具学时证明', () => {
  const issue = (
    certificates: readonly PreparedHourCertificate[],
    judgements: readonly Judgement[] = [judged(1), judged(2), judged(3)],
    issued: readonly HourCertificate[] = [],
    on: CourseFacts = facts,
    at = ctx,
  ) => issueHourCertificates(on, { certificates, judgements, issued }, at);

  it('编号连续，冻结内容和文件摘要一起保存', () => {
    const { kind, changes } = accepted(issue([prepared(1, 'JC-2026-0001'), prepared(2, 'JC-2026-0002')]));
    expect(kind).toBe('hour-certificates.issue');
    expect(changes[0]!.after).toEqual({
      id: changes[0]!.key,
      number: 'JC-2026-0001',
      courseId: 'K1',
      enrolmentId: 'E1',
      personId: 'P1',
      certificateId: 'C1',
      ceYear: 2025,
      issuedOn: '2026-03-21',
      frozen: { name: '杨国平', total: 32 },
      pdf: PDF,
      reprints: [],
    });
  });

  it('撤销过的编号不再使用，四位用完接着五位', () => {
    const revoked = certificate(7, { revoked: { on: day('2026-03-22'), reason: '误' } });
    expect(nextHourCertificateNumbers('JC', 2026, [certificate(3), revoked], 2)).toEqual([
      'JC-2026-0008',
      'JC-2026-0009',
    ]);
    expect(nextHourCertificateNumbers('JC', 2027, [certificate(3)], 1)).toEqual(['JC-2027-0001']);
    expect(nextHourCertificateNumbers('JC', 2026, [certificate(3, { number: 'JC-2026-9999' })], 1)).toEqual([
      'JC-2026-10000',
    ]);
    expect(codes(issue([prepared(1, 'JC-2026-0007')], undefined, [revoked]))).toEqual(['issue-number']);
  });

  it('有不符合或无法判定的错误项的人不能出具，说出姓名', () => {
    const result = issue(
      [prepared(1, 'JC-2026-0001'), prepared(2, 'JC-2026-0002')],
      [judged(1), judged(2, { 'total-hours': 'error' })],
    );
    expect(codes(result)).toEqual(['issue-not-submittable']);
    expect(result.ok || result.error[0]!.values).toEqual({ people: ['梁志强'] });
  });

  it('只有提醒的人可以出具', () => {
    accepted(issue([prepared(1, 'JC-2026-0001')], [judged(1, { 'ce-year': 'warning', 'daily-cap': 'info' })]));
  });

  it('没有核验结果、核验日在今天之后、年度不对、已退出、文件没存好', () => {
    expect(codes(issue([prepared(1, 'JC-2026-0001')], [judged(2)]))).toEqual(['issue-judged-otherwise']);
    expect(codes(issue([prepared(1, 'JC-2026-0001')], [judged(1, {}, { on: day('2026-03-22') })]))).toEqual([
      'issue-judged-otherwise',
    ]);
    expect(codes(issue([prepared(1, 'JC-2026-0001', { ceYear: 2024 })]))).toEqual(['issue-ce-year']);
    expect(codes(issue([prepared(1, 'JC-2026-0001', { pdf: 'x' })]))).toEqual(['issue-file']);
    const left = course()
      .withPeople({
        enrolment: { to: day('2026-03-17'), status: { kind: 'left', on: day('2026-03-17'), reason: '调离' } },
      })
      .facts();
    expect(codes(issue([prepared(1, 'JC-2026-0001')], undefined, [], left))).toEqual(['issue-left']);
  });

  it('换证班的证明没有年度', () => {
    const exchange = course({
      purpose: 'exchange',
      ruleset: 'hubei-2020-37-exchange',
      startsOn: '2020-10-12',
      endsOn: '2020-10-16',
    })
      .withPeople(1)
      .facts();
    const at = context('2020-10-20');
    const judgement = [judged(1, {}, { on: day('2020-10-16'), ceYears: [null] })];
    accepted(issue([prepared(1, 'JC-2020-0001', { ceYear: null })], judgement, [], exchange, at));
    expect(codes(issue([prepared(1, 'JC-2020-0001')], judgement, [], exchange, at))).toEqual(['issue-ce-year']);
  });

  it('同一班同一年度不能再出一份，撤销之后可以', () => {
    expect(codes(issue([prepared(1, 'JC-2026-0002')], undefined, [certificate(1)]))).toEqual(['issue-already']);
    expect(codes(issue([prepared(1, 'JC-2026-0001'), prepared(1, 'JC-2026-0002')]))).toEqual(['issue-already']);
    accepted(
      issue([prepared(1, 'JC-2026-0002')], undefined, [
        certificate(1, { revoked: { on: day('2026-03-21'), reason: '误' } }),
      ]),
    );
  });

  it('没有机构信息或字头、没有选人都说明；结班前出具只提醒', () => {
    expect(codes(issue([], undefined))).toEqual(['issue-empty']);
    expect(codes(issue([prepared(1, 'JC-2026-0001')], undefined, [], { ...facts, institution: null }))).toEqual([
      'institution-missing',
    ]);
    expect(
      codes(
        issue([prepared(1, 'JC-2026-0001')], undefined, [], {
          ...facts,
          institution: { id: 'institution', name: '某校' },
        }),
      ),
    ).toEqual(['issue-prefix']);
    const early = issue(
      [prepared(1, 'JC-2026-0001')],
      [judged(1, {}, { on: day('2026-03-19') })],
      [],
      facts,
      context('2026-03-19'),
    );
    expect(warned(accepted(early))).toEqual(['issue-course-running']);
  });
});

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
    const once = certificate(1, { reprints: [{ on: day('2026-03-21'), reason: '遗失' }] });
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
    const issued = { hourCertificates: [certificate(1)], packages: [] };
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
    const issued = { hourCertificates: [certificate(1)], packages: [sealed] };
    expect(codes(revokeHourCertificate(issued, { ids: [id], reason: '误' }, ctx))).toEqual(['revoke-sealed']);
    expect(
      warned(accepted(revokeHourCertificate(issued, { ids: [id], reason: '误', sealed: 'proceed' }, ctx))),
    ).toEqual(['revoke-sealed-noted']);
    const other = { ...issued, packages: [{ ...sealed, people: [enrolmentId(2)] }] };
    expect(warned(accepted(revokeHourCertificate(other, { ids: [id], reason: '误' }, ctx)))).toEqual([]);
  });
});

describe('报审材料包', () => {
  const judgements = [
    judged(1, { 'ce-year': 'warning' }),
    judged(2),
    judged(3, { 'total-hours': 'error', 'two-year-total': 'warning' }),
  ];
  const built: SealPackageInput['package'] = {
    number: 'JC-BS-2026-0001',
    version: 1,
    judgedOn: day('2026-03-20'),
    people: [enrolmentId(1), enrolmentId(2)],
    leftOut: [{ enrolmentId: enrolmentId(3), rules: ['total-hours'] }],
    confirmedWarnings: [{ enrolmentId: enrolmentId(1), rule: 'ce-year', by: '周负责' }],
    heads: [{ chain: 'device.1', seq: 12, hash: PDF }],
    fileName: '荆楚-第3期-1-20260321.zip',
    zip: 'cd'.repeat(32),
    size: 123_456,
  };
  const seal = (
    more: Partial<SealPackageInput['package']> = {},
    packages: readonly PackageRecord[] = [],
    on = facts,
  ) => sealPackage(on, { package: { ...built, ...more }, judgements, packages }, ctx);
  const record = (more: Partial<PackageRecord> = {}): PackageRecord => ({
    ...built,
    id: 'G1' as PackageId,
    courseId: facts.course.id,
    sealedOn: day('2026-03-21'),
    ...more,
  });

  it('谁进、谁不进、要确认什么，由核验结果定', () => {
    expect(packageSelection(facts, judgements)).toEqual({
      people: ['E1', 'E2'],
      leftOut: [{ enrolmentId: 'E3', rules: ['total-hours'] }],
      warnings: [{ enrolmentId: 'E1', rule: 'ce-year' }],
    });
    expect(packageSelection(facts, [judged(2)]).people).toEqual(['E2']);
  });

  it('第一版没有上一版摘要，今天封存', () => {
    const { kind, changes } = accepted(seal());
    expect(kind).toBe('package.seal');
    expect(changes[0]!.after).toEqual({ ...built, id: changes[0]!.key, courseId: 'K1', sealedOn: '2026-03-21' });
  });

  it('新版本编号不变、版本加一、写上一版的摘要', () => {
    expect(nextPackage('JC', 2027, facts.course.id, [record(), record({ version: 2, zip: PDF })])).toEqual({
      number: 'JC-BS-2026-0001',
      version: 3,
      previous: PDF,
    });
    expect(nextPackage('JC', 2026, 'K2' as CourseId, [record()])).toEqual({
      number: 'JC-BS-2026-0002',
      version: 1,
      previous: null,
    });
    accepted(seal({ version: 2, previous: built.zip }, [record()]));
    expect(codes(seal({}, [record()]))).toEqual(['seal-number']);
    expect(codes(seal({ version: 2 }, [record()]))).toEqual(['seal-previous']);
    expect(codes(seal({ number: 'JC-BS-2026-0009' }))).toEqual(['seal-number']);
  });

  it('名单与核验结果不符、不予上报原因不符都不封存', () => {
    expect(codes(seal({ people: [enrolmentId(1), enrolmentId(2), enrolmentId(3)] }))).toEqual(['seal-people']);
    expect(codes(seal({ people: [enrolmentId(1)] }))).toEqual(['seal-people']);
    expect(codes(seal({ leftOut: [] }))).toEqual(['seal-left-out']);
    expect(codes(seal({ leftOut: [{ enrolmentId: enrolmentId(3), rules: [] }] }))).toEqual(['seal-left-out']);
  });

  it('提醒逐人确认并留下姓名，没有留痕位置、文件不完整都不封存', () => {
    const result = seal({ confirmedWarnings: [] });
    expect(codes(result)).toEqual(['seal-warnings']);
    expect(result.ok || result.error[0]!.values).toEqual({ people: ['杨国平'] });
    expect(codes(seal({ confirmedWarnings: [{ enrolmentId: enrolmentId(1), rule: 'ce-year', by: ' ' }] }))).toEqual([
      'seal-confirmed-by',
    ]);
    expect(codes(seal({ heads: [] }))).toEqual(['seal-heads']);
    expect(codes(seal({ size: 0, zip: '' }))).toEqual(['seal-size']);
    expect(codes(seal({ judgedOn: day('2026-03-22') }))).toEqual(['day-in-future']);
  });

  it('没有一个人符合要求就没有材料包', () => {
    const none = sealPackage(
      facts,
      {
        package: {
          ...built,
          people: [],
          leftOut: [1, 2, 3].map((n) => ({ enrolmentId: enrolmentId(n), rules: ['total-hours'] })),
          confirmedWarnings: [],
        },
        judgements: [1, 2, 3].map((n) => judged(n, { 'total-hours': 'error' })),
        packages: [],
      },
      ctx,
    );
    expect(codes(none)).toEqual(['seal-nobody']);
  });
});
