import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { read, utils } from 'xlsx';
import { createNodeJournal } from '../../electron/main/journal';
import { day } from '../../shared/basics/day';
import { instant } from '../../shared/basics/instant';
import { readSpreadsheet } from '../../shared/engines/read-spreadsheet';
import { layOutWorkbook } from '../../shared/documents/lay-out-workbook';
import { writeWorkbook } from '../../shared/engines/write-workbook';
import { idCheckCharacter } from '../../shared/identity/id-number';
import { readRoster } from '../../shared/import/read-roster';
import { openJournal } from '../../shared/journal/journal';
import { createReplay } from '../../shared/journal/replay';
import { verifyJournal } from '../../shared/journal/verify';
import { made, personRecord } from '../fakes/class-records';
import { measureCertificates } from './certificates';
import { figure } from './figure';
import { nodeSha256, writeJournalFolder } from './journal-folder';
import { measureJudging } from './judging';

const PEOPLE = 10_000;
const ENTRIES = 100_000;
const DAY = day('2026-03-20');

/** An invented number of an area that is never issued, of its own. */
function idNumber(n: number): string {
  const first = `990000${1970 + (n % 30)}0${1 + (n % 9)}${10 + Math.floor(n / 1000)}${String(n % 1000).padStart(3, '0')}`;
  return `${first}${idCheckCharacter(first)}`;
}

async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly wall: number; readonly cpu: number }> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const value = await work();
  const used = process.cpuUsage(cpu);
  return { value, wall: performance.now() - wall, cpu: (used.user + used.system) / 1000 };
}

async function judging(): Promise<void> {
  const { courseOf50, hundredThousand, hundredThousandCpu } = measureJudging();
  figure('判定 50 人的班（中位数）', courseOf50, 'ms', 5);
  figure('判定 100,000 人', hundredThousand / 1000, 's', 2);
  figure('判定 100,000 人：处理器时间', hundredThousandCpu / 1000, 's');
}

async function roster(): Promise<void> {
  const bytes = await writeWorkbook(
    layOutWorkbook({
      created: instant(Date.UTC(2026, 2, 16)),
      author: '学时簿',
      sheets: [
        {
          name: '名册',
          title: '学员名册',
          columns: ['姓名', '身份证号', '岗位', '证书编号', '发证日期', '工作单位', '手机号'].map((header) => ({
            header,
            width: 16,
            kind: 'text',
          })),
          rows: Array.from({ length: PEOPLE }, (_, n) => [
            personRecord(n).name,
            idNumber(n),
            '土建施工员',
            `0422${String(n).padStart(8, '0')}`,
            '2023-09-28',
            `荆楚建设第${n % 7}公司`,
            `139${String(10_000_000 + n)}`,
          ]),
          foot: [],
          frozenColumns: 1,
        },
      ],
    }),
  );
  const bare = await timed(() => {
    const { Sheets, SheetNames } = read(bytes, { type: 'array' });
    return utils.sheet_to_json(Sheets[SheetNames[0]!]!, { header: 1 });
  });
  const preview = await timed(() => {
    const sheets = readSpreadsheet(bytes, '名册.xlsx');
    if (!sheets.ok) throw new Error(sheets.error.code);
    const known = { persons: new Map(), certificates: new Map(), enrolments: [] };
    return readRoster(sheets.value, { ruleset: 'hubei-annual', purpose: 'annual', today: DAY, known });
  });
  if (bare.value.length < PEOPLE || preview.value.counts.accepted < PEOPLE) throw new Error('rows are missing');
  figure('预览 10,000 行名册', preview.wall / 1000, 's', 3);
  figure('同一文件仅用表格库读取', bare.wall / 1000, 's');
  figure('预览与仅读取之比', preview.wall / bare.wall, '×');
}

async function certificates(): Promise<void> {
  const { together, togetherCpu, each } = await measureCertificates();
  figure('1,000 张学时证明合成 PDF，含启动排版', together / 1000, 's');
  figure('1,000 张学时证明合成 PDF：处理器时间', togetherCpu / 1000, 's');
  figure('每人一份的学时证明 PDF', each, 'ms');
}

async function journal(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xueshibu-bench-'));
  try {
    await writeJournalFolder(folder, 'bench', async (writer) => {
      for (let n = 0; n < ENTRIES; n += 1)
        await writer.append({ kind: 'person.create', changes: [made('persons', personRecord(n))] });
    });
    const port = createNodeJournal(folder);
    const verified = await timed(() => verifyJournal(port, nodeSha256));
    const replayed = await timed(async () => {
      const opened = await openJournal({
        port,
        deviceId: 'bench',
        sha256: nodeSha256,
        random: (length) => new Uint8Array(length),
        clock: () => instant(0),
        operator: () => '',
      });
      const replay = createReplay();
      for await (const entries of opened.readAll()) for (const entry of entries) replay.add(entry);
      return replay.state().tables.get('persons')?.size;
    });
    if (!verified.value.sound || replayed.value !== ENTRIES) throw new Error('the journal is not what was written');
    figure('核对 100,000 条留痕', verified.wall / 1000, 's');
    figure('核对并重放 100,000 条留痕', replayed.wall / 1000, 's', 60);
  } finally {
    await rm(folder, { recursive: true });
  }
}

await judging();
await roster();
await certificates();
await journal();
