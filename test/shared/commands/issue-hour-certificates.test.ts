import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { nextHourCertificateNumbers } from '../../../shared/commands/document-numbers';
import {
  issueHourCertificates,
  type PreparedHourCertificate,
} from '../../../shared/commands/issue-hour-certificates';
import type { HourCertificate } from '../../../shared/records/hour-certificate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { context, course, enrolmentId, judged } from '../facts-builder';
import { accepted, codes, warned } from './outcome';
import { issuedCertificate, PDF } from './issued-certificate';

const ctx = context('2026-03-21');
const facts = course().withPeople(3).facts();
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
    const revoked = issuedCertificate(7, { revoked: { on: day('2026-03-22'), reason: '误' } });
    expect(nextHourCertificateNumbers('JC', 2026, [issuedCertificate(3), revoked], 2)).toEqual([
      'JC-2026-0008',
      'JC-2026-0009',
    ]);
    expect(nextHourCertificateNumbers('JC', 2027, [issuedCertificate(3)], 1)).toEqual(['JC-2027-0001']);
    expect(nextHourCertificateNumbers('JC', 2026, [issuedCertificate(3, { number: 'JC-2026-9999' })], 1)).toEqual([
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
    expect(codes(issue([prepared(1, 'JC-2026-0002')], undefined, [issuedCertificate(1)]))).toEqual(['issue-already']);
    expect(codes(issue([prepared(1, 'JC-2026-0001'), prepared(1, 'JC-2026-0002')]))).toEqual(['issue-already']);
    accepted(
      issue([prepared(1, 'JC-2026-0002')], undefined, [
        issuedCertificate(1, { revoked: { on: day('2026-03-21'), reason: '误' } }),
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
