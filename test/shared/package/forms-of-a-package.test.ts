import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { PageValue } from '../../../shared/basics/pdf';
import { tableOf } from '../../../shared/basics/table';
import { formLines, formWorkbook, type FormInput } from '../../../shared/documents/form';
import type { Form, PdfForm, PeopleOfClass, WorkbookForm } from '../../../shared/documents/form-kinds';
import { formModel, formPages } from '../../../shared/documents/form-model';
import { FORMS } from '../../../shared/documents/forms';
import { HOUR_CERTIFICATE_FORM } from '../../../shared/documents/hour-certificate-form';
import { makeForm } from '../../../shared/documents/make-form';
import { makePackage } from '../../../shared/package/make-package';
import { isPayloadPath } from '../../../shared/package/package-format';
import { readPackage } from '../../../shared/package/read-package';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { sampleClass } from '../documents/sample-class';
import { ports } from './sample-package';
import { sampleRecord } from './sample-record';

const names = (input: FormInput): readonly string[] => formLines(input).map(({ person }) => person.name);

/** A PDF form as somebody would add it: its file and its line. */
const LETTER: PdfForm = {
  path: 'data/forms/letter.pdf',
  title: '上报函',
  kind: 'pdf',
  people: 'submitted',
  make: (input) => ({
    template: {
      name: 'letter',
      version: 3,
      source:
        '#let page = cbor("/data.cbor")\n#set document(date: none)\n#set text(font: "Noto Serif SC")\n#page.course\n#for name in page.names [\n#name\n]',
    },
    data: { course: input.facts.course.title, names: names(input) } satisfies PageValue,
    pages: 1,
  }),
};
const LIST: WorkbookForm = {
  path: 'data/forms/list.xlsx',
  title: '名单',
  kind: 'xlsx',
  people: 'whole-class',
  make: (input) =>
    formWorkbook(input, [
      {
        name: '名单',
        title: '名单',
        ...tableOf([{ header: '姓名', width: 20, kind: 'text', of: (name) => name }], names(input)),
        foot: [],
        frozenColumns: 0,
      },
    ]),
};
const BEFORE: readonly Form[] = [HOUR_CERTIFICATE_FORM];
const AFTER: readonly Form[] = [LETTER, HOUR_CERTIFICATE_FORM, LIST];

async function packed(facts: CourseFacts, forms: readonly Form[]) {
  const seen: string[] = [];
  const made = await makePackage(sampleRecord(facts), ports, (done, of) => seen.push(`${done}/${of}`), forms);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const read = await readPackage(made.value.bytes, ports);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { ...made.value, package: read.value.package, seen };
}

const pdfText = (bytes: Uint8Array): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xsb-form-'));
  try {
    const file = path.join(folder, 'form.pdf');
    writeFileSync(file, bytes);
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s/g, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

it('清单里多一行，材料包里就多一份：Excel 和 PDF 都一样，目录写明名称，版式版本写进包里', async () => {
  const facts = sampleClass(12);
  const before = await packed(facts, BEFORE);
  const after = await packed(facts, AFTER);
  expect(after.seen.at(-1)).toBe('5/5');
  expect(after.package.index.files).toEqual(
    [
      ...before.package.index.files,
      { path: LETTER.path, title: LETTER.title },
      { path: LIST.path, title: LIST.title },
    ].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
  expect(after.package.index.madeBy).toEqual({ ...before.package.index.madeBy, letter: '3' });
  expect(before.package.index.madeBy['hour-certificate']).toBe('1');
  expect((await packed(facts, AFTER)).digest).toBe(after.digest);
  const letter = pdfText(after.package.read(LETTER.path)!);
  expect(letter).toContain('2026年第3期施工现场专业人员继续教育');
  expect(letter).toContain('欧阳𬱖');
  expect(letter).not.toContain('周浩然');
  const stored = after.package.read('data/forms/hour-certificates/0001.pdf');
  expect(new TextDecoder().decode(stored!)).toBe('%PDF-1.7 示例');
});

it('没有字形的字：不生成，写明是哪份材料、哪个字', async () => {
  const facts = sampleClass(3);
  const [first] = facts.enrolments;
  const person = { ...facts.persons.get(first!.personId)!, name: '陈𰻝' };
  const rare = { ...facts, persons: new Map(facts.persons).set(person.id, person) };
  const problem = {
    code: 'form-glyph-missing',
    level: 'error',
    values: { form: '上报函', character: '𰻝', codePoint: 'U+30EDD', seen: true },
  };
  expect(await makeForm(formModel(LETTER, sampleRecord(rare)), ports)).toEqual({ ok: false, error: [problem] });
  expect(await makePackage(sampleRecord(rare), ports, undefined, [LETTER])).toEqual({ ok: false, error: problem });
});

it('每份材料说清楚是关于谁的', () => {
  const source = sampleRecord(sampleClass(12));
  const seen = (people: PeopleOfClass): readonly string[] => {
    let listed: readonly string[] = [];
    formModel({ ...LIST, people, make: (input) => ((listed = names(input)), LIST.make(input)) }, source);
    return listed;
  };
  expect(seen('submitted')).toHaveLength(source.record.people.length);
  expect(seen('submitted')).not.toContain('周浩然');
  for (const people of ['left-out', 'whole-class'] as const) expect(seen(people)).toHaveLength(12);
});

it('页数：表格排出来就知道，PDF 由版式说，说不出的不猜', () => {
  const source = sampleRecord(sampleClass(40));
  expect(formPages(formModel(LIST, source))).toBe(3);
  expect(formPages(formModel(LETTER, source))).toBe(1);
  const open: PdfForm = { ...LETTER, make: (input) => ({ template: LETTER.make(input).template, data: [] }) };
  expect(formPages(formModel(open, source))).toBeNull();
});

it('清单里每份材料的路径都是包里允许的，不重复，扩展名与种类一致', () => {
  const paths = FORMS.map((form) =>
    form.people === 'per-certificate'
      ? form.make({ number: 'JC-1', name: '王伟', bytes: new Uint8Array() }, 0).path
      : form.path,
  );
  expect(new Set(paths).size).toBe(FORMS.length);
  for (const [i, { kind }] of FORMS.entries()) {
    expect(isPayloadPath(paths[i]!), paths[i]).toBe(true);
    expect(paths[i]).toMatch(new RegExp(`\\.${kind}$`));
  }
});
