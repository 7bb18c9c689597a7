import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACKAGE_LIMITS, type ArchiveFile } from '../../../shared/basics/archive';
import { day } from '../../../shared/basics/day';
import { crc32 } from '../../../shared/basics/crc32';
import { unzip } from '../../../shared/engines/unzip';
import { zip } from '../../../shared/engines/zip';

const modified = day('2026-03-21');
const bytesOf = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text = name): ArchiveFile => ({ path: name, bytes: bytesOf(text) });

const refusal = (bytes: Uint8Array, limits = PACKAGE_LIMITS) => {
  const opened = unzip(bytes, limits);
  if (!opened.ok) return opened.error;
  for (const { path: name } of opened.value.entries) {
    const read = opened.value.read(name);
    if (!read.ok) return read.error;
  }
  return null;
};

/** Replaces the bytes of a name everywhere by another of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

const patched = (bytes: Uint8Array, at: number, value: number, width: 2 | 4 = 4): Uint8Array => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (width === 4) view.setUint32(at, value, true);
  else view.setUint16(at, value, true);
  return copy;
};

const endAt = (bytes: Uint8Array): number => bytes.length - 22;
const directoryAt = (bytes: Uint8Array): number => new DataView(bytes.buffer).getUint32(endAt(bytes) + 16, true);

describe('压缩包：写', () => {
  it('与时区、顺序无关，两次的字节相同', () => {
    const files = [file('data/b.json', 'b'.repeat(1000)), file('如何验证.txt'), file('data/a.pdf')];
    const whole = zip(files, modified);
    expect(zip([...files].reverse(), modified)).toEqual(whole);
    const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia'];
    const before = process.env['TZ'];
    try {
      for (const zone of zones) {
        process.env['TZ'] = zone;
        expect(zip(files, modified)).toEqual(whole);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('unzip 解得开，中文名、空文件、内容都对', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'xsb-zip-'));
    try {
      const files = [
        file('data/long.json', '学时'.repeat(50_000)),
        file('如何验证.txt'),
        file('data/empty.json', ''),
        file('data/x.pdf'),
      ];
      const archive = path.join(folder, 'a.zip');
      writeFileSync(archive, zip(files, modified));
      execFileSync('unzip', ['-q', archive, '-d', path.join(folder, 'out')], {
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      for (const one of files)
        expect(new Uint8Array(readFileSync(path.join(folder, 'out', one.path)))).toEqual(one.bytes);
      expect(execFileSync('zipinfo', ['-v', archive], { encoding: 'latin1' })).toContain('2026 Mar 21 12:00:00');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('任何内容写了再读都一样', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.(json|pdf)$/), fc.uint8Array({ maxLength: 400 })),
        (content) => {
          const files = Object.entries(content).map(([name, bytes]) => ({ path: name, bytes }));
          const opened = unzip(zip(files, modified), PACKAGE_LIMITS);
          expect(opened.ok).toBe(true);
          if (!opened.ok) return;
          expect(opened.value.entries.length).toBe(files.length);
          for (const { path: name, bytes } of files)
            expect(opened.value.read(name)).toEqual({ ok: true, value: bytes });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('两个同名文件是程序的错', () => {
    expect(() => zip([file('a.json'), file('a.json', 'x')], modified)).toThrow(/a\.json/);
  });
});

describe('压缩包：读，恶意的都按名拒绝', () => {
  const good = zip([file('data/a.json', 'a'.repeat(5000)), file('data/b.pdf', 'b'.repeat(300))], modified);

  it('好的读得出', () => expect(refusal(good)).toBeNull());

  it('不是压缩包、空的、截断的', () => {
    expect(refusal(new Uint8Array(0))).toEqual({ kind: 'not-a-zip' });
    expect(refusal(bytesOf('这不是压缩包'.repeat(20)))).toEqual({ kind: 'not-a-zip' });
    for (let length = 0; length < good.length; length++)
      expect(refusal(good.slice(0, length)), String(length)).not.toBeNull();
  });

  it.each([
    ['data/a.json', '../../../ab', 'path-escapes'],
    ['data/a.json', '/data/a.jso', 'path-escapes'],
    ['data/a.json', 'C:/ta/a.jso', 'path-escapes'],
    ['data/a.json', 'data\\..\\a.j', 'path-escapes'],
    ['data/a.json', 'data//a.jso', 'path-escapes'],
    ['data/a.json', 'data/./a.js', 'path-escapes'],
    ['data/a.json', 'd/__proto__', 'path-reserved'],
  ])('%s 改成 %s：%s', (from, to, kind) => {
    expect(refusal(renamed(good, from, to))).toMatchObject({ kind, path: to });
  });

  it('两个同名', () => {
    const two = zip([file('data/a.json'), file('data/b.json')], modified);
    expect(refusal(renamed(two, 'data/b.json', 'data/a.json'))).toEqual({
      kind: 'duplicate-path',
      path: 'data/a.json',
    });
  });

  it('条目太多、总量太大、单个太大，都在解压之前', () => {
    expect(refusal(good, { ...PACKAGE_LIMITS, entries: 1 })).toEqual({ kind: 'too-many-entries' });
    expect(refusal(good, { ...PACKAGE_LIMITS, totalBytes: 5299 })).toEqual({ kind: 'too-large' });
    expect(refusal(good, { ...PACKAGE_LIMITS, entryBytes: 4999 })).toEqual({
      kind: 'entry-too-large',
      path: 'data/a.json',
    });
    const bomb = patched(good, directoryAt(good) + 24, 4_000_000_000);
    expect(refusal(bomb)).toEqual({ kind: 'entry-too-large', path: 'data/a.json' });
  });

  it('写的大小与内容不符：少报的不会撑爆内存，多报的也不行', () => {
    const at = directoryAt(good) + 24;
    expect(refusal(patched(good, at, 10))).toEqual({ kind: 'size-lies', path: 'data/a.json' });
    expect(refusal(patched(good, at, 6000))).toEqual({ kind: 'size-lies', path: 'data/a.json' });
  });

  it('很小的文件展开成很大、又少报大小：读到所写的大小就停', () => {
    const bomb = zip([{ path: 'a.json', bytes: new Uint8Array(16 * 1024 ** 2) }], modified);
    expect(bomb.length).toBeLessThan(20_000);
    expect(refusal(patched(bomb, directoryAt(bomb) + 24, 1000))).toEqual({ kind: 'size-lies', path: 'a.json' });
    expect(refusal(bomb)).toBeNull();
  });

  it('重叠的条目（小文件冒充很多大文件）', () => {
    const two = zip([file('a.pdf', 'x'.repeat(500)), file('b.pdf', 'x'.repeat(500))], modified);
    const second = directoryAt(two) + 46 + 'a.pdf'.length;
    expect(refusal(patched(two, second + 42, 0))).toEqual({ kind: 'damaged', path: 'b.pdf' });
  });

  it('加密的、Zip64 的、未知压缩方法的', () => {
    const at = directoryAt(good);
    expect(refusal(patched(good, at + 8, 0x0801, 2))).toMatchObject({ kind: 'encrypted' });
    expect(refusal(patched(good, at + 10, 99, 2))).toMatchObject({ kind: 'unsupported' });
    expect(refusal(patched(good, at + 42, 0xffffffff))).toMatchObject({ kind: 'unsupported' });
  });

  it('任何一个内容字节变了，校验和都看得出', () => {
    const start = 30 + 'data/a.json'.length;
    for (let at = start; at < start + 20; at++) {
      const bent = good.slice();
      bent[at]! ^= 4;
      expect(refusal(bent)).not.toBeNull();
    }
  });

  it('随意改动或截断：只拒绝，从不抛错，也不改动全局对象', () => {
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(good.length),
        (at, xor, length) => {
          const bent = good.slice();
          bent[at]! ^= xor;
          refusal(bent);
          refusal(bent.slice(0, length));
        },
      ),
      { numRuns: 500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

it('CRC-32 的标准例子', () => expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926));
