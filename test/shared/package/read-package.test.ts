import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/basics/canonical-json';
import type { Json } from '../../../shared/basics/json';
import { zip } from '../../../shared/engines/zip';
import { bagInfoText } from '../../../shared/package/bag-info';
import { parseManifest } from '../../../shared/package/manifest';
import { readPackage } from '../../../shared/package/read-package';
import { problemText } from '../../../shared/problems/catalogue';
import { JUDGED_ON } from '../documents/sample-class';
import { filesOf, forgedFrom, goodPackage, list, packed, utf8 } from './package-surgery';
import { ports } from './sample-package';

let good: Uint8Array;
beforeAll(async () => {
  good = await goodPackage();
}, 60_000);

const forged = (change: (files: Map<string, Uint8Array>) => void): Promise<Uint8Array> => forgedFrom(good, change);

/** The members that a forger touches, of whichever file. */
interface Draft {
  readonly persons: object[];
  readonly sessions: { periods?: number }[];
  readonly marks: object[];
  readonly attempts: object[];
  readonly confirmedWarnings: object[];
  readonly people: { readonly findings: object[] }[];
  readonly files: object[];
  readonly counts: object;
  readonly course: object;
}

const edited = (path: string, change: (value: Draft) => void) => (files: Map<string, Uint8Array>) => {
  const value = JSON.parse(new TextDecoder().decode(files.get(path)!)) as Draft;
  change(value);
  files.set(path, utf8(canonicalJson(value as unknown as Json)));
};

