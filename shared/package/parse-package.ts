import { assertNever } from '../basics/assert-never';
import type { Archive, ArchiveRefusal } from '../basics/archive';
import { canonicalJson } from '../basics/canonical-json';
import type { Json } from '../basics/json';
import { fail, ok, type Result } from '../basics/result';
import { digestOf, type Sha256 } from '../basics/sha256';
import type { Problem } from '../problems/problem';
import type { PackageRecord } from '../records/package-record';
import { parseOxum, payloadSize } from './bag-info';
import { contradictionIn } from './contradiction-in';
import { parseManifest } from './manifest';
import type { PackageFindings, PackageIndex, ParsedPackage } from './package-content';
import type { PackageFacts } from './package-facts';
import {
  BAG_INFO,
  BAGIT,
  BAGIT_TXT,
  FACTS,
  FINDINGS,
  HEADS,
  INDEX,
  isPayloadPath,
  MANIFEST,
  PACKAGE_FORMAT,
  PACKAGE_FORMAT_VERSION,
  REQUIRED_PAYLOAD,
  TAG_FILES,
  TAG_MANIFEST,
} from './package-format';
import { FACTS_SHAPE, FINDINGS_SHAPE, HEADS_SHAPE, INDEX_SHAPE } from './package-schema';
import type { Shape } from './shape';

type Refused = { readonly ok: false; readonly error: Problem };

const refuse = (code: string, values?: { readonly [name: string]: Json }): Refused =>
  fail({ code, level: 'error', ...(values && { values }) } as Problem);

/** Why the container could not be opened, in the words of packages. */
export const archiveProblem = ({ kind, path }: ArchiveRefusal): Problem =>
  refuse(refusalCode(kind), { path: path ?? '' }).error;

function refusalCode(kind: ArchiveRefusal['kind']): string {
  switch (kind) {
    case 'encrypted':
      return 'package-encrypted';
    case 'not-a-zip':
      return 'package-not-zip';
    case 'too-many-entries':
    case 'too-large':
    case 'entry-too-large':
      return 'package-too-large';
    case 'path-escapes':
    case 'path-reserved':
    case 'duplicate-path':
    case 'size-lies':
      return 'package-hostile';
    case 'damaged':
    case 'unsupported':
    case 'checksum':
    case 'no-such-entry':
      return 'package-damaged';
    default:
      return assertNever(kind);
  }
}

/**
 * Reads a package from anywhere: version → shape → limits → digests → schema → accept; every refusal is a named problem, nothing
 * is kept of a refused package. The archive was opened with PACKAGE_LIMITS, so sizes and paths are within them already.
 */
export async function parsePackage(archive: Archive, sha256: Sha256): Promise<Result<ParsedPackage, Problem>> {
  const version = checkVersion(archive);
  if (version) return version;
  const shape = checkShape(archive);
  if (shape) return shape;
  const files = new Map<string, Uint8Array>();
  for (const { path } of archive.entries) {
    const read = archive.read(path);
    if (!read.ok) return fail(archiveProblem(read.error));
    files.set(path, read.value);
  }
  const digests = await checkDigests(files, sha256);
  if (digests) return digests;

  const index = readJson<PackageIndex>(files, INDEX, INDEX_SHAPE);
  if (!index.ok) return index;
  const facts = readJson<PackageFacts>(files, FACTS, FACTS_SHAPE);
  if (!facts.ok) return facts;
  const findings = readJson<PackageFindings>(files, FINDINGS, FINDINGS_SHAPE);
  if (!findings.ok) return findings;
  const heads = readJson<PackageRecord['heads']>(files, HEADS, HEADS_SHAPE);
  if (!heads.ok) return heads;
  const parsed = { index: index.value, facts: facts.value, findings: findings.value, heads: heads.value };
  const contradiction = contradictionIn(parsed, files, textOf(files.get(BAG_INFO)!) ?? '');
  if (contradiction) return refuse('package-contradiction', { what: contradiction });
  return ok({ ...parsed, read: (path) => files.get(path) ?? null });
}

function checkVersion(archive: Archive): Refused | null {
  const bagit = archive.read(BAGIT);
  const index = archive.read(INDEX);
  if (!bagit.ok || !index.ok) return refuse('package-not-ours');
  if (textOf(bagit.value) !== BAGIT_TXT) return refuse('package-not-ours');
  const value = jsonIn(index.value);
  if (typeof value !== 'object' || value === null || !('format' in value) || value['format'] !== PACKAGE_FORMAT)
    return refuse('package-not-ours');
  if (value['version'] === PACKAGE_FORMAT_VERSION) return null;
  return refuse('package-version', { version: value['version'] ?? null, known: PACKAGE_FORMAT_VERSION });
}

function checkShape({ entries }: Archive): Refused | null {
  const paths = new Set(entries.map(({ path }) => path));
  for (const path of [...TAG_FILES, ...REQUIRED_PAYLOAD])
    if (!paths.has(path)) return refuse('package-file-missing', { path });
  for (const path of paths)
    if (!TAG_FILES.includes(path) && !isPayloadPath(path)) return refuse('package-file-unknown', { path });
  return null;
}

async function checkDigests(files: ReadonlyMap<string, Uint8Array>, sha256: Sha256): Promise<Refused | null> {
  const isPayload = (path: string): boolean => path.startsWith('data/');
  const parts = [
    [MANIFEST, new Set([...files.keys()].filter(isPayload))],
    [TAG_MANIFEST, new Set([...files.keys()].filter((path) => !isPayload(path) && path !== TAG_MANIFEST))],
  ] as const;
  for (const [name, expected] of parts) {
    const manifest = parseManifest(textOf(files.get(name)!) ?? '');
    if (!manifest) return refuse('package-manifest', { path: name });
    for (const path of manifest.keys()) if (!expected.has(path)) return refuse('package-file-missing', { path });
    for (const path of expected) {
      const digest = manifest.get(path);
      if (digest === undefined) return refuse('package-file-unknown', { path });
      if ((await digestOf(sha256, files.get(path)!)) !== digest) return refuse('package-digest', { path });
    }
  }
  const oxum = parseOxum(textOf(files.get(BAG_INFO)!) ?? '');
  const { bytes, files: count } = payloadSize(files);
  return oxum?.bytes === bytes && oxum.files === count
    ? null
    : refuse('package-contradiction', { what: 'Payload-Oxum' });
}

/** A JSON file of the package: readable, in the one byte form of its value, and of the shape that this version has. */
function readJson<T>(files: ReadonlyMap<string, Uint8Array>, path: string, shape: Shape): Result<T, Problem> {
  const bytes = files.get(path)!;
  const value = jsonIn(bytes);
  if (value === undefined) return refuse('package-json', { path });
  const where = shape(value, '');
  if (where !== null) return refuse('package-schema', { path, where });
  if (!isCanonical(value, bytes)) return refuse('package-json', { path });
  return ok(value as T);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function jsonIn(bytes: Uint8Array): { readonly [key: string]: Json } | Json | undefined {
  try {
    return JSON.parse(textOf(bytes) ?? '') as Json;
  } catch {
    return undefined;
  }
}

function isCanonical(value: Json, bytes: Uint8Array): boolean {
  try {
    return canonicalJson(value) === textOf(bytes);
  } catch {
    return false;
  }
}
