import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../../renderer/app/theme';

/** WCAG 2.2, 1.4.3: relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('颜色的对比度不低于 4.5', () => {
  const grounds = ['card', 'ground', 'primary-tint', 'grey-tint'] as const;
  const texts = ['ink', 'second', 'primary', 'seal', 'amber', 'green'] as const;
  it.each(grounds.flatMap((ground) => texts.map((text) => [text, ground] as const)))(
    '%s 在 %s 上',
    (text, ground) => {
      expect(contrast(COLOURS[text], COLOURS[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['seal', 'seal-tint'],
    ['amber', 'amber-tint'],
    ['green', 'green-tint'],
    ['ink', 'amber-tint'],
    ['second', 'amber-tint'],
    ['second', 'seal-tint'],
    ['card', 'primary'],
    ['card', 'seal'],
  ] as const)('%s 在 %s 上', (text, ground) => {
    expect(contrast(COLOURS[text], COLOURS[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
