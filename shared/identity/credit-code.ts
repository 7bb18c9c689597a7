const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** 统一社会信用代码 as it is written: half-width, upper case, without blanks and invisible characters. */
export const normaliseCreditCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();

/** Check character of the first 17 (GB 32100-2015), or null when one of them is not of the alphabet. */
export function creditCheckCharacter(first17: string): string | null {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(first17[i] ?? '?');
    if (value < 0) return null;
    sum += value * WEIGHTS[i]!;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Whether a normalised code is well formed and its last character fits (GB 32100-2015). */
export const checkCreditCode = (code: string): 'credit-code-invalid' | null =>
  code.length === 18 && creditCheckCharacter(code) === code[17] ? null : 'credit-code-invalid';
