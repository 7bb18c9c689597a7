const TABLE = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of bytes from an offset on, as gzip and zip compute it (RFC 1952, 8): eight lower-case hexadecimal digits. */
export function crc32(bytes: Uint8Array, from = 0): string {
  let crc = 0xffffffff;
  for (let i = from; i < bytes.length; i++) crc = TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
