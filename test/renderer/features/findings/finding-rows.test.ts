import { describe, expect, it } from 'vitest';
import {
  countsOf,
  COUNTERS,
  filterRows,
  findingOf,
  findingRows,
  isCounted,
  NO_FILTER,
  soughtFirst,
} from '../../../../renderer/features/findings/finding-rows';
import { sampleForm } from '../../../shared/documents/sample-class';

const { facts, judgements } = sampleForm(40);
const rows = findingRows(facts, judgements);

describe('核验表的行和筛选', () => {
  it('一人一行，按名册顺序；退出的人也在，但不计入可以上报', () => {
    expect(rows.map(({ enrolment }) => enrolment.id)).toEqual(facts.enrolments.map(({ id }) => id));
    const left = rows.find(({ enrolment }) => enrolment.status.kind === 'left')!;
    expect(left.conclusion).toBe('gone');
    expect(COUNTERS.filter((counter) => isCounted(left, counter))).toEqual(['all']);
  });

  it('可以上报、不符合、无法判定三项互不重叠，加上离班的正好是全部', () => {
    const counts = countsOf(rows);
    expect(counts.all).toBe(40);
    expect(counts.submittable + counts.failing + counts.undecided + 1).toBe(40);
    expect(counts.failing).toBeGreaterThan(0);
    expect(counts.undecided).toBeGreaterThan(0);
    expect(counts.reminded).toBeLessThanOrEqual(counts.submittable);
  });

  it('按项目和结果筛选：只剩那一项是那个结果的人', () => {
    const shown = filterRows(rows, { ...NO_FILTER, rule: 'total-hours', outcome: 'notMet' });
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((row) => findingOf(row, 'total-hours')?.outcome === 'notMet')).toBe(true);
    const others = rows.filter((row) => !shown.includes(row));
    expect(others.some((row) => findingOf(row, 'total-hours')?.outcome === 'notMet')).toBe(false);
  });

  it('只选项目时，先看不符合这一项的人；已经选了结果的，结果不变', () => {
    expect(soughtFirst(NO_FILTER)).toBe('notMet');
    expect(soughtFirst({ ...NO_FILTER, outcome: 'cannotTell' })).toBe('cannotTell');
  });

  it('不指定项目时找任意一项；“有提醒”看的是提醒而不是结果', () => {
    const warned = filterRows(rows, { ...NO_FILTER, outcome: 'warning' });
    expect(warned).toEqual(
      rows.filter(({ judgement }) => judgement.findings.some(({ severity }) => severity === 'warning')),
    );
  });

  it('按姓名查找，生僻字和间隔号照样找得到', () => {
    for (const [search, name] of [
      ['𬱖', '欧阳𬱖'],
      ['吐尔逊·阿卜', '买买提·吐尔逊·阿卜杜拉·艾山江'],
    ] as const)
      expect(filterRows(rows, { ...NO_FILTER, search }).map(({ person }) => person.name)).toEqual([name]);
    expect(filterRows(rows, { ...NO_FILTER, search: '查无此人' })).toEqual([]);
  });
});
