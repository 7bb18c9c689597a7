import type { Entry } from '../../shared/journal/entry';
import type { Journal } from '../../shared/journal/journal';
import { createReplay, type ReplayedState } from '../../shared/journal/replay';

/** Everything that a journal gives, in its order. */
export async function allEntries(
  journal: Journal,
  options?: Parameters<Journal['readAll']>[0],
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const batch of journal.readAll(options)) entries.push(...batch);
  return entries;
}

/** What a journal's entries make together. */
export async function stateOf(journal: Journal): Promise<ReplayedState> {
  const replay = createReplay();
  for await (const batch of journal.readAll()) for (const entry of batch) replay.add(entry);
  return replay.state();
}

/** The key of each entry's first item. */
export const firstKeys = (entries: readonly Entry[]): readonly (string | null)[] =>
  entries.map(({ items }) => items[0]?.key ?? null);

/** A change of the persons table, and an entry with one. */
export const person = (key: string, name: string) => ({
  table: 'persons',
  key,
  before: null,
  after: { id: key, name },
});
export const create = (key: string, name = key) => ({ kind: 'person.create', changes: [person(key, name)] });
