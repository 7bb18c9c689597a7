import { sameValue } from '../basics/same-value';
import { ok } from '../basics/result';
import type { Digest } from '../basics/sha256';
import { problem, type ProblemCode, type ProblemTold } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { isBlank } from '../records/patch';
import type { TableName, Tables } from '../records/tables';
import type { Change, CommandResult, NotWritten } from './intent';

/** What a correction carries besides its values: why, and the entries that it corrects where the screen knows them. */
export interface Correction {
  readonly reason?: string | undefined;
  readonly parents?: readonly Digest[] | undefined;
}

/** A reason that a command lacks. No fault of what was given, so it is told apart; `problem` says it among other problems. */
export interface MissingReason {
  readonly missing: 'reason';
  readonly problem: Problem;
}

/** What speaks against a command, or goes with it as a warning. */
export type Objection = Problem | MissingReason;

/** A command's work before it is judged as a whole. */
export interface Draft extends Correction {
  readonly kind: string;
  readonly changes: readonly Change[];
  readonly problems: readonly Objection[];
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
  const said = distinct(problems.map(wordsOf));
  if (said.some(({ level }) => level === 'error')) return refusedFor(problems);
  const written = folded(changes);
  if (written.length === 0) return unchanged(nothing ?? problem('nothing-changed'), said);
  return ok({
    kind,
    changes: written,
    ...(!isBlank(reason) && { reason: reason!.trim() }),
    ...(parents && parents.length > 0 && { parents }),
    ...(said.length > 0 && { warnings: said }),
  });
}

/** Asks for a reason where none is given. `what` is what would be changed, for the sentence. */
export const needsReason = (reason: string | undefined, what: string): readonly MissingReason[] =>
  missingReason(reason, () => problem('reason-missing', { what }, 'reason'));

/** Asks for a reason where none is given, in the words of a problem. */
export const missingReason = (reason: string | undefined, words: () => Problem): readonly MissingReason[] =>
  isBlank(reason) ? [{ missing: 'reason', problem: words() }] : [];

/** Ends a command where nothing else can be checked: refused with one problem, or, where it is an info, nothing to do. */
export function refuse<Code extends ProblemCode>(code: Code, ...told: ProblemTold<Code>): NotWritten {
  const only = problem(code, ...told);
  return only.level === 'error' ? refusedFor([only]) : unchanged(only, []);
}

/** The end of a command that has errors: refused, or asked for its reason where nothing else is wrong. */
export function refusedFor(objections: readonly Objection[]): NotWritten {
  const error = distinct(objections.map(wordsOf));
  const [asked] = objections.filter(isMissingReason);
  const wrong = objections.some((one) => !isMissingReason(one) && one.level === 'error');
  return asked && !wrong
    ? { ok: false, kind: 'needs-reason', error, question: asked.problem }
    : { ok: false, kind: 'refused', error };
}

/** The end of a command that has nothing to do: what says so, and what is to be said besides. */
export const unchanged = (note: Problem, besides: readonly Problem[]): NotWritten => ({
  ok: false,
  kind: 'unchanged',
  error: [...besides, note],
  besides,
});

const isMissingReason = (one: Objection): one is MissingReason => 'missing' in one;
const wordsOf = (one: Objection): Problem => (isMissingReason(one) ? one.problem : one);

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
