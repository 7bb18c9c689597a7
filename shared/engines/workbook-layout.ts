/** A sheet's name as Excel takes it: 1 to 31 characters, none of []:*?/\, no apostrophe at either end, not yet taken. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || '表';
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `（${n}）`;
    let name = '';
    for (const character of clean) {
      if (name.length + character.length + suffix.length > 31) break;
      name += character;
    }
    name += suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Letters of a column: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
