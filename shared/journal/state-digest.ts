import { canonicalJson } from '../basics/canonical-json';
import type { Json } from '../basics/json';
import { digestOf, type Digest, type Sha256 } from '../basics/sha256';
import type { ReplayedState } from './replay';

/** Records that are hashed together, so that no table needs one buffer for all of it. */
const CHUNK = 1000;

const encoder = new TextEncoder();
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * One digest of a replayed state: the same for the same records and the same open conflicts, whatever the order in
 * which anything arrived, whatever the salts. Per table: the RFC 8785 lines [key, value] sorted by key, a SHA-256 of
 * each thousand, a SHA-256 of those; then a SHA-256 over {conflicts, tables, v: 1}.
 */
export async function stateDigest(
  sha256: Sha256,
  state: Pick<ReplayedState, 'tables' | 'conflicts'>,
): Promise<Digest> {
  const tables: [string, Digest][] = [];
  for (const [table, records] of state.tables) {
    if (records.size > 0) tables.push([table, await recordsDigest(sha256, records)]);
  }
  const conflicts = state.conflicts
    .map(({ table, key, rivals }): Json => [table, key, rivals.map(({ entry, value }): Json => [entry.hash, value])])
    .map(canonicalJson)
    .sort(byText);
  return digestOf(sha256, encoder.encode(canonicalJson({ v: 1, tables: Object.fromEntries(tables), conflicts })));
}

async function recordsDigest(sha256: Sha256, records: ReadonlyMap<string, Json>): Promise<Digest> {
  const keys = [...records.keys()].sort(byText);
  const chunks: Digest[] = [];
  for (let from = 0; from < keys.length; from += CHUNK) {
    const lines = keys.slice(from, from + CHUNK).map((key) => `${canonicalJson([key, records.get(key)!])}\n`);
    chunks.push(await digestOf(sha256, encoder.encode(lines.join(''))));
  }
  return digestOf(sha256, encoder.encode(canonicalJson(chunks)));
}
