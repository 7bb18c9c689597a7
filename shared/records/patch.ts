/** What a form sends of a record: members left out stay, null or blank text takes an optional member away. */
export type Patch<T, K extends keyof T> = { readonly [F in K]?: T[F] | null | undefined };

/**
 * The record with a patch applied; texts are trimmed. A required member that was blanked is missing afterwards, which
 * the record's check then reports.
 */
export function patched<T extends object, K extends keyof T>(record: T, patch: Patch<T, K>): T {
  const members = new Map<string, unknown>(Object.entries(record));
  for (const [name, given] of Object.entries(patch)) {
    if (given === undefined) continue;
    const value = typeof given === 'string' ? given.trim() : given;
    if (value === null || value === '') members.delete(name);
    else members.set(name, value);
  }
  return Object.fromEntries(members) as T;
}

/** Whether a text that should be there is missing or only white space. */
export const isBlank = (text: string | null | undefined): boolean =>
  text === undefined || text === null || text.trim() === '';
