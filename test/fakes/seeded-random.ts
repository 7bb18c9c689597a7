/** Numbers from 0 (inclusive) to 1 (exclusive) that a seed fixes (mulberry32), so that a failing run can be repeated. */
export interface SeededRandom {
  next(): number;
  /** A whole number from 0 to limit − 1. */
  below(limit: number): number;
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, bytes: (length) => Uint8Array.from({ length }, () => below(256)) };
}
