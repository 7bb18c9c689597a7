import { describe, expect, it } from 'vitest';
import { sayLessons } from '../../../shared/problems/say';

describe('句子里的课次', () => {
  it('少的全写，多的写前八课和总数', () => {
    expect(sayLessons([1, 2])).toBe('第 1、2 课');
    expect(sayLessons(Array.from({ length: 17 }, (_, i) => i + 1))).toBe('第 1、2、3、4、5、6、7、8 课等 17 课');
  });
});
