import type { MissingGlyph } from '../basics/pdf';

/** Which code points a font file has a glyph for. */
export interface FontCoverage {
  has(codePoint: number): boolean;
}

/** Which fonts a page is set in: every main face must have a character, or one of the fallbacks. */
export interface CoveredFaces {
  readonly main: readonly FontCoverage[];
  readonly fallback: readonly FontCoverage[];
}

const SFNT_TAGS = new Set([0x00010000, 0x4f54544f, 0x74727565]);

/**
 * Reads the 'cmap' table of a TrueType or OpenType font (ISO/IEC 14496-22), formats 12 and 4. Throws when the bytes are
 * no such font: fonts come with the program or are checked when the user picks one.
 */
export function fontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (font.length < 12 || !SFNT_TAGS.has(view.getUint32(0))) throw new TypeError('not a TrueType or OpenType font');
  const cmap = tableAt(view, 'cmap');
  const table = cmap === null ? null : bestSubtable(view, cmap);
  if (table === null) throw new TypeError('a font without a Unicode character map');
  const runs = view.getUint16(table) === 12 ? format12(view, table) : format4(view, table);
  return { has: (codePoint) => isInRuns(runs, codePoint) };
}

/** Every character of the texts that would be drawn as an empty box, once per text. */
export function missingGlyphs(faces: CoveredFaces, texts: Iterable<string>): readonly MissingGlyph[] {
  const known = new Map<number, boolean>();
  const missing: MissingGlyph[] = [];
  for (const text of texts) {
    const seen = new Set<string>();
    for (const character of text) {
      const codePoint = character.codePointAt(0)!;
      let drawn = known.get(codePoint);
      if (drawn === undefined) {
        drawn = isInvisible(codePoint) || covers(faces, codePoint);
        known.set(codePoint, drawn);
      }
      if (drawn || seen.has(character)) continue;
      seen.add(character);
      missing.push({ character, text });
    }
  }
  return missing;
}

const covers = ({ main, fallback }: CoveredFaces, codePoint: number): boolean =>
  (main.length > 0 && main.every((face) => face.has(codePoint))) || fallback.some((face) => face.has(codePoint));

/** Line feed, and variation selectors: they choose a form of the character before them and have no form of their own. */
const isInvisible = (codePoint: number): boolean =>
  codePoint === 0x0a ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  (codePoint >= 0xe0100 && codePoint <= 0xe01ef);

function tableAt(view: DataView, tag: string): number | null {
  const wanted = Array.from(tag).reduce((n, letter) => n * 256 + letter.charCodeAt(0), 0);
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(12 + 16 * i) === wanted) return view.getUint32(12 + 16 * i + 8);
  }
  return null;
}

/** The subtable that reaches furthest: full Unicode (format 12) before the basic plane (format 4). */
function bestSubtable(view: DataView, cmap: number): number | null {
  let best: number | null = null;
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const record = cmap + 4 + 8 * i;
    const platform = view.getUint16(record);
    const table = cmap + view.getUint32(record + 4);
    const format = view.getUint16(table);
    const isUnicode = platform === 0 || (platform === 3 && [1, 10].includes(view.getUint16(record + 2)));
    if (!isUnicode || (format !== 12 && format !== 4)) continue;
    if (format === 12) return table;
    best = table;
  }
  return best;
}

/** Runs as first, last, first, last …, ascending. */
function format12(view: DataView, table: number): readonly number[] {
  const runs: number[] = [];
  for (let i = 0; i < view.getUint32(table + 12); i++) {
    const group = table + 16 + 12 * i;
    const first = view.getUint32(group) + (view.getUint32(group + 8) === 0 ? 1 : 0);
    const last = view.getUint32(group + 4);
    if (first <= last) runs.push(first, last);
  }
  return runs;
}

function format4(view: DataView, table: number): readonly number[] {
  const segments = view.getUint16(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + 2 * segments + 2;
  const runs: number[] = [];
  for (let i = 0; i < segments; i++) {
    const last = view.getUint16(ends + 2 * i);
    const rangeAt = starts + 4 * segments + 2 * i;
    const range = view.getUint16(rangeAt);
    for (let codePoint = view.getUint16(starts + 2 * i); codePoint <= last && codePoint < 0xffff; codePoint++) {
      const delta = view.getUint16(starts + 2 * segments + 2 * i);
      const raw =
        range === 0 ? codePoint : view.getUint16(rangeAt + range + 2 * (codePoint - view.getUint16(starts + 2 * i)));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) runs.push(codePoint, codePoint);
    }
  }
  return runs;
}

function isInRuns(runs: readonly number[], codePoint: number): boolean {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < runs[2 * middle]!) high = middle - 1;
    else if (codePoint > runs[2 * middle + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}
