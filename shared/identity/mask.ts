/**
 * An identity number as it may stand on a screen: first and last four characters of 18 or 15, fewer of shorter
 * ones, nothing of four or fewer, so that about half of it stays hidden. Counted in code points.
 */
export function maskId(number: string): string {
  const characters = Array.from(number);
  const open = characters.length >= 15 ? 4 : characters.length >= 8 ? 2 : characters.length > 4 ? 1 : 0;
  return masked(characters, open, open);
}

/** A phone number as it may stand on a screen: 199****1000; short ones keep their last two digits. */
export function maskPhone(phone: string): string {
  const characters = Array.from(phone);
  return characters.length >= 11
    ? masked(characters, 3, 4)
    : masked(characters, 0, Math.min(2, Math.max(0, characters.length - 2)));
}

/** A text of a file with every long run of digits masked, for sentences that quote a cell. */
export const maskDigits = (text: string): string =>
  text.replace(/\d{14,17}[\dXx]?/g, maskId).replace(/(?<!\d|\*)1\d{10}(?!\d)/g, maskPhone);

const masked = (characters: readonly string[], head: number, tail: number): string =>
  [
    ...characters.slice(0, head),
    ...characters.slice(head, characters.length - tail).map(() => '*'),
    ...characters.slice(characters.length - tail),
  ].join('');
