import { ask } from '../../../renderer/data/ask';
import { DOCUMENT_KINDS } from '../../../shared/state/documents';
import { leafValue } from '../../../shared/state/leaves';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { Change } from '../../../shared/commands/intent';
import type { AttemptId } from '../../../shared/records/ids';
import type { TestAttempt } from '../../../shared/records/test-attempt';
import { PRESENT } from '../../../shared/records/mark';
import { judgeCourse } from '../../../shared/regulation/evaluate';
import type { EntryRef } from '../../../shared/journal/entry';
import { searchPeople } from '../../../renderer/data/people-directory';
import { useCourse, useCourses } from '../../../renderer/data/use-courses';
import { useCourseFacts } from '../../../renderer/data/use-course-facts';
import { useInstitution } from '../../../renderer/data/use-institution';
import { useJudgements } from '../../../renderer/data/use-judgements';
import { useLedger, usePeople } from '../../../renderer/data/use-people';
import { usePersonFacts } from '../../../renderer/data/use-person-facts';
import { usePersonIndex } from '../../../renderer/data/use-person-index';
import { useBarredList } from '../../../renderer/data/use-settings';
import {
  certificateRecord,
  changed,
  classChanges,
  courseIdOf,
  enrolmentIdOf,
  enrolmentRecord,
  made,
  markRecord,
  personIdOf,
  personRecord,
  sessionIdOf,
} from '../../fakes/class-records';
import { liveStore } from '../../fakes/live-store';
import { saveChanges } from '../../fakes/save-changes';

const live = liveStore();

const save = (kind: string, changes: readonly Change[]): Promise<EntryRef> => saveChanges(live.store, kind, changes);
const A = courseIdOf('a');
const ON = day('2026-04-30');

