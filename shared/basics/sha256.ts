/** SHA-256 (FIPS 180-4) of some bytes: 32 bytes. A port, because each host brings its own. */
export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array>;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal text of bytes. */
export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
};

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export type Digest = string;

export async function digestOf(sha256: Sha256, bytes: Uint8Array): Promise<Digest> {
  return hex(await sha256(bytes));
}
