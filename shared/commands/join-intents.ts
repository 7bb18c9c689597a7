import { ok } from '../basics/result';
import type { Problem } from '../problems/problem';
import type { CommandResult, Intent, NotWritten } from './intent';

/**
 * Several intents of one kind and reason as one entry, for a decision about many records at once. Refused as a whole with all
 * problems when one of them is refused or lacks its reason; those where nothing would change are left out unless nothing at all
 * would.
 */
export function joinIntents(results: readonly CommandResult[]): CommandResult {
  const notWritten = results.flatMap((result): readonly NotWritten[] => (result.ok ? [] : [result]));
  const worst =
    notWritten.find(({ kind }) => kind === 'refused') ?? notWritten.find(({ kind }) => kind === 'needs-reason');
  if (worst) return { ...worst, error: errorsOf(notWritten) };
  const intents = results.flatMap((result): readonly Intent[] => (result.ok ? [result.value] : []));
  const [first] = intents;
  if (!first) return notWritten[0] ?? { ok: false, kind: 'unchanged', error: [], besides: [] };
  const warnings = intents.flatMap((intent) => intent.warnings ?? []);
  return ok({
    ...first,
    changes: intents.flatMap(({ changes }) => changes),
    ...(warnings.length > 0 && { warnings }),
  });
}

function errorsOf(notWritten: readonly NotWritten[]): readonly Problem[] {
  const errors = notWritten.flatMap(({ error }) => error).filter(({ level }) => level === 'error');
  return [...new Map(errors.map((one) => [JSON.stringify(one), one])).values()];
}
