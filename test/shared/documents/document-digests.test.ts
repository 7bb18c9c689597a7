import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { addDays } from '../../../shared/basics/day';
import { instant } from '../../../shared/basics/instant';
import { attendanceWorkbook } from '../../../shared/documents/attendance-workbook';
import { formModel, type FormModel, type FormSource } from '../../../shared/documents/form-model';
import { FORMS } from '../../../shared/documents/forms';
import { certificateYears, hourCertificatePage } from '../../../shared/documents/hour-certificate-page';
import { makeForm } from '../../../shared/documents/make-form';
import { printEach, printTogether } from '../../../shared/documents/print-hour-certificates';
import { qrPng } from '../../../shared/engines/qr';
import { emptyForm } from '../../../shared/import/empty-form';
import type { ImportKind } from '../../../shared/import/import-kinds';
import { readRoster } from '../../../shared/import/read-roster';
import { refusedWorkbook } from '../../../shared/import/refused-workbook';
import { makePackage } from '../../../shared/package/make-package';
import type { SessionId } from '../../../shared/records/ids';
import type { StoredRecords } from '../../../shared/import/import-kind-spec';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import { makeFacts } from '../regulation/course-facts';
import { ANNUAL, sampleSheets } from '../import/sample-files';
import { ports } from '../package/sample-package';
import { sampleRecord } from '../package/sample-record';
import { nodeSha256 } from './node-sha256';
import { nodePdfCompiler } from './pdf-engine';
import { JUDGED_ON, sampleClass, sampleForm } from './sample-class';

/** What the kinds of import are told of what is stored. */
const stored = (facts: CourseFacts): StoredRecords => ({
  facts,
  people: facts,
  otherSessions: [],
  barred: null,
  institution: null,
});

const MADE = { created: instant(1_774_000_000_000), author: '学时簿' };
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

async function written(model: FormModel): Promise<string> {
  const made = await makeForm(model, ports);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return digest(made.value);
}

/** The digest of every form that is made, by its path. */
async function formsOf(source: FormSource): Promise<{ readonly [path: string]: string }> {
  const made = new Map<string, string>();
  for (const form of FORMS)
    if (form.people !== 'per-certificate') made.set(form.path, await written(formModel(form, source)));
  return Object.fromEntries(made);
}

/**
 * What was sealed once must come out the same again: a digest here may only change together with a template's or an engine's
 * version, a ruleset, or a form whose content somebody meant to change, and whoever changes one says which.
 */
it('表格逐字节不变', async () => {
  expect(await formsOf(sampleRecord(sampleClass(60)))).toEqual({
    'data/forms/attendance.xlsx': 'a933e6fecf7111b5',
    'data/forms/not-submitted.xlsx': '0f5f3e7ca05b29c2',
    'data/forms/qualified-people.xlsx': '2655e950f0bca9b7',
    'data/forms/scores.xlsx': '9ff0f5272a64c7f1',
    'data/forms/verification.xlsx': '32d129013830f7a1',
  });
});

it('课次多到分成几张的考勤表、一个人都没有的表逐字节不变', async () => {
  const facts = sampleClass(3);
  const sessions = Array.from({ length: 60 }, (_, i) => ({
    ...facts.sessions[i % 17]!,
    id: `s${i}` as SessionId,
    number: i + 1,
    date: addDays(facts.course.startsOn, Math.floor(i / 4)),
  }));
  const long = { ...facts, sessions, attendance: new Map() };
  const judgements = judgeCourse(long, JUDGED_ON);
  const workbook = attendanceWorkbook({
    facts: long,
    judgements,
    created: instant(Date.UTC(2026, 2, 24)),
    packageNumber: 'JC-1 第 2 版',
  });
  const record = { people: [], sealedOn: JUDGED_ON, number: 'JC-1', version: 2, confirmedWarnings: [] };
  const made = {
    'sixty lessons': await written({ kind: 'xlsx', workbook }),
    ...(await formsOf({ record, facts, judgements: [] })),
  };
  expect(made).toEqual({
    'data/forms/attendance.xlsx': '34f558027217bf6d',
    'data/forms/not-submitted.xlsx': 'd73d1dd4cd9b817f',
    'data/forms/qualified-people.xlsx': 'a42171359666335a',
    'data/forms/scores.xlsx': '236a80c39fbf57e2',
    'data/forms/verification.xlsx': 'd04d66ede233586a',
    'sixty lessons': 'e9243f3f7b81235c',
  });
});

it('导入用的表逐字节不变', async () => {
  const { facts } = sampleForm(12);
  const exchange = makeFacts('exchange');
  const kinds: readonly ImportKind[] = ['roster', 'timetable', 'attendance', 'scores', 'outside-hours', 'barred'];
  const made = new Map<string, string>();
  for (const kind of kinds)
    made.set(kind, await written({ kind: 'xlsx', workbook: emptyForm(kind, stored(facts), MADE) }));
  made.set(
    'roster, exchange',
    await written({ kind: 'xlsx', workbook: emptyForm('roster', stored(exchange), MADE) }),
  );
  made.set(
    'barred, no course',
    await written({ kind: 'xlsx', workbook: emptyForm('barred', { barred: null, institution: null }, MADE) }),
  );
  const preview = readRoster(sampleSheets('annual-2026-03/学员名册.xlsx'), ANNUAL);
  made.set('refused', await written({ kind: 'xlsx', workbook: refusedWorkbook(preview, MADE) }));
  expect(Object.fromEntries(made)).toEqual({
    attendance: 'c835229f88e0044f',
    barred: 'e274f529bbc415be',
    'barred, no course': 'ccdef1c4f23fb5e5',
    'outside-hours': '3999e9d8c0a8c699',
    refused: '3e2c78d4664c620d',
    roster: 'e38ef18a46d9b5c2',
    'roster, exchange': '7608af92f909e228',
    scores: '13abeb186ed41c89',
    timetable: 'c0b8a6750d0791e0',
  });
});

it('学时证明逐字节不变，一人一份和合订本', { timeout: 60_000 }, async () => {
  const { facts, judgements } = sampleForm(12);
  const pages = await Promise.all(
    judgements.flatMap((judgement, i) =>
      certificateYears(facts, judgement).map((ceYear) =>
        hourCertificatePage(
          facts,
          judgement,
          { enrolmentId: judgement.enrolmentId, ceYear, number: `JC-2026-${i}`, issuedOn: JUDGED_ON },
          nodeSha256,
        ),
      ),
    ),
  );
  const compiler = await nodePdfCompiler();
  const each = printEach(compiler, qrPng, pages);
  const together = printTogether(compiler, qrPng, pages);
  if (!each.ok || !together.ok) throw new Error('not printed');
  expect(each.value.map(digest)).toEqual([
    '395301b25fb32b55',
    'ba116f5748a11374',
    '0a04709304e5e48f',
    '6abb12133f5090fc',
    '9127fccced38ce20',
    '3cafd95623d2b848',
    '81204b4be42f6bba',
    '74ac9f788f43114b',
    'e0fd5a6927c35c88',
    'a777ad0dca6e37d2',
    'c147fd21a203ed11',
    '70948051cfe0bfd9',
  ]);
  expect(together.value.map(digest)).toEqual(['e4de6e0d69759b10']);
});

it('材料包逐字节不变', async () => {
  const made = await makePackage(sampleRecord(sampleClass(60)), ports);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  expect(made.value.digest.slice(0, 16)).toEqual('dee9effb2f8d385d');
});
