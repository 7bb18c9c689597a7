/** Two parts of the catalogue as one. A code that stands in both is a compile error, so no sentence hides another. */
export const joinedProblems = <A extends object, B extends object>(
  a: A,
  b: B & { readonly [Code in keyof A]?: never },
): A & B => ({ ...a, ...b });
