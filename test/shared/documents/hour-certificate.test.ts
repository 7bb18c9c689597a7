import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import {
  certificateYears,
  hourCertificatePage,
  printedParts,
  type HourCertificatePage,
} from '../../../shared/documents/hour-certificate-page';
import { HOUR_CERTIFICATE_TEMPLATE } from '../../../shared/documents/hour-certificate-template';
import { printEach, printTogether } from '../../../shared/documents/print-hour-certificates';
import type { PdfCompiler } from '../../../shared/engines/pdf-compiler';
import { qrPng } from '../../../shared/engines/qr';
import type { CertificateId, PersonId } from '../../../shared/records/ids';
import type { Person } from '../../../shared/records/person';
import { problemText } from '../../../shared/problems/catalogue';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { makeFacts } from '../regulation/course-facts';
import { nodeSha256 } from './node-sha256';
import { nodePdfCompiler } from './pdf-engine';
import { JUDGED_ON, sampleForm } from './sample-class';

let compiler: PdfCompiler;
let folder: string;
beforeAll(async () => {
  compiler = await nodePdfCompiler();
  folder = mkdtempSync(path.join(tmpdir(), 'xsb-certificate-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const form = sampleForm(20);

async function pageOf(facts: CourseFacts, i: number): Promise<HourCertificatePage> {
  const judgement = judgeCourse(facts, JUDGED_ON)[i]!;
  const [ceYear] = certificateYears(facts, judgement);
  return hourCertificatePage(
    facts,
    judgement,
    {
      enrolmentId: judgement.enrolmentId,
      ceYear: ceYear!,
      number: `JC-2026-3-${String(i + 1).padStart(4, '0')}`,
      issuedOn: JUDGED_ON,
    },
    nodeSha256,
  );
}

const withPerson = (facts: CourseFacts, i: number, change: Partial<Person>): CourseFacts => {
  const { personId } = facts.enrolments[i]!;
  return { ...facts, persons: new Map(facts.persons).set(personId, { ...facts.persons.get(personId)!, ...change }) };
};

const run = (program: string, given: readonly string[]): string =>
  execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function save(pdf: Uint8Array): string {
  const file = path.join(folder, 'page.pdf');
  writeFileSync(file, pdf);
  return file;
}

describe('学时证明：写什么', () => {
  it('与核验结论同一组数：学时、年度、要求、成绩', async () => {
    const page = await pageOf(form.facts, 1);
    const judgement = form.judgements[1]!;
    expect(page.name).toBe('李㛃');
    expect(page.completed).toBe(
      '完成2026年度继续教育 34 学时，其中专业岗位知识 24 学时，公共基础知识 10 学时，测试合格（61 分）。',
    );
    expect(judgement.hours).toMatchObject({ total: 34, professional: 24, public: 10 });
    expect(page.hours).toEqual([
      { title: '公共基础知识', done: 10, required: '—' },
      { title: '专业岗位知识', done: 24, required: '不少于 22' },
      { title: '合计', done: 34, required: '不少于 32' },
    ]);
    expect(page.idNumber).toBe(form.facts.persons.get('person-0001' as PersonId)!.idNumber);
    expect(page.identity).toBe('男，身份证号');
    expect(page.dates).toBe('2026年3月16日至3月20日');
  });

  it('跨年度的班，一个年度一页，学时分开，合起来不变', async () => {
    const facts = makeFacts('annual');
    const certificate = {
      ...facts.certificates.get('k1' as CertificateId)!,
      issuedOn: day('2024-03-18'),
      origin: 'new' as const,
    };
    const sessions = facts.sessions.map(({ id }) => id);
    expect(sessions.length).toBe(17);
    const straddling = { ...form.facts, certificates: new Map(form.facts.certificates) };
    const { certificateId } = straddling.enrolments[1]!;
    straddling.certificates.set(certificateId, {
      ...certificate,
      id: certificateId,
      personId: 'person-0001' as PersonId,
      post: '106',
    });
    const judgement = judgeCourse(straddling, JUDGED_ON)[1]!;
    expect(certificateYears(straddling, judgement)).toEqual([2025, 2026]);
    const pages = await Promise.all(
      [2025, 2026].map((ceYear) =>
        hourCertificatePage(
          straddling,
          judgement,
          { enrolmentId: judgement.enrolmentId, ceYear, number: 'n', issuedOn: JUDGED_ON },
          nodeSha256,
        ),
      ),
    );
    expect(pages.map(({ hours }) => hours[2]!.done)).toEqual([16, 18]);
    await expect(
      hourCertificatePage(
        straddling,
        judgement,
        { enrolmentId: judgement.enrolmentId, ceYear: 2024, number: 'n', issuedOn: JUDGED_ON },
        nodeSha256,
      ),
    ).rejects.toThrow(/2024/);
  });

  it('换证班没有年度，写明换发；老证用老证的名称', async () => {
    const facts = makeFacts('exchange');
    const judgement = judgeCourse(facts, day('2020-11-01'))[0]!;
    expect(certificateYears(facts, judgement)).toEqual([null]);
    const page = await hourCertificatePage(
      facts,
      judgement,
      { enrolmentId: judgement.enrolmentId, ceYear: null, number: 'n', issuedOn: day('2020-11-01') },
      nodeSha256,
    );
    expect(page.completed).toMatch(/^完成换发/);
    expect(page.holds).toContain('岗位培训考核合格证书');
    expect(page.qr).toContain('|换证|');
  });
});

describe('学时证明：二维码', () => {
  it('没有完整证件号码，只有末四位；不超过 230 字节，名字再长也一样', async () => {
    for (const name of ['王伟', '买买提·吐尔逊'.repeat(12), '𬱖'.repeat(80), 'A|B']) {
      const facts = withPerson(form.facts, 1, { name });
      const page = await pageOf(facts, 1);
      const { idNumber } = facts.persons.get('person-0001' as PersonId)!;
      expect(page.qr).not.toContain(idNumber);
      expect(page.qr).not.toContain(idNumber.slice(0, 14));
      expect(page.qr.split('|')).toHaveLength(9);
      expect(page.qr.split('|')[3]).toBe(idNumber.slice(-4));
      expect(new TextEncoder().encode(page.qr).length).toBeLessThanOrEqual(230);
      expect(page.qr.isWellFormed()).toBe(true);
    }
  });

  it('末四位以外的号码变了摘要不变（猜不出号码），别的任何一项变了摘要就变', async () => {
    const digest = async (facts: CourseFacts) => (await pageOf(facts, 1)).qr.split('|').at(-1);
    const before = await digest(form.facts);
    const { idNumber } = form.facts.persons.get('person-0001' as PersonId)!;
    expect(
      await digest(withPerson(form.facts, 1, { idNumber: `${idNumber.slice(0, 4)}9999999999${idNumber.slice(-4)}` })),
    ).toBe(before);
    expect(await digest(withPerson(form.facts, 1, { employer: '别的单位' }))).not.toBe(before);
    expect(await digest(withPerson(form.facts, 1, { name: '李四' }))).not.toBe(before);
  });

  it('从印出的页上扫得出来', { timeout: 30_000 }, async () => {
    const page = await pageOf(form.facts, 0);
    const printed = printEach(compiler, qrPng, [page]);
    if (!printed.ok) throw new Error('not printed');
    for (const resolution of [200, 300]) {
      execFileSync('pdftoppm', [
        '-r',
        String(resolution),
        '-png',
        '-singlefile',
        save(printed.value[0]!),
        path.join(folder, 'scan'),
      ]);
      expect(run('zbarimg', ['-q', '--raw', path.join(folder, 'scan.png')]).trim()).toBe(page.qr);
    }
  });
});

describe('学时证明：印', () => {
  it('一人一页，生僻字在，两次字节相同；单页与合订本内容一致', async () => {
    const pages = await Promise.all([0, 1, 2, 3].map((i) => pageOf(form.facts, i)));
    const together = printTogether(compiler, qrPng, pages);
    const again = printTogether(compiler, qrPng, pages);
    if (!together.ok || !again.ok) throw new Error('not printed');
    expect(again.value).toEqual(together.value);
    const text = run('pdftotext', ['-layout', save(together.value[0]!), '-']);
    const each = text.split('\f');
    expect(each.length).toBe(5);
    pages.forEach(({ name, number }, i) => {
      expect(each[i]).toContain(number);
      expect(each[i]!.replace(/\s/g, '')).toContain(name);
      expect(each[i]).toContain('（盖章）');
      expect(each[i]).toContain('特此证明');
    });
  });

  it('够短的不量就用最大的字：与量出来的逐字节相同', async () => {
    const page = await pageOf(form.facts, 1);
    const signs = '荆楚建设（集团）有限公司，2026年第3期 ABC“安全”、';
    const pages = Array.from({ length: 45 }, (_, n) => ({
      ...page,
      employer: Array.from({ length: 2 * n }, (_unused, i) => signs[(7 * i + 3 * n) % signs.length]).join(''),
      qr: qrPng(page.qr),
    }));
    const { source } = HOUR_CERTIFICATE_TEMPLATE;
    const measured = source.replace('letters(page) <= surely-fits or ', '');
    expect(measured).not.toBe(source);
    const print = (text: string): Uint8Array =>
      compiler.compile({ ...HOUR_CERTIFICATE_TEMPLATE, source: text }, pages, pages.length);
    expect(Buffer.compare(print(source), print(measured))).toBe(0);
  });

  it('单位名再长，一个人还是一页', async () => {
    const page = await pageOf(
      withPerson(form.facts, 1, { name: '买买提·吐尔逊'.repeat(6), employer: '很长的单位名称'.repeat(50) }),
      1,
    );
    const printed = printEach(compiler, qrPng, [page]);
    if (!printed.ok) throw new Error('not printed');
    expect(run('pdfinfo', [save(printed.value[0]!)])).toMatch(/Pages:\s+1\n/);
  });

  it('有一个字没有字形，一份也不印；写明是谁、哪一栏、哪个字', async () => {
    const pages = [
      await pageOf(form.facts, 0),
      await pageOf(withPerson(form.facts, 1, { name: '李𰻝', employer: '𰻝业公司' }), 1),
    ];
    const values = { people: ['李𰻝'], character: '𰻝', codePoint: 'U+30EDD', seen: true };
    for (const print of [printEach, printTogether]) {
      expect(print(compiler, qrPng, pages)).toEqual({
        ok: false,
        error: ['姓名', '工作单位'].map((where) => ({
          code: 'glyph-missing',
          level: 'error',
          values: { ...values, where },
        })),
      });
    }
  });

  it('班名中缺字是全班的一个问题，不是每人一个；转向的控制字符只写代码，不放进句子', async () => {
    const facts = { ...form.facts, course: { ...form.facts.course, title: '第3期\u202E班' } };
    const printed = printEach(compiler, qrPng, [await pageOf(facts, 0), await pageOf(facts, 1)]);
    if (printed.ok) throw new Error('printed');
    const people = facts.enrolments.slice(0, 2).map(({ personId }) => facts.persons.get(personId)!.name);
    expect(printed.error.map(({ values }) => values)).toEqual([
      { people, where: '培训班名称', character: '\u202E', codePoint: 'U+202E', seen: false },
    ]);
    const { sentence } = problemText(printed.error[0]!);
    expect(sentence).toBe(
      `${people.join('、')} 的证明，培训班名称中有看不见的字符（U+202E），印不出来，已停止打印，一份也没有出。`,
    );
  });

  it('页上的每段文字都查过字形：除二维码和版本外没有漏的', async () => {
    const page = await pageOf(form.facts, 0);
    const { qr, form: kind, template, hours, ...texts } = page;
    expect([kind, template, qr.length > 0]).toEqual(['hour-certificate', 1, true]);
    expect(new Set(printedParts(page).flatMap((part) => part.texts))).toEqual(
      new Set([...Object.values(texts), ...hours.flatMap(({ title, required }) => [title, required])]),
    );
  });
});
