import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { Json } from '../../../shared/basics/json';
import { misfitOf, optional, text } from '../../../shared/records/describe';
import { described, member, RECORD, type RecordOf } from '../../../shared/records/described-record';
import type { MARK_RECORD } from '../../../shared/records/mark-description';
import type { MarkRecord } from '../../../shared/records/mark';
import { PERSON, type Person } from '../../../shared/records/person';
import {
  checkItem,
  checkRecord,
  faultText,
  memberOf,
  RECORDS,
  referencesOf,
  TABLE_NAMES,
  upcast,
  type Registry,
  type Tables,
} from '../../../shared/records/registry';
import type { Session } from '../../../shared/records/session';
import { course, personId } from '../facts-builder';
import { SAMPLE_RECORDS } from './sample-records';

const facts = course().withPeople(2).withSessions(2).allPresent().attempt(1, 60).facts();
const person = facts.persons.get(personId(1))!;
const session = facts.sessions[0]!;

describe('每种记录只描述一次', () => {
  it('类型由描述而来，与程序里用的同名类型一致', () => {
    expectTypeOf<RecordOf<typeof MARK_RECORD>>().toEqualTypeOf<Tables['marks']>();
    expectTypeOf<Tables['marks']>().branded.toEqualTypeOf<MarkRecord>();
    expectTypeOf<Session['onlyFor']>().toEqualTypeOf<Tables['sessions']['onlyFor']>();
    // @ts-expect-error an optional member may be missing, not undefined
    const wrong: Person = { ...person, sex: undefined };
    expect(checkRecord('persons', wrong)).toMatchObject({ at: 'sex' });
  });

  it.each(TABLE_NAMES)('%s：每一项都有中文名；不进材料包的项都可以没有', (table) => {
    for (const [name, { title, type, inPackage }] of Object.entries(RECORDS[table].members)) {
      expect(title, name).toMatch(/\p{Script=Han}/u);
      const internal = ['columnMappings', 'packages', 'hourCertificates', 'barred'].includes(table);
      if (inPackage === false && !internal) expect('optional' in type, `${table}.${name}`).toBe(true);
    }
    expect(memberOf(table, 'id')).toBeDefined();
    expect(memberOf(table, 'constructor')).toBeUndefined();
  });

  it.each(TABLE_NAMES)('%s：样例通过；每一项缺、错、多都说得出是哪一项，快查与细查结论相同', (table) => {
    const sample = SAMPLE_RECORDS[table] as unknown as { readonly [name: string]: Json };
    expect(checkRecord(table, sample)).toBeNull();
    const all = Object.keys(RECORDS[table].members).filter((name) => `${table}.${name}` !== 'outsideHours.ceYear');
    expect(Object.keys(sample).sort()).toEqual(all.sort());
    const said = (value: unknown) => misfitOf(RECORDS[table].type, value);
    expect(said({ ...sample, secret: 1 })).toEqual({ at: 'secret', says: '没有这一项' });
    for (const name of Object.keys(sample)) {
      const { [name]: _, ...rest } = sample;
      const missing = 'optional' in RECORDS[table].members[name as never]['type'];
      expect(said(rest), name).toEqual(missing ? null : { at: name, says: '缺少这一项' });
      if (table === 'hourCertificates' && name === 'frozen') continue;
      expect(said({ ...sample, [name]: { odd: [] } })?.at.split('.')[0], name).toBe(name);
      expect(said({ ...sample, [name]: undefined })?.at, name).toBe(name);
    }
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(sample)), fc.jsonValue(), (name, value) => {
        const record = { ...sample, [name]: value };
        const quick = RECORDS[table].type.fits(record);
        const thorough = RECORDS[table].type.schema['~standard'].validate(record);
        expect('issues' in thorough && thorough.issues !== undefined).toBe(!quick);
      }),
      { numRuns: 200, seed: 42 },
    );
  });

  it('不是记录的东西', () => {
    for (const value of [null, undefined, 1, 'x', [], [person], new Map()])
      expect(checkRecord('persons', value), typeof value).toMatchObject({ table: 'persons', key: null });
  });
});

