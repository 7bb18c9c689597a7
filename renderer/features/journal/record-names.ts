import { useMemo } from 'react';
import type { Change } from '../../../shared/commands/intent';
import { postTitle } from '../../../shared/regulation/posts';
import { useRecordNames as useNames, type RecordName } from '../../data/use-record-names';
import { journalText } from '../../text/journal';

/** Every id that a record holds: its own and those it points at. */
function idsIn(change: Change): readonly string[] {
  const record = change.after ?? change.before;
  const members = Object.entries(record ?? {}).flatMap(([field, value]) =>
    /Id$|^id$|^mergedInto$|^makesUpFor$/.test(field) && typeof value === 'string' ? [value] : [],
  );
  return change.table === 'marks' ? members.filter((id) => !id.includes(':')) : members;
}

function words(name: RecordName): string {
  switch (name.table) {
    case 'persons':
    case 'enrolments':
      return name.name;
    case 'courses':
      return name.title;
    case 'sessions':
      return journalText.session(name.number, name.date);
    case 'certificates':
      return [name.post === null ? '' : postTitle(name.post), name.number ?? ''].filter(Boolean).join(' ');
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What the records in these changes, and those they point at, are called. */
export function useRecordNames(changes: readonly Change[]): ReadonlyMap<string, string> {
  const ids = useMemo(() => [...new Set(changes.flatMap(idsIn))].sort(), [changes]);
  const names = useNames(ids);
  return useMemo(() => (names ? new Map([...names].map(([id, name]) => [id, words(name)])) : NONE), [names]);
}

/** The name of the record that a change is about: of its person and session where it has no name of its own. */
export function recordName(change: Change, names: ReadonlyMap<string, string>): string {
  const record = (change.after ?? change.before) as unknown as { readonly [field: string]: unknown } | null;
  const own = record?.['name'] ?? record?.['title'];
  if (typeof own === 'string') return own;
  const of = (field: string): string => {
    const id = record?.[field];
    return (typeof id === 'string' && names.get(id)) || '';
  };
  const about = ['enrolmentId', 'personId', 'sessionId', 'certificateId'].map(of).filter(Boolean);
  return about.length > 0 ? about.slice(0, 2).join(' · ') : (names.get(change.key) ?? '');
}