describe('培训班的事实', () => {
  test('登记一格考勤：只有那一列是新的，其余原样', async () => {
    await save('roster.import', classChanges('a', 3, 2));
    const facts = live.watch(() => useCourseFacts(A));
    const before = (await facts.until((value) => value !== undefined))!;
    await save('attendance.mark', [made('marks', markRecord('a', 1, 2))]);
    const after = (await facts.until((value) => value?.attendance.has(sessionIdOf('a', 1)) === true))!;
    expect(after.persons).toBe(before.persons);
    expect(after.sessions).toBe(before.sessions);
    expect([...after.attendance.get(sessionIdOf('a', 1))!.status]).toEqual([0, 0, 1]);
    expect(after).toEqual(await live.store.loadCourseFacts(A));
  });

  test('清除一课里唯一的一格：事实里也没有了', async () => {
    await save('roster.import', classChanges('a', 2, 2));
    const facts = live.watch(() => useCourseFacts(A));
    await facts.until((value) => value !== undefined);
    await save('attendance.mark', [made('marks', markRecord('a', 1, 0))]);
    await facts.until((value) => value?.attendance.has(sessionIdOf('a', 1)) === true);
    await save('attendance.mark', [changed('marks', markRecord('a', 1, 0), null)]);
    await facts.until((value) => (value?.attendance.get(sessionIdOf('a', 1))?.status[0] ?? 0) === 0);
  });

  test('登记、改、清除、整列登记：不重读也与重读一致，核对 before 也不必重读', async () => {
    await save('roster.import', classChanges('a', 4, 3));
    const facts = live.watch(() => useCourseFacts(A));
    await facts.until((value) => value !== undefined);
    const absent = markRecord('a', 1, 3, { kind: 'absent' });
    const late = markRecord('a', 1, 0, { kind: 'attended', late: 15, early: 'unknown' });
    for (const changes of [
      [made('marks', absent)],
      [made('marks', late), made('marks', markRecord('a', 2, 1))],
      [changed('marks', absent, { ...absent, mark: PRESENT, recordedOn: day('2026-03-19') })],
      [changed('marks', { ...absent, mark: PRESENT, recordedOn: day('2026-03-19') }, null)],
      [changed('marks', markRecord('a', 2, 1), null)],
      [0, 1, 2, 3].map((n) => made('marks', markRecord('a', 0, n))),
    ]) {
      await save('attendance.mark', changes);
      expect(live.store.facts.snapshot(A)).toEqual(await live.store.loadCourseFacts(A));
      expect(live.store.facts.storedMarks(changes)).toEqual(changes.map(({ after }) => after));
    }
    expect(
      await live.store.commit({ kind: 'attendance.mark', changes: [changed('marks', absent, null)] }),
    ).toMatchObject({
      ok: false,
      error: [{ code: 'record-changed' }],
    });
  });

  test('核对 before 用的事实：别的班、别的记录、正在重读时都不算数', async () => {
    await save('roster.import', [...classChanges('a', 2, 1), ...classChanges('b', 2, 1, 5)]);
    const facts = live.watch(() => useCourseFacts(A));
    await facts.until((value) => value !== undefined);
    const own = made('marks', markRecord('a', 0, 0));
    expect(live.store.facts.storedMarks([own])).toEqual([null]);
    expect(live.store.facts.storedMarks([])).toBeUndefined();
    expect(live.store.facts.storedMarks([own, made('marks', markRecord('b', 0, 5))])).toBeUndefined();
    expect(live.store.facts.storedMarks([own, made('persons', personRecord(9))])).toBeUndefined();
    live.store.facts.reset();
    expect(live.store.facts.storedMarks([own])).toBeUndefined();
    await live.store.facts.settled();
    expect(live.store.facts.storedMarks([own])).toEqual([null]);
  });

  test('录入成绩、改姓名、加人：都看得到', async () => {
    await save('roster.import', classChanges('a', 2, 1));
    const facts = live.watch(() => useCourseFacts(A));
    await facts.until((value) => value !== undefined);
    const attempt: TestAttempt = {
      id: 'attempt-1' as AttemptId,
      enrolmentId: enrolmentIdOf('a', 1),
      on: day('2026-04-01'),
      number: 1,
      score: 75,
      passMark: 60,
    };
    await save('test.record', [made('attempts', attempt)]);
    await facts.until((value) => value?.attempts.get(enrolmentIdOf('a', 1))?.[0]?.score === 75);
    await save('person.edit', [changed('persons', personRecord(0), { ...personRecord(0), name: '欧阳娜' })]);
    await facts.until((value) => value?.persons.get(personIdOf(0))?.name === '欧阳娜');
    await save('person.enrol', [
      made('persons', personRecord(9)),
      made('certificates', certificateRecord(9)),
      made('enrolments', enrolmentRecord('a', 9, 2)),
    ]);
    expect((await facts.until((value) => value?.enrolments.length === 3))?.highestIndex).toBe(2);
  });

  test('同一人在别的班的记录随事实一起来；合并过的人也算同一人', async () => {
    await save('roster.import', classChanges('a', 2, 1));
    await save(
      'roster.import',
      classChanges('b', 1, 2, 0).filter(({ table }) => table !== 'persons' && table !== 'certificates'),
    );
    await save('roster.import', classChanges('c', 1, 1, 7));
    await save('attendance.mark', [made('marks', markRecord('b', 0, 0))]);
    await save('person.merge', [
      changed('persons', personRecord(7), { ...personRecord(7), mergedInto: personIdOf(1) }),
    ]);
    const facts = (await live.store.loadCourseFacts(A))!;
    expect(facts.otherCourses.map(({ course }) => course.id)).toEqual([courseIdOf('b'), courseIdOf('c')]);
    expect(facts.otherCourses[0]!.attendance.get(sessionIdOf('b', 0))?.status[0]).toBe(1);
    expect(facts.persons.get(personIdOf(7))?.mergedInto).toBe(personIdOf(1));
    expect(facts.barred).toBeNull();
  });

  test('没有这个班：没有事实，班是 null', async () => {
    const course = live.watch(() => useCourse(courseIdOf('nowhere')));
    expect(await course.until((value) => value !== undefined)).toBeNull();
    expect(await live.store.loadCourseFacts(courseIdOf('nowhere'))).toBeUndefined();
  });
});

