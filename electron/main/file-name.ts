const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * One file name that Windows and Linux both take, with the extension of its kind: characters that are forbidden or
 * turn the reading direction become `_`, at most 100 code points are kept.
 */
export function safeFileName(suggested: string, extension: string): string {
  const ending = `.${extension}`;
  const bare = suggested.toLowerCase().endsWith(ending) ? suggested.slice(0, -ending.length) : suggested;
  const clean = [...bare.normalize('NFC').replace(FORBIDDEN, '_')].slice(0, 100).join('').replace(/^[. ]+|[. ]+$/g, '');
  const name = clean === '' || RESERVED.test(clean) ? `_${clean}` : clean;
  return `${name}${ending}`;
}
