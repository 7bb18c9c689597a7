import type { Day } from '../basics/day';
import type { Digest } from '../basics/sha256';
import type { Problem } from '../problems/problem';
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

/** Why a command wants nothing written. `error` says all of it in words, for a form that shows it as it is. */
export type NotWritten =
  /** Something is wrong; a reason that is missing too is said among the problems. */
  | { readonly ok: false; readonly kind: 'refused'; readonly error: readonly Problem[] }
  /** Nothing is wrong but that nobody said why. `question` says what the reason is for. */
  | {
      readonly ok: false;
      readonly kind: 'needs-reason';
      readonly error: readonly Problem[];
      readonly question: Problem;
    }
  /** All is so already. `besides` = `error` without the note that says so. */
  | {
      readonly ok: false;
      readonly kind: 'unchanged';
      readonly error: readonly Problem[];
      readonly besides: readonly Problem[];
    };

/** Every command returns its intent, or all at once that speaks against it. */
export type CommandResult = { readonly ok: true; readonly value: Intent } | NotWritten;
