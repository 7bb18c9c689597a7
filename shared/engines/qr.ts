import { zlibSync } from 'fflate';
import { encode } from 'uqr';
import { concatBytes } from '../basics/concat-bytes';
import { crc32 } from '../basics/crc32';

/** A code printed at 25 mm with more than this would have modules too fine for a copy of a copy. */
export const QR_LARGEST_BYTES = 230;
/** ISO/IEC 18004: four modules of quiet on every side. */
const QUIET = 4;

/**
 * The modules of a QR code, true = dark, without the quiet zone: error correction M, mask chosen by the standard's rules.
 * Throws when the text is longer than 230 bytes in UTF-8.
 */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > QR_LARGEST_BYTES) throw new RangeError(`${bytes.length} bytes do not go into our QR code`);
  return encode(bytes, { ecc: 'M', border: 0 }).data;
}

/** The QR code as a PNG of one bit per pixel and one pixel per module, with its quiet zone: a few hundred bytes. */
export function qrPng(text: string): Uint8Array {
  const matrix = qrMatrix(text);
  const size = matrix.length + 2 * QUIET;
  const stride = 1 + Math.ceil(size / 8);
  const rows = new Uint8Array(stride * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const dark = matrix[y - QUIET]?.[x - QUIET] ?? false;
      if (!dark) rows[y * stride + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header[8] = 1;
  return concatBytes([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** A PNG chunk (ISO/IEC 15948): length, type, data, CRC over type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatBytes([new TextEncoder().encode(type), data]);
  const frame = new Uint8Array(8 + body.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, data.length);
  frame.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return frame;
}
