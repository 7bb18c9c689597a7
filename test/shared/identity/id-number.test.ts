import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayFromEpoch, epochDays, type Day } from '../../../shared/basics/day';
import {
  comparableIdNumber,
  idCheckCharacter,
  normaliseIdText,
  parseIdNumber,
  to18,
} from '../../../shared/identity/id-number';

const TODAY = day('2026-03-20');
const code = (text: string, today: Day = TODAY): string => {
  const read = parseIdNumber(text, today);
  return read.ok ? 'ok' : read.error;
};
const numbers = fc
  .tuple(
    fc.integer({ min: 100000, max: 999999 }),
    fc.integer({ min: epochDays(day('1900-01-01')), max: epochDays(TODAY) }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, born, sequence]) => {
    const first17 = `${region}${dayFromEpoch(born).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return { number: first17 + idCheckCharacter(first17), born: dayFromEpoch(born), male: sequence % 2 === 1 };
  });

describe('证件号码', () => {
  it('比对：旧名单上的 15 位、带空格和小写 x 的写法，都是同一个号码', () => {
    expect(comparableIdNumber('420101 860606 333')).toBe(to18('420101860606333'));
    expect(comparableIdNumber(to18('420101860606333'))).toBe(to18('420101860606333'));
    expect(comparableIdNumber('42100119830207733x')).toBe('42100119830207733X');
  });

  it('18 位居民身份证：生日、性别、校验位', () => {
    const read = parseIdNumber('42100119830207733X', TODAY);
    expect(read).toEqual({
      ok: true,
      value: {
        kind: 'resident',
        number: '42100119830207733X',
        birthDate: '1983-02-07',
        sex: 'male',
        converted15: false,
      },
    });
  });

  it('港澳台居民居住证按同一规则，外国人永久居留身份证（2023版）以 9 开头', () => {
    expect(parseIdNumber('810000197208071370', TODAY)).toMatchObject({ ok: true, value: { kind: 'resident' } });
    expect(parseIdNumber('942840198102153159', TODAY)).toMatchObject({
      ok: true,
      value: { kind: 'foreign-permanent', birthDate: '1981-02-15', sex: 'male' },
    });
  });

  it('外国人永久居留身份证（2017版）：三个字母加十二位数字，不推断生日', () => {
    expect(parseIdNumber('USA420181021531', TODAY)).toMatchObject({
      ok: true,
      value: { kind: 'foreign-permanent', birthDate: null, sex: null },
    });
    expect(code('USA42018102153')).toBe('id-length');
  });

  it('15 位号码补世纪和校验位，并说明是换算来的', () => {
    expect(parseIdNumber('420101860606333', TODAY)).toMatchObject({
      ok: true,
      value: { number: to18('420101860606333'), birthDate: '1986-06-06', sex: 'male', converted15: true },
    });
    expect(to18('420101860606333')).toMatch(/^42010119860606333[\dX]$/);
    expect(code('420101860631333')).toBe('id-birth-date');
  });

  it('不存在、太早和未来的生日', () => {
    expect(code('420101199002311234')).toBe('id-birth-date');
    expect(code(`42010118991231123${idCheckCharacter('42010118991231123')}`)).toBe('id-birth-date');
    const born = `42010120260321123${idCheckCharacter('42010120260321123')}`;
    expect(code(born)).toBe('id-birth-date');
    expect(code(born, addDays(TODAY, 1))).toBe('ok');
  });

  it('末位校验不符', () => {
    expect(code('420101199001013211')).toBe('id-checksum');
  });

  it('被当作数字存过的号码：末三位变成 000，或成了科学计数', () => {
    expect(code('420101198503120000')).toBe('id-precision-lost');
    expect(code('4.20101E+17')).toBe('id-precision-lost');
    expect(code('4E17')).toBe('id-precision-lost');
  });

  it('末三位为 000 而校验相符的真号码不被误伤', () => {
    const real = numbersEndingIn000();
    expect(code(real)).toBe('ok');
  });

  it('位数不对、夹有字母', () => {
    expect(code('')).toBe('id-length');
    expect(code('42010119980502760')).toBe('id-length');
    expect(code('4201011998O5027608')).toBe('id-length');
    expect(code('X20101199805027608')).toBe('id-length');
  });

  it('护照和其他证件不按身份证检查', () => {
    expect(parseIdNumber('E12345678', TODAY, 'passport')).toMatchObject({
      ok: true,
      value: { number: 'E12345678', birthDate: null },
    });
    expect(parseIdNumber('', TODAY, 'passport').ok).toBe(false);
  });

  it('全角、空格、撇号、小写 x、连字符和不可见字符被归整，并说明改过', () => {
    expect(normaliseIdText('４２１００１１９８２１１１２２７１３')).toEqual({
      text: '421001198211122713',
      changed: true,
    });
    expect(normaliseIdText('421101 19690503 4052').text).toBe('421101196905034052');
    expect(normaliseIdText("'421101199605045060").text).toBe('421101199605045060');
    expect(normaliseIdText('42100119830207733x').text).toBe('42100119830207733X');
    expect(normaliseIdText('421101-19690503-4052').text).toBe('421101196905034052');
    expect(normaliseIdText('\u200B421101196905034052\u202C').text).toBe('421101196905034052');
    expect(normaliseIdText('E1-234').text).toBe('E1-234');
    expect(normaliseIdText('421101196905034052')).toEqual({ text: '421101196905034052', changed: false });
  });

  it('任何正确的号码都被读出其生日和性别', () => {
    fc.assert(
      fc.property(numbers, ({ number, born, male }) => {
        expect(parseIdNumber(number, TODAY)).toMatchObject({
          ok: true,
          value: { birthDate: born, sex: male ? 'male' : 'female' },
        });
      }),
    );
  });

  it('任何一位抄错都会被发现（GB 11643 校验位的性质）', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 1, max: 9 }),
        ({ number }, at, shift) => {
          if (number[at] === 'X') return;
          const wrong = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
          expect(parseIdNumber(wrong, TODAY).ok).toBe(false);
        },
      ),
    );
  });

  it('归整两次与归整一次相同', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseIdText(text).text;
        expect(normaliseIdText(once).text).toBe(once);
      }),
      // A Greek letter whose capital is two code points, and an accent behind a joiner.
      { examples: [['ΐ'], ['e\u200d\u0301']] },
    );
  });
});

function numbersEndingIn000(): string {
  for (let region = 420101; ; region++) {
    const first17 = `${region}1985031210`.padEnd(17, '0');
    if (idCheckCharacter(first17) === '0') return `${first17}0`;
  }
}
