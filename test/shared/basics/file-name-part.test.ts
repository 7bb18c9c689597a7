import { describe, expect, it } from 'vitest';
import { fileNamePart } from '../../../shared/basics/file-name-part';

describe('文件名的一段', () => {
  it.each([
    ['2026年第3期', '2026年第3期'],
    ['甲/乙\\丙:丁*?"<>|', '甲 乙 丙 丁'],
    ['第3期\u202E班\u200B', '第3期 班'],
    ['..\t 第3期. . ', '第3期'],
    ['李㛃𬱖䶮·买买提', '李㛃𬱖䶮·买买提'],
  ])('%j → %s', (text, expected) => {
    expect(fileNamePart(text)).toBe(expected);
  });

  it('什么都不剩时用替代的词', () => {
    expect(fileNamePart(' ../.. ', '期次')).toBe('期次');
  });

  it('长的在两个字之间截断，不超过 96 字节', () => {
    expect(fileNamePart('学'.repeat(100))).toBe('学'.repeat(32));
    expect(fileNamePart('a'.repeat(94) + '𬱖')).toBe('a'.repeat(94));
  });
});
