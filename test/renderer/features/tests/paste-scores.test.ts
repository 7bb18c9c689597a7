import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../../../shared/records/ids';
import { pastedScores } from '../../../../renderer/features/tests/paste-scores';
import { testRows, type TestRow } from '../../../../renderer/features/tests/test-row';
import { classFacts } from '../../../fakes/class-facts';

const rows = testRows(classFacts('a', 5, 2), undefined);
const named = (pasted: ReturnType<typeof pastedScores>) => pasted.scores.map(({ row, score }) => [row.name, score]);
const [first, second, third, fourth, fifth] = rows as [TestRow, TestRow, TestRow, TestRow, TestRow];

describe('从 Excel 粘贴成绩', () => {
  it('一列：按名单顺序，空行跳过一人，看不懂的和超出名单的列出来', () => {
    const pasted = pastedScores('88\n\n59.5\n七十\n缺考\n66\n', rows, rows);
    expect(pasted.by).toBe('order');
    expect(named(pasted)).toEqual([
      [first.name, 88],
      [third.name, 59.5],
      [fifth.name, 'absent'],
    ]);
    expect(pasted.left).toEqual([
      { line: 4, text: '七十', why: 'score' },
      { line: 6, text: '66', why: 'beyond' },
    ]);
  });

  it('一列带标题“成绩”：标题不占一个人', () => {
    expect(named(pastedScores('成绩\n88', rows, rows))).toEqual([[first.name, 88]]);
  });

  it('带姓名：不管顺序，各归各人；序号列不当成绩', () => {
    const text = `序号\t姓名\t成绩\n1\t${third.name}\t77\n2\t${first.name}\t缺\n3\t查无此人\t90`;
    const pasted = pastedScores(text, rows, rows);
    expect(pasted.by).toBe('person');
    expect(named(pasted)).toEqual([
      [third.name, 77],
      [first.name, 'absent'],
    ]);
    expect(pasted.left).toEqual([{ line: 4, text: '3 查无此人 90', why: 'no-person' }]);
  });

  it('没有标题：最右边能读作成绩的一列是成绩', () => {
    expect(named(pastedScores(`1\t${first.name}\t81\n2\t${second.name}\t82`, rows, rows))).toEqual([
      [first.name, 81],
      [second.name, 82],
    ]);
  });

  it('证件号码优先；与姓名对不上就不登记，号码不整个显示', () => {
    const pasted = pastedScores(
      `${second.idNumber}\t${second.name}\t70\n${second.idNumber}\t${first.name}\t90`,
      rows,
      rows,
    );
    expect(named(pasted)).toEqual([[second.name, 70]]);
    expect(pasted.left.map(({ why }) => why)).toEqual(['number-and-name']);
    expect(pasted.left[0]?.text).not.toContain(second.idNumber);
  });

  it('同名两人：要带号码；同一人出现两次：只取第一次', () => {
    const twin: TestRow = { ...fourth, name: first.name };
    const pasted = pastedScores(`${first.name}\t70\n${twin.idNumber}\t80\n${twin.idNumber}\t81`, rows, [
      first,
      second,
      twin,
    ]);
    expect(pasted.scores.map(({ row, score }) => [row.enrolment.id, score])).toEqual([[twin.enrolment.id, 80]]);
    expect(pasted.left.map(({ why }) => why)).toEqual(['same-name', 'twice']);
  });

  it('一人两个岗位：不猜是哪一个', () => {
    const other: TestRow = { ...first, enrolment: { ...first.enrolment, id: 'e-other' as EnrolmentId, post: '114' } };
    expect(pastedScores(`${first.name}\t70`, rows, [first, other]).left.map(({ why }) => why)).toEqual([
      'several-posts',
    ]);
  });
});
