/** What an input holds whose text may not be readable yet: a value, nothing, or the text that cannot be read. */
export type Typed<T> = T | null | { readonly unreadable: string };

/** True when the text could not be read; a form must not be saved then. */
export const isUnreadable = <T>(value: Typed<T>): value is { readonly unreadable: string } =>
  typeof value === 'object' && value !== null && 'unreadable' in value;

/** The value, or null when there is none or it cannot be read. */
export const typedValue = <T>(value: Typed<T> | undefined): T | null =>
  value === undefined || value === null || isUnreadable(value) ? null : value;
