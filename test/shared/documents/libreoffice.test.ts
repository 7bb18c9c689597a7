import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printedPages } from '../../../shared/documents/sheet-pages';
import { attendanceWorkbook } from '../../../shared/documents/attendance-workbook';
import { layOutWorkbook } from '../../../shared/documents/lay-out-workbook';
import { notSubmittedWorkbook } from '../../../shared/documents/not-submitted-workbook';
import { qualifiedPeopleWorkbook } from '../../../shared/documents/qualified-people-workbook';
import { scoresWorkbook } from '../../../shared/documents/scores-workbook';
import { verificationWorkbook } from '../../../shared/documents/verification-workbook';
import { writeWorkbook } from '../../../shared/engines/write-workbook';
import { sampleForm } from './sample-class';

/** Every workbook for one person and for a class, printed by LibreOffice in one call, read back page by page. */
const FORMS = {
  qualified: qualifiedPeopleWorkbook,
  attendance: attendanceWorkbook,
  scores: scoresWorkbook,
  verification: verificationWorkbook,
  'not-submitted': notSubmittedWorkbook,
} as const;
const SIZES = [1, 60] as const;

let folder: string;
const printed = new Map<
  string,
  { readonly pages: readonly string[]; readonly info: string; readonly foreseen: number }
>();
const run = (program: string, given: readonly string[]): string =>
  execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'xsb-office-'));
  const files: string[] = [];
  const foreseen = new Map<string, number>();
  for (const size of SIZES) {
    const form = { ...sampleForm(size), packageNumber: 'JC-BS-2026-3 第 1 版' };
    for (const [name, make] of Object.entries(FORMS)) {
      const file = path.join(folder, `${name}-${size}.xlsx`);
      const model = make(form);
      writeFileSync(file, await writeWorkbook(layOutWorkbook(model)));
      files.push(file);
      foreseen.set(file, printedPages(model.sheets));
    }
  }
  run('soffice', [
    `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...files,
  ]);
  for (const file of files) {
    const pdf = file.replace(/xlsx$/, 'pdf');
    const pages = run('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1);
    printed.set(path.basename(file, '.xlsx'), {
      pages,
      info: run('pdfinfo', [pdf]),
      foreseen: foreseen.get(file)!,
    });
  }
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(Object.keys(FORMS))('%s：LibreOffice 打印', (name) => {
  it.each(SIZES)('%d 人：A4 横向，每页有标题、期次、包号和页码，没有 ###', (size) => {
    const { pages, info } = printed.get(`${name}-${size}`)!;
    expect(info).toMatch(/Page size:\s+84\d(\.\d+)? x 59\d(\.\d+)? pts \(A4\)/);
    pages.forEach((page, i) => {
      const text = page.replace(/\s/g, '');
      expect(text).toMatch(/表|名单|安排|明细/);
      expect(text).toContain('期次：2026年第3期施工现场专业人员继续教育');
      expect(text).toContain('JC-BS-2026-3第1版');
      expect(text).toContain(`第${i + 1}页共${pages.length}页`);
      expect(text).not.toContain('###');
    });
  });
});

it('印出的页数与界面上说的一样，落款不独占一页', () => {
  for (const { pages, foreseen } of printed.values()) {
    expect(pages.length).toBe(foreseen);
    for (const page of pages) if (page.includes('（盖章）')) expect(page).toMatch(/^\s*(1|\d+)\s+\S|无/m);
  }
});

it('汇总表印出完整号码和生僻字，像公式的名字印出原文', () => {
  const text = printed.get('qualified-60')!.pages.join('\n').replace(/\s/g, '');
  const { facts, judgements } = sampleForm(60);
  const shown = facts.enrolments.filter(
    ({ id, status }) => status.kind === 'active' && judgements.find((one) => one.enrolmentId === id)!.submittable,
  );
  expect(shown.length).toBeGreaterThan(30);
  for (const { personId } of shown) expect(text).toContain(facts.persons.get(personId)!.idNumber);
  for (const character of ['𬱖', '㛃', '䶮', '=HYPERLINK']) expect(text).toContain(character);
});

it('考勤、成绩、核验：一个班不超过规定的页数，表头逐页重复', () => {
  const pagesOf = (name: string) => printed.get(name)!.pages;
  expect(pagesOf('attendance-60').length).toBeLessThanOrEqual(4);
  expect(pagesOf('scores-60').length).toBeLessThanOrEqual(4);
  expect(pagesOf('scores-60').filter((page) => page.includes('考试日期')).length).toBe(pagesOf('scores-60').length);
});
