import { afterEach, expect, it } from 'vitest';
import { ImportClient } from '../../../renderer/workers/import-client';
import type { ImportSetup } from '../../../renderer/workers/import-view';
import { day } from '../../../shared/basics/day';
import { idNumber } from '../../shared/facts-builder';

const SETUP: ImportSetup = {
  task: {
    kind: 'roster',
    context: {
      ruleset: 'hubei-annual',
      purpose: 'annual',
      today: day('2026-03-20'),
      known: { persons: new Map(), certificates: new Map(), enrolments: [] },
    },
  },
  mappings: [],
};

const roster = (people: number) => {
  const lines = Array.from({ length: people }, (_, i) => `学员${'甲乙丙丁'[i % 4]},${idNumber(i)},资料员`);
  const text = ['姓名,身份证号,岗位', ...lines].join('\n');
  return { name: '学员名册.csv', bytes: new TextEncoder().encode(text) };
};
const clients: ImportClient[] = [];
const client = (limitMs?: number): ImportClient => {
  const made = new ImportClient(limitMs);
  clients.push(made);
  return made;
};
afterEach(() => clients.splice(0).forEach((one) => one.close()));

it('在真正的后台线程里读名册：有进度，改一格只送回变了的行', async () => {
  const seen: number[] = [];
  const reader = client();
  const opened = await reader.open(SETUP, roster(500), { onProgress: (done) => seen.push(done) });
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.counts.accepted).toBe(500);
  expect(seen.at(-1)).toBe(500);
  const edit = await reader.ask((session) => session.edit([{ row: 3, column: 1, text: idNumber(0) }]));
  if (!edit.ok) throw new Error(edit.error.code);
  expect(edit.value.rows.map(({ row, state }) => [row, state])).toEqual([[3, 'refused']]);
  const entries = await reader.ask((session) => session.entries('roster', { take: [] }));
  expect(entries.ok && entries.value.length).toBe(499);
});

it('损坏的文件给出有名字的问题，接着可以再选一个', async () => {
  const reader = client();
  const damaged = await reader.open(SETUP, { name: '坏了.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) });
  expect(damaged).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
  expect(await reader.open(SETUP, { name: '空.csv', bytes: new Uint8Array() })).toMatchObject({
    ok: false,
    error: { code: 'file-unreadable', values: { why: 'empty' } },
  });
  expect((await reader.open(SETUP, roster(3))).ok).toBe(true);
});

it('超过时限就停下，说明原因；取消也停下', async () => {
  expect(await client(0).open(SETUP, roster(500))).toMatchObject({ ok: false, error: { code: 'file-slow' } });
  const stop = new AbortController();
  const reader = client();
  const reading = reader.open(SETUP, roster(500), { signal: stop.signal });
  stop.abort();
  expect(await reading).toMatchObject({ ok: false, error: { code: 'import-cancelled' } });
  expect((await reader.open(SETUP, roster(3))).ok).toBe(true);
});
