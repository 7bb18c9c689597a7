import type { PersonId } from '../../shared/records/ids';
import type { Person } from '../../shared/records/person';
import { makePerson } from '../shared/regulation/course-facts';
import { asList, asText, pick, word, type Fields } from './fields';
import { dayFrom } from './lines';

const readPerson = (value: unknown, where: string, base: Person): Person =>
  pick<Person>(
    value as Fields,
    where,
    {
      姓名: ['name', asText],
      性别: ['sex', (v, w) => word(v, w, { 男: 'male', 女: 'female' } as const)],
      出生: ['birthDate', dayFrom],
      证件号码: ['idNumber', asText],
    },
    base,
  );

/**
 * 学员 with 并入: [{…}, {…}]: the record enrolled was merged into the first of these, that into the second, and so on; each is as the
 * one before it but for what is written. The ids are p1, p2, p3 …
 */
export function readPersons(fields: Fields, where: string): readonly Person[] {
  const records = [readPerson(fields['学员'], `${where}.学员`, makePerson())];
  for (const value of asList(fields['并入'] ?? [], `${where}.并入`)) {
    const id = `p${records.length + 1}` as PersonId;
    const before = records.pop()!;
    records.push({ ...before, mergedInto: id }, readPerson(value, `${where}.并入`, { ...before, id }));
  }
  return records;
}
