import { expect, it } from 'vitest';
import { createNodeJournal } from '../../electron/main/journal';
import { openJournal } from '../../shared/journal/journal';
import { firstSeqOf } from '../../shared/journal/journal-names';
import { verifyJournal } from '../../shared/journal/verify';
import { createFakeDisk } from '../fakes/fake-disk';
import { journalOptions, nodeSha256 } from '../fakes/journal-ports';
import { seededRandom } from '../fakes/seeded-random';

/** 100 in the usual run; BIT_FLIPS=1000 for the long one. */
const FLIPS = Number(process.env['BIT_FLIPS'] ?? 100);

it(`${FLIPS} 处翻转一位：全部发现，并指出是哪一条`, { timeout: 60_000 + FLIPS * 200 }, async () => {
  const began = performance.now();
  const random = seededRandom(9);
  const disk = createFakeDisk();
  const journal = await openJournal({ ...journalOptions(9, disk), segmentBytes: 8000 });
  for (let i = 0; i < 60; i++) {
    await journal.append({
      kind: 'attendance.mark',
      changes: [{ table: 'marks', key: `m${i}`, before: null, after: { note: '记'.repeat(random.below(200)), i } }],
    });
  }
  const port = createNodeJournal('/', disk);
  const files = [...disk.files()].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(files.length).toBeGreaterThan(2);
  const total = files.reduce((sum, [, bytes]) => sum + bytes.length, 0);

  let named = 0;
  for (let flip = 0; flip < FLIPS; flip++) {
    let at = random.below(total);
    const [name, bytes] = files.find(([, { length }]) => at < length || ((at -= length), false))!;
    const owner = firstSeqOf(name.split('/').at(-1)!) + bytes.subarray(0, at).filter((byte) => byte === 0x0a).length;
    const bit = at * 8 + random.below(8);
    disk.flipBit(name, bit);
    const { damage, entries } = (await verifyJournal(port, nodeSha256)).chains[0]!;
    if (damage?.seq === owner && damage.segment === name.split('/').at(-1) && entries === owner - 1) named++;
    disk.flipBit(name, bit);
  }
  expect((await verifyJournal(port, nodeSha256)).sound).toBe(true);
  console.log(
    `bit flips ${FLIPS}: ${named} found with the entry named, in ${total} bytes, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  expect(named).toBe(FLIPS);
});
