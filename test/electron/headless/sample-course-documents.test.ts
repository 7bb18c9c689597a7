import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeFolder } from '../../../electron/headless/judge-folder';
import { day } from '../../../shared/basics/day';
import type { Instant } from '../../../shared/basics/instant';
import type { CellValue } from '../../../shared/basics/workbook';
import { packageSelection } from '../../../shared/commands/package-selection';
import { attendanceWorkbook } from '../../../shared/documents/attendance-workbook';
import { certificateYears, hourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { printTogether } from '../../../shared/documents/print-hour-certificates';
import { qualifiedPeopleWorkbook } from '../../../shared/documents/qualified-people-workbook';
import { qrPng } from '../../../shared/engines/qr';
import { makePackage } from '../../../shared/package/make-package';
import { readPackage } from '../../../shared/package/read-package';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import { postTitle } from '../../../shared/regulation/posts';
import { nodeSha256 } from '../../shared/documents/node-sha256';
import { nodePdfCompiler } from '../../shared/documents/pdf-engine';
import { ports } from '../../shared/package/sample-package';
import { sampleRecord } from '../../shared/package/sample-record';

interface Expected {
  readonly people: readonly {
    readonly name: string;
    readonly id: string;
    readonly post: string;
    readonly hours: { readonly total: number; readonly professional: number; readonly public: number };
    readonly bestScore: number | null;
    readonly ceYears: readonly (number | null)[];
  }[];
}

const FOLDER = path.resolve(import.meta.dirname, '../../samples/annual-2026-03');
const expected = JSON.parse(readFileSync(path.join(FOLDER, 'expected.json'), 'utf8')) as Expected;

/** The sample course as its four Excel files say, and an institution to print. */
function sampleCourse() {
  const verdict = judgeFolder(
    readdirSync(FOLDER),
    (name) => new Uint8Array(readFileSync(path.join(FOLDER, name))),
    null,
  );
  if (!verdict.ok) throw new Error(verdict.error);
  const institution = { id: 'institution', name: '荆楚建设培训学校（示例）', numberPrefix: 'JC' } as const;
  return { ...verdict.value.facts, institution };
}

const facts = sampleCourse();
const on = day('2026-03-24');
const judgements = judgeCourse(facts, on);
const form = { facts, judgements, created: '2026-03-24T00:00:00.000Z' as Instant };
const going = packageSelection(facts, judgements).people;

describe('样例培训班：从四个 Excel 文件到表格、证明和材料包', () => {
  it('汇总表的每个数字与样例的期望一致', () => {
    const [all] = qualifiedPeopleWorkbook(form).sheets;
    const column = (header: string): number => all!.columns.findIndex((one) => one.header === header);
    const cell = (row: readonly CellValue[], header: string): CellValue | undefined => row[column(header)];
    const known = new Map(expected.people.map((person) => [`${person.id}|${person.post}`, person]));
    let compared = 0;
    for (const row of all!.rows) {
      const person = known.get(`${cell(row, '证件号码')}|${cell(row, '岗位')}`);
      if (!person) continue;
      compared += 1;
      expect([
        cell(row, '姓名'),
        cell(row, '总学时'),
        cell(row, '专业岗位学时'),
        cell(row, '公共基础学时'),
        cell(row, '测试成绩'),
      ]).toEqual([person.name, person.hours.total, person.hours.professional, person.hours.public, person.bestScore]);
      expect(person.ceYears.map((year) => (year === null ? '—' : `${year}年度`))).toContain(
        cell(row, '继续教育年度'),
      );
    }
    expect(compared).toBeGreaterThan(25);
    expect(new Set(all!.rows.map((row) => `${cell(row, '证件号码')}|${cell(row, '岗位')}`)).size).toBe(going.length);
  });

  it('考勤汇总表的合计与样例的期望一致，包括不能上报的人', () => {
    const [sheet] = attendanceWorkbook(form).sheets;
    const rows = new Map(
      facts.enrolments
        .toSorted((a, b) => a.order - b.order)
        .map(({ personId, post }, i) => [
          `${facts.persons.get(personId)!.idNumber}|${postTitle(post)}`,
          sheet!.rows[i]!,
        ]),
    );
    for (const { id, post, hours } of expected.people) {
      expect(rows.get(`${id}|${post}`)?.slice(-3), id.slice(-4)).toEqual([
        hours.public,
        hours.professional,
        hours.total,
      ]);
    }
  });

  it('每个可上报的人都印得出证明，生僻字都有字形', { timeout: 60_000 }, async () => {
    const byId = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement]));
    const pages = await Promise.all(
      going.flatMap((enrolmentId, i) =>
        certificateYears(facts, byId.get(enrolmentId)!).map((ceYear) =>
          hourCertificatePage(
            facts,
            byId.get(enrolmentId)!,
            { enrolmentId, ceYear, number: `JC-2026-${i}`, issuedOn: on },
            nodeSha256,
          ),
        ),
      ),
    );
    expect(pages.filter(({ name }) => /[㛃𬱖䶮]/u.test(name)).length).toBeGreaterThan(0);
    const years = going.flatMap((id) => byId.get(id)!.ceYears.filter((year) => year !== null));
    expect(years.length).toBeGreaterThan(30);
    expect(pages.length).toBe(years.length);
    expect(printTogether(await nodePdfCompiler(), qrPng, pages)).toMatchObject({ ok: true });
  });

  it('材料包生成、读回、再核验，结论相同', { timeout: 60_000 }, async () => {
    const made = await makePackage(sampleRecord(facts), ports);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const read = await readPackage(made.value.bytes, ports);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.package.index.submitted).toEqual(going);
    expect(read.value.package.findings.leftOut.length).toBe(facts.enrolments.length - going.length);
  });
});
