import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { importAttendance } from '../../../shared/commands/import-attendance';
import { TAKE_NOTHING } from '../../../shared/import/preview';
import { readAttendance, sessionField, type AttendancePreview } from '../../../shared/import/read-attendance';
import { recheck } from '../../../shared/import/recheck';
import { entriesToImport } from '../../../shared/import/entries-to-import';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { context, course, idNumber, personId, PRESENT, sessionId } from '../facts-builder';
import { memoryStore } from '../memory-store';
import { codes, sheetOf } from './sample-files';

const FACTS = course().withPeople(3).withSessions(6).facts();
const TODAY = day('2026-03-20');
const read = (
  rows: readonly (readonly (string | number | null)[])[],
  facts: CourseFacts = FACTS,
  merges?: object,
): AttendancePreview => readAttendance([sheetOf(rows, merges)], { facts, today: TODAY });
const HEAD = ['姓名', '身份证号', '岗位', '03-16 第1课', '03-16 第2课'];
const sessionsOf = (preview: AttendancePreview): (string | null)[] =>
  preview.columns.flatMap(({ field }) => (field?.startsWith('session:') ? [field.slice(8)] : []));

describe('考勤表的课次', () => {
  it.each([
    ['03-16 第1课', 'S1'],
    ['3月16日第 2 课', 'S2'],
    ['2026-03-17 第5课', 'S5'],
    ['2026年3月17日（星期二） 第6次课', 'S6'],
    ['第3节', 'S3'],
    ['4', 'S4'],
    ['3/17 5', 'S5'],
    ['03-16\n第1课\n公共', 'S1'],
  ])('“%s”', (heading, id) =>
    expect(
      sessionsOf(
        read([
          ['姓名', heading],
          ['杨国平', '√'],
        ]),
      ),
    ).toEqual([id]),
  );

  it('日期在上层合并、课次在下层', () => {
    const rows = [
      ['姓名', '身份证号', '3月16日', null, '3月17日', null],
      [null, null, '第1课', '第2课', '第5课', '第6课'],
      ['杨国平', idNumber(1), '√', '√', '缺', '假'],
    ];
    const merges = {
      merges: [
        { row: 1, column: 2, rows: 1, columns: 2 },
        { row: 1, column: 4, rows: 1, columns: 2 },
      ],
    };
    const preview = read(rows, FACTS, merges);
    expect(preview.problems).toEqual([]);
    expect(sessionsOf(preview)).toEqual(['S1', 'S2', 'S5', 'S6']);
    expect(preview.rows[0]!.entry!.marks.map(({ mark }) => mark.kind)).toEqual([
      'attended',
      'attended',
      'absent',
      'leave',
    ]);
  });

  it('没有这一课、日期与课次对不上、两列同一课、只有日期而当天有几课：都指明，其余各列照读', () => {
    const preview = read([
      ['姓名', '03-16 第9课', '03-17 第1课', '第2课', '03-16 第2课', '03-16', '第3课'],
      ['杨国平', '√', '√', '√', '√', '√', '√'],
    ]);
    expect(preview.problems.map(({ code, values }) => [code, values?.['why'] ?? ''])).toEqual([
      ['session-unknown', ''],
      ['session-clash', 'date-and-number'],
      ['session-clash', 'two-columns'],
      ['session-clash', 'several-on-day'],
    ]);
    expect(preview.blocked).toBe(false);
    expect(sessionsOf(preview)).toEqual(['S2', 'S3']);
  });

  it('当天只有一课时日期就够', () => {
    const facts = course().withPeople(1).withSessions({ date: '2026-03-18' }).facts();
    expect(
      sessionsOf(
        read(
          [
            ['姓名', '3月18日'],
            ['杨国平', '√'],
          ],
          facts,
        ),
      ),
    ).toEqual(['S1']);
  });

  it('可以为一列指定课次', () => {
    const preview = read([
      ['姓名', '补上的课', '第2课'],
      ['杨国平', '缺', '√'],
    ]);
    const chosen = recheck(preview, { choice: { [sessionField(sessionId(4))]: '补上的课' } });
    expect(chosen.rows[0]!.entry!.marks.map(({ sessionId: id, mark }) => [id, mark.kind])).toEqual([
      ['S2', 'attended'],
      ['S4', 'absent'],
    ]);
  });

  it('一列课次也没有：不能导入', () => {
    expect(
      read([
        ['姓名', '身份证号', '电话'],
        ['杨国平', idNumber(1), '1'],
      ]),
    ).toMatchObject({ blocked: true, problems: [{ code: 'column-missing' }] });
  });
});

