import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bytesOf, filesIn, writeText } from '../../../electron/headless/files';

const folder = mkdtempSync(path.join(tmpdir(), '学时簿 核验 '));
afterAll(() => rmSync(folder, { recursive: true }));

it('文件和指向文件的链接，不算子文件夹和断开的链接；名称可以有空格和汉字', () => {
  writeFileSync(path.join(folder, '学员 名册.csv'), 'x');
  mkdirSync(path.join(folder, '学员名册.xlsx'));
  symlinkSync(path.join(folder, '学员 名册.csv'), path.join(folder, '课程表.csv'));
  symlinkSync(path.join(folder, '没有'), path.join(folder, '考勤表.csv'));
  symlinkSync(folder, path.join(folder, '测试成绩.csv'));
  expect(filesIn(folder)).toEqual(['学员 名册.csv', '课程表.csv']);
  expect(bytesOf(folder, '课程表.csv')).toEqual(Uint8Array.of(120));
});

it('读不了的文件夹和文件、写不了的文件：没有异常', () => {
  expect(filesIn(path.join(folder, '没有'))).toBeNull();
  expect(bytesOf(folder, '没有')).toBeNull();
  expect(writeText(path.join(folder, '学员 名册.csv/结果.json'), '')).toBe(false);
  expect(writeText(path.join(folder, '结果/三月/结果.json'), '好')).toBe(true);
  expect(bytesOf(path.join(folder, '结果/三月'), '结果.json')).toHaveLength(3);
});
