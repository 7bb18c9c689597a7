const FORMULA = 0x0006;
/** Formulas, names, shared and array formulas, also under their numbers of Excel 2 to 4, which no BIFF8 stream has. */
const FORMULA_ONLY = new Set([0x0206, 0x0406, 0x0018, 0x0218, 0x0023, 0x0223, 0x04bc, 0x0221, 0x0021]);
/** DSF: a record without a meaning since Excel 97, which every reader passes over. */
const IGNORED = 0x0161;
const LENGTH_OF_FORMULA = 20;
/** Read by the library as: no tokens follow. */
const NO_TOKENS = 0xffff;

/**
 * A Workbook stream ([MS-XLS] 2.1) in which no formula can be parsed, values and offsets unchanged: the library's reader
 * of formula tokens runs for ever over damaged ones, and nobody needs them, for the stored value of a cell counts.
 */
export function biffWithoutFormulas(stream: Uint8Array): Uint8Array {
  const copy = stream.slice();
  const view = new DataView(copy.buffer);
  let at = 0;
  while (at + 4 <= copy.length) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (FORMULA_ONLY.has(id)) view.setUint16(at, IGNORED, true);
    const tokens = at + 4 + LENGTH_OF_FORMULA;
    if (id === FORMULA && length >= LENGTH_OF_FORMULA + 2 && tokens + 2 <= copy.length)
      view.setUint16(tokens, NO_TOKENS, true);
    else if (id === FORMULA) view.setUint16(at, IGNORED, true);
    at += 4 + length;
  }
  return copy;
}
