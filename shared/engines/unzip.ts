import { Inflate } from 'fflate';
import type { Archive, ArchiveEntry, ArchiveLimits, ArchiveRefusal } from '../basics/archive';
import { fail, ok, type Result } from '../basics/result';
import { crc32 } from '../basics/crc32';

interface Stored extends ArchiveEntry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
}

type Refused = { readonly ok: false; readonly error: ArchiveRefusal };

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const LARGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x2041;
const PIECE = 64 * 1024;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Opens a zip file from anywhere: reads its directory only and refuses by name what is hostile or beyond the limits,
 * before a byte is inflated. Reading an entry inflates it piece by piece and stops where it grows beyond its stated size.
 * Zip64, spanned and encrypted archives are refused: nothing we read needs them.
 */
export function unzip(bytes: Uint8Array, limits: ArchiveLimits): Result<Archive, ArchiveRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return fail({ kind: 'not-a-zip' });
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    return fail({ kind: 'unsupported' });
  if (count === 0xffff || start === 0xffffffff) return fail({ kind: 'unsupported' });
  if (count > limits.entries) return fail({ kind: 'too-many-entries' });
  if (start + size !== end) return fail({ kind: 'damaged' });

  const entries = new Map<string, Stored>();
  let total = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    const next = readDirectoryEntry(bytes, view, at, end);
    if (!next.ok) return next;
    const { entry, length } = next.value;
    at += length;
    const refusal = pathRefusal(entry.path) ?? (entries.has(entry.path) ? 'duplicate-path' : null);
    if (refusal) return fail({ kind: refusal, path: entry.path });
    if (entry.size > limits.entryBytes) return fail({ kind: 'entry-too-large', path: entry.path });
    total += entry.size;
    if (total > limits.totalBytes) return fail({ kind: 'too-large' });
    entries.set(entry.path, entry);
  }
  if (at !== end) return fail({ kind: 'damaged' });
  const overlap = overlapping([...entries.values()], start);
  if (overlap) return overlap;

  return ok({
    entries: [...entries.values()].map(({ path, size: stated }) => ({ path, size: stated })),
    read: (path) => {
      const entry = entries.get(path);
      return entry ? readEntry(bytes, view, entry, start) : fail({ kind: 'no-such-entry', path });
    },
  });
}

/** Where the end record stands: the last one whose comment fills the file exactly to its end. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - LARGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

function readDirectoryEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): Result<{ entry: Stored; length: number }, ArchiveRefusal> {
  if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) return fail({ kind: 'damaged' });
  const nameLength = view.getUint16(at + 28, true);
  const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (at + length > end) return fail({ kind: 'damaged' });
  const path = utf8(bytes.subarray(at + 46, at + 46 + nameLength));
  if (path === null) return fail({ kind: 'unsupported' });
  if (view.getUint16(at + 8, true) & ENCRYPTED) return fail({ kind: 'encrypted', path });
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return fail({ kind: 'unsupported', path });
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if (packed === 0xffffffff || size === 0xffffffff || offset === 0xffffffff)
    return fail({ kind: 'unsupported', path });
  if (method === 0 && packed !== size) return fail({ kind: 'size-lies', path });
  return ok({ entry: { path, size, method, packed, offset, crc: view.getUint32(at + 16, true) }, length });
}

function pathRefusal(path: string): ArchiveRefusal['kind'] | null {
  if (path === '' || path.startsWith('/') || path.includes('\\') || path.includes('\0') || /^[a-z]:/i.test(path))
    return 'path-escapes';
  const parts = path.replace(/\/$/, '').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'path-escapes';
  return parts.some((part) => RESERVED.has(part)) ? 'path-reserved' : null;
}

/** Entries that share bytes are how a small file claims to hold terabytes. */
function overlapping(entries: readonly Stored[], directory: number): Refused | null {
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) return fail({ kind: 'damaged', path: entry.path });
    free = entry.offset + 30 + entry.packed;
    if (free > directory) return fail({ kind: 'damaged', path: entry.path });
  }
  return null;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  entry: Stored,
  directory: number,
): Result<Uint8Array, ArchiveRefusal> {
  const { path, offset } = entry;
  if (view.getUint32(offset, true) !== LOCAL) return fail({ kind: 'damaged', path });
  const nameLength = view.getUint16(offset + 26, true);
  const name = utf8(bytes.subarray(offset + 30, offset + 30 + nameLength));
  if (name !== path || view.getUint16(offset + 8, true) !== entry.method) return fail({ kind: 'damaged', path });
  const from = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (from + entry.packed > directory) return fail({ kind: 'damaged', path });
  const packed = bytes.subarray(from, from + entry.packed);
  const read = entry.method === 0 ? ok(packed.slice()) : inflate(packed, entry);
  if (!read.ok) return read;
  return crc32(read.value) === entry.crc ? read : fail({ kind: 'checksum', path });
}

function inflate(packed: Uint8Array, { path, size }: Stored): Result<Uint8Array, ArchiveRefusal> {
  const whole = new Uint8Array(size);
  let at = 0;
  let finished = false;
  let grew = false;
  const stream = new Inflate((piece, final) => {
    if (at + piece.length > size) grew = true;
    else whole.set(piece, at);
    at += piece.length;
    finished ||= final;
  });
  try {
    for (let from = 0; from < packed.length && !grew; from += PIECE) {
      stream.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
    }
  } catch {
    return fail({ kind: 'damaged', path });
  }
  return grew || at !== size
    ? fail({ kind: 'size-lies', path })
    : finished
      ? ok(whole)
      : fail({ kind: 'damaged', path });
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
