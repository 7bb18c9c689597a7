const DIGITS = '零一二三四五六七八九';

/** The number from 1 to 99 that Chinese numerals write (一, 十, 十七, 二十, 九十九; 两 = 二), or null. */
function chineseNumber(text: string): number | null {
  const match = /^([二三四五六七八九])?(十)?([一二三四五六七八九两])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  if (ten === undefined && tens !== undefined) return ones === undefined ? DIGITS.indexOf(tens) : null;
  const digit = ones === '两' ? 2 : ones === undefined ? 0 : DIGITS.indexOf(ones);
  return (ten === undefined ? 0 : tens === undefined ? 10 : DIGITS.indexOf(tens) * 10) + digit;
}

/** A whole number in digits or Chinese numerals; null for anything else. */
export const numeral = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : chineseNumber(text));

/** Digits or Chinese numerals, for patterns. */
export const NUMERAL = '(?:\\d{1,3}|[一二三四五六七八九十两]{1,3})';
