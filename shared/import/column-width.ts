const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const MARGIN = 2;
const NARROWEST = 6;

/** Width of a column in characters of a spreadsheet that fits these texts, Chinese characters counting two. */
export function columnWidth(texts: readonly string[], widest: number): number {
  const longest = texts.reduce((most, text) => Math.max(most, ...text.split('\n').map(width)), 0);
  return Math.max(NARROWEST, Math.min(widest, longest + MARGIN));
}

function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += WIDE.test(character) ? 2 : 1;
  return sum;
}
