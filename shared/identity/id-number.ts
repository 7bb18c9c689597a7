import { dayOf, type Day } from '../basics/day';
import { fail, ok, type Result } from '../basics/result';

/** How an identity number is read. Same members as records' IdKind; passports and permits are chosen by hand. */
export type IdNumberKind = 'resident' | 'foreign-permanent' | 'passport' | 'other';

/** What a number says of its holder. Free-text kinds say nothing. */
export interface IdNumber {
  readonly kind: IdNumberKind;
  readonly number: string;
  readonly birthDate: Day | null;
  readonly sex: 'male' | 'female' | null;
  /** The file had the old 15-digit number; `number` is the 18-digit one made from it. */
  readonly converted15: boolean;
}

export type IdNumberProblem = 'id-length' | 'id-birth-date' | 'id-checksum' | 'id-precision-lost';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const EARLIEST_BIRTH_YEAR = 1900;
const LONGEST_FREE_TEXT = 40;

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * WEIGHTS[i]!;
  return CHECKS[sum % 11]!;
}

/**
 * Reads a normalised number (see normaliseIdText). 18 digits: 居民身份证, 港澳台居民居住证 (GB 11643-1999), and with a
 * leading 9 the 外国人永久居留身份证 of 2023, one rule for all. 15 digits are converted. Three letters and 12 digits: the
 * 外国人永久居留身份证 of 2017, which is taken as it stands. With kind 'passport' or 'other' any short text is taken.
 * The birth date must exist, from 1900 to `today`. The region code is never an error.
 */
export function parseIdNumber(text: string, today: Day, kind?: IdNumberKind): Result<IdNumber, IdNumberProblem> {
  if (kind === 'passport' || kind === 'other') {
    if (text === '' || text.length > LONGEST_FREE_TEXT) return fail('id-length');
    return ok({ kind, number: text, birthDate: null, sex: null, converted15: false });
  }
  if (looksDamaged(text)) return fail('id-precision-lost');
  if (/^[A-Z]{3}\d{12}$/.test(text)) {
    return ok({ kind: 'foreign-permanent', number: text, birthDate: null, sex: null, converted15: false });
  }
  const converted15 = /^\d{15}$/.test(text);
  const long = converted15 ? to18(text) : text;
  if (!/^\d{17}[\dX]$/.test(long)) return fail('id-length');
  const birthDate = dayOf(Number(long.slice(6, 10)), Number(long.slice(10, 12)), Number(long.slice(12, 14)));
  if (!birthDate || Number(birthDate.slice(0, 4)) < EARLIEST_BIRTH_YEAR || birthDate > today)
    return fail('id-birth-date');
  if (idCheckCharacter(long) !== long[17]) return fail(long.endsWith('000') ? 'id-precision-lost' : 'id-checksum');
  return ok({
    kind: long.startsWith('9') ? 'foreign-permanent' : 'resident',
    number: long,
    birthDate,
    sex: Number(long[16]) % 2 === 1 ? 'male' : 'female',
    converted15,
  });
}

/** The 18-digit number of a 15-digit one: the century 19 and the check character are put in. */
export function to18(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return first17 + idCheckCharacter(first17);
}

/** 4.2E+17: what is left of a number that a spreadsheet showed in scientific notation. */
const looksDamaged = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/.test(text);

/**
 * The number as it was meant: half-width, upper case, without blanks, invisible characters, a text-marking apostrophe
 * or other quotation and punctuation marks at the ends, hyphens between digits, and a cross or a foreign letter that looks like X
 * in the last place. Nothing else is touched; `changed` says whether the cell was not already so.
 */
export function normaliseIdText(text: string): { readonly text: string; readonly changed: boolean } {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/^['‘’`´"“”,.;:、。]+/, '')
    .replace(/['‘’`´"“”,.;:、。]+$/, '')
    .toUpperCase()
    // Upper case and what was taken out can leave letters apart from their accents.
    .normalize('NFKC');
  const joined = plain.replace(/[-‐‑–—]/g, '').replace(/(?<=^\d{17})[×✕ΧХ]$/, 'X');
  const normal = /^(\d{15}|\d{17}[\dX])$/.test(joined) ? joined : plain;
  return { text: normal, changed: normal !== text };
}

/** An identity number as it is compared: as it was meant, a resident's old 15 digits as the 18 that the same person has today. */
export function comparableIdNumber(text: string): string {
  const { text: meant } = normaliseIdText(text);
  return /^\d{15}$/.test(meant) ? to18(meant) : meant;
}
