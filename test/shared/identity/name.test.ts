import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkName, normaliseName } from '../../../shared/identity/name';

describe('姓名', () => {
  it('汉字之间的空格、全角空格、换行去掉', () => {
    expect(normaliseName('许　丽华')).toBe('许丽华');
    expect(normaliseName(' 欧 阳\u00A0𬱖\r\n')).toBe('欧阳𬱖');
    expect(normaliseName('许\n丽华')).toBe('许丽华');
    expect(normaliseName('李\u200B㛃\uFEFF')).toBe('李㛃');
  });

  it('拉丁文单词之间保留一个空格', () => {
    expect(normaliseName('  Mary \u00A0 Jane\nSmith ')).toBe('Mary Jane Smith');
    expect(normaliseName('\u00A0李 Mary')).toBe('李 Mary');
  });

  it('各种间隔号统一为 ·', () => {
    for (const dot of ['•', '・', '‧', '∙', '･', '·', ' · ', '.', '．'])
      expect(normaliseName(`买买提${dot}吐尔逊`)).toBe('买买提·吐尔逊');
    expect(normaliseName('J. Smith')).toBe('J. Smith');
  });

  it('组合字符合成（NFC）', () => {
    expect(normaliseName('Andre\u0301')).toBe('Andr\u00E9');
  });

  it('生僻字，包括 U+FFFF 以外的，不改也不报', () => {
    for (const name of ['李㛃', '欧阳𬱖', '龚䶮', '〇〇', '𱍐𰻝', '\u{2EBF0}某', '\u{323B0}']) {
      expect(normaliseName(name)).toBe(name);
      expect(checkName(name)).toBeNull();
    }
  });

  it('缺姓名', () => {
    expect(checkName(normaliseName(' \u200B\u3000'))).toEqual({ code: 'name-missing' });
  });

  it('数字、网页代码、问号、私用区字符和改变书写方向的字符不是姓名，并逐个指出', () => {
    expect(checkName('48人')).toEqual({ code: 'name-invalid', characters: ['4', '8'] });
    expect(checkName('<b>李</b>')).toMatchObject({ code: 'name-invalid', characters: ['<', '>', '/'] });
    expect(checkName('李?')).toMatchObject({ characters: ['?'] });
    expect(checkName('李\uE863')).toMatchObject({ characters: ['U+E863'] });
    expect(checkName(normaliseName('李\u202E四'))).toMatchObject({ characters: ['U+202E'] });
    expect(checkName('·')).toMatchObject({ code: 'name-invalid' });
    expect(checkName('李'.repeat(51))).toMatchObject({ code: 'name-invalid', characters: [] });
    expect(checkName('𬱖'.repeat(50))).toBeNull();
  });

  it('归整两次与归整一次相同', () => {
    const piece = fc.constantFrom(
      '李',
      '𬱖',
      ' ',
      '\u00A0',
      '\u3000',
      '.',
      '•',
      '·',
      'a',
      'e\u0301',
      '\u200B',
      '\n',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = normaliseName(pieces.join(''));
        expect(normaliseName(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
