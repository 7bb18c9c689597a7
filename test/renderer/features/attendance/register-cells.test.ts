import { describe, expect, it } from 'vitest';
import { day, type Day } from '../../../../shared/basics/day';
import { emptyColumn, withMarks } from '../../../../shared/records/attendance-column';
import { PRESENT, type Mark } from '../../../../shared/records/mark';
import type { CourseFacts } from '../../../../shared/regulation/facts';
import { copiedText, filledDown, markedCells } from '../../../../renderer/features/attendance/cell-changes';
import { findPeople } from '../../../../renderer/data/find-people';
import { selectCell, type Selection } from '../../../../renderer/features/attendance/grid-selection';
import { pastedMarks } from '../../../../renderer/features/attendance/paste-marks';
import {
  currentColumn,
  firstOpenColumn,
  recordedIn,
  registerFrame,
  registerModel,
} from '../../../../renderer/features/attendance/register-model';
import { RowSums } from '../../../../renderer/features/attendance/row-sums';
import { classFacts } from '../../../fakes/class-facts';
import { enrolmentIdOf, sessionIdOf } from '../../../fakes/class-records';

const DAY_1 = day('2026-03-16');
const DAY_2 = day('2026-03-17');
/** Four lessons a day from 08:30; the second day at 08:40: its first lesson is open, the others are not. */
const NOW = { today: DAY_2, minuteOfDay: 8 * 60 + 40 };

function marked(
  facts: CourseFacts,
  session: number,
  marks: readonly (Mark | null)[],
  recordedOn: Day = DAY_1,
): CourseFacts {
  const id = sessionIdOf('a', session);
  const column = withMarks(
    facts.attendance.get(id) ?? emptyColumn(id),
    marks.map((mark, index) => ({ index, mark, recordedOn })),
  );
  return { ...facts, attendance: new Map([...facts.attendance, [id, column]]) };
}
const modelOf = (facts: CourseFacts) => registerModel(registerFrame(facts), facts, NOW);
const bare = classFacts('a', 4, 8);
const block = (top: number, left: number, bottom: number, right: number): Selection => ({
  anchor: { row: top, column: left },
  focus: { row: bottom, column: right },
});
const ABSENT: Mark = { kind: 'absent' };

describe('登记表的样子', () => {
  it('按日期分组，从今天没登完的课开始', () => {
    const model = modelOf(marked(bare, 4, [PRESENT]));
    expect(model.days.map(({ date, firstColumn, columns }) => [date, firstColumn, columns])).toEqual([
      [DAY_1, 0, 4],
      [DAY_2, 4, 4],
    ]);
    expect(currentColumn(model)).toBe(4);
    expect(firstOpenColumn(model)).toBe(4);
  });

  it('今天的课登完了，回到以前没登的第一课；全都登完就是现在的课', () => {
    const all = [PRESENT, PRESENT, PRESENT, PRESENT];
    const today = marked(bare, 4, all, DAY_2);
    expect(firstOpenColumn(modelOf(today))).toBe(0);
    expect(firstOpenColumn(modelOf([0, 1, 2, 3].reduce((facts, n) => marked(facts, n, all), today)))).toBe(4);
  });

  it('补录：登记日期晚于上课日期；当天登记的不是', () => {
    const model = modelOf(marked(marked(bare, 0, [PRESENT, PRESENT], DAY_2), 1, [PRESENT], DAY_1));
    expect(model.isLateEntry(0, 0)).toBe(true);
    expect(model.isLateEntry(0, 1)).toBe(false);
    expect(recordedIn(model, 0)).toMatchObject({ done: 2, of: 4, late: 2 });
  });
});

