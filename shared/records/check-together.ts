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
  const sound = new Map<TableName, Map<string, Sound>>();
  for (const table of TABLE_NAMES) {
    const known = new Map<string, Sound>();
    for (const record of set[table] ?? []) {
      const wrong = checkRecord(table, record, records);
      if (wrong) faults.push({ kind: 'wrong', ...wrong });
      else if (known.has(record.id))
        faults.push({ kind: 'repeated', table, key: record.id, at: 'id', says: '出现了两次' });
      else known.set(record.id, { record, references: referencesOf(table, record as never, records) });
    }
    sound.set(table, known);
    faults.push(...takenIn(table, known, records), ...circlesIn(table, known));
  }
  const isThere = ({ table, key }: Reference): boolean => set[table] === undefined || sound.get(table)!.has(key);
  const broken = new Set(faults.map(({ table, key }) => `${table}|${key}`));
  for (const [table, known] of sound) {
    for (const [key, { references }] of known) {
      for (const reference of references) {
        // Whoever names a record that is wrong itself is not to blame.
        if (reference.outside || isThere(reference) || broken.has(`${reference.table}|${reference.key}`)) continue;
        if (mayBeElsewhere(reference, { table, key })) continue;
        const { title } = records[reference.table];
        const says = `指向的${title}“${reference.key}”不存在`;
        faults.push({ kind: 'nowhere', table, key, at: reference.member, says });
      }
    }
  }
  return faults;
}

interface Sound {
  readonly record: Tables[TableName];
  readonly references: readonly Reference[];
}

function takenIn(table: TableName, known: ReadonlyMap<string, Sound>, records: Registry): readonly SetFault[] {
  return records[table].unique.flatMap(({ member, key: keyOf }) => {
    const owners = new Map<string, string>();
    return [...known].flatMap(([key, { record }]): readonly SetFault[] => {
      const text = keyOf(record);
      const owner = text === null ? undefined : owners.get(text);
      if (text !== null && owner === undefined) owners.set(text, key);
      return owner === undefined ? [] : [{ kind: 'taken', table, key, at: member, says: `与“${owner}”的重复` }];
    });
  });
}

/** Records that name another one of their table which leads back to them: merged into each other, making up for each other. */
function circlesIn(table: TableName, known: ReadonlyMap<string, Sound>): readonly SetFault[] {
  const nextOf = (key: string): Reference | undefined =>
    known.get(key)?.references.find((reference) => reference.table === table && !reference.outside);
  return [...known.keys()].flatMap((key): readonly SetFault[] => {
    const first = nextOf(key);
    const seen = new Set<string>();
    for (let next = first; next && !seen.has(next.key); next = nextOf(next.key)) {
      if (next.key === key) return [{ kind: 'circle', table, key, at: first!.member, says: '绕成一圈，又回到自己' }];
      seen.add(next.key);
    }
    return [];
  });
}
