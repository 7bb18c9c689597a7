/** Keys whose code is their name. */
const NAMED = /^(Enter|Escape|Backspace|Delete|Tab|Home|End|PageUp|PageDown|Arrow\w+)$/;

/**
 * The key that was pressed, also while a Chinese input method is on: it may keep the key for itself (key 'Process', only
 * the code is known) or give the full-width sign. Any other key as it is.
 */
export function typedKey({ key, code }: { readonly key: string; readonly code: string }): string {
  if (key !== 'Process' && key !== 'Unidentified') return key.length === 1 ? key.normalize('NFKC') : key;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  if (code === 'NumpadAdd') return '+';
  if (code === 'Equal') return '=';
  if (code === 'NumpadEnter') return 'Enter';
  return NAMED.test(code) ? code : key;
}