describe('选中的格变成什么', () => {
  it('一块里还没开始的课不登记；全都不能登记时交给命令说明原因', () => {
    const model = modelOf(bare);
    expect(markedCells(model, block(0, 4, 1, 5), PRESENT).map(({ sessionId }) => sessionId)).toEqual([
      sessionIdOf('a', 4),
      sessionIdOf('a', 4),
    ]);
    expect(markedCells(model, selectCell({ row: 0, column: 5 }), PRESENT)).toHaveLength(1);
  });

  it('向下填充：第一行填到下面，空白不填；只选一行时取上面一行', () => {
    const model = modelOf(marked(marked(bare, 0, [ABSENT]), 1, [null]));
    expect(filledDown(model, block(0, 0, 2, 1)).map(({ enrolmentId, mark }) => [enrolmentId, mark])).toEqual([
      [enrolmentIdOf('a', 1), ABSENT],
      [enrolmentIdOf('a', 2), ABSENT],
    ]);
    expect(filledDown(model, selectCell({ row: 1, column: 0 }))).toHaveLength(1);
    expect(filledDown(model, selectCell({ row: 0, column: 0 }))).toEqual([]);
  });

  it('复制出去的字就是考勤表的写法，原样粘贴回来不变', () => {
    const marks: Mark[] = [PRESENT, { kind: 'attended', late: 6, early: 6 }, ABSENT, { kind: 'leave' }];
    const model = modelOf(marked(bare, 0, marks));
    const text = copiedText(model, block(0, 0, 3, 0));
    expect(text).toBe('√\r\n迟6早6\r\n缺\r\n假');
    const pasted = pastedMarks(text, selectCell({ row: 0, column: 1 }), model);
    expect(pasted.kind === 'cells' && pasted.cells.map(({ mark }) => mark)).toEqual(marks);
  });
});

describe('粘贴', () => {
  it('一个值填满选中的块；一块从左上角铺开，超出和不能登记的数出来', () => {
    const model = modelOf(bare);
    expect(pastedMarks('√', block(0, 0, 2, 1), model)).toMatchObject({
      kind: 'cells',
      leftOut: 0,
      cells: { length: 6 },
    });
    const wide = pastedMarks('√\t缺\n√\t缺', selectCell({ row: 3, column: 4 }), model);
    expect(wide).toMatchObject({
      kind: 'cells',
      leftOut: 3,
      cells: [{ sessionId: sessionIdOf('a', 4), enrolmentId: enrolmentIdOf('a', 3) }],
    });
  });

  it('有一格看不懂就一格也不粘贴', () => {
    expect(pastedMarks('√\n大概来了', selectCell({ row: 0, column: 0 }), modelOf(bare))).toEqual({
      kind: 'unreadable',
      cells: [{ text: '大概来了', name: expect.any(String), session: 1 }],
    });
  });
});

describe('找人', () => {
  const { rows } = registerFrame(bare);
  const initials = (name: string) => ({ 王国平: 'wgp', 李国平: 'lgp' })[name] ?? '';
  it('姓名的一部分、拼音首字母、证件号末几位', () => {
    expect(findPeople(rows, '国平', null)).toEqual([0, 1, 2, 3]);
    expect(findPeople(rows, 'lgp', initials)).toEqual([1]);
    expect(findPeople(rows, 'lgp', null)).toEqual([]);
    expect(findPeople(rows, rows[2]!.idNumber.slice(-4), null)).toEqual([2]);
    expect(findPeople(rows, '  ', initials)).toEqual([]);
  });
});

describe('每人的合计', () => {
  it('一格考勤只让那个人的合计重算', () => {
    const sums = new RowSums();
    const before = bare.enrolments.map(({ id }) => sums.of(bare, DAY_2, id));
    const next = marked(bare, 1, [null, PRESENT]);
    const after = next.enrolments.map(({ id }) => sums.of(next, DAY_2, id));
    expect(after.map((sum, i) => sum === before[i])).toEqual([true, false, true, true]);
    expect(after[1]!.hours.total).toBe(2);
  });

  it('8 节课只有 16 学时：已经达不到 32，就是红色', () => {
    expect(new RowSums().of(bare, DAY_2, bare.enrolments[0]!.id).verdict).toBe('lost');
    const long = classFacts('a', 1, 17);
    expect(new RowSums().of(long, DAY_2, long.enrolments[0]!.id).verdict).toBe('open');
    const lesson = long.sessions.reduce((facts, _, n) => marked(facts, n, [PRESENT]), long);
    expect(new RowSums().of(lesson, DAY_2, long.enrolments[0]!.id).verdict).toBe('met');
  });
});
