import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/basics/canonical-json';
import { instant } from '../../../shared/basics/instant';
import type { Json } from '../../../shared/basics/json';
import { buildEntry } from '../../../shared/journal/build-entry';
import { crc32Digits as crc32 } from '../../../shared/basics/crc32';
import { decodeEntry } from '../../../shared/journal/decode-entry';
import { encodeEntry } from '../../../shared/journal/encode-entry';
import type { Entry } from '../../../shared/journal/entry';
import { entryMaker, sets } from '../../fakes/entry-maker';
import { nodeCrc32, nodeDigest as sha, nodeSha256 } from '../../fakes/journal-ports';

const CHAIN = 'device-a.1-0000abcd';
const text = (line: Uint8Array): string => new TextDecoder().decode(line);
const read = (line: Uint8Array) => decodeEntry(line.subarray(0, -1));
/** A line with another text, and a checksum that fits it. */
function forged(line: Uint8Array, change: (text: string) => string): Uint8Array {
  const changed = change(text(line).slice(0, -1));
  const bytes = new TextEncoder().encode(changed);
  bytes.set(new TextEncoder().encode(crc32(bytes, 16)), 8);
  return bytes;
}

/** One entry whose every byte is fixed: what version 1 looks like, for ever. */
async function goldenEntry(): Promise<Entry> {
  let salt = 0;
  return buildEntry(
    {
      chain: CHAIN,
      head: { chain: CHAIN, seq: 6, hash: 'ab'.repeat(32) },
      kind: 'attendance.mark',
      parents: ['cd'.repeat(32)],
      time: instant(Date.UTC(2026, 2, 16, 0, 30)),
      operator: '班主任',
      reason: '迟到改为出勤',
      changes: [
        { table: 'marks', key: 's1:e1', before: null, after: { kind: 'attended', late: 0, early: 0 } },
        { table: 'marks', key: 's1:e2', before: { kind: 'absent' }, after: null },
      ],
      import: { id: 'import-1', part: 1, parts: 2 },
    },
    nodeSha256,
    (length) => new Uint8Array(length).fill(++salt),
  );
}

describe('the format of version 1', () => {
  it('writes exactly these bytes', async () => {
    const plain = [
      '{"after":{"early":0,"kind":"attended","late":0},"before":null,"key":"s1:e1","table":"marks"}',
      '{"after":null,"before":{"kind":"absent"},"key":"s1:e2","table":"marks"}',
    ];
    const commitments = plain.map((item, i) => sha(new Uint8Array(16).fill(i + 1), item));
    const header =
      `{"chain":"device-a.1-0000abcd","import":{"id":"import-1","part":1,"parts":2},"items":["${commitments[0]}","${commitments[1]}"],` +
      `"kind":"attendance.mark","operator":"班主任","parents":["${'cd'.repeat(32)}"],"prevHash":"${'ab'.repeat(32)}","reason":"迟到改为出勤",` +
      `"seq":7,"time":"2026-03-16T00:30:00.000Z","v":1}`;
    const items =
      `[{"after":{"early":0,"kind":"attended","late":0},"before":null,"enc":"none","key":"s1:e1","salt":"${'01'.repeat(16)}","table":"marks"},` +
      `{"after":null,"before":{"kind":"absent"},"enc":"none","key":"s1:e2","salt":"${'02'.repeat(16)}","table":"marks"}]`;
    const body = `","hash":"${sha(header)}","header":${header},"items":${items}}`;
    const line = text(encodeEntry(await goldenEntry()));
    expect(line).toBe(`{"crc":"${nodeCrc32(body)}${body}\n`);
  });

  it('has not changed since it was fixed', async () => {
    const line = encodeEntry(await goldenEntry());
    expect(text(line).slice(0, 16)).toBe('{"crc":"4c528c8c');
    expect(sha(line)).toBe('1e24566db0bf4b1a29f7ed5735574617387b6991c3ce9d77ecd976fa6f0cae28');
  });

  it('is canonical JSON, readable with any JSON tool', async () => {
    const line = text(encodeEntry(await goldenEntry()));
    expect(line.endsWith('\n')).toBe(true);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(canonicalJson(JSON.parse(line) as Json)).toBe(line.slice(0, -1));
  });

  it('takes the CRC-32 of gzip', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe('cbf43926');
    expect(crc32(new Uint8Array(0))).toBe('00000000');
    expect(crc32(new TextEncoder().encode('xx123456789'), 2)).toBe('cbf43926');
  });
});

