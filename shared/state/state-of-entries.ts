import type { Entry } from '../journal/entry';
import { mergeOrder } from '../journal/merge-order';
import { createReplay, type Conflict, type OpenImport } from '../journal/replay';
import type { Checkpoint } from '../journal/checkpoint';
import { applyChanges, NO_INITIALS, type Initials } from './apply';
import { changeOf } from './change-of';
import { Draft } from './draft';
import { EMPTY_STATE, type State } from './state';

/** What entries make together. */
export interface StateOfEntries {
  readonly state: State;
  /** Records that two chains changed without knowing of each other; the value in force stands in the state. */
  readonly conflicts: readonly Conflict[];
  /** Imports whose closing entry is not among the entries: none of them is in force. */
  readonly openImports: readonly OpenImport[];
  readonly heads: Checkpoint;
}

/**
 * The state after verified entries of one or several chains, in whatever order they are given: the journal's own rules
 * say which of them are in force. Throws RangeError where mergeOrder does, and UnknownTable.
 */
export function stateOfEntries(entries: Iterable<Entry>, initials: Initials = NO_INITIALS): StateOfEntries {
  const replay = createReplay();
  const draft = new Draft(EMPTY_STATE);
  for (const entry of mergeOrder(entries)) applyChanges(draft, replay.add(entry).map(changeOf), initials);
  const { conflicts, openImports, heads } = replay.state();
  return { state: EMPTY_STATE.with(draft.changes()), conflicts, openImports, heads };
}
