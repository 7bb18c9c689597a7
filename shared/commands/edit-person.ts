import { normaliseCreditCode } from '../identity/credit-code';
import { normaliseName } from '../identity/name';
import { normalisePhone } from '../identity/phone';
import { problem } from '../problems/catalogue';
import { checkPerson } from '../records/check-person';
import type { PersonId } from '../records/ids';
import { patched, type Patch } from '../records/patch';
import type { Person } from '../records/person';
import { isMerged } from '../records/who-counts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';

export interface EditPersonInput extends Correction {
  readonly personId: PersonId;
  readonly patch: Patch<Person, 'name' | 'sex' | 'birthDate' | 'phone' | 'employer' | 'employerCreditCode' | 'note'>;
}

/** Changes what is known of a person, but not the number (see correct-identity). Another name needs a reason. */
export function editPerson(
  { persons }: Pick<PeopleSlice, 'persons'>,
  { personId, patch, reason, parents }: EditPersonInput,
  ctx: CommandContext,
): CommandResult {
  const before = persons.get(personId);
  if (!before) return refuse('person-unknown');
  const after = patched(before, {
    ...patch,
    ...(patch.name && { name: normaliseName(patch.name) }),
    ...(patch.phone && { phone: normalisePhone(patch.phone) }),
    ...(patch.employerCreditCode && { employerCreditCode: normaliseCreditCode(patch.employerCreditCode) }),
  });
  const problems: Objection[] = [...checkPerson(after, ctx.today)];
  if (isMerged(before)) problems.push(problem('person-merged', { name: before.name }));
  if (after.name !== before.name) problems.push(...needsReason(reason, '更改姓名'));
  return conclude({ kind: 'person.edit', changes: [change('persons', before, after)], problems, reason, parents });
}
