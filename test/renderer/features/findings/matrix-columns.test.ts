import { describe, expect, it } from 'vitest';
import { filterRows, findingOf, findingRows, NO_FILTER } from '../../../../renderer/features/findings/finding-rows';
import { matrixColumns } from '../../../../renderer/features/findings/matrix-columns';
import { arrange, clipboardTable } from '../../../../renderer/ui/table-model';
import { rulesetById } from '../../../../shared/regulation/rulesets';
import { sampleForm } from '../../../shared/documents/sample-class';

const { facts, judgements } = sampleForm(40);
const rows = findingRows(facts, judgements);
const rules = rulesetById(facts.course.ruleset)!.rules.map(({ id }) => id);
const sorted = (key: string, direction: 'ascending' | 'descending') =>
  arrange(rows, matrixColumns(rules, 'rank'), { search: '', filters: {}, sort: { key, direction } });

describe('核验表的排序、复制和查找', () => {
  it('按一项排序：不能上报的在前，符合的在后；反过来也行', () => {
    const outcomes = sorted('total-hours', 'ascending').map((row) => findingOf(row, 'total-hours')?.outcome);
    expect(outcomes[0]).toBe('notMet');
    expect(outcomes.lastIndexOf('notMet')).toBeLessThan(outcomes.indexOf('met'));
    expect(findingOf(sorted('total-hours', 'descending')[0]!, 'total-hours')?.outcome).not.toBe('notMet');
  });

  it('按结论排序：不能上报、无法判定、有提醒、可以上报、不在本班', () => {
    const order = ['failing', 'undecided', 'reminded', 'ready', 'gone'];
    const found = sorted('conclusion', 'ascending').map(({ conclusion }) => order.indexOf(conclusion));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it('复制的表与屏幕同列，结果写成文字', () => {
    const lines = clipboardTable(rows, matrixColumns(rules, 'words')).text.split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]!.split('\t')).toHaveLength(rules.length + 7);
    expect(lines[0]).toMatch(/^序\t姓名\t岗位\t公共\t专业\t合计\t总学时\t/);
    expect(lines.join('\n')).toContain('不符合（不能上报）');
    expect(lines.join('\n')).not.toMatch(/notMet|cannotTell/);
  });

  it('按拼音首字母、证件号末几位也找得到', () => {
    const { person } = rows[3]!;
    const initials = (name: string): string => (name === person.name ? 'zzz' : '');
    expect(filterRows(rows, { ...NO_FILTER, search: 'ZZ' }, initials).map((row) => row.person.name)).toEqual([
      person.name,
    ]);
    const digits = person.idNumber.slice(-6);
    expect(filterRows(rows, { ...NO_FILTER, search: digits }).map((row) => row.person.id)).toContain(person.id);
  });
});
