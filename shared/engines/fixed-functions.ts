type Callback = (...values: unknown[]) => unknown;

const refuse = (what: string) => (): never => {
  throw new Error(what);
};

/** The only function texts that the compiler's glue evaluates (0.8.0-rc3), each with the function that it means. */
const KNOWN = new Map<string, Callback>([
  ['return 0', () => 0],
  ['return true', () => true],
  ['path|return path', (path) => path],
  [
    "throw new Error('Dummy AccessModel, please initialize compiler with withAccessModel()')",
    refuse('the compiler was asked for a file that it was not given'),
  ],
  [
    "throw new Error('Dummy Registry, please initialize compiler with withPackageRegistry()')",
    refuse('the compiler was asked for a package: packages are not fetched'),
  ],
]);

/**
 * Runs a synchronous step while `new Function` gives back one of five known functions and throws for anything else, so that the
 * compiler's glue works under a content security policy without 'unsafe-eval' (and evaluates nothing where it would be allowed).
 */
export function withFixedFunctions<T>(step: () => T): T {
  const original = globalThis.Function;
  const make = (parts: readonly unknown[]): Callback => {
    const known = KNOWN.get(parts.join('|'));
    if (!known) throw new EvalError('only the known functions are made from text');
    return known;
  };
  // A minifier writes `Function(…)` for `new Function(…)`: both ways lead here.
  globalThis.Function = new Proxy(original, {
    construct: (_target, parts: unknown[]) => make(parts),
    apply: (_target, _self, parts: unknown[]) => make(parts),
  });
  try {
    return step();
  } finally {
    globalThis.Function = original;
  }
}
