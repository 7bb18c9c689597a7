import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { addOutsideHours, type OutsideHoursEntry } from '../../../shared/commands/add-outside-hours';
import { chooseCeYear } from '../../../shared/commands/choose-ce-year';
import { chooseProfessional } from '../../../shared/commands/choose-professional';
import { confirmParameter } from '../../../shared/commands/confirm-parameter';
import { removeOutsideHours } from '../../../shared/commands/remove-outside-hours';
import { saveColumnMapping } from '../../../shared/commands/save-column-mapping';
import type { OutsideHoursId } from '../../../shared/records/ids';
import type { OutsideHours } from '../../../shared/records/outside-hours';
import { certificateId, context, course, enrolmentId, personId, sessionId } from '../facts-builder';
import { accepted, codes } from './outcome';

const ctx = context('2026-03-21');
const earlier: OutsideHoursEntry = {
  certificateId: certificateId(1),
  kind: 'earlier',
  category: 'professional',
  periods: 24,
  ceYear: 2025,
  source: '2025年学时证明 JC-2025-0007',
};
const online: OutsideHoursEntry = {
  certificateId: certificateId(1),
  kind: 'online',
  category: 'public',
  periods: 4,
  on: day('2026-02-10'),
  source: '继续教育平台 记录 8812',
};
const stored = (entry: OutsideHoursEntry, id = 'H1'): OutsideHours => ({ id: id as OutsideHoursId, ...entry });
const people = course().withPeople(2);

describe('线上和往年学时', () => {
  const add = (entries: readonly OutsideHoursEntry[], recorded: readonly OutsideHours[] = []) =>
    addOutsideHours({ certificates: people.facts().certificates, outsideHours: recorded }, { entries }, ctx);

  it('日期和年度二选一，来源必填', () => {
    accepted(add([earlier, online]));
    expect(
      codes(
        add([
          { ...earlier, on: day('2026-02-10') },
          { ...online, source: ' ' },
        ]),
      ),
    ).toEqual(['outside-hours-when', 'source-missing']);
    const { on: _on, ...undated } = online;
    expect(codes(add([undated]))).toEqual(['outside-hours-when']);
  });

  it('往年声明“没有学时”可以是 0，线上学时至少 1', () => {
    accepted(add([{ ...earlier, periods: 0 }]));
    expect(codes(add([{ ...online, periods: 0 }]))).toEqual(['outside-hours-periods']);
    expect(codes(add([{ ...online, periods: 1.5 }]))).toEqual(['outside-hours-periods']);
  });

  it('年度在发证年份与今年之间；日期不早于发证、不在今天之后；证书要存在', () => {
    accepted(add([{ ...earlier, ceYear: 2024 }]));
    expect(
      codes(
        add([
          { ...earlier, ceYear: 2023 },
          { ...earlier, ceYear: 2027 },
        ]),
      ),
    ).toEqual(['outside-hours-year', 'outside-hours-year']);
    expect(
      codes(
        add([
          { ...online, on: day('2024-05-09') },
          { ...online, on: day('2026-03-22') },
        ]),
      ),
    ).toEqual(['outside-hours-before-certificate', 'day-in-future']);
    expect(codes(add([{ ...earlier, certificateId: certificateId(9) }]))).toEqual(['certificate-unknown']);
  });

  it('起止时间要成对且有日期', () => {
    accepted(add([{ ...online, start: 480, end: 660 }]));
    expect(
      codes(
        add([
          { ...online, start: 480 },
          { ...online, start: 660, end: 480 },
          { ...earlier, start: 480, end: 660 },
        ]),
      ),
    ).toEqual(Array(3).fill('outside-hours-time'));
  });

  it('同样的一条不会记两次', () => {
    expect(codes(add([earlier], [stored(earlier)]))).toEqual(['nothing-to-import']);
    expect(accepted(add([earlier, earlier, online], [])).changes).toHaveLength(2);
  });

  it('删除要原因，连同为它选的年度', () => {
    const choice = {
      id: 'Y1',
      certificateId: certificateId(1),
      target: { outsideHours: 'H2' as OutsideHoursId },
      ceYear: 2025,
      reason: '补上年',
    };
    const slice = { outsideHours: [stored(earlier), stored(online, 'H2')], ceYearChoices: [choice] };
    expect(codes(removeOutsideHours(slice, { ids: ['H2' as OutsideHoursId] }, ctx))).toEqual(['reason-missing']);
    expect(
      accepted(removeOutsideHours(slice, { ids: ['H2' as OutsideHoursId], reason: '重复' }, ctx)).changes.map(
        ({ key }) => key,
      ),
    ).toEqual(['H2', 'Y1']);
    expect(codes(removeOutsideHours(slice, { ids: ['H9' as OutsideHoursId], reason: '重复' }, ctx))).toEqual([
      'outside-hours-unknown',
    ]);
  });
});

