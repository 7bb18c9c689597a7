import { canonicalJson } from '../../shared/basics/canonical-json';
import type { Json } from '../../shared/basics/json';

/**
 * A digest of a set of records that a change can update without reading the others: the sum of a 128-bit hash of each
 * record, mod 2^32 in each of four lanes. Finds accidents, not forgeries; those the journal's chain finds.
 */
export class RecordDigest {
  readonly #lanes: Uint32Array;

  private constructor(lanes: Uint32Array) {
    this.#lanes = lanes;
  }

  /** The digest of no records. */
  static empty(): RecordDigest {
    return new RecordDigest(new Uint32Array(4));
  }

  /** Reads what text() gave; anything else is the digest of no records. */
  static parse(text: string): RecordDigest {
    const digest = RecordDigest.empty();
    if (/^[0-9a-f]{32}$/.test(text))
      for (let i = 0; i < 4; i++) digest.#lanes[i] = Number.parseInt(text.slice(i * 8, i * 8 + 8), 16);
    return digest;
  }

  /** Takes a record in. */
  add(table: string, record: Json): void {
    this.#sum(table, record, 1);
  }

  /** Takes a record out that was taken in before. */
  remove(table: string, record: Json): void {
    this.#sum(table, record, -1);
  }

  /** 32 hexadecimal digits. */
  text(): string {
    return [...this.#lanes].map((lane) => lane.toString(16).padStart(8, '0')).join('');
  }

  #sum(table: string, record: Json, sign: 1 | -1): void {
    const hash = hash128(`${table}\n${canonicalJson(record)}`);
    for (let i = 0; i < 4; i++) this.#lanes[i] = this.#lanes[i]! + sign * hash[i]!;
  }
}

const mix = (h: number): number => {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/** Four multiplicative hashes over the UTF-16 units, each with its own factor, finished with the mixer of MurmurHash3. */
function hash128(text: string): readonly [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0x6a09e667;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) + a;
    c = Math.imul(c + unit, 0x27d4eb2f) ^ (b >>> 15);
    d = Math.imul(d ^ unit, 0x165667b1) + (c >>> 13);
  }
  return [mix(a ^ text.length), mix(b ^ a), mix(c ^ b), mix(d ^ c)];
}

/** A record as JSON: records are plain data, which their types (branded ids, optional members) do not say by themselves. */
export const toJson = (record: object): Json => record as unknown as Json;
