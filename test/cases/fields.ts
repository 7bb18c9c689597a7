/** Reads plain objects of a case file strictly: a key that nobody asked for is a mistake in the case. */

export type Fields = { readonly [key: string]: unknown };

export class CaseError extends Error {}

export function asFields(value: unknown, where: string, allowed: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CaseError(`${where}：应为一组“键: 值”`);
  for (const key of Object.keys(value))
    if (!allowed.includes(key)) throw new CaseError(`${where}：不认识的键“${key}”`);
  return value as Fields;
}

export function asText(value: unknown, where: string): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw new CaseError(`${where}：应为文字`);
  return String(value);
}

export function asList(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new CaseError(`${where}：应为列表`);
  return value;
}

/** Looks a word up in a table of words. */
export function word<T>(value: unknown, where: string, words: { readonly [text: string]: T }): T {
  const text = asText(value, where);
  if (!Object.hasOwn(words, text))
    throw new CaseError(`${where}：“${text}”不在 ${Object.keys(words).join('、')} 之中`);
  return words[text]!;
}

/** Matches a line of a case against a pattern; the message shows the line. */
export function matched(
  value: unknown,
  where: string,
  pattern: RegExp,
): { readonly [name: string]: string | undefined } {
  const text = asText(value, where);
  const match = pattern.exec(text);
  if (!match) throw new CaseError(`${where}：看不懂“${text}”`);
  return match.groups ?? {};
}

/** Takes the keys that are there; null takes a default away. */
export function pick<T extends object>(
  fields: Fields,
  where: string,
  readers: { readonly [key: string]: readonly [keyof T, (value: unknown, where: string) => unknown] },
  base: T,
): T {
  asFields(fields, where, Object.keys(readers));
  const result = { ...base } as { [key: string]: unknown };
  for (const [key, [name, read]] of Object.entries(readers)) {
    if (!(key in fields)) continue;
    if (fields[key] === null) delete result[name as string];
    else result[name as string] = read(fields[key], `${where}.${key}`);
  }
  return result as T;
}