describe('reading a line', () => {
  it('gives back what was written', async () => {
    const entry = await goldenEntry();
    const found = read(encodeEntry(entry));
    expect(found).toMatchObject({ ok: true, value: { entry } });
  });

  it('accepts erased and sealed items', async () => {
    const entry = await goldenEntry();
    const changed: Entry = {
      ...entry,
      items: [null, { table: 'marks', key: 's1:e2', enc: 'aes-256-gcm', cipher: 'AAAA' }],
    };
    const found = read(encodeEntry(changed));
    expect(found).toMatchObject({ ok: true, value: { entry: changed, text: { plain: [null, null] } } });
    expect(text(encodeEntry(changed))).toContain(entry.hash);
  });

  it('refuses an unknown version by its name', async () => {
    const line = forged(encodeEntry(await goldenEntry()), (json) => json.replace('"v":1}', '"v":2}'));
    expect(decodeEntry(line)).toEqual({
      ok: false,
      error: { code: 'unknown-version', version: 2, detail: 'journal version 2' },
    });
    const without = forged(encodeEntry(await goldenEntry()), (json) => json.replace(',"v":1}', '}'));
    expect(decodeEntry(without)).toMatchObject({ ok: false, error: { code: 'unknown-version', version: null } });
  });

  it.each([
    ['a member too many', (json: string) => json.replace('"v":1}', '"v":1,"w":1}')],
    ['a member twice', (json: string) => json.replace('"seq":7', '"seq":7,"seq":7')],
    ['a member missing', (json: string) => json.replace('"operator":"班主任",', '')],
    ['white space', (json: string) => json.replace('"seq":7', '"seq": 7')],
    [
      'another order',
      (json: string) =>
        json.replace('"seq":7,"time":"2026-03-16T00:30:00.000Z"', '"time":"2026-03-16T00:30:00.000Z","seq":7'),
    ],
    ['an escape that is not needed', (json: string) => json.replace('班', '\\u73ed')],
    ['a number in another form', (json: string) => json.replace('"late":0', '"late":0.0')],
    ['a fractional entry number', (json: string) => json.replace('"seq":7', '"seq":7.5')],
    ['entry number 0', (json: string) => json.replace('"seq":7', '"seq":0')],
    ['a hash in capitals', (json: string) => json.replace('abab', 'ABab')],
    ['fewer items than commitments', (json: string) => json.replace(/,\{"after":null.*?\}(?=\])/, '')],
    ['an unknown encryption', (json: string) => json.replace('"enc":"none"', '"enc":"rot13"')],
    ['a part beyond the parts', (json: string) => json.replace('"part":1', '"part":3')],
    ['a chain that is a path', (json: string) => json.replace('device-a.1-0000abcd', '../../e.1-0000abcd')],
    ['a local time', (json: string) => json.replace('00.000Z', '00.000+08:00')],
    ['an array as header', (json: string) => json.replace(/"header":\{.*?"v":1\}/, '"header":[{"v":1}]')],
    ['JSON that ends early', (json: string) => json.slice(0, -1)],
    [
      'nesting without end',
      (json: string) => json.replace('"late":0', `"late":${'['.repeat(200_000)}${']'.repeat(200_000)}`),
    ],
  ])('refuses %s', async (_what, change) => {
    const line = encodeEntry(await goldenEntry());
    const found = decodeEntry(forged(line, change));
    expect(text(forged(line, change))).not.toBe(text(line).slice(0, -1));
    expect(found.ok).toBe(false);
  });

  it('refuses what is no entry at all', () => {
    for (const junk of [
      '',
      '\0\0\0\0',
      '{}',
      'null',
      '{"crc":"00000000"',
      '{"crc":"00000000","hash":',
      'x'.repeat(5000),
    ]) {
      expect(decodeEntry(new TextEncoder().encode(junk)).ok).toBe(false);
    }
    expect(decodeEntry(new Uint8Array([0xff, 0xfe, 0xfd])).ok).toBe(false);
  });

  it('`__proto__` in a record is a member like any other and changes nothing else', async () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ) as Json;
    const entry = await entryMaker(1).make(CHAIN, [
      { table: '__proto__', key: '__proto__', before: null, after: hostile },
    ]);
    const found = read(encodeEntry(entry));
    expect(found.ok).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(text(encodeEntry(entry))).toContain('{"__proto__":{"polluted":true}');
  });
});

/** Any value that a record can have. */
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
const name = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((value) => value.isWellFormed());

describe('for any entry', () => {
  it('decode gives back what encode was given, and there is one form only', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, name, json, json), { maxLength: 5 }),
        name,
        name,
        fc.option(name),
        async (items, kind, operator, reason) => {
          const entry = await buildEntry(
            {
              chain: CHAIN,
              head: null,
              kind,
              parents: [],
              time: instant(0),
              operator,
              ...(reason === null ? {} : { reason }),
              changes: items.map(([table, key, before, after]) => ({ table, key, before, after })),
            },
            nodeSha256,
            (length) => new Uint8Array(length),
          );
          const found = read(encodeEntry(entry));
          expect(found.ok && encodeEntry(found.value.entry)).toEqual(encodeEntry(entry));
          expect(found.ok && found.value.entry.hash).toBe(entry.hash);
        },
      ),
    );
  });

  it('every change of one byte of its line is refused', { timeout: 60_000 }, async () => {
    const maker = entryMaker(2);
    const plain = await maker.make(CHAIN, [sets('p1', { name: '张三', late: 6 }), sets('p2', null)]);
    const sealed: Entry = {
      ...plain,
      items: [null, { table: 'persons', key: 'p2', enc: 'aes-256-gcm', cipher: 'c2VhbGVk' }],
    };
    for (const entry of [plain, sealed]) {
      const line = encodeEntry(entry).subarray(0, -1);
      for (let at = 0; at < line.length; at++) {
        const kept = line[at]!;
        for (let value = 0; value < 256; value++) {
          if (value === kept) continue;
          line[at] = value;
          if (decodeEntry(line).ok) throw new Error(`byte ${at} as ${value} is accepted`);
        }
        line[at] = kept;
      }
      expect(decodeEntry(line).ok).toBe(true);
    }
  });
});
