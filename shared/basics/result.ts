/** What a user can cause comes back as a value; what only a programmer can cause is thrown. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A result that holds a value. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A result that holds the reason why there is no value. */
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
