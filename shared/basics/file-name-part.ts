/** Two parts, a version and a date stay under the 255 bytes that file systems take: 32 Han characters each. */
const LONGEST_BYTES = 96;
/** What Windows refuses in a name, and characters that nobody sees or that turn the reading direction. */
const REFUSED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu;

/**
 * One part of a file name that every file system takes as it is; `otherwise` when nothing is left of the text. Long texts are cut
 * between two characters, so that what follows them (version, date, kind of document) never is.
 */
export function fileNamePart(text: string, otherwise = ''): string {
  const encoder = new TextEncoder();
  const clean = text
    .normalize('NFC')
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  let part = '';
  for (const character of clean) {
    if (encoder.encode(part + character).length > LONGEST_BYTES) break;
    part += character;
  }
  return part.replace(/[. ]+$/, '') || otherwise;
}
