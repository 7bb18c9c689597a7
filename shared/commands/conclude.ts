import { sameValue } from '../basics/same-value';
import { fail, ok } from '../basics/result';
import type { Digest } from '../basics/sha256';
import { problem, type ProblemCode, type ProblemTold } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { isBlank } from '../records/patch';
import type { TableName, Tables } from '../records/tables';
import type { Change, CommandResult } from './intent';

/** What a correction carries besides its values: why, and the entries that it corrects where the screen knows them. */
export interface Correction {
  readonly reason?: string | undefined;
  readonly parents?: readonly Digest[] | undefined;
}

/** A command's work before it is judged as a whole. */
export interface Draft extends Correction {
  readonly kind: string;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** What to say when nothing would change; default nothing-changed. */
  readonly nothing?: Problem;
}

/** One record before and after; both null is no change at all, which only a programmer can cause. */
export function change<T extends TableName>(table: T, before: Tables[T] | null, after: Tables[T] | null): Change {
  const record = after ?? before;
  if (!record) throw new Error(`a change of ${table} without a record`);
  return { table, key: record.id, before, after } as unknown as Change;
}

/**
 * Ends a command. Any error refuses it with all problems; several changes of one record become one; equal values write
 * nothing; warnings travel with the intent.
 */
export function conclude({ kind, changes, problems, reason, parents, nothing }: Draft): CommandResult {
  const said = distinct(problems);
  if (said.some(({ level }) => level === 'error')) return fail(said);
  const written = folded(changes);
  if (written.length === 0) return fail([...said, nothing ?? problem('nothing-changed')]);
  return ok({
    kind,
    changes: written,
    ...(!isBlank(reason) && { reason: reason!.trim() }),
    ...(parents && parents.length > 0 && { parents }),
    ...(said.length > 0 && { warnings: said }),
  });
}

/** The problem of a missing reason, or none. `what` is what would be changed, for the sentence. */
export const needsReason = (reason: string | undefined, what: string): readonly Problem[] =>
  isBlank(reason) ? [problem('reason-missing', { what }, 'reason')] : [];

/** A refusal with one problem, where nothing else can be checked. */
export const refuse = <Code extends ProblemCode>(code: Code, ...told: ProblemTold<Code>): CommandResult =>
  fail([problem(code, ...told)]);

function folded(changes: readonly Change[]): readonly Change[] {
  const byKey = new Map<string, Change>();
  for (const next of changes) {
    const id = `${next.table}|${next.key}`;
    const first = byKey.get(id);
    byKey.set(id, first ? ({ ...next, before: first.before } as Change) : next);
  }
  return [...byKey.values()].filter(({ before, after }) => !sameValue(before, after));
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
}
