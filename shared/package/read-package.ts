import {
  PACKAGE_LIMITS,
  type Archive,
  type ArchiveFile,
  type ArchiveLimits,
  type ArchiveRefusal,
} from '../basics/archive';
import type { Day } from '../basics/day';
import { fail, ok, type Result } from '../basics/result';
import type { Sha256 } from '../basics/sha256';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { RECORDS, type Registry } from '../records/registry';
import type { ParsedPackage } from './package-content';
import { archiveProblem, parsePackage } from './parse-package';

/** What reading a package needs from outside: the engines of zip files and a digest. */
export interface PackagePorts {
  readonly zip: (files: readonly ArchiveFile[], modified: Day) => Uint8Array<ArrayBuffer>;
  readonly unzip: (bytes: Uint8Array, limits: ArchiveLimits) => Result<Archive, ArchiveRefusal>;
  readonly sha256: Sha256;
}

/**
 * An accepted package. notices: 'package-repacked' = the content is as sealed, but the file is not the one that was written; and
 * what the parser found that is no reason to refuse.
 */
export interface ReadPackage {
  readonly package: ParsedPackage;
  readonly notices: readonly Problem[];
}

/**
 * Opens, checks and accepts the bytes of a package zip. The container itself is compared too: whoever unpacks and packs again
 * changes nothing that counts, but it shows.
 */
export async function readPackage(
  bytes: Uint8Array,
  { zip, unzip, sha256 }: PackagePorts,
  registry: Registry = RECORDS,
): Promise<Result<ReadPackage, Problem>> {
  const archive = unzip(bytes, PACKAGE_LIMITS);
  if (!archive.ok) return fail(archiveProblem(archive.error));
  const parsed = await parsePackage(archive.value, sha256, registry);
  if (!parsed.ok) return parsed;
  const files = archive.value.entries.map(({ path }): ArchiveFile => ({ path, bytes: parsed.value.read(path)! }));
  const repacked = !isEqual(zip(files, parsed.value.index.sealedOn), bytes);
  const { notices } = parsed.value;
  return ok({ package: parsed.value, notices: repacked ? [problem('package-repacked'), ...notices] : notices });
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
