import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { createNodeJournal } from '../../electron/main/journal';
import { openJournal } from '../../shared/journal/journal';
import { createReplay } from '../../shared/journal/replay';
import { journalOptions } from '../fakes/journal-ports';
import { seededRandom } from '../fakes/seeded-random';

/** 100 in the usual run; KILLS=1000 for the long one. */
const KILLS = Number(process.env['KILLS'] ?? 40);
/** Kills in one folder before a new one begins. */
const PER_FOLDER = 50;

const root = path.resolve(import.meta.dirname, '../..');
const bundles = path.join(root, '.cache/fault-programs');

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: 'test/faults/journal-writer.ts',
      outDir: bundles,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
}, 60_000);

interface Killed {
  readonly ready: boolean;
  /** What the process said was saved: operation and hash. */
  readonly saved: readonly { readonly operation: number; readonly hash: string }[];
}

/** Starts a writer and kills it so many milliseconds after it is ready (negative: so many after its start). */
async function writeAndKill(folder: string, run: string, after: number): Promise<Killed> {
  const child = spawn(process.execPath, [path.join(bundles, 'journal-writer.mjs'), folder, run], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaint = '';
  let timer: NodeJS.Timeout | null = after < 0 ? setTimeout(() => child.kill('SIGKILL'), -after) : null;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    timer ??= setTimeout(() => child.kill('SIGKILL'), after);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself with ${code ?? signal}: ${complaint}`);
  const lines = said.split('\n').slice(0, -1);
  const saved = lines.filter((line) => line.startsWith('saved ')).map((line) => line.split(' '));
  return {
    ready: lines[0] === 'ready',
    saved: saved.map(([, operation, , , hash]) => ({ operation: Number(operation), hash: hash! })),
  };
}

/** How many records an operation of the writer sets: every fifth is an import of three. */
const recordsOf = (operation: string): number => (Number(operation.split('-')[1]) % 5 === 4 ? 3 : 2);

it(
  `${KILLS} 次强行结束写入进程：确认过的一条不少，半个操作都看不见`,
  { timeout: 60_000 + KILLS * 2000 },
  async () => {
    const random = seededRandom(20260316);
    const began = performance.now();
    let [acknowledged, lost, tornEnds, slowest] = [0, 0, 0, 0];
    let folder = '';
    let saved = new Map<string, string>();
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % PER_FOLDER === 0) {
        if (folder) await rm(folder, { recursive: true });
        folder = await mkdtemp(path.join(os.tmpdir(), 'xueshibu-kill-'));
        saved = new Map();
      }
      const killed = await writeAndKill(
        folder,
        `run${kill}`,
        kill % 10 === 9 ? -1 - random.below(120) : random.below(100),
      );
      for (const { operation, hash } of killed.saved) saved.set(hash, `run${kill}-${operation}`);
      acknowledged += killed.saved.length;

      const port = createNodeJournal(folder);
      // A writer killed between making its first file and filling it leaves a chain without an entry: it is continued.
      const begun = (await port.segments()).length > 0;
      const start = performance.now();
      const journal = await openJournal({ ...journalOptions(kill), port });
      slowest = Math.max(slowest, performance.now() - start);
      tornEnds += journal.findings().tornEnds.length;
      expect(journal.findings().damages).toEqual([]);
      expect(journal.writer().why).toBe(begun ? 'continue' : 'install');
      const found = new Set<string>();
      const replay = createReplay();
      for await (const batch of journal.readAll()) {
        for (const entry of batch) {
          found.add(entry.hash);
          replay.add(entry);
        }
      }
      expect(journal.findings().damages).toEqual([]);
      const marks = replay.state().tables.get('marks') ?? new Map<string, unknown>();
      for (const [hash, operation] of saved) {
        if (!found.has(hash) || !marks.has(`${operation}-${recordsOf(operation) - 1}`)) lost++;
      }
      const operations = new Map<string, number>();
      for (const key of marks.keys()) operations.set(key.slice(0, -2), (operations.get(key.slice(0, -2)) ?? 0) + 1);
      expect([...operations].filter(([operation, records]) => records !== recordsOf(operation))).toEqual([]);
    }
    await rm(folder, { recursive: true });
    console.log(
      `kills ${KILLS}: ${acknowledged} acknowledged, ${lost} lost, ${tornEnds} torn ends set aside, slowest reopening ${slowest.toFixed(0)} ms, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    expect(acknowledged).toBeGreaterThan(KILLS);
    expect(lost).toBe(0);
  },
);
