import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projection, projectionName, PROJECTION_VERSION, SCHEMA_HISTORY } from '../../renderer/data/schema';
import { courseRecord, made } from '../fakes/class-records';
import { MemoryBridge } from '../fakes/memory-bridge';
import { deleteRows, openTestStore } from '../fakes/open-test-store';
import { storedRecords } from '../fakes/stored';

/** The database as the program of an earlier version made it. */
function openOld(version: number): Dexie {
  const db = new Dexie(projectionName('main'));
  for (const step of SCHEMA_HISTORY) if (step.version <= version) db.version(step.version).stores(step.stores);
  return db;
}

beforeEach(() => deleteRows());
afterEach(() => deleteRows());

describe('数据库结构的历史', () => {
  test('版本从 1 起逐一编号，每一步都写明原因', () => {
    expect(SCHEMA_HISTORY.map(({ version }) => version)).toEqual(SCHEMA_HISTORY.map((_, i) => i + 1));
    expect(SCHEMA_HISTORY.filter(({ why }) => why.trim() === '')).toEqual([]);
  });

  test('版本 1 的表和索引永远不变', () => {
    expect(SCHEMA_HISTORY[0]!.stores).toMatchInlineSnapshot(`
      {
        "attempts": "id",
        "attendance": "id, courseId",
        "barred": "id, idNumber",
        "ceYearChoices": "id",
        "certificates": "id, personId, number, *courses",
        "columnMappings": "id",
        "courses": "id, startsOn",
        "enrolments": "id, courseId, personId, certificateId",
        "entries": "place, &hash, kind, time, operator, importId, *courses, *touches",
        "hourCertificates": "id, courseId, personId, certificateId, number",
        "institution": "id",
        "meta": "id",
        "outsideHours": "id, certificateId",
        "packages": "id, courseId",
        "parameterSettings": "id",
        "persons": "id, idNumber, mergedInto, *courses",
        "professionalChoices": "id",
        "seats": "id",
        "sessions": "id, courseId, date",
        "stale": "id",
        "summaries": "id",
        "totals": "id, personId",
        "waiting": "id, *waitsFor",
      }
    `);
  });

  for (const { version } of SCHEMA_HISTORY) {
    test(`版本 ${version} 的数据库由今天的程序打开：结构升级，内容与留痕一致`, async () => {
      const bridge = new MemoryBridge();
      const store = await openTestStore(bridge);
      await store.commit({ kind: 'course.create', changes: [made('courses', courseRecord('a'))] });
      await store.settled();
      const meta = await store.db.meta.get('projection');
      await store.close();
      await deleteRows();

      const old = openOld(version);
      await old.open();
      await old
        .table('courses')
        .put({ id: 'course-a', startsOn: '2026-03-16', record: { ...courseRecord('a'), title: '旧版写的行' } });
      await old.table('meta').put({ ...meta, projectionVersion: PROJECTION_VERSION - 1 });
      old.close();

      const upgraded = await openTestStore(bridge);
      expect(upgraded.notices).toMatchObject([{ kind: 'rebuilt', entries: 1 }]);
      expect(await storedRecords(upgraded, 'courses')).toEqual([courseRecord('a')]);
      expect(upgraded.db.tables.map((table) => table.name).sort()).toEqual(
        projection('unused')
          .tables.map((table) => table.name)
          .sort(),
      );
      expect(upgraded.db.verno).toBe(SCHEMA_HISTORY.at(-1)!.version);
      await upgraded.close();
    });
  }
});
