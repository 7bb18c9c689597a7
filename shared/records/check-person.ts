import type { Day } from '../basics/day';
import { checkCreditCode, normaliseCreditCode } from '../identity/credit-code';
import { parseIdNumber } from '../identity/id-number';
import { checkName } from '../identity/name';
import { checkPhone } from '../identity/phone';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { isBlank } from './patch';
import type { Person } from './person';

/** What is wrong with a person's record. Sex and birth date that the number contradicts are warnings: the paper decides. */
export function checkPerson(person: Person, today: Day): readonly Problem[] {
  const problems: Problem[] = [];
  const name = person.name ?? '';
  const wrongName = checkName(name);
  if (wrongName?.code === 'name-missing') problems.push(problem('person-name-empty', {}, 'name'));
  if (wrongName?.code === 'name-invalid') problems.push(problem('person-name-invalid', { name }, 'name'));

  if (isBlank(person.idNumber)) problems.push(problem('person-number-empty', { name }, 'idNumber'));
  else {
    const number = parseIdNumber(person.idNumber, today, person.idKind);
    if (!number.ok) problems.push(problem('person-number-invalid', { name, why: number.error }, 'idNumber'));
    else {
      const { sex, birthDate } = number.value;
      if (sex && person.sex && sex !== person.sex)
        problems.push(
          problem('person-number-derived', { name, field: '性别', expected: sex === 'male' ? '男' : '女' }, 'sex'),
        );
      if (birthDate && person.birthDate && birthDate !== person.birthDate)
        problems.push(
          problem('person-number-derived', { name, field: '出生日期', expected: birthDate }, 'birthDate'),
        );
    }
  }
  if (person.birthDate && person.birthDate > today)
    problems.push(problem('day-in-future', { what: '出生', on: person.birthDate, today }, 'birthDate'));
  if (person.phone && checkPhone(person.phone)) problems.push(problem('person-phone-invalid', { name }, 'phone'));
  if (person.employerCreditCode && checkCreditCode(normaliseCreditCode(person.employerCreditCode))) {
    problems.push(problem('person-credit-code', { name, code: person.employerCreditCode }, 'employerCreditCode'));
  }
  return problems;
}
