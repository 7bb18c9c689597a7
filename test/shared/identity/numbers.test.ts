import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCheckCharacter, normaliseCreditCode } from '../../../shared/identity/credit-code';
import { maskDigits, maskId, maskPhone } from '../../../shared/identity/mask';
import { checkPhone, normalisePhone } from '../../../shared/identity/phone';

describe('统一社会信用代码（GB 32100）', () => {
  it('样例中的代码相符，改动一位不符', () => {
    for (const code of [
      '914205000000000B22',
      '914210000000000D4W',
      '914206000000000C3B',
      '914211000000000E56',
      '914201000000000A19',
    ]) {
      expect(checkCreditCode(code)).toBeNull();
    }
    expect(checkCreditCode('914205000000000B23')).toBe('credit-code-invalid');
    expect(checkCreditCode('91420500000000OB22')).toBe('credit-code-invalid');
    expect(checkCreditCode('914205000000000B2')).toBe('credit-code-invalid');
    expect(normaliseCreditCode(' ９１４２０５000000000b22')).toBe('914205000000000B22');
  });

  it('换掉任何一位都会被发现', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const symbol = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(
        fc.array(symbol, { minLength: 17, maxLength: 17 }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 30 }),
        (list, at, shift) => {
          const first17 = list.map((i) => alphabet[i]).join('');
          const check = creditCheckCharacter(first17)!;
          expect(checkCreditCode(first17 + check)).toBeNull();
          const wrong = list.map((i, n) => alphabet[n === at ? (i + shift) % 31 : i]).join('');
          expect(checkCreditCode(wrong + check)).toBe('credit-code-invalid');
        },
      ),
    );
  });
});

describe('电话', () => {
  it('手机和带区号的固定电话', () => {
    expect(checkPhone(normalisePhone('１９９ 0000-1006'))).toBeNull();
    expect(normalisePhone('+86 19900001006')).toBe('19900001006');
    expect(normalisePhone('027—87654321')).toBe('027-87654321');
    expect(normalisePhone('（027）87654321')).toBe('027-87654321');
    expect(checkPhone('027-87654321')).toBeNull();
    expect(checkPhone('1990000')).toBe('phone-invalid');
    expect(checkPhone('12000001000')).toBe('phone-invalid');
    expect(checkPhone('1.99E+10')).toBe('phone-invalid');
  });
});

describe('遮盖', () => {
  it('身份证号只留前四后四，护照前二后二，很短的全遮', () => {
    expect(maskId('42010119980502271X')).toBe('4201**********271X');
    expect(maskId('420101860606333')).toBe('4201*******6333');
    expect(maskId('E12345678')).toBe('E1*****78');
    expect(maskId('ABCD')).toBe('****');
    expect(maskId('')).toBe('');
  });

  it('电话留前三后四', () => {
    expect(maskPhone('19900001000')).toBe('199****1000');
    expect(maskPhone('1990000')).toBe('*****00');
    expect(maskPhone('1')).toBe('*');
  });

  it('引用单元格原文时其中的号码被遮盖', () => {
    expect(maskDigits('号码42010119980502271X电话19900001000')).toBe('号码4201**********271X电话199****1000');
    expect(maskDigits('2020-13-01')).toBe('2020-13-01');
  });

  it('任何号码至少遮住一半，且不改变长度', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,40}$/), (text) => {
        const masked = maskId(text);
        expect(Array.from(masked).length).toBe(text.length);
        expect(Array.from(masked).filter((c) => c === '*').length * 2).toBeGreaterThanOrEqual(text.length - 1);
      }),
    );
  });
});
