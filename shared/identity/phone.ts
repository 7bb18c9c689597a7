/** A phone number as it is written: half-width, without blanks, invisible characters, +86, hyphens between digits and brackets around an area code. */
export function normalisePhone(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/^['‘’]/, '')
    .replace(/[‐‑‒–—]/g, '-');
  const area = /^\((0\d{2,3})\)(\d{7,8}(?:-\d{1,5})?)$/.exec(plain);
  if (area) return `${area[1]!}-${area[2]!}`;
  const digits = plain.replace(/-/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1\d{10}$/.test(digits) ? digits : plain;
}

/** Whether a normalised phone number can be one: a mainland mobile, or a fixed line with its area code. */
export const checkPhone = (phone: string): 'phone-invalid' | null =>
  /^1[3-9]\d{9}$/.test(phone) || /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,5})?$/.test(phone) ? null : 'phone-invalid';
