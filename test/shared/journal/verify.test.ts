import { beforeEach, describe, expect, it } from 'vitest';
import { crc32Digits as crc32 } from '../../../shared/basics/crc32';
import { encodeEntry } from '../../../shared/journal/encode-entry';
import type { Entry } from '../../../shared/journal/entry';
import type { JournalPort, SegmentInfo } from '../../../shared/journal/journal-port';
import { verifyJournal } from '../../../shared/journal/verify';
import { entryMaker, sets } from '../../fakes/entry-maker';
import { nodeSha256 } from '../../fakes/journal-ports';
import { seededRandom } from '../../fakes/seeded-random';

const CHAIN = 'device-a.1-0000abcd';
const OTHER = 'device-b.1-0000abcd';

/** Segments that are only there to be read. */
function held(
  segments: readonly { readonly chain: string; readonly name: string; readonly bytes: Uint8Array }[],
): Pick<JournalPort, 'segments' | 'read'> {
  const infos: readonly SegmentInfo[] = segments.map(({ chain, name, bytes }) => ({
    chain,
    name,
    size: bytes.length,
  }));
  return {
    segments: async () => infos,
    read: async (chain, segment, offset = 0, length = Number.MAX_SAFE_INTEGER) =>
      segments.find((found) => found.chain === chain && found.name === segment)!.bytes.slice(offset, offset + length),
  };
}

const joined = (lines: readonly Uint8Array[]): Uint8Array => Uint8Array.from(lines.flatMap((line) => [...line]));
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The line with another text and a checksum that fits it, as an attacker would leave it. */
function forged(line: Uint8Array, from: string, to: string): Uint8Array {
  if (!text(line).includes(from)) throw new Error(`no ${from} to forge`);
  const bytes = new TextEncoder().encode(text(line).replace(from, to));
  bytes.set(new TextEncoder().encode(crc32(bytes.subarray(0, -1), 16)), 8);
  return bytes;
}

