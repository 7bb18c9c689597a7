import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { judgeFolder } from '../../../electron/headless/judge-folder';
import { formModel } from '../../../shared/documents/form-model';
import { FORMS } from '../../../shared/documents/forms';
import { makeForm } from '../../../shared/documents/make-form';
import { makePackage } from '../../../shared/package/make-package';
import { ports } from '../../shared/package/sample-package';
import { sampleRecord } from '../../shared/package/sample-record';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Everything that is made from a folder of sample files, as the first letters of its digest. */
async function digestsOf(sample: string): Promise<{ readonly [path: string]: string }> {
  const folder = path.resolve(import.meta.dirname, '../../samples', sample);
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));
  const verdict = judgeFolder(readdirSync(folder), read, null);
  if (!verdict.ok) throw new Error(verdict.error);
  const institution = { id: 'institution', name: '荆楚建设培训学校（示例）', numberPrefix: 'JC' } as const;
  const input = sampleRecord({ ...verdict.value.facts, institution });
  const made = new Map<string, string>();
  for (const form of FORMS) {
    if (form.people === 'per-certificate') continue;
    const bytes = await makeForm(formModel(form, input), ports);
    made.set(form.path, bytes.ok ? digest(bytes.value) : JSON.stringify(bytes.error));
  }
  const pack = await makePackage(input, ports);
  made.set('package', pack.ok ? digest(pack.value.bytes) : pack.error.code);
  return Object.fromEntries(made);
}

/** As in test/shared/documents/document-digests.test.ts: whoever changes a digest says what changed it. */
it('样例培训班的表格和材料包逐字节不变', { timeout: 60_000 }, async () => {
  expect(await digestsOf('annual-2026-03')).toEqual({
    'data/forms/attendance.xlsx': 'f093e48fe819af7c',
    'data/forms/not-submitted.xlsx': 'cbac79cd52d62366',
    'data/forms/qualified-people.xlsx': 'e7ba757c1c2e6e4a',
    'data/forms/scores.xlsx': '684ff8c49dd913b7',
    'data/forms/verification.xlsx': '83973295496a95c1',
    package: '67edbd64f661669a',
  });
  expect(await digestsOf('exchange-2020-10')).toEqual({
    'data/forms/attendance.xlsx': '969b4b8dd089b3f7',
    'data/forms/not-submitted.xlsx': '3f5e0a87102ca7ec',
    'data/forms/qualified-people.xlsx': '0ba5e812e5bcfc53',
    'data/forms/scores.xlsx': 'e57816eefd6521b7',
    'data/forms/verification.xlsx': 'dcb5978fed7e3d44',
    package: 'package-nobody',
  });
});
