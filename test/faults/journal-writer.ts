import { createHash, randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createNodeJournal } from '../../electron/main/journal';
import { RECORDED } from '../fakes/given-day';
import { openJournal } from '../../shared/journal/journal';

/**
 * A process that writes a journal until it is killed: `node journal-writer.mjs <folder> <run>`. Says `ready` when the
 * journal is open and `saved <operation> <chain> <seq> <hash>` after an append has resolved, never before. Operation n of
 * a run sets the records `<run>-<n>-0`, `-1` … ; every fifth is an import in three parts.
 */
const [folder, run] = process.argv.slice(2);
if (folder === undefined || run === undefined) throw new Error('which folder, which run?');

const journal = await openJournal({
  port: createNodeJournal(folder),
  deviceId: 'device-a',
  sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
  random: (length) => randomBytes(length),
  clock: () => RECORDED,
  operator: () => '班主任',
  segmentBytes: 64 * 1024,
});
writeSync(1, 'ready\n');

for (let n = 0; ; n++) {
  const change = (part: number) => ({
    table: 'marks',
    key: `${run}-${n}-${part}`,
    before: null,
    after: { note: '记'.repeat((n * 397) % 2000), part },
  });
  const saved =
    n % 5 === 4
      ? await journal.appendImport({ kind: 'roster.import', parts: [[change(0)], [change(1)], [change(2)]] })
      : await journal.append({ kind: 'attendance.mark', changes: [change(0), change(1)] });
  writeSync(1, `saved ${n} ${saved.chain} ${saved.seq} ${saved.hash}\n`);
}
