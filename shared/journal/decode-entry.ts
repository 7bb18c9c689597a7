import type { Json } from '../basics/json';
import { fail, ok, type Result } from '../basics/result';
import { crc32Digits } from '../basics/crc32';
import { CRC_END, LINE_START, lineBody } from './encode-entry';
import type { Entry } from './entry';
import { entryText, type EntryText } from './entry-text';
import { isEntryShape } from './entry-shape';

/** Why a line is no entry. `version` is what the line says it is, when this program does not know it. */
export type LineFault =
  | { readonly code: 'line-damaged'; readonly detail: string }
  | { readonly code: 'unknown-version'; readonly detail: string; readonly version: Json };

/** An entry as it was read, with the texts that its hash and its commitments are computed over. */
export interface DecodedEntry {
  readonly entry: Entry;
  readonly text: EntryText;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const start = new TextEncoder().encode(LINE_START);

/**
 * Reads one line (without its newline) and trusts nothing: checksum, UTF-8, JSON, version, shape, and that it is
 * written exactly as encodeEntry writes it, so that one entry has one form. Says nothing of hash and commitments; verify
 * does. Never throws.
 */
export function decodeEntry(line: Uint8Array): Result<DecodedEntry, LineFault> {
  const damaged = (detail: string): Result<never, LineFault> => fail({ code: 'line-damaged', detail });
  if (line.length <= CRC_END || start.some((byte, i) => line[i] !== byte))
    return damaged('it does not begin like an entry');
  const crc = crc32Digits(line, CRC_END);
  for (let i = 0; i < crc.length; i++)
    if (line[LINE_START.length + i] !== crc.charCodeAt(i)) return damaged('its checksum does not match');
  try {
    const text = utf8.decode(line);
    const value = JSON.parse(text) as Json;
    const version = versionOf(value);
    if (version !== 1)
      return fail({ code: 'unknown-version', detail: `journal version ${JSON.stringify(version)}`, version });
    if (!isEntryShape(value)) return damaged('a member is missing, unknown or of the wrong kind');
    const entry: Entry = { header: value.header, hash: value.hash, items: value.items };
    const written = entryText(entry);
    if (text.slice(CRC_END) !== lineBody(entry.hash, written.header, written.items))
      return damaged('it is not in canonical form');
    return ok({ entry, text: written });
  } catch (error) {
    return damaged(error instanceof Error ? error.message : 'it cannot be read');
  }
}

function versionOf(value: Json): Json {
  const header = memberOf(value, 'header');
  return memberOf(header, 'v');
}

const memberOf = (value: Json, name: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? ((value as { readonly [key: string]: Json })[name] ?? null)
    : null;