describe('核验结果', () => {
  test('一格考勤之后只重判那个人，结果与全班重判一样', async () => {
    await save('roster.import', classChanges('a', 4, 3));
    const facts = live.watch(() => useCourseFacts(A));
    const judgements = live.watch(() => useJudgements(A, ON));
    const before = (await judgements.until((value) => value !== undefined))!;
    await save('attendance.mark', [made('marks', markRecord('a', 0, 1)), made('marks', markRecord('a', 1, 1))]);
    const after = (await judgements.until((value) => value?.[1]?.hours.total === 4))!;
    await live.store.settled();
    expect(after).toEqual(judgeCourse(facts.now()!, ON));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe('列表', () => {
  test('培训班列表带人数、课次、计划学时、未登记、未考试', async () => {
    await save('roster.import', classChanges('a', 2, 3));
    await save('attendance.mark', [made('marks', markRecord('a', 0, 0))]);
    await live.store.settled();
    const summary = await ask(live.store.db, (source) => leafValue(source, { kind: 'summaries' }, A), DOCUMENT_KINDS);
    expect(summary).toMatchObject({
      people: 2,
      sessions: 3,
      plannedTotal: 6,
      plannedProfessional: 4,
      plannedPublic: 2,
      missingTests: 2,
    });
    expect(summary?.unrecorded.reduce((sum, { marks }) => sum + marks, 0)).toBe(5);
    const courses = live.watch(useCourses);
    expect((await courses.until((value) => value !== undefined))?.map((item) => item.figures?.people)).toEqual([2]);
  });

  test('学员：按姓名、拼音首字母、证件号末几位、单位查找', async () => {
    await save('person.create', [
      made('persons', { ...personRecord(1), name: '单国平' }),
      made('persons', { ...personRecord(2), name: '买买提·吐尔逊' }),
      made('persons', { ...personRecord(3), name: '𬱖㛃', idNumber: '99000019900100271X' }),
      made('persons', { ...personRecord(4), name: '赵国庆', mergedInto: personIdOf(1) }),
    ]);
    const people = live.watch(() => usePeople(''));
    const all = (await people.until((value) => value?.total === 3))!.people;
    const found = (text: string): readonly string[] => searchPeople(all, text).map(({ name }) => name);
    expect(found('sgp')).toEqual(['单国平']);
    expect(found('国平')).toEqual(['单国平']);
    expect(found('mmt')).toEqual(['买买提·吐尔逊']);
    expect(found('271x')).toEqual(['𬱖㛃']);
    expect(found('𬱖')).toEqual(['𬱖㛃']);
    expect(found('荆楚建设第2')).toEqual(['买买提·吐尔逊']);
    expect(found('查无此人')).toEqual([]);
    await save('person.edit', [
      changed('persons', { ...personRecord(1), name: '单国平' }, { ...personRecord(1), name: '单志强' }),
    ]);
    await people.until((value) => value?.people.some(({ name }) => name === '单志强') === true);
  });

  test('台账：每本证书每个年度的学时，改考勤后跟着变', async () => {
    await save('roster.import', classChanges('a', 1, 3));
    await save(
      'attendance.mark',
      [0, 1, 2].map((n) => made('marks', markRecord('a', n, 0))),
    );
    await live.store.settled();
    const ledger = live.watch(() => useLedger([personIdOf(0)]));
    const lines = (await ledger.until((value) => Boolean(value?.get(personIdOf(0))?.[0]?.totals)))!.get(
      personIdOf(0),
    )!;
    expect(lines[0]!.totals).toMatchObject({
      gap: null,
      years: [{ year: 2026, total: 6, professional: 4, openTotal: 0 }],
    });
    await save('attendance.mark', [
      changed('marks', markRecord('a', 1, 0), markRecord('a', 1, 0, { kind: 'absent' })),
    ]);
    await live.store.settled();
    await ledger.until((value) => value?.get(personIdOf(0))?.[0]?.totals?.years[0]?.total === 4);
  });

  test('一个人的全部记录：合并前的也在', async () => {
    await save('roster.import', classChanges('a', 1, 2));
    await save('roster.import', classChanges('c', 1, 1, 7));
    await save('attendance.mark', [made('marks', markRecord('a', 0, 0, PRESENT))]);
    await save('person.merge', [
      changed('persons', personRecord(7), { ...personRecord(7), mergedInto: personIdOf(0) }),
    ]);
    await live.store.settled();
    const facts = live.watch(() => usePersonFacts(personIdOf(7)));
    const person = (await facts.until((value) => value !== undefined))!;
    expect(person.person.id).toBe(personIdOf(0));
    expect(person.merged.map(({ id }) => id)).toEqual([personIdOf(7)]);
    expect(person.courses.map(({ course, hours }) => [course.id, hours.total])).toEqual(
      expect.arrayContaining([
        [A, 2],
        [courseIdOf('c'), 0],
      ]),
    );
    expect(person.totals.map(({ personId }) => personId)).toEqual([personIdOf(0), personIdOf(0)]);
  });

  test('机构、限制名单、人员索引：没有时是 null 或空，不是一直读取中', async () => {
    expect(await live.watch(useInstitution).until((value) => value !== undefined)).toBeNull();
    expect(await live.watch(useBarredList).until((value) => value !== undefined)).toBeNull();
    const index = live.watch(usePersonIndex);
    await index.until((value) => value?.persons.size === 0);
    await save('roster.import', classChanges('a', 2, 1));
    expect((await index.until((value) => value?.persons.size === 2))?.certificates.size).toBe(2);
  });
});
