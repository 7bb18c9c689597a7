import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../shared/basics/sha256';

export const nodeSha256: Sha256 = (bytes) =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));
