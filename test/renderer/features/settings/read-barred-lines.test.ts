import { describe, expect, it } from 'vitest';
import { readBarredLines } from '../../../../renderer/features/settings/read-barred-lines';

const A = '429899199001011007';
const B = '42989919850203102X';

describe('粘贴黑名单', () => {
  it('只有号码，每行一个', () => {
    expect(readBarredLines(`${A}\n${B}\n`)).toEqual([{ idNumber: A }, { idNumber: B }]);
  });

  it('从 Excel 复制的姓名、号码、原因三列，带表头', () => {
    expect(readBarredLines(`姓名\t证件号码\t原因\r\n赵甲\t${A}\t弄虚作假\r\n钱乙\t${B}\t`)).toEqual([
      { idNumber: A, name: '赵甲', reason: '弄虚作假' },
      { idNumber: B, name: '钱乙' },
    ]);
  });

  it('号码在姓名前面，或前面有序号，也认得', () => {
    expect(readBarredLines(`${A}，赵甲，替考`)).toEqual([{ idNumber: A, name: '赵甲', reason: '替考' }]);
    expect(readBarredLines(`12\t${A}`)).toEqual([{ idNumber: A }]);
  });

  it('空行跳过；认不出号码的行原样交给核对，不会悄悄丢掉', () => {
    expect(readBarredLines('\n  \n赵甲没有号码')).toEqual([{ idNumber: '赵甲没有号码' }]);
  });
});
