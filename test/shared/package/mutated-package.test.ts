import { beforeAll, expect, it } from 'vitest';
import { readPackage } from '../../../shared/package/read-package';
import { PROBLEM_CODES } from '../../../shared/problems/catalogue';
import { filesOf, goodPackage, packed } from './package-surgery';
import { ports } from './sample-package';

/** So many mutated packages; more in a long run: XSB_MUTATIONS=10000 XSB_SEED=7. */
const MUTATIONS = Number(process.env['XSB_MUTATIONS'] ?? 1_000);
const SEED = Number(process.env['XSB_SEED'] ?? 20_260_324);

let good: Uint8Array;
beforeAll(async () => {
  good = await goodPackage();
}, 60_000);

/** null = accepted without a word; else the code of the refusal or of the first notice. */
async function verdict(bytes: Uint8Array): Promise<string | null> {
  const result = await readPackage(bytes, ports);
  if (!result.ok) return result.error.code;
  return result.value.notices[0]?.code ?? null;
}

/** mulberry32: the same seed gives the same mutations. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function mutated(random: (below: number) => number): { readonly what: string; readonly bytes: Uint8Array } {
  const at = random(good.length);
  const copy = good.slice();
  switch (random(9)) {
    case 0:
      copy[at]! ^= 1 << random(8);
      return { what: `bit at ${at}`, bytes: copy };
    case 1:
      copy[at] = random(256);
      return { what: `byte at ${at}`, bytes: copy };
    case 2:
      return { what: `cut at ${at}`, bytes: good.slice(0, at) };
    case 3: {
      const bytes = new Uint8Array(good.length + 1);
      bytes.set(good.subarray(0, at));
      bytes[at] = random(256);
      bytes.set(good.subarray(at), at + 1);
      return { what: `insert at ${at}`, bytes };
    }
    case 4: {
      const length = 1 + random(64);
      const bytes = new Uint8Array(good.length - Math.min(length, good.length - at));
      bytes.set(good.subarray(0, at));
      bytes.set(good.subarray(at + length), at);
      return { what: `remove ${length} at ${at}`, bytes };
    }
    case 5: {
      const length = 1 + random(256);
      const from = random(good.length);
      copy.set(good.subarray(from, from + Math.min(length, good.length - from, good.length - at)), at);
      return { what: `copy ${length} from ${from} to ${at}`, bytes: copy };
    }
    case 6:
    case 7: {
      // Packed again with the right checksums: only the digests can tell.
      const files = filesOf(good);
      const [path, bytes] = [...files][random(files.size)]!;
      const bent = bytes.slice();
      bent[random(bent.length)]! ^= 1 << random(8);
      return { what: `bit inside ${path}`, bytes: packed(files.set(path, bent)) };
    }
    default: {
      const length = 1 + random(32);
      copy.fill(random(2) * 255, at, at + length);
      return { what: `fill ${length} at ${at}`, bytes: copy };
    }
  }
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

it(`改动过的 ${MUTATIONS} 个包（种子 ${SEED}）全部被拒绝或标出`, { timeout: 600_000 }, async () => {
  expect(await verdict(good)).toBeNull();
  const random = randomFrom(SEED);
  const codes = new Map<string, number>();
  let done = 0;
  while (done < MUTATIONS) {
    const { what, bytes } = mutated(random);
    if (isEqual(bytes, good)) continue;
    const code = await verdict(bytes);
    expect(code, what).not.toBeNull();
    expect(PROBLEM_CODES as readonly string[], what).toContain(code);
    codes.set(code!, (codes.get(code!) ?? 0) + 1);
    done += 1;
  }
  console.info([...codes].map(([code, n]) => `${code} ${n}`).join(' · '));
  expect(Object.keys(Object.prototype)).toEqual([]);
});
