import { deflateSync } from 'fflate';
import { byPath, type ArchiveFile } from '../basics/archive';
import { concatBytes } from '../basics/concat-bytes';
import { dateOf, monthOf, yearOf, type Day } from '../basics/day';
import { crc32 } from '../basics/crc32';

/** Already compressed: deflating them again costs time and saves nothing. */
const STORED = /\.(pdf|xlsx|docx|zip|jpe?g|png|webp|mp4|gz)$/i;
const VERSION = 20;
/** Made "on Unix": only then do Info-ZIP's tools take the UTF-8 flag at its word; hence also a file mode, rw-r--r--. */
const MADE_ON_UNIX = (3 << 8) | VERSION;
const FILE_MODE = (0o100644 << 16) >>> 0;
const UTF8_NAMES = 0x0800;
const NOON = 12 << 11;

interface Directory {
  readonly header: Uint8Array;
  readonly name: Uint8Array;
}

/**
 * A zip file (PKWARE APPNOTE 6.3.10) of these files, piece by piece, so that a large one need not lie in memory twice.
 * The same files and day give the same bytes on every machine: names sorted, every time is noon of `modified`, sizes
 * stand in front of the data (no data descriptors), no zone, no extra fields. Throws on equal paths, on more than
 * 65,534 files and at 4 GB: what must become larger needs Zip64.
 */
function* zipPieces(files: readonly ArchiveFile[], modified: Day): Generator<Uint8Array> {
  if (files.length > 65_534) throw new RangeError('too many files for a zip without Zip64');
  const date = ((yearOf(modified) - 1980) << 9) | (monthOf(modified) << 5) | dateOf(modified);
  const directories: Directory[] = [];
  let offset = 0;
  let previous: string | null = null;
  for (const file of [...files].sort(byPath)) {
    if (file.path === previous) throw new RangeError(`two files with the path ${file.path}`);
    previous = file.path;
    const name = new TextEncoder().encode(file.path);
    const stored = STORED.test(file.path) || file.bytes.length === 0;
    const data = stored ? file.bytes : deflateSync(file.bytes, { level: 6 });
    const common = fields([
      [VERSION, 2],
      [UTF8_NAMES, 2],
      [stored ? 0 : 8, 2],
      [NOON, 2],
      [date, 2],
      [crc32(file.bytes), 4],
      [data.length, 4],
      [file.bytes.length, 4],
      [name.length, 2],
      [0, 2],
    ]);
    const local = concatBytes([fields([[0x04034b50, 4]]), common, name]);
    directories.push({
      header: concatBytes([
        fields([
          [0x02014b50, 4],
          [MADE_ON_UNIX, 2],
        ]),
        common,
        fields([
          [0, 2],
          [0, 2],
          [0, 2],
          [FILE_MODE, 4],
          [offset, 4],
        ]),
      ]),
      name,
    });
    offset += local.length + data.length;
    if (offset >= 2 ** 32 - 1) throw new RangeError('too large for a zip without Zip64');
    yield local;
    yield data;
  }
  const directory = concatBytes(directories.flatMap(({ header, name }) => [header, name]));
  yield directory;
  yield fields([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  ]);
}

/** The whole zip file at once; see zipPieces. */
export const zip = (files: readonly ArchiveFile[], modified: Day): Uint8Array<ArrayBuffer> =>
  concatBytes([...zipPieces(files, modified)]);

/** Little-endian numbers of the given widths, one after the other. */
function fields(list: readonly (readonly [value: number, width: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((n, [, width]) => n + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of list) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}
