import { describe, expect, it } from 'vitest';
import { typedKey } from '../../../../renderer/features/attendance/typed-key';

describe('中文输入法开着时的按键', () => {
  it.each([
    ['Process', 'Digit1', '1'],
    ['Process', 'Numpad4', '4'],
    ['Process', 'NumpadAdd', '+'],
    ['Process', 'Equal', '='],
    ['Process', 'NumpadEnter', 'Enter'],
    ['Process', 'KeyA', 'a'],
    ['Process', 'ArrowDown', 'ArrowDown'],
    ['Unidentified', 'Digit5', '5'],
    ['１', 'Digit1', '1'],
    ['＋', 'Equal', '+'],
  ])('%s（%s）就是 %s', (key, code, typed) => {
    expect(typedKey({ key, code })).toBe(typed);
  });

  it.each([
    ['1', 'Digit1'],
    ['1', 'Numpad1'],
    ['End', 'Numpad1'],
    ['A', 'KeyA'],
    ['Process', 'IntlYen'],
    ['Shift', 'ShiftLeft'],
  ])('%s（%s）照原样', (key, code) => {
    expect(typedKey({ key, code })).toBe(key);
  });
});
