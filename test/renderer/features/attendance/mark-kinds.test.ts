import { describe, expect, it } from 'vitest';
import { entryStep, stepOf } from '../../../../renderer/features/attendance/mark-entry';
import { MARK_CHOICES, markMenu } from '../../../../renderer/features/attendance/mark-menu';
import { ATTENDANCE_TEXT } from '../../../../renderer/text/attendance';
import { MARK_KIND_NAMES, MARK_KINDS } from '../../../../shared/records/mark-kinds';

describe.each(MARK_KIND_NAMES.map((kind) => [MARK_KINDS[kind].word, kind] as const))('登记表认得%s', (word, kind) => {
  const { key, missed, stored } = MARK_KINDS[kind];

  it('按它的键就登记它，或者接着输入它的分钟', () => {
    const step = entryStep(key, null);
    expect(step).toEqual(stepOf(kind));
    if (missed === null) expect(step).toMatchObject({ kind: 'mark', mark: { kind: stored } });
    else expect(step).toEqual({ kind: 'minutes', entry: { typing: missed, late: '', early: '' } });
  });

  it('按钮、菜单、按键说明里都有它', () => {
    expect(MARK_CHOICES.find((choice) => choice.key === key)?.label).toBe(word);
    expect(JSON.stringify(markMenu(() => {}))).toContain(`"label":"${word}"`);
    expect(ATTENDANCE_TEXT.shortcuts.find(([of]) => of === key)?.[1]).toContain(word);
  });
});
