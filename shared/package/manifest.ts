import { byPath, type ArchiveFile } from '../basics/archive';
import { digestOf, type Digest, type Sha256 } from '../basics/sha256';

/** Path → digest of a manifest. */
export type Manifest = ReadonlyMap<string, Digest>;

const LINE = /^([0-9a-f]{64})  ([^\s\\*][^\\\p{Cc}]*)$/u;

/**
 * A manifest as `sha256sum -c` reads it (RFC 8493 2.1.3): digest, two blanks, path; sorted by path. Both manifests are written here:
 * what is to be signed later is exactly the tag manifest's bytes.
 */
export async function manifestText(files: readonly ArchiveFile[], sha256: Sha256): Promise<string> {
  const lines: string[] = [];
  for (const file of [...files].sort(byPath)) lines.push(`${await digestOf(sha256, file.bytes)}  ${file.path}\n`);
  return lines.join('');
}

/** Reads a manifest; null when a line is not of our form, a path stands twice, or the lines are not sorted. */
export function parseManifest(text: string): Manifest | null {
  if (!text.endsWith('\n')) return null;
  const manifest = new Map<string, Digest>();
  let previous = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const match = LINE.exec(line);
    const path = match?.[2];
    if (path === undefined || path <= previous) return null;
    manifest.set(path, match![1]!);
    previous = path;
  }
  return manifest;
}
