import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../shared/basics/group-by';
import { sameValue } from '../../../shared/basics/same-value';
import { memberOf, membersOf, uniqueKeysOf, type TableName } from '../../../shared/records/registry';
import { patched } from '../../../shared/records/patch';
import { personThatCounts, samePerson } from '../../../shared/records/who-counts';
import { course, personId } from '../facts-builder';

describe('字段去向表', () => {
  it('证件号和手机号默认遮盖，名单和备注不进材料包', () => {
    expect(membersOf('persons').idNumber).toMatchObject({ personal: true, inPackage: true, onScreen: 'masked' });
    expect(membersOf('persons').phone.onScreen).toBe('masked');
    expect(membersOf('persons').note.inPackage).toBe(false);
    expect(Object.values(membersOf('barred')).some(({ inPackage }) => inPackage === true)).toBe(false);
    expect(membersOf('barred').name.inPackage).toBe(false);
    expect(membersOf('barred').reason.inPackage).toBe(false);
  });

  it('实际记录的每个字段都有去向', () => {
    const facts = course().withPeople(1).withSessions(1).attempt(1, 60).facts();
    const tables = {
      persons: [...facts.persons.values()],
      certificates: [...facts.certificates.values()],
      courses: [facts.course],
      sessions: facts.sessions,
      enrolments: facts.enrolments,
      attempts: [...facts.attempts.values()].flat(),
    };
    for (const [table, records] of Object.entries(tables)) {
      for (const record of records)
        for (const field of Object.keys(record))
          expect(memberOf(table as TableName, field), `${table}.${field}`).toBeDefined();
    }
  });
});

describe('合并后的学员', () => {
  const { persons } = course().withPeople(4).facts();
  const merged = new Map(persons)
    .set(personId(2), { ...persons.get(personId(2))!, mergedInto: personId(1) })
    .set(personId(3), { ...persons.get(personId(3))!, mergedInto: personId(2) });

  it('一层一层找到算数的那条', () => {
    expect(personThatCounts(merged, personId(3))?.id).toBe('P1');
    expect(samePerson(merged, personId(3), personId(2))).toBe(true);
    expect(samePerson(merged, personId(3), personId(4))).toBe(false);
    expect(personThatCounts(merged, personId(9))).toBeUndefined();
  });

  it('损坏的循环不会死循环', () => {
    const circle = new Map(merged).set(personId(1), { ...persons.get(personId(1))!, mergedInto: personId(3) });
    expect(personThatCounts(circle, personId(2))).toBeDefined();
  });
});

describe('不可重复的内容', () => {
  it('已合并的学员不占号码；同班同课次号相同', () => {
    const facts = course().withPeople(1).withSessions(1).facts();
    const person = facts.persons.get(personId(1))!;
    expect(uniqueKeysOf('persons', person)).toHaveLength(1);
    expect(uniqueKeysOf('persons', { ...person, mergedInto: personId(2) })).toEqual([]);
    expect(uniqueKeysOf('sessions', facts.sessions[0]!)).toEqual(['sessions|K1|1']);
    expect(uniqueKeysOf('enrolments', facts.enrolments[0]!)).toHaveLength(2);
    expect(uniqueKeysOf('courses', facts.course)).toEqual([]);
  });
});

describe('小工具', () => {
  it('相等不看成员次序，不把缺失和空值混为一谈', () => {
    expect(sameValue({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(sameValue({ a: undefined }, {})).toBe(true);
    expect(sameValue({ a: null }, {})).toBe(false);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue([], {})).toBe(false);
  });

  it('分组保持先后', () => {
    expect([...groupBy([3, 1, 4, 1, 5], (n) => n % 2)]).toEqual([
      [1, [3, 1, 1, 5]],
      [0, [4]],
    ]);
  });

  it('表单：没有给的不动，空白去掉，文字去两端空白', () => {
    expect(
      patched({ a: '甲', b: '乙', c: '丙' } as { a: string; b?: string; c?: string }, {
        a: ' 丁 ',
        b: null,
        c: undefined,
      }),
    ).toEqual({ a: '丁', c: '丙' });
    expect(patched({ a: '甲', b: '乙' } as { a: string; b?: string }, { b: '  ' })).toEqual({ a: '甲' });
  });
});
