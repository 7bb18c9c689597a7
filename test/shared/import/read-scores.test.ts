import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { importScores } from '../../../shared/commands/import-scores';
import { TAKE_NOTHING } from '../../../shared/import/preview';
import { readScores, type ScorePreview } from '../../../shared/import/read-scores';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { context, course, idNumber, personId } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { codes, sheetOf } from './sample-files';

const FACTS = course().withPeople(3).facts();
const HEAD = ['姓名', '身份证号', '测试日期', '第几次', '成绩'];
const read = (rows: readonly (readonly (string | number | null)[])[], facts: CourseFacts = FACTS): ScorePreview =>
  readScores([sheetOf(rows)], { facts, today: day('2026-03-27') });
const one = (
  score: string | number | null,
  number: string | number | null = 1,
  on: string | number | null = '2026-03-20',
): ScorePreview['rows'][number] => read([HEAD, ['杨国平', idNumber(1), on, number, score]]).rows[0]!;

describe('成绩表', () => {
  it.each([
    [57, 57],
    ['60', 60],
    ['88.5分', 88.5],
    [100, 100],
    [0, 0],
    ['９５', 95],
    ['缺考', 'absent'],
    ['未参加', 'absent'],
  ])('%s', (text, score) => expect(one(text).entry!.score).toBe(score));

  it.each([
    ['合格', 'score-unreadable'],
    [null, 'score-unreadable'],
    ['优', 'score-unreadable'],
    [101, 'score-range'],
    [-1, 'score-range'],
    [59.9, 'score-range'],
  ])('%s → %s', (text, code) => expect(codes(one(text).problems)).toEqual([code]));

  it.each([
    [1, 1],
    ['第2次', 2],
    ['补考', 2],
    ['首次', 1],
    ['二', 2],
  ])('第几次写 %s', (text, number) => expect(one(60, text).entry!.number).toBe(number));

  it('次数、日期读不出来', () => {
    expect(codes(one(60, '末次').problems)).toEqual(['attempt-number-unreadable']);
    expect(codes(one(60, 1, '3月').problems)).toEqual(['date-unreadable']);
  });

  it('开班之前、今天之后、第 21 次', () => {
    expect(codes(one(60, 1, '2026-03-15').problems)).toEqual(['attempt-before-course']);
    expect(codes(one(60, 1, '2026-03-28').problems)).toEqual(['day-in-future']);
    expect(codes(one(60, 21).problems)).toEqual(['attempt-number']);
  });

  it('同一人同一次两个成绩：后一行不能导入', () => {
    const preview = read([
      HEAD,
      ['杨国平', idNumber(1), '2026-03-20', 1, 57],
      ['杨国平', idNumber(1), '2026-03-27', 1, 70],
      ['杨国平', idNumber(1), '2026-03-27', 2, 70],
    ]);
    expect(preview.rows.map(({ state, problems }) => [state, ...codes(problems)])).toEqual([
      ['accepted'],
      ['refused', 'attempt-duplicate'],
      ['accepted'],
    ]);
  });

  it('没有“第几次”一列：按日期先后编号', () => {
    const head = HEAD.filter((heading) => heading !== '第几次');
    const preview = read([
      head,
      ['杨国平', idNumber(1), '2026-03-27', 70],
      ['杨国平', idNumber(1), '2026-03-20', 57],
      ['梁志强', idNumber(2), '2026-03-20', 61],
    ]);
    expect(entriesToImport(preview, TAKE_NOTHING).map(({ on, number }) => [on, number])).toEqual([
      ['2026-03-27', 2],
      ['2026-03-20', 1],
      ['2026-03-20', 1],
    ]);
  });

  it('不在名册的人、两个岗位而没写岗位的人', () => {
    const facts = course()
      .withPeople(
        {},
        {
          person: { id: personId(1), idNumber: idNumber(1), name: '杨国平' },
          certificate: { personId: personId(1), post: '114' },
          enrolment: { personId: personId(1) },
        },
      )
      .facts();
    expect(codes(read([HEAD, ['某某', idNumber(8), '2026-03-20', 1, 60]], facts).rows[0]!.problems)).toEqual([
      'person-not-in-roster',
    ]);
    expect(read([HEAD, ['杨国平', idNumber(1), '2026-03-20', 1, 60]], facts).rows[0]!.problems).toMatchObject([
      { code: 'person-ambiguous', values: { posts: ['土建施工员', '资料员'] } },
    ]);
    const withPost = read(
      [
        [...HEAD, '岗位'],
        ['杨国平', idNumber(1), '2026-03-20', 1, 60, '资料员'],
      ],
      facts,
    );
    expect(withPost.rows[0]!.entry!.enrolmentId).toBe('E2');
  });

  it('没有填写的行跳过', () => {
    expect(read([HEAD, ['杨国平', idNumber(1), null, null, null]]).rows[0]).toMatchObject({
      state: 'skipped',
      problems: [{ code: 'row-unfilled' }],
    });
  });

  it('再导入不变；改过的成绩默认保留，采用才改', () => {
    const store = memoryStore(FACTS);
    const rows = [
      HEAD,
      ['杨国平', idNumber(1), '2026-03-20', 1, 57],
      ['梁志强', idNumber(2), '2026-03-20', 1, '缺考'],
    ];
    const first = importScores(store.facts(), { entries: entriesToImport(read(rows), TAKE_NOTHING) }, context());
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    store.commit(first.value);
    expect(entriesToImport(read(rows, store.facts()), { take: 'all' })).toEqual([]);
    const changed = read([HEAD, ['杨国平', idNumber(1), '2026-03-20', 1, 75], rows[2]!], store.facts());
    expect(changed.rows[0]!.changes).toEqual([{ field: 'score', label: '成绩', from: '57', to: '75' }]);
    expect(entriesToImport(changed, TAKE_NOTHING)).toEqual([]);
    expect(entriesToImport(changed, { take: 'all' })).toEqual([
      { enrolmentId: 'E1', on: '2026-03-20', number: 1, score: 75 },
    ]);
  });
});
