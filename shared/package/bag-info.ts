import type { Digest } from '../basics/sha256';
import type { PackageIndex } from './package-content';

export interface BagInfo {
  readonly organisation: string;
  readonly identifier: string;
  readonly sealedOn: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
  readonly software: string;
  /** Digest of the previous version's zip. */
  readonly previous: Digest | null;
}

/** bag-info.txt (RFC 8493 2.2.2): label, colon, blank, value; one line each, in this order. */
export function bagInfoText(info: BagInfo): string {
  const lines: readonly (readonly [label: string, value: string])[] = [
    ['Source-Organization', info.organisation],
    ['External-Identifier', info.identifier],
    ['Bagging-Date', info.sealedOn],
    ['Payload-Oxum', `${info.payloadBytes}.${info.payloadFiles}`],
    ['Bag-Software-Agent', info.software],
    ...(info.previous === null ? [] : [['Previous-Version-SHA256', info.previous] as const]),
  ];
  return lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('');
}

/** How much a package carries below data/. */
export interface PayloadSize {
  readonly bytes: number;
  readonly files: number;
}

export function payloadSize(files: ReadonlyMap<string, Uint8Array>): PayloadSize {
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  return { bytes: payload.reduce((n, [, content]) => n + content.length, 0), files: payload.length };
}

/** The cover of a package: what its index says, and how much it carries. */
export const bagInfoOf = (
  index: Pick<PackageIndex, 'institution' | 'number' | 'packageVersion' | 'sealedOn' | 'madeBy' | 'previous'>,
  { bytes, files }: PayloadSize,
): string =>
  bagInfoText({
    organisation: index.institution,
    identifier: `${index.number}-v${index.packageVersion}`,
    sealedOn: index.sealedOn,
    payloadBytes: bytes,
    payloadFiles: files,
    software: Object.entries(index.madeBy)
      .map(([what, version]) => `${what} ${version}`)
      .sort()
      .join('; '),
    previous: index.previous,
  });

/** What Payload-Oxum claims: bytes and files of the payload; null when the line is missing or unreadable. */
export function parseOxum(text: string): PayloadSize | null {
  const match = /^Payload-Oxum: (\d{1,15})\.(\d{1,6})$/m.exec(text);
  return match ? { bytes: Number(match[1]), files: Number(match[2]) } : null;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