describe('记录自身必须成立的', () => {
  it.each<[string, () => unknown, string]>([
    ['没有的日子', () => checkRecord('sessions', { ...session, date: '2026-99-99' }), '的“日期”应为日历上有的日期'],
    ['负的学时', () => checkRecord('sessions', { ...session, periods: -1 }), '的“学时”应为 0 至 99 的整数'],
    ['下课早于上课', () => checkRecord('sessions', { ...session, end: session.start }), '的“结束”应晚于开始'],
    [
      '太大的登记序',
      () => checkRecord('enrolments', { ...facts.enrolments[0], index: 2 ** 52 }),
      '的“登记序”应为 0 至 99999 的整数',
    ],
    [
      '退出没有日期',
      () => checkRecord('enrolments', { ...facts.enrolments[0], status: { kind: 'left', reason: '走' } }),
      '的“状态”缺少这一项',
    ],
    [
      '没有这种状态',
      () => checkRecord('enrolments', { ...facts.enrolments[0], status: { kind: 'gone' } }),
      '的“状态”应为 active、left、transferred 之一',
    ],
    ['并入自己', () => checkRecord('persons', { ...person, mergedInto: person.id }), '的“并入”不能并入自己'],
    [
      '结班早于开班',
      () => checkRecord('courses', { ...facts.course, endsOn: '2020-01-01' }),
      '的“结束日期”不能早于开班日期',
    ],
  ])('%s', (_what, fault, words) => {
    expect(faultText(fault() as never)).toContain(words);
  });

  it('留痕的内容：表、编号、前后两个值', () => {
    const item = { table: 'persons', key: person.id, before: null, after: person };
    expect(checkItem(item)).toBeNull();
    expect(checkItem({ ...item, table: 'toString' })).toMatchObject({ says: '没有这种记录' });
    expect(checkItem({ ...item, key: 'P2' })).toMatchObject({ at: 'id', key: 'P2' });
    expect(checkItem({ ...item, before: { ...person, idKind: 'x' } })).toMatchObject({
      at: 'idKind',
      key: person.id,
    });
  });
});

describe('指向', () => {
  it('每一处指向哪张表的哪一条，也在列表里、选项里和状态里', () => {
    const at = (table: keyof typeof SAMPLE_RECORDS) =>
      referencesOf(table, SAMPLE_RECORDS[table] as never).map(({ member: name, table: to, key }) => [name, to, key]);
    expect(at('sessions')).toEqual([
      ['courseId', 'courses', 'course-1'],
      ['onlyFor.0', 'enrolments', 'enrolment-1'],
      ['onlyFor.1', 'enrolments', 'enrolment-2'],
      ['makesUpFor', 'sessions', 'session-2'],
    ]);
    expect(at('enrolments')).toContainEqual(['status.to', 'courses', 'course-2']);
    expect(at('ceYearChoices')).toContainEqual(['target.session', 'sessions', 'session-1']);
    expect(at('packages')).toContainEqual(['leftOut.0.enrolmentId', 'enrolments', 'enrolment-2']);
    expect(at('persons')).toEqual([['mergedInto', 'persons', 'person-2']]);
    expect(at('institution')).toEqual([]);
  });
});

describe('旧版本的记录', () => {
  // A person of version 1 had one text for name and number; version 2 has two, version 3 calls the note by another name.
  const registry = {
    ...RECORDS,
    persons: described({
      title: '学员',
      members: { ...PERSON.members, remark: member('附注', optional(text), RECORD) },
      upcasts: [
        (record) => {
          const { nameAndNumber, ...rest } = record as { readonly nameAndNumber: string };
          const [name, idNumber] = nameAndNumber.split(' ');
          return { ...rest, name: name!, idNumber: idNumber! };
        },
        (record) => {
          const { note, ...rest } = record as { readonly note?: string };
          return note === undefined ? rest : { ...rest, remark: note };
        },
      ],
    }),
  } as unknown as Registry;
  const old = { id: 'person-1', idKind: 'resident', nameAndNumber: '张三 42010119800501001X', note: '旧' };
  const now = { id: 'person-1', idKind: 'resident', name: '张三', idNumber: '42010119800501001X', remark: '旧' };

  it('一版一版地读成现在的样子；现在的原样不动；没有的版本是程序的错误', () => {
    expect(upcast('persons', 1, old, registry)).toEqual(now);
    expect(checkRecord('persons', upcast('persons', 1, old, registry), registry)).toBeNull();
    expect(checkRecord('persons', old, registry)).not.toBeNull();
    expect(upcast('persons', 2, { ...now, remark: '新' }, registry)).toEqual({ ...now, remark: '新' });
    expect(upcast('persons', 3, now, registry)).toBe(now);
    expect(() => upcast('persons', 4, now, registry)).toThrow('version 4');
    expect(() => upcast('persons', 0, now, registry)).toThrow('version 0');
  });

  it('今天每种记录都还是第一版，样例就是那时写下的', () => {
    for (const table of TABLE_NAMES) {
      expect(checkRecord(table, upcast(table, 1, SAMPLE_RECORDS[table] as unknown as Json))).toBeNull();
      expect(RECORDS[table].version).toBe(1);
    }
  });
});

it('十万条记录一眨眼查完', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({ ...person, id: `p${i}`, birthDate: day('1980-05-01') }));
  const bare = performance.now();
  const copies = JSON.parse(JSON.stringify(many)) as unknown[];
  const checked = performance.now();
  const fault = copies.find((one) => checkRecord('persons', one) !== null);
  const took = performance.now() - checked;
  expect(fault).toBeUndefined();
  // Reading them as JSON is the bare work; to check them may take some times of it.
  expect(took).toBeLessThan(20 * (checked - bare));
});
