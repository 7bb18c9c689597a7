/** Controls, marks that turn the reading direction, odd spaces: showing one in a sentence would spoil the sentence. */
const INVISIBLE = /^[\p{C}\p{Z}]$/u;

/** What a problem says of a character that no font can draw. */
export const glyphValues = (
  character: string,
): { readonly character: string; readonly codePoint: string; readonly seen: boolean } => ({
  character,
  codePoint: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  seen: !INVISIBLE.test(character),
});
