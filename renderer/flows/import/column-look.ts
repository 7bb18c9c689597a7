import { maskDigits, maskId, maskPhone } from '../../../shared/identity/mask';

const WIDTHS: Readonly<Record<string, number>> = {
  order: 52,
  name: 112,
  sex: 52,
  idKind: 112,
  idNumber: 208,
  phone: 124,
  employer: 176,
  employerCreditCode: 168,
  post: 132,
  certificateNumber: 140,
  note: 120,
  number: 64,
  start: 80,
  end: 80,
  periods: 64,
  score: 72,
  title: 200,
  room: 120,
  posts: 140,
  source: 200,
  reason: 200,
};
const SESSION = 84;
const OTHER = 112;

/** Room for the tag of a problem: its sign and edges, and each Chinese character of its title. */
const TAG = 44;
const TAG_CHARACTER = 12;
const NOTED = 136;

/** px of a column of the preview; wider where something is said under its cells, so that the longest title stands whole. */
export function columnWidth(field: string | null, noted: number | undefined): number {
  const width = field === null ? OTHER : field.startsWith('session:') ? SESSION : (WIDTHS[field] ?? OTHER);
  return noted === undefined ? width : Math.max(width, NOTED, TAG + TAG_CHARACTER * noted);
}

export const isMono = (field: string | null): boolean =>
  field === 'idNumber' || field === 'certificateNumber' || field === 'employerCreditCode' || field === 'phone';

/** A cell's text as it may stand on a screen: identity and phone numbers are covered. What Excel destroyed hides nothing. */
export function coveredText(field: string | null, text: string): string {
  if (field === 'idNumber') return /E/i.test(text) && text.length < 15 ? text : maskId(text.trim());
  if (field === 'certificateNumber' || field === 'employerCreditCode') return text;
  return field === 'phone' ? maskPhone(text.trim()) : maskDigits(text);
}
