import type { Reference } from './describe';
import {
  checkRecord,
  RECORDS,
  referencesOf,
  TABLE_NAMES,
  type RecordFault,
  type Registry,
  type TableName,
  type Tables,
} from './registry';

/** Records that belong together, by table: the facts of a course, or a whole data set. */
export type RecordSet = { readonly [T in TableName]?: readonly Tables[T][] };

/**
 * wrong = not what its kind of record is · repeated = its id stands twice · taken = two records share what must be unique ·
 * nowhere = it names a record that is not there · circle = it comes back to itself.
 */
export interface SetFault extends RecordFault {
  readonly kind: 'wrong' | 'repeated' | 'taken' | 'nowhere' | 'circle';
}

/** Whether the record that a reference names need not be in the set. */
export type MayBeElsewhere = (
  reference: Reference,
  from: { readonly table: TableName; readonly key: string },
) => boolean;

/**
 * Everything that is wrong with records that belong together. A record that is wrong by itself is not asked for more:
 * what it refers to cannot be read.
 */
export function faultsTogether(
  set: RecordSet,
  mayBeElsewhere: MayBeElsewhere = () => false,
  records: Registry = RECORDS,
): readonly SetFault[] {
  const faults: SetFault[] = [];
  const sound = new Map<TableName, Sound>();
  for (const table of TABLE_NAMES) {
    const known = new Map<string, Tables[TableName]>();
    for (const record of set[table] ?? []) {
      const wrong = checkRecord(table, record, records);
      if (wrong) faults.push({ kind: 'wrong', ...wrong });
      else if (known.has(record.id))
        faults.push({ kind: 'repeated', table, key: record.id, at: 'id', says: '出现了两次' });
      else known.set(record.id, record);
    }
    sound.set(table, known);
    faults.push(...takenIn(table, known, records));
  }
  const isThere = ({ table, key }: Reference): boolean => set[table] === undefined || sound.get(table)!.has(key);
  const broken = new Set(faults.map(({ table, key }) => `${table}|${key}`));
  for (const [table, known] of sound) {
    // Of its own table: merged into, making up for. Only these can come back to where they began.
    const next = new Map<string, Reference>();
    for (const [key, record] of known) {
      for (const reference of referencesOf(table, record as never, records)) {
        if (reference.outside) continue;
        if (reference.table === table) next.set(key, reference);
        // Whoever names a record that is wrong itself is not to blame.
        if (isThere(reference) || broken.has(`${reference.table}|${reference.key}`)) continue;
        if (mayBeElsewhere(reference, { table, key })) continue;
        const { title } = records[reference.table];
        const says = `指向的${title}“${reference.key}”不存在`;
        faults.push({ kind: 'nowhere', table, key, at: reference.member, says });
      }
    }
    faults.push(...circlesIn(table, next));
  }
  return faults;
}

/** The records of a table that are right by themselves, by id. */
type Sound = ReadonlyMap<string, Tables[TableName]>;

function takenIn(table: TableName, known: Sound, records: Registry): readonly SetFault[] {
  return records[table].unique.flatMap(({ member, key: keyOf }) => {
    const owners = new Map<string, string>();
    const faults: SetFault[] = [];
    for (const [key, record] of known) {
      const text = keyOf(record);
      if (text === null) continue;
      const owner = owners.get(text);
      if (owner === undefined) owners.set(text, key);
      else faults.push({ kind: 'taken', table, key, at: member, says: `与“${owner}”的重复` });
    }
    return faults;
  });
}

/** Records that name another one of their table which leads back to them. */
function circlesIn(table: TableName, next: ReadonlyMap<string, Reference>): readonly SetFault[] {
  return [...next].flatMap(([key, first]): readonly SetFault[] => {
    const seen = new Set<string>();
    for (let at: Reference | undefined = first; at && !seen.has(at.key); at = next.get(at.key)) {
      if (at.key === key) return [{ kind: 'circle', table, key, at: first.member, says: '绕成一圈，又回到自己' }];
      seen.add(at.key);
    }
    return [];
  });
}
