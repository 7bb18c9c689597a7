import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/basics/json';
import { kindText } from '../../../renderer/text/journal';
import { valueText } from '../../../renderer/text/value-text';

describe('留痕中的值', () => {
  it.each<[string, string, Json, string]>([
    ['courses', 'purpose', 'annual', '年度'],
    ['attempts', 'score', 'absent', '缺考'],
    ['sessions', 'start', 510, '8:30'],
    ['attempts', 'score', 88, '88'],
  ])('%s.%s %j 用文字显示', (table, field, value, shown) => {
    expect(valueText(table as 'courses', field, value)).toContain(shown);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('陌生的词 %s 原样显示', (strange) => {
    expect(valueText('courses', 'purpose', strange)).toBe(strange);
    expect(valueText('courses', strange, 'x')).toBe('x');
    expect(valueText('enrolments', 'status', { kind: strange, on: '2026-03-18' })).toBe(`${strange} · 2026-03-18`);
    expect(valueText('enrolments', 'declarations', { answer: strange })).toBe(strange);
    expect(kindText(strange)).toBe(strange);
  });
});
