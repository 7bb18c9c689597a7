const FORBIDDEN = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Most file systems take 255 bytes; some are left for the extension and for a number that a dialog may add. */
const LONGEST = 220;

/**
 * One file name that Windows and Linux both take, with the extension of its kind: characters that are forbidden or
 * turn the reading direction become `_`, and a long name is cut between two characters.
 */
export function safeFileName(suggested: string, extension: string): string {
  const ending = `.${extension}`;
  const bare = suggested.toLowerCase().endsWith(ending) ? suggested.slice(0, -ending.length) : suggested;
  const clean = cut(bare.normalize('NFC').replace(FORBIDDEN, '_')).replace(/^[. ]+|[. ]+$/g, '');
  const name = clean === '' || RESERVED.test(clean) ? `_${clean}` : clean;
  return `${name}${ending}`;
}

function cut(name: string): string {
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > LONGEST) break;
    kept += character;
  }
  return kept;
}