describe('逐一有名的拒绝，每条都有中文说明', () => {
  const refused = async (bytes: Uint8Array) => {
    const result = await readPackage(bytes, ports);
    if (result.ok) return null;
    const { title, sentence, next } = problemText(result.error);
    expect([title, sentence, next].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
    return result.error;
  };
  const changed = async (change: (files: Map<string, Uint8Array>) => void) => {
    const files = filesOf(good);
    change(files);
    return refused(packed(files));
  };

  it('不是压缩包、空文件、别的压缩包', async () => {
    expect(await refused(new Uint8Array(0))).toMatchObject({ code: 'package-not-zip' });
    expect(await refused(utf8('名册'.repeat(100)))).toMatchObject({ code: 'package-not-zip' });
    expect(await refused(zip([{ path: 'a.txt', bytes: utf8('a') }], JUDGED_ON))).toMatchObject({
      code: 'package-not-ours',
    });
  });

  it('版本先于一切：新版本的包不误读，哪怕别的也不对', async () => {
    const bytes = await forged((files) => {
      edited('data/index.json', (index) => Object.assign(index, { version: 2, more: true }))(files);
      files.set('data/Forms.xlsx', utf8('x'));
    });
    expect(await refused(bytes)).toEqual({
      code: 'package-version',
      level: 'error',
      values: { version: 2, known: 1 },
    });
    expect(await changed((files) => files.set('bagit.txt', utf8('BagIt-Version: 0.97\n')))).toMatchObject({
      code: 'package-not-ours',
    });
  });

  it('缺文件、多文件、名字不对', async () => {
    expect(await changed((files) => files.delete('data/journal/heads.json'))).toMatchObject({
      code: 'package-file-missing',
      values: { path: 'data/journal/heads.json' },
    });
    expect(await changed((files) => files.delete('data/forms/scores.xlsx'))).toMatchObject({
      code: 'package-file-missing',
      values: { path: 'data/forms/scores.xlsx' },
    });
    expect(await changed((files) => files.set('data/extra.json', utf8('{}')))).toMatchObject({
      code: 'package-file-unknown',
      values: { path: 'data/extra.json' },
    });
    expect(await changed((files) => files.set('读我.txt', utf8('x')))).toMatchObject({
      code: 'package-file-unknown',
      values: { path: '读我.txt' },
    });
    expect(await changed((files) => files.set('data/Z.json', utf8('x')))).toMatchObject({
      code: 'package-file-unknown',
    });
  });

  it('内容与清单不符、清单本身被改', async () => {
    expect(await changed((files) => files.set('data/forms/scores.xlsx', utf8('x')))).toMatchObject({
      code: 'package-digest',
      values: { path: 'data/forms/scores.xlsx' },
    });
    expect(await changed((files) => files.set('如何验证.txt', utf8('相信我\n')))).toMatchObject({
      code: 'package-digest',
      values: { path: '如何验证.txt' },
    });
    expect(await changed((files) => files.set('manifest-sha256.txt', utf8('不是清单\n')))).toMatchObject({
      code: 'package-manifest',
    });
    expect(
      await changed((files) =>
        files.set(
          'bag-info.txt',
          utf8(
            bagInfoText({
              organisation: 'x',
              identifier: 'y',
              sealedOn: 'z',
              payloadBytes: 1,
              payloadFiles: 1,
              software: 's',
              previous: null,
            }),
          ),
        ),
      ),
    ).toMatchObject({ code: 'package-digest', values: { path: 'bag-info.txt' } });
  });

  it.each<[string, string, (value: Draft) => void, string]>([
    ['多一个成员', 'data/facts.json', (facts) => Object.assign(facts.persons[0]!, { secret: 1 }), 'package-schema'],
    ['少一个成员', 'data/facts.json', (facts) => delete facts.sessions[0]!.periods, 'package-schema'],
    [
      '小数的分钟',
      'data/facts.json',
      (facts) => Object.assign(facts.sessions[0]!, { start: 510.5 }),
      'package-schema',
    ],
    [
      '没有的规则',
      'data/findings.json',
      (findings) => Object.assign(findings.people[0]!.findings[0]!, { rule: 'new-rule' }),
      'package-schema',
    ],
    [
      '别人的考勤',
      'data/facts.json',
      (facts) => Object.assign(facts.marks[0]!, { enrolmentId: 'nobody' }),
      'package-contradiction',
    ],
    ['少一个人', 'data/findings.json', (findings) => findings.people.pop(), 'package-contradiction'],
    [
      '不符合的人混进来',
      'data/findings.json',
      (findings) => Object.assign(findings.people[0]!, { submittable: false }),
      'package-contradiction',
    ],
    [
      '不符合的一条还写着可以上报',
      'data/findings.json',
      (findings) => Object.assign(findings.people[0]!.findings[0]!, { severity: 'error', outcome: 'notMet' }),
      'package-contradiction',
    ],
    [
      '一条提醒没有人确认',
      'data/findings.json',
      (findings) => findings.confirmedWarnings.pop(),
      'package-contradiction',
    ],
    [
      '确认人没有名字',
      'data/findings.json',
      (findings) => Object.assign(findings.confirmedWarnings[0]!, { by: ' ' }),
      'package-contradiction',
    ],
    [
      '同一次测试写了两遍',
      'data/facts.json',
      (facts) => facts.attempts.push(facts.attempts[0]!),
      'package-contradiction',
    ],
    [
      '别班的课',
      'data/facts.json',
      (facts) => Object.assign(facts.sessions[0]!, { courseId: 'other' }),
      'package-contradiction',
    ],
    [
      '封面上是另一个机构',
      'data/index.json',
      (index) => Object.assign(index, { institution: '别的学校' }),
      'package-contradiction',
    ],
    ['目录少一个文件', 'data/index.json', (index) => index.files.pop(), 'package-contradiction'],
    [
      '人数不对',
      'data/index.json',
      (index) => Object.assign(index.counts, { submitted: 99 }),
      'package-contradiction',
    ],
    ['另一个班', 'data/index.json', (index) => Object.assign(index.course, { id: 'other' }), 'package-contradiction'],
  ])('摘要全部重算过，但%s', async (_what, path, change, code) => {
    expect(await refused(await forged(edited(path, change)))).toMatchObject({ code });
  });

  it('摘要全部重算过，但 JSON 不是唯一写法、不是 JSON、藏了 __proto__', async () => {
    const spaced = await forged((files) =>
      files.set(
        'data/journal/heads.json',
        utf8(`${new TextDecoder().decode(files.get('data/journal/heads.json'))} `),
      ),
    );
    expect(await refused(spaced)).toMatchObject({
      code: 'package-json',
      values: { path: 'data/journal/heads.json' },
    });
    expect(await refused(await forged((files) => files.set('data/findings.json', utf8('{'))))).toMatchObject({
      code: 'package-json',
    });
    const polluted = await forged((files) => {
      const text = new TextDecoder().decode(files.get('data/facts.json')!);
      files.set('data/facts.json', utf8(text.replace(/}$/, ',"__proto__":{"polluted":true}}')));
    });
    expect(await refused(polluted)).toMatchObject({ code: 'package-schema', values: { where: '__proto__' } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('解压后重新打包：内容可用，但看得出来', async () => {
    const files = filesOf(good);
    const repacked = zip(list(files), '2026-03-25' as typeof JUDGED_ON);
    const result = await readPackage(repacked, ports);
    expect(result).toMatchObject({ ok: true, value: { notices: [{ code: 'package-repacked', level: 'warning' }] } });
  });
});

describe('清单', () => {
  it('读写互逆；乱序、重复、路径奇怪、少换行的都不收', () => {
    const a = `${'a'.repeat(64)}  data/a\n`;
    const b = `${'b'.repeat(64)}  data/b\n`;
    expect([...parseManifest(a + b)!]).toEqual([
      ['data/a', 'a'.repeat(64)],
      ['data/b', 'b'.repeat(64)],
    ]);
    for (const bad of [
      b + a,
      a + a,
      a.trimEnd(),
      '',
      a.replace('  ', ' '),
      a.replace('  ', ' *'),
      a.toUpperCase(),
      `${a}\n`,
      `${'a'.repeat(64)}   x\n`,
    ]) {
      expect(parseManifest(bad), JSON.stringify(bad)).toBeNull();
    }
  });
});
