/** Ends a switch over a union: a new member of the union becomes a compile error here. Throws at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
