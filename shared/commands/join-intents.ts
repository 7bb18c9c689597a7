import { fail, ok } from '../basics/result';
import type { CommandResult, Intent } from './intent';

/**
 * Several intents of one kind and reason as one entry, for a decision about many records at once. Refused as a whole with all
 * problems when one of them is refused; those where nothing would change are left out unless nothing at all would.
 */
export function joinIntents(results: readonly CommandResult[]): CommandResult {
  const refused = results.flatMap((result) => (result.ok ? [] : [result.error]));
  const errors = refused.flat().filter(({ level }) => level === 'error');
  if (errors.length > 0) return fail([...new Map(errors.map((one) => [JSON.stringify(one), one])).values()]);
  const intents = results.flatMap((result): readonly Intent[] => (result.ok ? [result.value] : []));
  const [first] = intents;
  if (!first) return fail(refused[0] ?? []);
  const warnings = intents.flatMap((intent) => intent.warnings ?? []);
  return ok({
    ...first,
    changes: intents.flatMap(({ changes }) => changes),
    ...(warnings.length > 0 && { warnings }),
  });
}
