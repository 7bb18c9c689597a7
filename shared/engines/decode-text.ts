import { fail, ok, type Result } from '../basics/result';

/** Below this share of unreadable pieces a text that is not quite UTF-8 is damaged UTF-8, not another encoding. */
const DAMAGED_SHARE = 0.2;

/**
 * The text of a file: UTF-16 by its byte order mark, else UTF-8 with or without one, else GB18030 (which contains GBK and
 * GB2312). Bytes of none of these, and files that are no text at all, are refused.
 */
export function decodeText(bytes: Uint8Array): Result<string, 'encoding' | 'damaged' | 'not-a-spreadsheet'> {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const strict = utf16 ? [utf16] : ['utf-8', 'gb18030'];
  for (const encoding of strict) {
    const text = decode(bytes, encoding);
    if (text === null) {
      if (encoding === 'utf-8' && looksLikeDamagedUtf8(bytes)) return fail('damaged');
      continue;
    }
    return isText(text) ? ok(text) : fail('not-a-spreadsheet');
  }
  return fail(utf16 ? 'damaged' : 'encoding');
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1 << 20));
  let other = 0;
  let unreadable = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    other++;
    if (character === '\uFFFD') unreadable++;
  }
  return unreadable < other * DAMAGED_SHARE;
}

/** No control characters but tab and line ends: what a table in a text file consists of. */
function isText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}
