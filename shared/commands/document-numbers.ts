import type { CourseId } from '../records/ids';
import type { Digest } from '../basics/sha256';
import type { HourCertificate } from '../records/hour-certificate';
import type { PackageRecord } from '../records/package-record';

/** Serial numbers as they are printed: four digits, more when a year has more than 9,999. */
const serial = (prefix: string, year: number, n: number): string => `${prefix}-${year}-${String(n).padStart(4, '0')}`;

/** The highest serial of a year among numbers of this form; 0 when there is none. */
function highestSerial(numbers: Iterable<string>, stem: string): number {
  let highest = 0;
  for (const number of numbers) {
    if (!number.startsWith(stem)) continue;
    const rest = number.slice(stem.length);
    if (/^\d{4,}$/.test(rest)) highest = Math.max(highest, Number(rest));
  }
  return highest;
}

/**
 * The next hour certificate numbers of a year, e.g. JC-2026-0001. They go on after the highest that was ever issued,
 * revoked ones included, so that no number comes back.
 */
export function nextHourCertificateNumbers(
  prefix: string,
  year: number,
  issued: readonly Pick<HourCertificate, 'number'>[],
  count: number,
): readonly string[] {
  const first =
    highestSerial(
      issued.map(({ number }) => number),
      `${prefix}-${year}-`,
    ) + 1;
  return Array.from({ length: count }, (_, i) => serial(prefix, year, first + i));
}

/** What the next package of a course is called: its number stays over all versions, e.g. JC-BS-2026-0001. */
export interface NextPackage {
  readonly number: string;
  readonly version: number;
  /** Digest of the version before. */
  readonly previous: Digest | null;
}

/** `packages` are all sealed packages of the data set. */
export function nextPackage(
  prefix: string,
  year: number,
  courseId: CourseId,
  packages: readonly PackageRecord[],
): NextPackage {
  const latest = packages
    .filter((sealed) => sealed.courseId === courseId)
    .reduce<PackageRecord | null>((last, sealed) => (last && last.version > sealed.version ? last : sealed), null);
  if (latest) return { number: latest.number, version: latest.version + 1, previous: latest.zip };
  const stem = `${prefix}-BS`;
  return {
    number: serial(
      stem,
      year,
      highestSerial(
        packages.map(({ number }) => number),
        `${stem}-${year}-`,
      ) + 1,
    ),
    version: 1,
    previous: null,
  };
}
