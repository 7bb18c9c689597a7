import { expect, it } from 'vitest';
import type { FormModel } from '../../../shared/documents/form-model';
import type { HourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { hex } from '../../../shared/basics/sha256';
import { PACKAGE_LIMITS } from '../../../shared/basics/archive';
import type { Instant } from '../../../shared/basics/instant';
import { unzip } from '../../../shared/engines/unzip';
import {
  makeForm,
  makeWorkbook,
  printCertificatesEach,
  printCertificatesTogether,
} from '../../../renderer/workers/documents-client';

const page = (i: number, name: string): HourCertificatePage => ({
  form: 'hour-certificate',
  template: 1,
  number: `JC-2026-3-${i}`,
  heading: '施工现场专业人员继续教育',
  name,
  identity: '女，身份证号',
  idNumber: '420101196601011002',
  employer: '',
  holds: '持有土建施工员岗位《住房和城乡建设领域施工现场专业人员职业培训合格证》',
  dates: '2026年3月16日至3月20日',
  course: '本机构举办的“2026年第3期”',
  completed: '完成2026年度继续教育 34 学时。',
  hours: [{ title: '合计', done: 34, required: '不少于 32' }],
  institution: '荆楚建设培训学校（示例）',
  issued: '2026年3月24日',
  qr: `XSB1|JC-2026-3-${i}|${name}`,
});

const pages = (count: number) => Array.from({ length: count }, (_, i) => page(i, i % 2 ? '欧阳𬱖' : '李㛃'));
const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

it('在真正的浏览器里打印：一人一份与合订本，有进度，两次字节相同', { timeout: 60_000 }, async () => {
  const seen: string[] = [];
  const each = await printCertificatesEach(pages(3), { onProgress: (done, of) => seen.push(`${done}/${of}`) });
  if (!each.ok) throw new Error(JSON.stringify(each.error));
  expect(each.value.map((pdf) => text(pdf.subarray(0, 5)))).toEqual(['%PDF-', '%PDF-', '%PDF-']);
  expect(seen).toEqual(['1/3', '2/3', '3/3']);
  const together = await printCertificatesTogether(pages(3));
  const again = await printCertificatesTogether(pages(3));
  if (!together.ok || !again.ok) throw new Error('not printed');
  expect(together.value.length).toBe(1);
  expect(text(together.value[0]!)).toMatch(/\/Count 3\b/);
  expect(await digest(again.value[0]!)).toBe(await digest(together.value[0]!));
});

it('缺字时一份也不印，写明是谁、哪个字', { timeout: 60_000 }, async () => {
  const printed = await printCertificatesEach([page(1, '王伟'), page(2, '陈𰻝')]);
  expect(printed).toMatchObject({
    ok: false,
    error: [
      { code: 'glyph-missing', values: { people: ['陈𰻝'], where: '姓名', character: '𰻝', codePoint: 'U+30EDD' } },
    ],
  });
});

it('取消后立刻停下，下一次照常打印', { timeout: 60_000 }, async () => {
  const stop = new AbortController();
  const printed = await printCertificatesEach(pages(400), {
    signal: stop.signal,
    onProgress: (done) => {
      if (done === 3) stop.abort();
    },
  });
  expect(printed).toEqual({ ok: false, error: [{ code: 'print-cancelled', level: 'info' }] });
  expect((await printCertificatesTogether(pages(1))).ok).toBe(true);
});

it('在浏览器里写的工作簿读得回来', { timeout: 60_000 }, async () => {
  const made = await makeWorkbook({
    created: '2026-03-24T00:00:00.000Z' as Instant,
    author: '示例',
    sheets: [
      {
        name: '表',
        title: '标题',
        columns: [{ header: '姓名', width: 10, kind: 'text' }],
        rows: [['=1+1']],
        foot: [],
        frozenColumns: 0,
      },
    ],
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const archive = unzip(made.value, PACKAGE_LIMITS);
  if (!archive.ok) throw new Error(archive.error.kind);
  const sheet = archive.value.read('xl/worksheets/sheet1.xml');
  expect(sheet.ok && text(sheet.value)).toContain('t="s"');
});

it('PDF 表格走同一条路：同样的内容同样的字节，缺字时不生成', { timeout: 60_000 }, async () => {
  const form = (name: string): FormModel => ({
    kind: 'pdf',
    title: '上报函',
    pdf: {
      template: {
        name: 'letter',
        version: 1,
        source: '#set document(date: none)\n#set text(font: "Noto Serif SC")\n#cbor("/data.cbor").name',
      },
      data: { name },
    },
  });
  const made = await makeForm(form('李㛃'));
  const again = await makeForm(form('李㛃'));
  if (!made.ok || !again.ok) throw new Error('not made');
  expect(text(made.value.subarray(0, 5))).toBe('%PDF-');
  expect(await digest(again.value)).toBe(await digest(made.value));
  expect(await makeForm(form('陈𰻝'))).toMatchObject({
    ok: false,
    error: [{ code: 'form-glyph-missing', values: { form: '上报函', character: '𰻝' } }],
  });
});