describe('考勤表的人', () => {
  it('按证件号码；没有号码或号码被破坏时按姓名', () => {
    const preview = read([
      HEAD,
      [null, idNumber(2), null, '√', '√'],
      ['李㛃', null, null, '缺', '√'],
      ['杨国平', 420000198503150000, null, '√', '假'],
    ]);
    expect(preview.rows.map(({ name, state }) => [name, state])).toEqual([
      ['梁志强', 'accepted'],
      ['李㛃', 'accepted'],
      ['杨国平', 'accepted'],
    ]);
  });

  it('不在名册、号码与姓名不是同一人、同名两人、写了两行', () => {
    const facts = course()
      .withPeople({}, {}, { person: { name: '梁志强' } })
      .withSessions(2)
      .facts();
    const preview = read(
      [
        HEAD,
        ['某某', idNumber(9), null, '√', '√'],
        ['梁志强', idNumber(1), null, '√', '√'],
        ['梁志强', null, null, '√', '√'],
        ['杨国平', idNumber(1), null, '√', '√'],
        ['杨国平', idNumber(1), null, '缺', '√'],
      ],
      facts,
    );
    expect(
      preview.rows.map(({ state, problems }) => [
        state,
        ...problems.map(({ code, values }) => [code, values?.['why'] ?? '']),
      ]),
    ).toEqual([
      ['refused', ['person-not-in-roster', '']],
      ['refused', ['person-ambiguous', 'number-and-name']],
      ['refused', ['person-ambiguous', 'same-name']],
      ['accepted'],
      ['refused', ['person-ambiguous', 'twice']],
    ]);
    expect(JSON.stringify(preview.rows.map(({ problems }) => problems))).not.toContain(idNumber(9));
  });

  it('两个岗位的人：写明岗位的只算这一个，没写的两个都算', () => {
    const person = { id: personId(1) };
    const facts = course()
      .withPeople(
        {},
        {
          person: { ...person, idNumber: idNumber(1), name: '杨国平' },
          certificate: { personId: personId(1), post: '114' },
          enrolment: { personId: personId(1) },
        },
      )
      .withSessions(1)
      .facts();
    const one = read(
      [
        ['姓名', '身份证号', '岗位', '第1课'],
        ['杨国平', idNumber(1), '资料员', '√'],
      ],
      facts,
    );
    expect(entriesToImport(one, TAKE_NOTHING).map(({ enrolmentId }) => enrolmentId)).toEqual(['E2']);
    const both = read(
      [
        ['姓名', '身份证号', '第1课'],
        ['杨国平', idNumber(1), '√'],
      ],
      facts,
    );
    expect(entriesToImport(both, TAKE_NOTHING).map(({ enrolmentId }) => enrolmentId)).toEqual(['E1', 'E2']);
    const wrong = read(
      [
        ['姓名', '身份证号', '岗位', '第1课'],
        ['杨国平', idNumber(1), '材料员', '√'],
      ],
      facts,
    );
    expect(codes(wrong.rows[0]!.problems)).toEqual(['person-not-in-roster']);
  });
});

describe('考勤表的内容', () => {
  it('读不懂的符号：该行不能导入，指出是哪一课', () => {
    const preview = read([HEAD, ['杨国平', idNumber(1), null, '△', '√'], ['李㛃', idNumber(3), null, '√', '迟90']]);
    expect(
      preview.rows.map(({ state, problems }) => [state, ...problems.map(({ code, field }) => [code, field])]),
    ).toEqual([['refused', ['mark-unreadable', 'session:S1']], ['accepted']]);
  });

  it('超过整节课的分钟数：等于整节课没有上，提醒；其余的课照常导入', () => {
    const preview = read([
      HEAD,
      ['杨国平', idNumber(1), null, '√', '迟91'],
      ['梁志强', idNumber(2), null, '早500', '迟60早45'],
      ['李㛃', idNumber(3), null, '√', '迟?早120'],
    ]);
    expect(
      preview.rows.map(({ state, problems }) => [state, ...problems.map(({ code, level }) => `${code} ${level}`)]),
    ).toEqual([
      ['accepted', 'minutes-over warning'],
      ['accepted', 'minutes-over warning', 'minutes-over warning'],
      ['accepted', 'minutes-over warning', 'minutes-missing warning'],
    ]);
    expect(entriesToImport(preview, TAKE_NOTHING).map(({ mark }) => mark)).toEqual([
      PRESENT,
      { kind: 'attended', late: 90, early: 0 },
      { kind: 'attended', late: 0, early: 90 },
      { kind: 'attended', late: 60, early: 30 },
      PRESENT,
      { kind: 'attended', late: 'unknown', early: 90 },
    ]);
  });

  it('没有分钟数是提醒；空白不是缺勤，不写任何记录', () => {
    const preview = read([HEAD, ['杨国平', idNumber(1), null, '迟到', ' ']]);
    expect(preview.rows[0]).toMatchObject({
      state: 'accepted',
      problems: [{ code: 'minutes-missing', values: { numbers: [1] } }],
    });
    expect(entriesToImport(preview, TAKE_NOTHING)).toEqual([
      { enrolmentId: 'E1', sessionId: 'S1', mark: { kind: 'attended', late: 'unknown', early: 0 } },
    ]);
  });

  it('同一文件再导入不变；改过的格默认保留，采用才改；新填的空格照常导入', () => {
    const store = memoryStore(FACTS);
    const rows = [HEAD, ['杨国平', idNumber(1), null, '√', null], ['梁志强', idNumber(2), null, '缺', '迟6早6']];
    const first = importAttendance(store.facts(), { entries: entriesToImport(read(rows), TAKE_NOTHING) }, context());
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    store.commit(first.value);
    const again = read(rows, store.facts());
    expect(again.counts).toMatchObject({ accepted: 2, unchanged: 2 });
    expect(entriesToImport(again, { take: 'all' })).toEqual([]);

    const changed = read([HEAD, ['杨国平', idNumber(1), null, '缺', '√'], rows[2]!], store.facts());
    expect(changed.rows[0]!.changes).toEqual([{ field: 'session:S1', label: '第 1 课', from: '√', to: '缺' }]);
    expect(entriesToImport(changed, TAKE_NOTHING)).toEqual([{ enrolmentId: 'E1', sessionId: 'S2', mark: PRESENT }]);
    expect(entriesToImport(changed, { take: [2] }).map(({ sessionId: id }) => id)).toEqual(['S1', 'S2']);
  });
});
