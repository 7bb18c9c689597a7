import { sameValue } from '../../shared/basics/same-value';
import type { Change } from '../../shared/commands/intent';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import { checkItem, faultText } from '../../shared/records/registry';
import type { TableName } from '../../shared/records/tables';
import { recordOf } from '../../shared/state/find-record';
import { ask } from './ask';
import type { Projection } from './schema';

/** The records that changes are about, as they are stored now; null where there is none. In the order of the changes. */
export const storedRecords = (db: Projection, changes: readonly Change[]): Promise<readonly (object | null)[]> =>
  changes.length === 0
    ? Promise.resolve([])
    : ask(db, (source) => changes.map(({ table, key }) => recordOf(source, table, key)));

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

/** What of an intent could never be read back as a record, as a problem; null when all of it can. The last door before the journal. */
export function recordUnfit(changes: readonly Change[]): Problem | null {
  for (const { table, key, after } of changes) {
    const fault = after && checkItem({ table, key, before: null, after });
    if (fault) return problem('record-unfit', { says: faultText(fault) });
  }
  return null;
}

/** The changes whose `before` is not what is stored (in their order), as one problem; null when all are. */
export function recordChanged(changes: readonly Change[], stored: readonly (object | null)[]): Problem | null {
  const stale = changes.filter((change, i) => !sameValue(change.before, stored[i] ?? null));
  if (stale.length === 0) return null;
  const records = stale.map((change) => TITLES[change.table] + nameOf(change));
  return problem('record-changed', {
    records: [...new Set(records)],
    keys: stale.map((change) => `${change.table}/${change.key}`),
  });
}

/** What a person calls the record, where it has a name. Never an identity number. */
function nameOf(change: Change): string {
  const record = change.after ?? change.before;
  if (!record) return '';
  if ('name' in record && record.name) return `“${record.name}”`;
  if ('title' in record && record.title) return `“${record.title}”`;
  return '';
}
