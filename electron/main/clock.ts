import { randomBytes, randomUUID } from 'node:crypto';

/** The one place of this process where time and randomness come from. Milliseconds since 1970. */
export const realTime = (): number => Date.now();

export const randomNonce = (): string => randomBytes(18).toString('base64');

/** A name that no other installation has; without dots, because a chain is `deviceId.epoch`. */
export const newDeviceId = (): string => randomUUID();

/** Twelve characters that make a temporary name unique. */
export const randomSuffix = (): string => randomBytes(6).toString('hex');
