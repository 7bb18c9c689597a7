import type { Sha256 } from '../../shared/basics/sha256';

/** SHA-256 by the browser's own Web Cryptography. */
export const webSha256: Sha256 = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
