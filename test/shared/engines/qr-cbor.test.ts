import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cbor } from '../../../shared/engines/cbor';
import { QR_LARGEST_BYTES, qrMatrix, qrPng } from '../../../shared/engines/qr';

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('二维码', () => {
  it('印出来的图读得回同样的文字，包括生僻字', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'xsb-qr-'));
    try {
      const text = 'XSB1|JC-2026-3-0001|欧阳𬱖|资料员|2025|34/24|2026-03-21|0123456789abcdef';
      const png = path.join(folder, 'qr.png');
      const large = path.join(folder, 'large.png');
      writeFileSync(png, qrPng(text));
      // zbar wants several pixels per module.
      execFileSync('python3', ['-c', PNG_TIMES_8, png, large]);
      const read = execFileSync('zbarimg', ['-q', '--raw', large], { encoding: 'utf8' }).trim();
      expect(read).toBe(text);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('230 字节放得下，231 不收', () => {
    expect(qrMatrix('x'.repeat(QR_LARGEST_BYTES)).length).toBeLessThanOrEqual(61);
    expect(() => qrMatrix('x'.repeat(QR_LARGEST_BYTES + 1))).toThrow(/231/);
    expect(() => qrMatrix('学'.repeat(77))).toThrow(/231/);
  });

  it('同样的文字同样的字节', () => expect(qrPng('a')).toEqual(qrPng('a')));
});

describe('CBOR（RFC 8949 附录 A 的例子）', () => {
  it.each([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [100, '1864'],
    [1000, '1903e8'],
    [1_000_000, '1a000f4240'],
    [-1, '20'],
    [-100, '3863'],
    [-1000, '3903e7'],
    [1.1, 'fb3ff199999999999a'],
    [1e300, 'fb7e37e43c8800759c'],
    [false, 'f4'],
    [true, 'f5'],
    [null, 'f6'],
    ['', '60'],
    ['IETF', '6449455446'],
    ['水', '63e6b0b4'],
    ['\u{10151}', '64f0908591'],
    [Uint8Array.of(1, 2, 3, 4), '4401020304'],
    [[1, [2, 3], [4, 5]], '8301820203820405'],
    [{ a: 1, b: [2, 3] }, 'a26161016162820203'],
    [{ a: 1, b: undefined }, 'a1616101'],
  ])('%j', (value, expected) => expect(hexOf(cbor(value))).toBe(expected));

  it('比缓冲区大得多的内容', () => {
    const long = 'x'.repeat(100_000);
    const bytes = cbor([long]);
    expect(bytes.length).toBe(1 + 5 + 100_000);
    expect(new TextDecoder().decode(bytes.subarray(6))).toBe(long);
  });
});

const PNG_TIMES_8 = `
import sys, zlib, struct
data = open(sys.argv[1], 'rb').read()
size = struct.unpack('>I', data[16:20])[0]
at = 8; idat = b''
while at < len(data):
    n = struct.unpack('>I', data[at:at+4])[0]
    if data[at+4:at+8] == b'IDAT': idat += data[at+8:at+8+n]
    at += 12 + n
raw = zlib.decompress(idat); stride = 1 + (size + 7) // 8
rows = b''
for y in range(size):
    bits = raw[y*stride+1:(y+1)*stride]
    line = b'\\0' + bits  # every bit becomes a byte of eight equal bits
    line = b'\\0' + bytes(255 if bits[x >> 3] & (128 >> (x & 7)) else 0 for x in range(size))
    rows += line * 8
def chunk(t, d): return struct.pack('>I', len(d)) + t + d + struct.pack('>I', zlib.crc32(t + d))
open(sys.argv[2], 'wb').write(data[:8] + chunk(b'IHDR', struct.pack('>IIBBBBB', size*8, size*8, 1, 0, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
`;
