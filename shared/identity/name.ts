/** Middle dots as people and fonts write them; the one of GB 18030 personal names is U+00B7. */
const DOTS = '\u00B7\u2022\u2027\u2219\u22C5\u25CF\u30FB\uFF65\u16EB\u2E31\u0387\uFE52';
/** Planes 2 and 3 are ideographs only; the newest of them may be younger than the machine's Unicode tables. */
const RARE = '\\u{20000}-\\u{3FFFD}';
const HAN = `[\\p{Script=Han}\\u3007${RARE}]`;

const ANY_DOT = new RegExp(`\\s*[${DOTS}]\\s*`, 'gu');
const DOT_BETWEEN_HAN = new RegExp(`(?<=${HAN})\\s*[.。｡．﹒]\\s*(?=${HAN})`, 'gu');
const BLANK_BETWEEN_HAN = new RegExp(`(?<=${HAN}\\p{M}*)\\s+(?=${HAN})`, 'gu');
/** Invisible characters without a meaning in a name. Those that turn the direction of writing stay, to be refused. */
const INVISIBLE = /[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF]/gu;
const ALLOWED = new RegExp(`^[\\p{L}\\p{M}\\u3007${RARE}\u00B7 '’.-]$`, 'u');
const LETTER = new RegExp(`[\\p{L}\\u3007${RARE}]`, 'u');
const LONGEST = 50;

/**
 * A name as it is stored: NFC, invisible characters removed, every kind of blank and line break one space, none between
 * Han characters or at the ends, middle dots · (U+00B7). Rare characters, also beyond U+FFFF, are kept as they are.
 */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(ANY_DOT, '\u00B7')
    .replace(DOT_BETWEEN_HAN, '\u00B7')
    .replace(BLANK_BETWEEN_HAN, '');

/** What is wrong with a normalised name; `characters` names the ones that no name has (digits, brackets, RTL marks …). */
export type NameProblem =
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-invalid'; readonly characters: readonly string[] };

/** Whether a normalised name can be one: letters of any script, at most 50 code points, no hidden direction marks. */
export function checkName(name: string): NameProblem | null {
  if (name === '') return { code: 'name-missing' };
  const characters = Array.from(name);
  const wrong = [...new Set(characters.filter((character) => !ALLOWED.test(character)))];
  if (wrong.length > 0) return { code: 'name-invalid', characters: wrong.map(shown) };
  return characters.length > LONGEST || !LETTER.test(name) ? { code: 'name-invalid', characters: [] } : null;
}

/** A character as a sentence can show it: invisible and unassigned ones by their number. */
const shown = (character: string): string =>
  /^[\p{C}\p{Z}]$/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character;
