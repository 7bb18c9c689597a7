import type { ChainId } from './entry';

const CHAIN = /^([A-Za-z0-9_-]{1,64})\.([1-9][0-9]{0,8})-([0-9a-f]{8})$/;
const SEGMENT = /^([0-9]{10})\.jsonl$/;

/** The parts of a chain's name `deviceId.number-random`. */
export interface ChainName {
  readonly deviceId: string;
  /** 1, 2, 3 … counts the epochs of this device. */
  readonly number: number;
  /** Eight random hexadecimal digits: two restores of the same backup never make the same chain. */
  readonly random: string;
}

/** True for what may stand before the dot of a chain's name. */
export const isDeviceId = (text: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(text);

/** The name of a chain. Throws RangeError when it would be none: a device id is 1 to 64 of letters, digits, '_' and '-'. */
export function chainId({ deviceId, number, random }: ChainName): ChainId {
  const id = `${deviceId}.${number}-${random}`;
  if (!isChainId(id)) throw new RangeError(`not a chain name: ${id}`);
  return id;
}

/** Reads the name of a chain; null when it is none. */
export function parseChainId(text: string): ChainName | null {
  const match = CHAIN.exec(text);
  return match ? { deviceId: match[1]!, number: Number(match[2]), random: match[3]! } : null;
}

/** True for the name of a chain; such a name is a safe folder name on every system. */
export const isChainId = (text: string): boolean => CHAIN.test(text);

/** The name of the segment whose first entry has this number. Text order is writing order. */
export function segmentName(firstSeq: number): string {
  if (!Number.isSafeInteger(firstSeq) || firstSeq < 1 || firstSeq > 9_999_999_999)
    throw new RangeError(`not an entry number: ${firstSeq}`);
  return `${String(firstSeq).padStart(10, '0')}.jsonl`;
}

/** True for the name of a segment; such a name is a safe file name on every system. */
export const isSegmentName = (text: string): boolean => SEGMENT.test(text) && firstSeqOf(text) > 0;

/** The number of a segment's first entry, which its name says. NaN when the text is no segment name. */
export const firstSeqOf = (segment: string): number => Number(SEGMENT.exec(segment)?.[1]);
