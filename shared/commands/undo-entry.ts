import type { Json } from '../basics/json';
import { sameValue } from '../basics/same-value';
import type { Entry } from '../journal/entry';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { Enrolment } from '../records/enrolment';
import { uniqueKeysOf } from '../records/registry';
import type { TableName, Tables } from '../records/tables';
import type { Persons } from '../records/who-counts';
import { conclude } from './conclude';
import type { Change, CommandContext, CommandResult } from './intent';
import { DECISIVE } from './session-problems';
import { documentNumber, documentsResting } from './undo-documents';
import { circlesClosed } from './undo-merges';
import { itemKey, itemKeysIn, netItems, type NetItem } from './undo-items';

/** What undoing must know: from the journal, and whom the touched records belong to. */
export interface UndoSlice {
  /** The entry to take back, or all parts of one import with its closing entry. */
  readonly entries: readonly Entry[];
  /** Every other entry applied after the first of them, of all chains, in order of application. */
  readonly later: readonly Entry[];
  /** The enrolments of the people and certificates that the entry touched; of the whole course will do. */
  readonly enrolments: readonly Enrolment[];
  /**
   * Records of people as they are now: those whom the entries and the enrolments name, with all that they were merged
   * into. Without them merges are known as far as the later entries tell.
   */
  readonly persons?: Persons;
}

const NOBODY: Persons = new Map();

export interface UndoEntryInput {
  readonly reason?: string | undefined;
}

/**
 * Takes an entry back by a compensating one: every record becomes what it was before. Refused with a list where a later
 * entry changed the same record, rests on it or took its place, and where a document was issued on it; documents
 * themselves are revoked or replaced, never undone. Undoing an undo is the same thing (redo).
 */
export function undoEntry(
  { entries, later, enrolments, persons = NOBODY }: UndoSlice,
  { reason }: UndoEntryInput,
  _ctx: CommandContext,
): CommandResult {
  const { items, erased } = netItems(entries);
  const since = netItems(later).items;
  const undone = [...items.values()].filter(({ before, after, readable }) => !readable || !sameValue(before, after));
  const problems: Problem[] = [...partialImport(entries)];

  const sealed = undone.filter(({ readable }) => !readable).length + erased;
  if (sealed > 0) problems.push(problem('undo-unreadable', { count: sealed }));
  const documents = [...new Set(undone.flatMap((item) => documentNumber(item) ?? []))];
  if (documents.length > 0) problems.push(problem('undo-document', { documents }));
  if (problems.length === 0) problems.push(...laterProblems(undone, since, enrolments, persons));

  return conclude({
    kind: 'entry.undo',
    changes: undone.filter(({ readable }) => readable).map(compensation),
    problems,
    reason,
    parents: entries.map(({ hash }) => hash),
    nothing: problem('undo-nothing'),
  });
}

/** Journal items were written from changes of these types, so they are read back as such. */
const compensation = ({ table, key, before, after }: NetItem): Change =>
  ({ table, key, before: after, after: before }) as unknown as Change;

function partialImport(entries: readonly Entry[]): readonly Problem[] {
  const parts = entries.reduce((most, { header }) => Math.max(most, header.import?.parts ?? 0), 0);
  const found = new Set(entries.flatMap(({ header }) => header.import?.part ?? [])).size;
  return found < parts ? [problem('undo-import-partial', { parts, found })] : [];
}

/** Members that later attendance and lessons were checked against: taking them back would leave those unchecked. */
const SHAPE: { readonly [T in TableName]?: readonly string[] } = {
  courses: ['purpose', 'ruleset', 'startsOn', 'endsOn'],
  enrolments: ['from', 'to'],
  sessions: DECISIVE,
};
const MEASURED: readonly TableName[] = ['marks', 'sessions'];

const isReshaped = ({ table, before, after }: NetItem): boolean =>
  before !== null &&
  after !== null &&
  (SHAPE[table] ?? []).some((field) => !sameValue(memberOf(before, field), memberOf(after, field)));

const memberOf = (record: Json, name: string): unknown => (record as { readonly [name: string]: unknown })[name];

function laterProblems(
  undone: readonly NetItem[],
  since: ReadonlyMap<string, NetItem>,
  enrolments: readonly Enrolment[],
  persons: Persons,
): readonly Problem[] {
  const standing = [...since.values()].filter(({ after, readable }) => after !== null || !readable);
  const touched = undone.filter((item) => {
    const now = since.get(itemKey(item));
    return now !== undefined && (!now.readable || !sameValue(now.after, item.after));
  });
  const problems: Problem[] = listed(
    'undo-touched-later',
    touched,
    touched.map((item) => since.get(itemKey(item))!),
  );

  const removed = undone.filter(({ before }) => before === null);
  const removedKeys = new Set(removed.map(itemKey));
  const reshaped = new Map(undone.filter(isReshaped).map((item) => [itemKey(item), item]));
  const users = standing.filter((item) => {
    // What was there before and is as it was (deleted and brought back, say) fitted the state that comes back.
    if (!item.readable || sameValue(item.before, item.after)) return false;
    return itemKeysIn(item.table, item.after).some(
      (key) => removedKeys.has(key) || (MEASURED.includes(item.table) && reshaped.has(key)),
    );
  });
  if (users.length > 0) problems.push(...listed('undo-used-later', [...removed, ...reshaped.values()], users));

  const restored = undone.filter(({ before }) => before !== null);
  const taken = new Map<string, NetItem>();
  for (const item of standing) for (const key of keysOf(item, item.after)) taken.set(key, item);
  const collides = (item: NetItem): readonly NetItem[] =>
    keysOf(item, item.before).flatMap((key) => {
      const other = taken.get(key);
      return other && other.key !== item.key ? [other] : [];
    });
  const colliding = restored.filter((item) => collides(item).length > 0);
  problems.push(...listed('undo-conflict', colliding, colliding.flatMap(collides)));

  const gone = new Map(
    [...since.values()]
      .filter(({ after, readable }) => readable && after === null)
      .map((item) => [itemKey(item), item]),
  );
  const bases = (item: NetItem): readonly NetItem[] =>
    itemKeysIn(item.table, item.before).flatMap((key) => gone.get(key) ?? []);
  const baseless = restored.filter((item) => bases(item).length > 0);
  problems.push(...listed('undo-base-gone', baseless, baseless.flatMap(bases)));

  const circles = circlesClosed(undone, since, persons);
  problems.push(
    ...listed(
      'undo-merge-circle',
      circles.map(({ item }) => item),
      circles.flatMap(({ because }) => because),
    ),
  );

  const documents = documentsResting(undone, since.values(), enrolments, persons);
  if (documents.length > 0) problems.push(problem('undo-issued', { documents: [...documents] }));
  return problems;
}

/** One problem that counts the records and names the later entries by their number; none without records. */
function listed(
  code: 'undo-touched-later' | 'undo-used-later' | 'undo-conflict' | 'undo-base-gone' | 'undo-merge-circle',
  items: readonly NetItem[],
  because: readonly NetItem[],
): Problem[] {
  if (items.length === 0) return [];
  const entries = new Map(because.flatMap(({ entries: touching }) => touching.map((entry) => [entry.hash, entry])));
  const later = [...entries.values()].map(({ header }) => `留痕第 ${header.seq} 条`);
  return [problem(code, { count: items.length, later })];
}

const keysOf = ({ table }: NetItem, value: NetItem['after']): readonly string[] =>
  value === null ? [] : uniqueKeysOf(table, value as unknown as Tables[typeof table]);
