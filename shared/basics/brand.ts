declare const brand: unique symbol;

/** A string or number that only its own constructor makes, so that two kinds of id cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
