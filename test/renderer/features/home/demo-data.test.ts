import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/basics/day';
import { parseIdNumber } from '../../../../shared/identity/id-number';
import { plannedHours } from '../../../../shared/regulation/credits';
import type { Session } from '../../../../shared/records/session';
import { demoPeople, demoTimetable } from '../../../../renderer/features/home/demo-data';

const today = day('2026-11-22');

describe('演示数据', () => {
  const people = [...demoPeople(0, 24, today), ...demoPeople(24, 24, today)];

  it('每个证件号码都通过校验、互不相同，性别和出生日期与号码一致', () => {
    expect(new Set(people.map((p) => p.idNumber)).size).toBe(people.length);
    for (const person of people) {
      const parsed = parseIdNumber(person.idNumber, today);
      expect(parsed).toMatchObject({
        ok: true,
        value: { sex: person.sex, birthDate: person.birthDate, converted15: false },
      });
    }
  });

  it('证件号码都用从未启用的地区码，不会是任何人的号码', () => {
    expect(people.every((p) => p.idNumber.startsWith('429899'))).toBe(true);
  });

  it('课程表正好是 34 学时，其中专业 24，满足 32/22', () => {
    expect(plannedHours(demoTimetable(today) as unknown as Session[])).toEqual({
      total: 34,
      professional: 24,
      public: 10,
    });
  });

  it('名字不重复', () => {
    const names = people.map((p) => p.name);
    expect(names.length - new Set(names).size).toBe(0);
  });
});
