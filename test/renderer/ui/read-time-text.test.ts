import { describe, expect, it } from 'vitest';
import { readTimeText } from '../../../renderer/ui/read-time-text';

describe('手工录入的时刻', () => {
  it.each([
    ['8:30', 510],
    ['08:30', 510],
    ['0830', 510],
    ['830', 510],
    ['8：30', 510],
    ['8.30', 510],
    ['8点30分', 510],
    ['8点', 480],
    ['14', 840],
    ['0:00', 0],
    ['23:59', 1439],
  ])('%s 读作零点后 %i 分钟', (text, minutes) => {
    expect(readTimeText(text)).toBe(minutes);
  });

  it.each(['', '24:00', '8:60', '2500', '上午', '8:3', '12345'])('“%s”不是时刻', (text) => {
    expect(readTimeText(text)).toBeNull();
  });
});
