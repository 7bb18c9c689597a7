import { canonicalJson } from '../../shared/basics/canonical-json';
import type { Change } from '../../shared/commands/intent';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import type { TableName } from '../../shared/records/tables';
import type { Table } from 'dexie';
import { readRows } from './read-rows';
import { toJson } from './record-digest';
import { fromRow, markRecordAt } from './rows-records';
import { ROW_TABLES, type Rows, type RowTable } from './row-types';
import type { Projection } from './schema';

/** The records that changes are about, as they are stored now; null where there is none. In the order of the changes. */
export function storedRecords(db: Projection, changes: readonly Change[]): Promise<readonly (object | null)[]> {
  if (changes.length === 0) return Promise.resolve([]);
  // Only the tables asked about: a commit must not wait for totals that are being written.
  const names = changes.flatMap(({ table }) =>
    table === 'marks' ? ['attendance', 'enrolments', 'waiting'] : [table],
  );
  const tables = [...new Set(names)].map((name) => db.table(name));
  return db.transaction('r', tables, async () => {
    const found = new Map<string, object>();
    for (const table of ROW_TABLES) {
      const keys = changes.filter((change) => change.table === table).map((change) => change.key);
      if (keys.length > 0)
        for (const row of await readRows(db.table(table) as Table<Rows[RowTable], string>, keys))
          found.set(`${table}/${row.id}`, fromRow<RowTable>(row));
    }
    const marks = changes.flatMap((change) =>
      change.table === 'marks' ? (change.after ?? change.before ?? []) : [],
    );
    if (marks.length > 0) {
      const sessions = [...new Set(marks.map((mark) => mark.sessionId))];
      const enrolments = [...new Set(marks.map((mark) => mark.enrolmentId))];
      const [columns, rows, waiting] = await Promise.all([
        db.attendance.bulkGet(sessions),
        db.enrolments.bulkGet(enrolments),
        db.waiting.toArray(),
      ]);
      const columnOf = new Map(columns.flatMap((column) => (column ? [[column.id, column] as const] : [])));
      const rowOf = new Map(rows.flatMap((row) => (row ? [[row.record.id, row] as const] : [])));
      for (const { id, sessionId, enrolmentId } of marks) {
        const row = rowOf.get(enrolmentId);
        const column = columnOf.get(sessionId);
        const record = row && column?.courseId === row.courseId ? markRecordAt(column, row.record) : null;
        if (record) found.set(`marks/${id}`, record);
      }
      for (const { id, mark } of waiting) if (mark) found.set(id, mark);
    }
    return changes.map((change) => found.get(`${change.table}/${change.key}`) ?? null);
  });
}

const TITLES: { readonly [T in TableName]: string } = {
  institution: '机构信息',
  persons: '学员',
  certificates: '证书',
  courses: '培训班',
  sessions: '课次',
  enrolments: '报名',
  marks: '考勤',
  attempts: '测试成绩',
  outsideHours: '其他学时',
  ceYearChoices: '年度选择',
  professionalChoices: '专业学时选择',
  barred: '限制名单',
  parameterSettings: '参数',
  columnMappings: '列对应',
  hourCertificates: '学时证明',
  packages: '报审材料包',
};

/** The changes whose `before` is not what is stored (in their order), as one problem; null when all are. */
export function recordChanged(changes: readonly Change[], stored: readonly (object | null)[]): Problem | null {
  const stale = changes.filter((change, i) => !same(change.before, stored[i] ?? null));
  if (stale.length === 0) return null;
  const records = stale.map((change) => TITLES[change.table] + nameOf(change));
  return problem('record-changed', {
    records: [...new Set(records)],
    keys: stale.map((change) => `${change.table}/${change.key}`),
  });
}

const same = (a: object | null, b: object | null): boolean =>
  a === b || (a !== null && b !== null && canonicalJson(toJson(a)) === canonicalJson(toJson(b)));

/** What a person calls the record, where it has a name. Never an identity number. */
function nameOf(change: Change): string {
  const record = change.after ?? change.before;
  if (!record) return '';
  if ('name' in record && record.name) return `“${record.name}”`;
  if ('title' in record && record.title) return `“${record.title}”`;
  return '';
}
