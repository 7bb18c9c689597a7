import { expect, test } from 'vitest';
import { day } from '../../../shared/basics/day';
import type { PackageRecord } from '../../../shared/records/package-record';
import { TODAY } from '../../fakes/given-day';
import { courseIdOf, courseRecord, made } from '../../fakes/class-records';
import { liveStore } from '../../fakes/live-store';
import { saveChanges } from '../../fakes/save-changes';

const live = liveStore();

const version = (number: number, sealedOn: string): PackageRecord => ({
  id: `P${number}` as PackageRecord['id'],
  courseId: courseIdOf('h'),
  number: 'JC-BS-2020-0001',
  version: number,
  sealedOn: day(sealedOn),
  judgedOn: day('2020-10-20'),
  people: [],
  leftOut: [],
  confirmedWarnings: [],
  heads: [],
  zip: 'a'.repeat(64) as PackageRecord['zip'],
  size: 1,
  fileName: 'x.zip',
});

test('换证班的封存日：封存以前是今天，以后是第一版那天；年度班没有', async () => {
  const exchange = { ...courseRecord('h'), purpose: 'exchange', ruleset: 'hubei-2020-37-exchange' } as const;
  await saveChanges(live.store, 'course.create', [made('courses', exchange), made('courses', courseRecord('a'))]);
  expect(await live.store.loadCourseFacts(courseIdOf('a'))).not.toHaveProperty('sealsOn');
  expect((await live.store.loadCourseFacts(courseIdOf('h')))?.sealsOn).toBe(TODAY);
  await saveChanges(live.store, 'package.seal', [made('packages', version(1, '2020-12-30'))]);
  await saveChanges(live.store, 'package.seal', [made('packages', version(2, '2021-01-04'))]);
  expect((await live.store.loadCourseFacts(courseIdOf('h')))?.sealsOn).toBe('2020-12-30');
});
