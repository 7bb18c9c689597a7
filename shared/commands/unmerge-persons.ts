import { problem } from '../problems/catalogue';
import type { PersonId } from '../records/ids';
import { isMerged } from '../records/who-counts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';

export interface UnmergePersonsInput extends Correction {
  /** The record that was merged into another one. */
  readonly personId: PersonId;
}

/** Takes a merge back: the record counts on its own again, with everything that was recorded under it. */
export function unmergePersons(
  { persons }: Pick<PeopleSlice, 'persons'>,
  { personId, reason, parents }: UnmergePersonsInput,
  _ctx: CommandContext,
): CommandResult {
  const before = persons.get(personId);
  if (!before) return refuse('person-unknown');
  const { mergedInto: _other, ...after } = before;
  const { name } = before;
  const problems: Objection[] = [...needsReason(reason, '取消合并')];
  if (!isMerged(before)) problems.push(problem('not-merged', { name }));
  else if (
    [...persons.values()].some(
      (person) => person.id !== personId && !isMerged(person) && person.idNumber === before.idNumber,
    )
  ) {
    problems.push(problem('unmerge-collision', { name }));
  }
  return conclude({ kind: 'person.unmerge', changes: [change('persons', before, after)], problems, reason, parents });
}
