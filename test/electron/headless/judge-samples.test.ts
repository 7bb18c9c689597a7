import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, filesIn } from '../../../electron/headless/files';
import { judgeFolder, type FolderVerdict } from '../../../electron/headless/judge-folder';
import { judgeJson } from '../../../electron/headless/judge-json';
import { judgeText } from '../../../electron/headless/judge-text';

const samples = path.resolve(import.meta.dirname, '../../samples');

function judged(sample: string, names = filesIn(path.join(samples, sample))!): FolderVerdict {
  const verdict = judgeFolder(names, (name) => bytesOf(path.join(samples, sample), name), null);
  if (!verdict.ok) throw new Error(verdict.error);
  return verdict.value;
}

interface Golden {
  readonly rows?: readonly object[];
  readonly people: readonly { readonly id: string }[];
}
const golden = (sample: string): Golden =>
  JSON.parse(readFileSync(path.join(samples, sample, 'expected.json'), 'utf8'));
const plain = (value: unknown): Golden => JSON.parse(JSON.stringify(value));

describe.each(['annual-2026-03', 'exchange-2020-10'])('样例 %s', (sample) => {
  const verdict = judged(sample);
  const json = plain(judgeJson(verdict));
  const expected = golden(sample);

  it('每一行与 expected.json 相同', () => {
    if (expected.rows) expect(json.rows).toEqual(expected.rows);
    expect(json.rows?.length).toBeGreaterThan(0);
  });

  it.each(expected.people)('$name 与 expected.json 相同', (person) => {
    expect(json.people.find(({ id }) => id === person.id)).toMatchObject(person);
  });

  it('没有读不进去的文件，命令没有拒绝任何一个', () => {
    expect(verdict.refused).toEqual([]);
  });

  it('给人看的结果中没有完整的证件号码', () => {
    const text = judgeText(verdict);
    for (const { id } of json.people) expect(text).not.toContain(id);
    expect(text).toContain('核验结果');
  });
});
