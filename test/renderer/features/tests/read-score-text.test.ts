import { describe, expect, it } from 'vitest';
import { readScoreText } from '../../../../renderer/features/tests/read-score-text';

describe('成绩的写法', () => {
  it.each([
    ['85', 85],
    ['59.5', 59.5],
    ['８５', 85],
    ['85分', 85],
    [' 60 ', 60],
    ['85。5', 85.5],
    ['0', 0],
    ['100', 100],
    ['60.0', 60],
  ])('%s', (text, score) => expect(readScoreText(text)).toBe(score));

  it.each(['q', 'Q', '缺', '缺考', '未考'])('%s 是缺考', (text) => expect(readScoreText(text)).toBe('absent'));

  it('空白是没有成绩，不是 0 分', () => expect(readScoreText('  ')).toBeNull());

  it.each(['101', '59.3', '-5', '合格', '8 5x', '1e2'])('%s 看不懂，原样留着', (text) =>
    expect(readScoreText(text)).toEqual({ unreadable: text }),
  );
});
