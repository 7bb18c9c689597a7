import { checkCreditCode, normaliseCreditCode } from '../identity/credit-code';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { HUBEI_AREAS } from '../records/hubei-areas';
import type { Institution } from '../records/institution';
import { isBlank, patched, type Patch } from '../records/patch';
import { change, conclude } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export type SaveInstitutionInput = Patch<Institution, keyof Omit<Institution, 'id'>>;

/** The institution's own data, new or changed. `before` is what is stored, null when nothing is yet. */
export function saveInstitution(
  before: Institution | null,
  input: SaveInstitutionInput,
  _ctx: CommandContext,
): CommandResult {
  const given = input.creditCode ? { ...input, creditCode: normaliseCreditCode(input.creditCode) } : input;
  const after = patched(before ?? ({ id: 'institution' } as Institution), given);
  const problems: Problem[] = [];
  if (isBlank(after.name)) problems.push(problem('field-missing', { field: '机构名称' }, 'name'));
  if (after.creditCode && checkCreditCode(after.creditCode))
    problems.push(problem('institution-credit-code', { code: after.creditCode }, 'creditCode'));
  if (after.area && !HUBEI_AREAS.some((area) => area === after.area))
    problems.push(problem('area-unknown', { area: after.area }, 'area'));
  if (after.numberPrefix && !/^[A-Z0-9]{1,8}$/.test(after.numberPrefix))
    problems.push(problem('number-prefix-invalid', { prefix: after.numberPrefix }, 'numberPrefix'));
  return conclude({ kind: 'institution.save', changes: [change('institution', before, after)], problems });
}
