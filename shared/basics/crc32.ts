const TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 of bytes from an offset on, as gzip, zip and PNG compute it (RFC 1952, 8; polynomial 04C11DB7): an unsigned number. */
export function crc32(bytes: Uint8Array, from = 0): number {
  let crc = -1;
  for (let i = from; i < bytes.length; i++) crc = TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The same as eight lower-case hexadecimal digits. */
export const crc32Digits = (bytes: Uint8Array, from = 0): string => crc32(bytes, from).toString(16).padStart(8, '0');
