import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/main/file-name';

describe('file names that Windows and Linux take', () => {
  it.each([
    ['2026年第3期 名册', 'xlsx', '2026年第3期 名册.xlsx'],
    ['名册.xlsx', 'xlsx', '名册.xlsx'],
    ['名册.XLSX', 'xlsx', '名册.xlsx'],
    ['鄂建/〔2026〕:3*?', 'pdf', '鄂建_〔2026〕_3__.pdf'],
    ['../../etc/passwd', 'zip', '_.._etc_passwd.zip'],
    ['C:\\Windows\\x', 'zip', 'C__Windows_x.zip'],
    ['con', 'pdf', '_con.pdf'],
    ['NUL.tar', 'zip', '_NUL.tar.zip'],
    ['证明\u202efdp', 'pdf', '证明_fdp.pdf'],
    ['. 证明 .', 'pdf', '证明.pdf'],
    ['', 'pdf', '_.pdf'],
    ['…\u0000\n', 'pdf', '…__.pdf'],
  ] as const)('%j becomes %3$j', (suggested, extension, expected) => {
    expect(safeFileName(suggested, extension)).toBe(expected);
  });
  it('cuts between characters, never inside one, and fits into 255 bytes', () => {
    expect(safeFileName('𬱖'.repeat(300), 'pdf')).toBe(`${'𬱖'.repeat(55)}.pdf`);
    expect(safeFileName('名'.repeat(300), 'pdf')).toBe(`${'名'.repeat(73)}.pdf`);
  });
});