describe('核对留痕：指出是哪一条、哪里不对', () => {
  let entries: Entry[];
  let lines: Uint8Array[];
  beforeEach(async () => {
    const maker = entryMaker(1);
    entries = [];
    for (let i = 1; i <= 6; i++)
      entries.push(await maker.make(CHAIN, [sets(`p${i}`, { name: `学员${i}` }), sets(`q${i}`, { late: i })]));
    lines = entries.map(encodeEntry);
  });
  const check = async (changed: readonly Uint8Array[], known = entries.slice(0, 0)) => {
    const port = held([{ chain: CHAIN, name: '0000000001.jsonl', bytes: joined(changed) }]);
    return verifyJournal(
      port,
      nodeSha256,
      known.map(({ header, hash }) => ({ chain: header.chain, seq: header.seq, hash })),
    );
  };
  const damageOf = async (changed: readonly Uint8Array[], known?: Entry[]) => {
    const report = await check(changed, known);
    expect(report.sound).toBe(false);
    const { damage, head, entries: count } = report.chains[0]!;
    expect(head?.seq ?? 0).toBe(count);
    return {
      code: damage!.code,
      seq: damage!.seq,
      valid: count,
      atEnd: damage!.atEnd,
      ...(damage!.item === undefined ? {} : { item: damage!.item }),
    };
  };

  it('完好的一条链', async () => {
    const report = await check(lines, entries);
    expect(report).toMatchObject({
      sound: true,
      entries: 6,
      chains: [{ chain: CHAIN, head: { seq: 6, hash: entries[5]!.hash }, erased: 0, sealed: 0, damage: null }],
    });
  });

  it('磁盘坏了一个字节', async () => {
    lines[2]![100]! ^= 1;
    expect(await damageOf(lines)).toEqual({ code: 'line-damaged', seq: 3, valid: 2, atEnd: false });
  });

  it('改了内容（校验和也改了）', async () => {
    lines[3] = forged(lines[3]!, '"late":4', '"late":0');
    expect(await damageOf(lines)).toEqual({ code: 'commitment', seq: 4, valid: 3, atEnd: false, item: 1 });
  });

  it('改了盐', async () => {
    lines[3] = forged(lines[3]!, '"salt":"', '"salt":"00').subarray();
    expect((await damageOf(lines)).code).toBe('line-damaged');
    lines[3] = encodeEntry({
      ...entries[3]!,
      items: entries[3]!.items.map((item) => (item?.enc === 'none' ? { ...item, salt: '0'.repeat(32) } : item)),
    });
    expect(await damageOf(lines)).toEqual({ code: 'commitment', seq: 4, valid: 3, atEnd: false, item: 0 });
  });

  it('改了经手人', async () => {
    lines[1] = forged(lines[1]!, '教务', '别人');
    expect(await damageOf(lines)).toEqual({ code: 'hash', seq: 2, valid: 1, atEnd: false });
  });

  it('改了内容并重算了这一条的散列：下一条接不上', async () => {
    const other = entryMaker(2);
    for (let i = 1; i <= 3; i++) await other.make(CHAIN, [sets('p', i)]);
    const fake = await other.make(CHAIN, [sets('p4', '改过')]);
    lines[3] = encodeEntry(fake);
    expect(await damageOf(lines)).toEqual({ code: 'link', seq: 4, valid: 3, atEnd: false });
  });

  it('抽掉一条', async () => {
    lines.splice(2, 1);
    expect(await damageOf(lines)).toEqual({ code: 'gap', seq: 3, valid: 2, atEnd: false });
  });

  it('对调两条、重复一条', async () => {
    expect(await damageOf([lines[0]!, lines[2]!, lines[1]!, lines[3]!])).toMatchObject({ code: 'gap', seq: 2 });
    expect(await damageOf([lines[0]!, lines[1]!, lines[1]!])).toMatchObject({ code: 'gap', seq: 3 });
  });

  it('放进别的链的一条', async () => {
    const foreign = await entryMaker(3).make(OTHER, [sets('x', 1)]);
    expect(await damageOf([lines[0]!, encodeEntry(foreign)])).toMatchObject({ code: 'wrong-chain', seq: 2 });
  });

  it('最后一条没写完', async () => {
    lines[5] = lines[5]!.subarray(0, 50);
    expect(await damageOf(lines)).toEqual({ code: 'torn-end', seq: 6, valid: 5, atEnd: true });
    const report = await check(lines);
    expect(report.chains[0]!.damage).toMatchObject({ line: 6, bytes: 50, segment: '0000000001.jsonl' });
  });

  it('最后一条坏了、中间多了空行', async () => {
    lines[5]![60]! ^= 0x10;
    expect(await damageOf(lines)).toEqual({ code: 'line-damaged', seq: 6, valid: 5, atEnd: true });
    expect(await damageOf([lines[0]!, new Uint8Array([10]), lines[1]!])).toMatchObject({
      code: 'line-damaged',
      seq: 2,
    });
  });

  it('新版本写的一条', async () => {
    lines[4] = forged(lines[4]!, '"v":1}', '"v":3}');
    expect(await damageOf(lines)).toMatchObject({ code: 'unknown-version', seq: 5, valid: 4 });
  });

  it('尾巴整条被截去：只有外面的记号知道', async () => {
    expect((await check(lines.slice(0, 4))).sound).toBe(true);
    expect(await damageOf(lines.slice(0, 4), [entries[5]!])).toEqual({
      code: 'missing-tail',
      seq: 5,
      valid: 4,
      atEnd: true,
    });
    expect(await damageOf([], [entries[5]!])).toEqual({ code: 'missing-tail', seq: 1, valid: 0, atEnd: true });
    const other = await entryMaker(9).make(CHAIN, [sets('p', 1)]);
    expect(await damageOf(lines, [other])).toEqual({ code: 'missing-tail', seq: 1, valid: 6, atEnd: true });
  });

  it('分段之间缺了一段、段名不符', async () => {
    const segment = (name: number, from: number, to: number) => ({
      chain: CHAIN,
      name: `${String(name).padStart(10, '0')}.jsonl`,
      bytes: joined(lines.slice(from, to)),
    });
    const whole = await verifyJournal(held([segment(1, 0, 2), segment(3, 2, 4), segment(5, 4, 6)]), nodeSha256);
    expect(whole).toMatchObject({ sound: true, entries: 6 });
    const middle = await verifyJournal(held([segment(1, 0, 2), segment(5, 4, 6)]), nodeSha256);
    expect(middle.chains[0]!.damage).toMatchObject({ code: 'gap', seq: 3, segment: '0000000005.jsonl', line: 1 });
    const first = await verifyJournal(held([segment(3, 2, 4), segment(5, 4, 6)]), nodeSha256);
    expect(first.sound).toBe(false);
    const named = await verifyJournal(held([segment(2, 2, 4)]), nodeSha256);
    expect(named.chains[0]!.damage).toMatchObject({ code: 'gap' });
    const cut = { ...segment(3, 2, 4), bytes: joined(lines.slice(2, 4)).subarray(0, -9) };
    expect(
      (await verifyJournal(held([segment(1, 0, 2), cut, segment(5, 4, 6)]), nodeSha256)).chains[0]!.damage,
    ).toMatchObject({ code: 'line-damaged', seq: 4, atEnd: false });
  });

  it('删除的和封存的内容不是损坏，只是数出来', async () => {
    lines[1] = encodeEntry({ ...entries[1]!, items: [null, entries[1]!.items[1]!] });
    lines[2] = encodeEntry({
      ...entries[2]!,
      items: [entries[2]!.items[0]!, { table: 'persons', key: 'q3', enc: 'aes-256-gcm', cipher: 'AAAA' }],
    });
    expect(await check(lines)).toMatchObject({ sound: true, chains: [{ entries: 6, erased: 1, sealed: 1 }] });
  });

  it('一条链坏了，别的链照样核对', async () => {
    const foreign = encodeEntry(await entryMaker(4).make(OTHER, [sets('x', 1)]));
    lines[0]![30]! ^= 1;
    const port = held([
      { chain: CHAIN, name: '0000000001.jsonl', bytes: joined(lines) },
      { chain: OTHER, name: '0000000001.jsonl', bytes: foreign },
    ]);
    expect((await verifyJournal(port, nodeSha256)).chains).toMatchObject([
      { chain: CHAIN, entries: 0, head: null, damage: { seq: 1 } },
      { chain: OTHER, entries: 1, damage: null },
    ]);
  });

  it('时钟倒退是疑问，不是损坏', async () => {
    const maker = entryMaker(5);
    const start = Date.UTC(2026, 2, 16);
    const times = [start, start + 1000, start - 5 * 365 * 86_400_000, start + 2000, start + 1500];
    const made = [];
    for (const time of times) made.push(await maker.make(CHAIN, [sets('p', time)], { time }));
    const report = await check(made.map(encodeEntry));
    expect(report.sound).toBe(true);
    expect(report.chains[0]!.clockWentBack.map(({ seq }) => seq)).toEqual([3]);
  });
});

describe('any damage to the bytes of a journal', () => {
  it('is found, and the entry is named, for every single byte', { timeout: 60_000 }, async () => {
    const maker = entryMaker(6);
    const random = seededRandom(6);
    const lines: Uint8Array[] = [];
    for (let i = 0; i < 4; i++) lines.push(encodeEntry(await maker.make(CHAIN, [sets(`p${i}`, { n: i })])));
    const bytes = joined(lines);
    const port = held([{ chain: CHAIN, name: '0000000001.jsonl', bytes }]);
    let line = 0;
    let end = lines[0]!.length;
    for (let at = 0; at < bytes.length; at++) {
      if (at >= end) end += lines[++line]!.length;
      const kept = bytes[at]!;
      bytes[at] = kept ^ (1 + random.below(255));
      const { damage } = (await verifyJournal(port, nodeSha256)).chains[0]!;
      if (damage?.seq !== line + 1)
        throw new Error(`byte ${at} of entry ${line + 1}: ${damage ? `entry ${damage.seq} is named` : 'not found'}`);
      bytes[at] = kept;
    }
    expect((await verifyJournal(port, nodeSha256)).sound).toBe(true);
  });
});
