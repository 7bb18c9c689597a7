import { coveredSeq } from '../../shared/journal/checkpoint';
import { StorageError } from '../../shared/journal/journal-port';
import type { Problem } from '../../shared/problems/problem';
import { findTrouble, undecided } from './journal-trouble';
import type { OpenedDataSet } from './opened-data-set';
import { problemOfFault, problemOfStorageError, StoreUnavailable, type FaultPlace } from './storage-faults';
import type { JournalTrouble } from './store-api';

/** Room that must be there beside what could not be stored, in bytes: names and blocks take some too. */
const MARGIN = 64 * 1024;

/** What came of looking: the fault is still there, or writing may go on. */
export type Recovered =
  | { readonly kind: 'waiting'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'back';
      /** What is not as it was written here, and nobody has decided about. */
      readonly troubles: readonly JournalTrouble[];
      /** Entries of other devices that came back with the folder. */
      readonly joined: number;
    };

/** Where the records of a data set are, and how much must fit, for what is said of a fault. */
const placeOf = ({ follow, port }: OpenedDataSet): FaultPlace => ({
  folder: follow.folder,
  neededBytes: port.refused().length + MARGIN,
});

/** What the user is told of an error of the journal; errors of any other kind are the program's and are thrown on. */
export async function problemAt(opened: OpenedDataSet, error: unknown): Promise<Problem> {
  const full = error instanceof StorageError && error.fault === 'disk-full';
  const outcome = full ? await opened.bridge.openDataSet(opened.set).catch(() => null) : null;
  const freeBytes = outcome?.kind === 'open' ? outcome.folder.freeBytes : null;
  return problemOfStorageError(error, { ...placeOf(opened), freeBytes });
}

/**
 * Looks whether the fault that paused writing is over: the folder is there and ours, and what could not be stored fits. A
 * journal that was closed by it is opened anew, and held against what was acknowledged. Call only while nothing else writes.
 */
export async function recover(opened: OpenedDataSet): Promise<Recovered> {
  const { bridge, set, port, journal } = opened;
  let place = placeOf(opened);
  try {
    const outcome = await bridge.openDataSet(set);
    switch (outcome.kind) {
      case 'locked':
        throw new StorageError('locked', 'the data set is locked');
      case 'failed':
        throw new StorageError(outcome.fault ?? 'io', outcome.message);
      case 'open':
        place = { ...place, freeBytes: outcome.folder.freeBytes };
    }
    await port.tryWrite(port.refused().length + MARGIN);
    return journal.mode().kind === 'closed' ? await openAnew(opened) : { kind: 'back', troubles: [], joined: 0 };
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'waiting', problems: error.problems };
    if (!(error instanceof StorageError)) throw error;
    return { kind: 'waiting', problems: [problemOfFault(error.fault, error.message, place)] };
  }
}

async function openAnew(opened: OpenedDataSet): Promise<Recovered> {
  const known = opened.journal.heads();
  const own = opened.journal.writer().chain;
  await takeOutRefused(opened);
  const journal = await opened.openJournal();
  const found = journal.heads();
  const troubles = await undecided(opened.db, await findTrouble(journal, opened.port, known));
  // Last of all, when nothing can fail any more: from now on this journal says what was there.
  opened.journal = journal;
  const [expected, now] = [coveredSeq(known, own), coveredSeq(found, own)];
  if (troubles.length === 0 && now > expected)
    return { kind: 'back', troubles: [{ kind: 'journal-extended', chain: own, expected, found: now }], joined: 0 };
  const joined = found.reduce((sum, { chain, seq }) => sum + Math.max(0, seq - coveredSeq(known, chain)), 0);
  return { kind: 'back', troubles, joined };
}

/** What an append that was refused has left all the same is taken out: nobody was told that it is saved, and it may be done again. */
async function takeOutRefused({ journal, port }: OpenedDataSet): Promise<void> {
  const end = journal.end();
  const refused = port.refused();
  if (!end || refused.length === 0) return;
  const there = (await port.segments()).find(({ chain, name }) => chain === end.chain && name === end.name);
  if (!there || there.size <= end.size || there.size > end.size + refused.length) return;
  const left = await port.read(end.chain, end.name, end.size);
  if (left.every((byte, i) => byte === refused[i])) await port.setAside(end.chain, end.name, end.size);
}
