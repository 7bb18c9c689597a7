import { crc32Digits } from '../basics/crc32';
import type { Entry } from './entry';
import { entryText } from './entry-text';

/** What every line begins with; the eight digits of the checksum follow, and the checksum covers all bytes after them. */
export const LINE_START = '{"crc":"';
export const CRC_END = LINE_START.length + 8;

const NEWLINE = 0x0a;
const encoder = new TextEncoder();

/**
 * The line of an entry, with its newline: the RFC 8785 form of {crc, hash, header, items}, UTF-8. crc is the CRC-32 of
 * the bytes after it up to the newline: it tells rot of the disk from an alteration, and it covers sealed items, whose
 * commitments cannot be checked without the key. Throws TypeError when a value has no JSON form.
 */
export function encodeEntry(entry: Entry): Uint8Array<ArrayBuffer> {
  const text = entryText(entry);
  const line = encoder.encode(`${LINE_START}00000000${lineBody(entry.hash, text.header, text.items)}\n`);
  line.set(encoder.encode(crc32Digits(line.subarray(0, -1), CRC_END)), LINE_START.length);
  line[line.length - 1] = NEWLINE;
  return line;
}

/** The text of a line after its checksum, without the newline. */
export const lineBody = (hash: string, header: string, items: string): string =>
  `","hash":"${hash}","header":${header},"items":${items}}`;
