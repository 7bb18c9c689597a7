import { PACKAGE_LIMITS, type ArchiveFile } from '../../../shared/basics/archive';
import { unzip } from '../../../shared/engines/unzip';
import { zip } from '../../../shared/engines/zip';
import { makePackage } from '../../../shared/package/make-package';
import { JUDGED_ON, sampleClass } from '../documents/sample-class';
import { ports } from './sample-package';
import { sampleRecord } from './sample-record';

/** A good package of a small class. */
export async function goodPackage(): Promise<Uint8Array> {
  const result = await makePackage(sampleRecord(sampleClass(8)), ports);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.bytes;
}

/** The files of a package, to be changed and packed again. */
export function filesOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const archive = unzip(bytes, PACKAGE_LIMITS);
  if (!archive.ok) throw new Error(archive.error.kind);
  return new Map(
    archive.value.entries.map(({ path }) => {
      const read = archive.value.read(path);
      if (!read.ok) throw new Error(read.error.kind);
      return [path, read.value];
    }),
  );
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const list = (files: ReadonlyMap<string, Uint8Array>): ArchiveFile[] =>
  [...files].map(([path, bytes]) => ({ path, bytes }));
export const packed = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => zip(list(files), JUDGED_ON);
