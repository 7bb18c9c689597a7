import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { correctAttempt } from '../../../shared/commands/correct-attempt';
import { deleteAttempt } from '../../../shared/commands/delete-attempt';
import { importScores } from '../../../shared/commands/import-scores';
import { recordAttempt, type RecordAttemptInput } from '../../../shared/commands/record-attempt';
import type { AttemptId } from '../../../shared/records/ids';
import { context, course, enrolmentId } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { accepted, codes, warned } from './outcome';

const ctx = context('2026-03-21');
const base = course().withPeople(2);
const first = base.attempt(1, 55).facts();
const setTo = (value: number) => ({
  id: 'hubei-annual/pass-mark',
  ruleset: 'hubei-annual',
  parameter: 'pass-mark',
  value,
  source: '市局电话答复',
  confirmedOn: day('2026-01-05'),
});

describe('登记成绩', () => {
  const record = (more: Partial<RecordAttemptInput> = {}, facts = first) =>
    recordAttempt(facts, { enrolmentId: enrolmentId(1), on: day('2026-03-20'), score: 60, ...more }, ctx);

  it('默认是下一次，合格线随成绩保存', () => {
    expect(accepted(record()).changes[0]!.after).toEqual({
      id: 'N1',
      enrolmentId: 'E1',
      on: '2026-03-20',
      number: 2,
      score: 60,
      passMark: 60,
    });
    const stricter = base.with({ parameterSettings: [setTo(70)] }).facts();
    expect(accepted(record({}, stricter)).changes[0]!.after).toMatchObject({ number: 1, passMark: 70 });
  });

  it('成绩 0 至 100，最多到半分，或缺考', () => {
    for (const score of [0, 59.5, 100, 'absent'] as const) accepted(record({ score }));
    for (const score of [-0.5, 100.5, 59.25, Number.NaN]) expect(codes(record({ score }))).toEqual(['attempt-score']);
  });

  it('不能早于开班、不能在今天之后；开班当天和今天都可以', () => {
    accepted(record({ on: day('2026-03-16') }, base.facts()));
    accepted(record({ on: day('2026-03-21') }));
    expect(codes(record({ on: day('2026-03-15') }, base.facts()))).toEqual(['attempt-before-course']);
    expect(codes(record({ on: day('2026-03-22') }))).toEqual(['day-in-future']);
  });

  it('次数不能重复；补考早于前一次只提醒', () => {
    expect(codes(record({ number: 1 }))).toEqual(['attempt-number-taken']);
    expect(codes(record({ number: 0 }))).toContain('attempt-number');
    expect(warned(accepted(record({ on: day('2026-03-19') })))).toEqual(['attempt-order']);
  });
});

describe('更正和删除成绩', () => {
  const id = 'T1.1' as AttemptId;

  it('更正要原因；改日期时合格线随当天', () => {
    expect(codes(correctAttempt(first, { attemptId: id, patch: { score: 65 } }, ctx))).toEqual(['reason-missing']);
    const facts = base.attempt(1, 55, { passMark: 50 }).facts();
    expect(
      accepted(correctAttempt(facts, { attemptId: id, patch: { score: 65 }, reason: '登分错误' }, ctx)).changes[0]!
        .after,
    ).toMatchObject({ score: 65, passMark: 50 });
    expect(
      accepted(correctAttempt(facts, { attemptId: id, patch: { on: day('2026-03-19') }, reason: '日期错误' }, ctx))
        .changes[0]!.after,
    ).toMatchObject({ passMark: 60 });
  });

  it('更正后次数不能与另一次相同', () => {
    const two = base.attempt(1, 55).attempt(1, 70).facts();
    expect(codes(correctAttempt(two, { attemptId: id, patch: { number: 2 }, reason: '误' }, ctx))).toEqual([
      'attempt-number-taken',
    ]);
  });

  it('删除要原因', () => {
    expect(codes(deleteAttempt(first, { attemptId: id }, ctx))).toEqual(['reason-missing']);
    expect(accepted(deleteAttempt(first, { attemptId: id, reason: '登记到别人名下' }, ctx)).changes[0]).toMatchObject(
      { key: 'T1.1', after: null },
    );
    expect(codes(deleteAttempt(first, { attemptId: 'T9' as AttemptId, reason: '误' }, ctx))).toEqual([
      'attempt-missing',
    ]);
  });
});

describe('导入成绩表', () => {
  const row = (person: number, number: number, score: number | 'absent', on = '2026-03-20') => ({
    enrolmentId: enrolmentId(person),
    number,
    score,
    on: day(on),
  });

  it('同一文件导入两次，第二次什么也不写', () => {
    const store = memoryStore(base.facts());
    const entries = [row(1, 1, 'absent'), row(1, 2, 80, '2026-03-21'), row(2, 1, 59.5)];
    store.commit(accepted(importScores(store.facts(), { entries }, ctx)));
    expect(store.records().attempts.size).toBe(3);
    expect(codes(importScores(store.facts(), { entries }, ctx))).toEqual(['nothing-to-import']);
  });

  it('已有不同成绩：默认保留并说出姓名，选了才改且要原因', () => {
    const entries = [row(1, 1, 85), row(2, 1, 90)];
    const kept = accepted(importScores(first, { entries }, ctx));
    expect(kept.changes).toHaveLength(1);
    expect(kept.warnings).toMatchObject([{ code: 'scores-kept', values: { people: ['杨国平'] } }]);
    expect(codes(importScores(first, { entries, differing: 'take' }, ctx))).toEqual(['reason-missing']);
    expect(
      accepted(importScores(first, { entries, differing: 'take', reason: '复核改分' }, ctx)).changes[0],
    ).toMatchObject({ key: 'T1.1', after: { score: 85 } });
  });

  it('同一次出现两行、成绩越界、早于开班一次说完', () => {
    expect(
      codes(
        importScores(base.facts(), { entries: [row(1, 1, 80), row(1, 1, 80), row(2, 1, 101, '2026-03-01')] }, ctx),
      ),
    ).toEqual(['attempt-number-taken', 'attempt-score', 'attempt-before-course']);
    expect(codes(importScores(base.facts(), { entries: [] }, ctx))).toEqual(['scores-empty']);
  });
});
