import { problem } from '../problems/catalogue';
import type { BarredPerson } from '../records/choices';
import { change, conclude, needsReason, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface RemoveBarredInput extends Correction {
  readonly ids: readonly BarredPerson['id'][];
}

/** Takes people off the list of barred people (黑名单) whom the city let off; needs a reason. */
export function removeBarred(
  list: readonly BarredPerson[],
  { ids, reason, parents }: RemoveBarredInput,
  _ctx: CommandContext,
): CommandResult {
  const wanted = new Set(ids);
  const found = list.filter(({ id }) => wanted.has(id));
  const problems: Objection[] = [...needsReason(reason, '移出黑名单')];
  if (found.length < wanted.size) problems.push(problem('barred-unknown', { count: wanted.size - found.length }));
  return conclude({
    kind: 'barred.remove',
    changes: found.map((person) => change('barred', person, null)),
    problems,
    reason,
    parents,
  });
}
