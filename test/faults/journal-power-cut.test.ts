import { expect, it } from 'vitest';
import { openJournal, type Journal } from '../../shared/journal/journal';
import { createReplay } from '../../shared/journal/replay';
import { createFakeDisk, type FakeDisk } from '../fakes/fake-disk';
import { journalOptions } from '../fakes/journal-ports';
import { seededRandom, type SeededRandom } from '../fakes/seeded-random';

/** 2,000 in the usual run; POWER_CUTS=20000 for the long one. */
const CUTS = Number(process.env['POWER_CUTS'] ?? 1000);
/** Cuts that one disk lives through. */
const PER_DISK = 4;

interface Written {
  readonly acknowledged: string[];
  /** Keys of operations that were acknowledged: all of them must be in force. */
  readonly keys: string[];
}

/** Writes until the disk fails; notes what was acknowledged. */
async function writeUntilDead(journal: Journal, random: SeededRandom, run: string, written: Written): Promise<void> {
  for (let n = 0; n < 30; n++) {
    const change = (part: number) => ({
      table: 'marks',
      key: `${run}-${n}-${part}`,
      before: null,
      after: { note: 'x'.repeat(random.below(2500)) },
    });
    const parts = random.below(5) === 0 ? 3 : 1;
    const changes = Array.from({ length: parts }, (_, part) => change(part));
    const saved =
      parts === 3
        ? await journal.appendImport({ kind: 'roster.import', parts: changes.map((one) => [one]) })
        : await journal.append({ kind: 'attendance.mark', changes });
    written.acknowledged.push(saved.hash);
    written.keys.push(...changes.map(({ key }) => key));
  }
}

async function reopened(disk: FakeDisk, seed: number): Promise<Journal> {
  return openJournal({ ...journalOptions(seed, disk), segmentBytes: 9000 });
}

it(`模拟断电 ${CUTS} 次：确认过的一条不少，重新打开不需要人帮忙`, { timeout: 60_000 + CUTS * 60 }, async () => {
  const began = performance.now();
  const count = { acknowledged: 0, lost: 0, halves: 0, torn: 0, epochs: 0 };
  for (let cut = 0; cut < CUTS;) {
    const random = seededRandom(cut);
    const disk = createFakeDisk();
    const written: Written = { acknowledged: [], keys: [] };
    for (let life = 0; life < PER_DISK && cut < CUTS; life++, cut++) {
      disk.failAt({ call: 1 + random.below(120), code: 'EIO', forever: true });
      try {
        await writeUntilDead(await reopened(disk, cut), random, `r${cut}`, written);
      } catch {
        // The power is failing.
      }
      disk.cutPower(random);
      disk.failAt(null);

      const journal = await reopened(disk, cut + 1_000_000);
      count.torn += journal.findings().tornEnds.length;
      const found = new Set<string>();
      const replay = createReplay();
      for await (const batch of journal.readAll()) {
        for (const entry of batch) {
          found.add(entry.hash);
          replay.add(entry);
        }
      }
      const state = replay.state();
      const marks = state.tables.get('marks') ?? new Map<string, unknown>();
      count.lost +=
        written.acknowledged.filter((hash) => !found.has(hash)).length +
        written.keys.filter((key) => !marks.has(key)).length;
      count.halves += [...marks.keys()].filter(
        (key) => key.endsWith('-1') && !marks.has(`${key.slice(0, -1)}2`),
      ).length;
      expect(state.conflicts).toEqual([]);
      if (journal.writer().why === 'damaged') count.epochs++;
      const next = await journal.append({ kind: 'attendance.mark', changes: [] });
      written.acknowledged.push(next.hash);
    }
    count.acknowledged += written.acknowledged.length;
  }
  console.log(
    `power cuts ${CUTS}: ${count.acknowledged} acknowledged, ${count.lost} lost, ${count.halves} half operations, ${count.torn} torn ends set aside, ${count.epochs} new epochs behind a garbled line, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  expect(count.lost).toBe(0);
  expect(count.halves).toBe(0);
  expect(count.acknowledged).toBeGreaterThan(CUTS);
  // The simulation must bite: without torn ends and garbled lines it would prove nothing.
  expect(count.torn).toBeGreaterThan(CUTS / 50);
  expect(count.epochs).toBeGreaterThan(0);
});
