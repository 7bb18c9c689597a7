import { fail, ok, type Result } from '../basics/result';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;

/**
 * A worksheet's XML without the rows that are only formatted (programs format down to row 1,048,576), or 'too-many' when
 * more than `most` rows hold something. Looks at bytes, so that nothing of an enormous sheet is built in memory.
 * A sheet whose elements carry a prefix is returned as it is, its rows counted all the same.
 */
export function rowsWithContent(xml: Uint8Array, most: number): Result<Uint8Array, 'too-many'> {
  const kept: [from: number, to: number][] = [];
  let dropped = false;
  let count = 0;
  let start = 0;
  let inRow = false;
  let content = false;
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at + 1)) {
    if (!inRow && opens(xml, at + 1, 'row')) {
      const end = xml.indexOf(GREATER, at);
      if (end < 0) break;
      if (xml[end - 1] === SLASH) {
        kept.push([start, at]);
        start = end + 1;
        dropped = true;
        continue;
      }
      kept.push([start, at]);
      start = at;
      inRow = true;
      content = false;
    } else if (inRow && xml[at + 1] === SLASH && opens(xml, at + 2, 'row')) {
      inRow = false;
      const end = xml.indexOf(GREATER, at);
      if (content && ++count > most) return fail('too-many');
      if (!content) {
        start = end < 0 ? xml.length : end + 1;
        dropped = true;
      }
    } else if (inRow && !content) {
      content = opens(xml, at + 1, 'v') || opens(xml, at + 1, 'is') || opens(xml, at + 1, 't');
    }
  }
  if (!dropped) return count === 0 && prefixedRows(xml) > most ? fail('too-many') : ok(xml);
  kept.push([start, xml.length]);
  const whole = new Uint8Array(kept.reduce((sum, [from, to]) => sum + to - from, 0));
  let at = 0;
  for (const [from, to] of kept) {
    whole.set(xml.subarray(from, to), at);
    at += to - from;
  }
  return ok(whole);
}

/** Whether an element of this name (and not of a longer one) starts here. */
function opens(xml: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) if (xml[at + i] !== name.charCodeAt(i)) return false;
  const next = xml[at + name.length];
  return next === undefined || next === GREATER || next === SLASH || next <= 0x20;
}

/** Rows of a sheet that writes <x:row …>. */
function prefixedRows(xml: Uint8Array): number {
  let count = 0;
  for (let at = xml.indexOf(0x3a); at >= 0; at = xml.indexOf(0x3a, at + 1))
    if (opens(xml, at + 1, 'row') && xml[at - 1] !== SLASH) count++;
  return count / 2;
}
