import { normaliseHeading } from './heading-text';

/** FNV-1a (64 bit) over the headings, as 16 hexadecimal digits: a name for a layout, not a protection of anything. */
export function layoutFingerprint(headings: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(headings.map(normaliseHeading).join('|'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
