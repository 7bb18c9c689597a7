import type { Json } from '../basics/json';

/** Error = refused (a row, a command); warning and info = accepted and shown. */
export type ProblemLevel = 'error' | 'warning' | 'info';

declare const fromCatalogue: unique symbol;

/**
 * One thing that a user must know. The sentence and the next step come from the catalogue, by code. Only the catalogue makes one
 * (`problem`, `importProblem`), because it knows which values the sentence of a code needs.
 */
export interface Problem<Code extends string = string> {
  readonly [fromCatalogue]: true;
  readonly code: Code;
  readonly level: ProblemLevel;
  /** What the sentence names: the value read, the two dates, the other row … Never a whole identity number. */
  readonly values?: { readonly [name: string]: Json };
  /** The field of the row or form that it is about, where there is one. */
  readonly field?: string;
}

/** What the catalogue knows of a code. `sentence` and `next` are Chinese, whole sentences. */
export interface ProblemText {
  readonly level: ProblemLevel;
  /** A few words for lists and filters: 身份证号末位校验不符. */
  readonly title: string;
  /** Its parameter declares the values that a problem of this code carries; none where it has no parameter. */
  readonly sentence: (values: never) => string;
  readonly next: string;
}
