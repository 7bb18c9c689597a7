import type { Day } from '../basics/day';
import type { Digest } from '../basics/sha256';
import type { Problem } from '../problems/problem';
import type { Result } from '../basics/result';
import type { TableName, Tables } from '../records/tables';

/** One record before and after. before must be what is stored when it is committed, else the commit is refused. */
export type Change = {
  [T in TableName]: {
    readonly table: T;
    readonly key: string;
    readonly before: Tables[T] | null;
    readonly after: Tables[T] | null;
  };
}[TableName];

/** What a command wants written: one journal entry and its rows, or nothing at all. */
export interface Intent {
  /** Journal entry kind, `subject.verb`. */
  readonly kind: string;
  readonly changes: readonly Change[];
  readonly reason?: string;
  readonly parents?: readonly Digest[];
  /** Accepted, but to be shown: clashes of a timetable, fields that were kept … Never of level error; not written. */
  readonly warnings?: readonly Problem[];
}

/** What a command may know of the world besides its facts and its input. */
export interface CommandContext {
  /** A new ULID each time. */
  readonly newId: () => string;
  readonly today: Day;
  /** Local minutes since midnight. */
  readonly minuteOfDay: number;
}

/**
 * Every command returns its intent or all problems at once. Where nothing would change there is no entry to write:
 * the problems then hold an info ('nothing-changed', 'nothing-to-import') and no error.
 */
export type CommandResult = Result<Intent, readonly Problem[]>;
