import { readFileSync } from 'node:fs';
import { PACKAGE_LIMITS, type ArchiveFile } from '../../../shared/basics/archive';
import { unzip } from '../../../shared/engines/unzip';
import { zip } from '../../../shared/engines/zip';
import { makePackage } from '../../../shared/package/make-package';
import { manifestText } from '../../../shared/package/manifest';
import { nodeSha256 } from '../documents/node-sha256';
import { JUDGED_ON, sampleClass } from '../documents/sample-class';
import { ports } from './sample-package';
import { sampleRecord } from './sample-record';

/** A good package of a small class. */
export async function goodPackage(): Promise<Uint8Array> {
  const result = await makePackage(sampleRecord(sampleClass(8)), ports);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.bytes;
}

/** A package that was sealed in November 2026, before records were described once: annual, exchange or dangling-merge. */
export const sealedPackage = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}.zip`, import.meta.url)));

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

/** What a forger with our program's knowledge would do: change a file and make every digest right again. */
export async function forgedFrom(
  good: Uint8Array,
  change: (files: Map<string, Uint8Array>) => void,
): Promise<Uint8Array> {
  const files = filesOf(good);
  change(files);
  const payload = list(files).filter(({ path }) => path.startsWith('data/'));
  const info = new TextDecoder().decode(files.get('bag-info.txt')!);
  const oxum = `Payload-Oxum: ${payload.reduce((n, { bytes }) => n + bytes.length, 0)}.${payload.length}`;
  files.set('bag-info.txt', utf8(info.replace(/^Payload-Oxum: .*$/m, oxum)));
  files.set('manifest-sha256.txt', utf8(await manifestText(payload, nodeSha256)));
  const tags = list(files).filter(({ path }) => !path.startsWith('data/') && path !== 'tagmanifest-sha256.txt');
  files.set('tagmanifest-sha256.txt', utf8(await manifestText(tags, nodeSha256)));
  return packed(files);
}
