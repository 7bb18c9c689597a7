import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../../shared/basics/sha256';
import { jsonOf } from '../../../shared/package/json-of';
import { makePackage, type MadePackage } from '../../../shared/package/make-package';
import { courseFactsOf } from '../../../shared/package/package-facts';
import { isPayloadPath, packageFileName } from '../../../shared/package/package-format';
import { readPackage, type ReadPackage } from '../../../shared/package/read-package';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { JUDGED_ON, sampleClass } from '../documents/sample-class';
import { ports } from './sample-package';
import { sampleRecord } from './sample-record';

async function made(facts: CourseFacts, change = {}): Promise<MadePackage> {
  const result = await makePackage(sampleRecord(facts, change), ports);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function accepted(bytes: Uint8Array): Promise<ReadPackage> {
  const result = await readPackage(bytes, ports);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

let folder: string;
let pack: MadePackage;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'xsb-package-'));
  pack = await made(sampleClass(40));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('报审材料包：不用我们的程序也能核对', () => {
  it('unzip 与 sha256sum -c（两份清单）都通过；改一个字节就不通过', () => {
    const zip = path.join(folder, 'p.zip');
    const out = path.join(folder, 'out');
    writeFileSync(zip, pack.bytes);
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const sum = (list: string): string =>
      execFileSync('sha256sum', ['-c', list], {
        cwd: out,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env,
      });
    execFileSync('unzip', ['-q', zip, '-d', out], { env });
    expect(sum('manifest-sha256.txt')).not.toContain('FAILED');
    const tags = sum('tagmanifest-sha256.txt');
    expect(tags).toContain('manifest-sha256.txt: OK');
    expect(tags.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(4);
    const facts = path.join(out, 'data/facts.json');
    const bytes = readFileSync(facts);
    bytes[100]! ^= 1;
    writeFileSync(facts, bytes);
    expect(() => sum('manifest-sha256.txt')).toThrow();
  });

  it('布局与 BagIt 1.0 一致；没有签名文件夹', () => {
    const out = path.join(folder, 'out');
    expect(readFileSync(path.join(out, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
    const info = readFileSync(path.join(out, 'bag-info.txt'), 'utf8');
    expect(info).toContain('Source-Organization: 荆楚建设培训学校（示例）\n');
    expect(info).toContain('External-Identifier: JC-BS-2026-3-v1\n');
    expect(info).toContain('Bagging-Date: 2026-03-24\n');
    expect(info).toMatch(/^Payload-Oxum: \d+\.10$/m);
    expect(info).not.toContain('Previous-Version');
    expect(readFileSync(path.join(out, '如何验证.txt'), 'utf8').trim().split('\n')).toHaveLength(4);
    expect(existsSync(path.join(out, 'signature'))).toBe(false);
    const paths = readFileSync(path.join(out, 'manifest-sha256.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.slice(66));
    expect(paths).toEqual([
      'data/facts.json',
      'data/findings.json',
      'data/forms/attendance.xlsx',
      'data/forms/hour-certificates/0001.pdf',
      'data/forms/not-submitted.xlsx',
      'data/forms/qualified-people.xlsx',
      'data/forms/scores.xlsx',
      'data/forms/verification.xlsx',
      'data/index.json',
      'data/journal/heads.json',
    ]);
    expect(paths.every(isPayloadPath)).toBe(true);
  });
});

describe('报审材料包：谁在里面', () => {
  it('只有没有不符合项的人；其余的人不在记录里，只在名单里，号码打码', async () => {
    const { package: read } = await accepted(pack.bytes);
    const facts = sampleClass(40);
    const judgements = judgeCourse(facts, JUDGED_ON);
    const going = judgements
      .filter(({ submittable, enrolmentId }) => submittable && enrolmentId !== 'enrolment-0011')
      .map(({ enrolmentId }) => enrolmentId);
    expect(read.index.submitted).toEqual(going);
    expect(read.facts.persons.length).toBe(going.length);
    const text =
      new TextDecoder().decode(read.read('data/facts.json')!) +
      new TextDecoder().decode(read.read('data/findings.json')!);
    for (const enrolment of facts.enrolments) {
      const { idNumber, phone } = facts.persons.get(enrolment.personId)!;
      expect(text.includes(idNumber)).toBe(going.includes(enrolment.id));
      expect(text.includes(phone!)).toBe(going.includes(enrolment.id));
    }
    expect(read.findings.leftOut).toHaveLength(40 - going.length);
    expect(read.findings.leftOut.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const judged = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement.findings]));
    for (const { enrolmentId, findings } of read.findings.leftOut)
      expect(jsonOf(findings)).toEqual(jsonOf(judged.get(enrolmentId)));
    expect(read.findings.leftOut[0]).toMatchObject({ name: '周浩然', idNumber: '4201**********1060' });
  });

  it('带提示的人写明是谁、哪一条、由谁确认', async () => {
    const { package: read } = await accepted(pack.bytes);
    expect(read.findings.confirmedWarnings.length).toBeGreaterThan(20);
    expect(read.findings.confirmedWarnings[0]).toEqual({
      enrolmentId: 'enrolment-0000',
      name: '欧阳𬱖',
      rule: 'two-year-total',
      by: '李审核',
    });
  });

  it('从包里读回的记录再核验一遍，每个人的每条结论都相同', async () => {
    const { package: read } = await accepted(pack.bytes);
    const again = new Map(
      judgeCourse(courseFactsOf(read.facts), read.index.judgedOn).map((judgement) => [
        judgement.enrolmentId,
        judgement,
      ]),
    );
    for (const judgement of read.findings.people) expect(again.get(judgement.enrolmentId)).toEqual(judgement);
  });

  it('没有可上报的人、名单里有不符合的人、提示没有确认：都不生成，写明是谁', async () => {
    const facts = sampleClass(12);
    const input = sampleRecord(facts);
    const refused = async (record: Partial<typeof input.record>) => {
      const result = await makePackage({ ...input, record: { ...input.record, ...record } }, ports);
      return result.ok ? null : result.error;
    };
    expect(await refused({ people: [] })).toMatchObject({ code: 'package-nobody' });
    expect(await refused({ people: ['enrolment-0006' as never] })).toMatchObject({
      code: 'package-unfit',
      values: { people: ['周浩然'] },
    });
    expect(await refused({ confirmedWarnings: input.record.confirmedWarnings.slice(1) })).toMatchObject({
      code: 'package-warning-unconfirmed',
      values: { people: ['欧阳𬱖'] },
    });
    expect(
      await makePackage({ ...input, facts: { ...facts, course: { ...facts.course, ruleset: 'nowhere' } } }, ports),
    ).toMatchObject({
      ok: false,
      error: { code: 'package-ruleset-unknown' },
    });
  });
});

describe('报审材料包：同样的记录同样的字节', () => {
  it('再生成一次完全相同；人员在内存里的次序不同也相同', async () => {
    const facts = sampleClass(12);
    const first = await made(facts);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await made(facts)).digest).toBe(first.digest);
    const shuffled: CourseFacts = {
      ...facts,
      sessions: [...facts.sessions].reverse(),
      persons: new Map([...facts.persons].reverse()),
      certificates: new Map([...facts.certificates].reverse()),
    };
    expect((await made(shuffled)).digest).toBe(first.digest);
  });

  it('任何一处不同，摘要就不同；新版本写明上一版的摘要', async () => {
    const facts = sampleClass(12);
    const first = await made(facts);
    const second = await made(facts, { version: 2, previous: first.digest });
    expect(second.digest).not.toBe(first.digest);
    const { package: read } = await accepted(second.bytes);
    expect(read.index).toMatchObject({ packageVersion: 2, previous: first.digest });
    const info = new TextDecoder().decode(read.read('bag-info.txt')!);
    expect(info).toContain(`Previous-Version-SHA256: ${first.digest}\n`);
    expect(
      (await made(facts, { heads: [{ chain: 'device-1.1', seq: 813, hash: 'cd'.repeat(32) as Digest }] })).digest,
    ).not.toBe(first.digest);
  });
});

describe('文件名', () => {
  it('机构-期次-版本-日期.zip，去掉文件系统不收的字符', () => {
    expect(packageFileName('荆楚建设培训学校', '2026年第3期', 2, '2026-03-24')).toBe(
      '荆楚建设培训学校-2026年第3期-v2-2026-03-24.zip',
    );
    expect(packageFileName('甲/乙\\丙:丁*?"<>|\u0000', ' .. ', 1, '2026-03-24')).toBe(
      '甲 乙 丙 丁-期次-v1-2026-03-24.zip',
    );
    expect(packageFileName('', '第3期\u202E班', 1, '2026-03-24')).toBe('培训机构-第3期 班-v1-2026-03-24.zip');
  });
  it('再长的机构和班名，文件系统也收，版本和日期都在', () => {
    const name = packageFileName('学'.repeat(100), '班'.repeat(100), 12, '2026-03-24');
    expect(name).toMatch(/^学+-班+-v12-2026-03-24\.zip$/);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(220);
  });
  it('包内路径', () => {
    for (const good of ['data/a.json', 'data/forms/hour-certificates/0001.pdf', 'data/a..b'])
      expect(isPayloadPath(good), good).toBe(true);
    for (const bad of [
      'data/',
      'data/A.json',
      'data/../x',
      'data/a/../b',
      'data//a',
      'data/a/',
      'data/./a',
      'data/甲',
      'data/a b',
      'x/a',
      `data/${'a'.repeat(121)}`,
    ]) {
      expect(isPayloadPath(bad), bad).toBe(false);
    }
  });
});