describe('学时归入年度', () => {
  const facts = people
    .withSessions(1)
    .with({ outsideHours: [stored(earlier), stored(online, 'H2')] })
    .facts();
  const choose = (
    ceYear: number | null,
    target: Parameters<typeof chooseCeYear>[1]['target'] = { session: sessionId(1) },
    reason = '补足上一年度',
    on = facts,
  ) => chooseCeYear(on, { certificateId: certificateId(1), target, ceYear, reason }, ctx);

  it('2026-03-16 对 2024-05-10 发证属 2025 年度，可归入 2024 至 2026', () => {
    expect(accepted(choose(2024)).changes[0]!.after).toMatchObject({
      target: { session: 'S1' },
      ceYear: 2024,
      reason: '补足上一年度',
    });
    expect(codes(choose(2023))).toEqual(['ce-year-range']);
    expect(codes(choose(2027))).toEqual(['ce-year-range']);
  });

  it('要原因；写明年度的往年学时不能再改；课次要存在', () => {
    expect(codes(choose(2024, { session: sessionId(1) }, ''))).toEqual(['reason-missing']);
    expect(codes(choose(2024, { outsideHours: 'H1' as OutsideHoursId }))).toEqual(['ce-year-fixed']);
    expect(codes(choose(2024, { session: sessionId(9) }))).toEqual(['ce-year-target-unknown']);
  });

  it('改选用同一条记录，收回即删除', () => {
    const chosen = {
      ...facts,
      ceYearChoices: [
        {
          id: 'Y1',
          certificateId: certificateId(1),
          target: { session: sessionId(1) },
          ceYear: 2024,
          reason: '补足上一年度',
        },
      ],
    };
    expect(accepted(choose(2025, undefined, '改回', chosen)).changes[0]).toMatchObject({
      key: 'Y1',
      after: { ceYear: 2025 },
    });
    expect(accepted(choose(null, undefined, '改回', chosen)).changes[0]).toMatchObject({ key: 'Y1', after: null });
    expect(codes(choose(null))).toEqual(['nothing-changed']);
  });
});

describe('专业学时计入哪本证书', () => {
  const two = course()
    .withPeople(
      {},
      {
        person: { id: personId(1) },
        certificate: { personId: personId(1), post: '111' },
        enrolment: { personId: personId(1) },
      },
      {},
    )
    .withSessions(
      { category: 'professional', posts: ['101', '111'] },
      { category: 'public' },
      { category: 'professional', posts: ['101'] },
    )
    .facts();
  const choose = (session: number, enrolment: number | null, person = 1) =>
    chooseProfessional(
      two,
      {
        sessionId: sessionId(session),
        personId: personId(person),
        enrolmentId: enrolment === null ? null : enrolmentId(enrolment),
      },
      ctx,
    );

  it('两本证书可选第二本', () => {
    expect(accepted(choose(1, 2)).changes[0]!.after).toMatchObject({
      sessionId: 'S1',
      personId: 'P1',
      enrolmentId: 'E2',
    });
  });

  it('公共课、不对口的课、别人的报名、只有一本证书都不行', () => {
    expect(codes(choose(2, 2))).toEqual(['professional-choice-public']);
    expect(codes(choose(3, 2))).toEqual(['professional-choice-post']);
    expect(codes(choose(1, 3))).toEqual(['professional-choice-post']);
    expect(codes(choose(1, 3, 3))).toContain('professional-choice-single');
    expect(codes(choose(1, null))).toEqual(['nothing-changed']);
  });
});

describe('确认参数', () => {
  const confirm = (parameter: string, value: number | string | boolean, source = '市局电话答复 2026-03-02') =>
    confirmParameter([], { ruleset: 'hubei-annual', parameter, value, source }, ctx);

  it('默认值由机构确认，带来源和日期', () => {
    expect(accepted(confirm('pass-mark', 60)).changes[0]!.after).toEqual({
      id: 'hubei-annual/pass-mark',
      ruleset: 'hubei-annual',
      parameter: 'pass-mark',
      value: 60,
      source: '市局电话答复 2026-03-02',
      confirmedOn: '2026-03-21',
    });
  });

  it('越界、没有来源、文件已有规定、没有这个参数都不接受', () => {
    expect(codes(confirm('pass-mark', 101, ''))).toEqual(['source-missing', 'parameter-value']);
    expect(codes(confirm('pass-mark', 60.5))).toEqual(['parameter-value']);
    expect(codes(confirm('ce-convention', 'whatever'))).toEqual(['parameter-value']);
    accepted(confirm('ce-convention', 'as-examples'));
    expect(codes(confirm('total-periods', 30))).toEqual(['parameter-fixed']);
    expect(codes(confirm('no-such', 1))).toEqual(['parameter-unknown']);
  });

  it('再次确认同一个值不写', () => {
    const setting = {
      id: 'hubei-annual/tolerance',
      ruleset: 'hubei-annual',
      parameter: 'tolerance',
      value: 5,
      source: '校规',
      confirmedOn: day('2026-01-05'),
    };
    expect(
      codes(
        confirmParameter(
          [setting],
          { ruleset: 'hubei-annual', parameter: 'tolerance', value: 5, source: ' 校规' },
          ctx,
        ),
      ),
    ).toEqual(['nothing-changed']);
  });
});

it('列的对应按版面记住；没有变化不写；空的不记', () => {
  const fields = { name: '姓名', idNumber: '身份证号' };
  const saved = accepted(saveColumnMapping([], { kind: 'roster', layout: 'abc', fields }, ctx)).changes[0]!.after;
  expect(saved).toEqual({ id: 'roster/abc', kind: 'roster', fields });
  expect(
    codes(
      saveColumnMapping(
        [{ id: 'roster/abc', kind: 'roster', fields }],
        { kind: 'roster', layout: 'abc', fields },
        ctx,
      ),
    ),
  ).toEqual(['nothing-changed']);
  expect(codes(saveColumnMapping([], { kind: 'roster', layout: 'abc', fields: {} }, ctx))).toEqual(['mapping-empty']);
});
