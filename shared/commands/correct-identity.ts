import { normaliseIdText, parseIdNumber } from '../identity/id-number';
import { problem } from '../problems/catalogue';
import { checkPerson } from '../records/check-person';
import type { PersonId } from '../records/ids';
import type { IdKind, Person } from '../records/person';
import { isMerged, samePerson } from '../records/who-counts';
import { change, conclude, needsReason, refuse, type Correction, type Objection } from './conclude';
import type { CommandContext, CommandResult } from './intent';
import type { PeopleSlice } from './people-slice';

export interface CorrectIdentityInput extends Correction {
  readonly personId: PersonId;
  readonly idNumber: string;
  /** Default: what the number itself says. */
  readonly idKind?: IdKind | undefined;
}

/**
 * A wrong number found later, also after attendance: everything recorded stays with the person. Sex and birth date
 * follow the new number. A number that another person has names that person, for merging.
 */
export function correctIdentity(
  { persons }: Pick<PeopleSlice, 'persons'>,
  { personId, idNumber, idKind, reason, parents }: CorrectIdentityInput,
  ctx: CommandContext,
): CommandResult {
  const before = persons.get(personId);
  if (!before) return refuse('person-unknown');
  const { name } = before;
  const { text } = normaliseIdText(idNumber);
  const parsed = parseIdNumber(text, ctx.today, idKind === 'passport' || idKind === 'other' ? idKind : undefined);
  const after = parsed.ok
    ? ({
        ...before,
        idKind: idKind ?? parsed.value.kind,
        idNumber: parsed.value.number,
        ...(parsed.value.sex && { sex: parsed.value.sex }),
        ...(parsed.value.birthDate && { birthDate: parsed.value.birthDate }),
      } satisfies Person)
    : { ...before, idNumber: text, idKind: idKind ?? before.idKind };
  const problems: Objection[] = checkPerson(after, ctx.today).filter(({ field }) => field === 'idNumber');
  if (isMerged(before)) problems.push(problem('person-merged', { name }));
  const other = [...persons.values()].find(
    (person) => person.idNumber === after.idNumber && !samePerson(persons, person.id, personId),
  );
  if (other) problems.push(problem('identity-collision', { name, other: other.name, otherId: other.id }, 'idNumber'));
  if (after.idNumber !== before.idNumber || after.idKind !== before.idKind)
    problems.push(...needsReason(reason, '更正证件号码'));
  return conclude({
    kind: 'person.correct-identity',
    changes: [change('persons', before, after)],
    problems,
    reason,
    parents,
    nothing: problem('identity-same', { name }),
  });
}
