import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { nextPackage } from '../../../shared/commands/document-numbers';
import { packageSelection } from '../../../shared/commands/package-selection';
import { sealPackage, type SealPackageInput } from '../../../shared/commands/seal-package';
import type { CourseId, PackageId } from '../../../shared/records/ids';
import type { PackageRecord } from '../../../shared/records/package-record';
import { context, course, enrolmentId, judged } from '../facts-builder';
import { accepted, codes } from './outcome';
import { PDF } from './issued-certificate';

const ctx = context('2026-03-21');
const facts = course().withPeople(3).facts();

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
