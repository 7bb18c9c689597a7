import type { DataSet, DesktopBridge } from '../../shared/bridge';
import { openJournal, type Journal } from '../../shared/journal/journal';
import { UnknownTable } from '../../shared/state/change-of';
import { StorageError, type StorageFault } from '../../shared/journal/journal-port';
import { problem } from '../../shared/problems/catalogue';
import { ClockQuestion } from './clock-question';
import { DataStore } from './data-store';
import { rememberFilled } from './filled-stores';
import { lastLine } from './journal-lines';
import { catchUp, rebuild, type FollowOptions, type RebuildProgress } from './follow-journal';
import { findTrouble, recordDecision, troublesOf, undecided } from './journal-trouble';
import { loadInitials } from './pinyin-initials';
import { recordingPort, type RecordingPort } from './recording-port';
import { rowState, type RowState } from './row-state';
import type { MetaRow } from './row-types';
import { projection, projectionName, type Projection } from './schema';
import { lowSpace } from './space-watch';
import { isDamage, problemOfFault, StoreUnavailable } from './storage-faults';
import type { HealNotice, JournalTrouble, StoreClock } from './store-api';
import { webSha256 } from './web-sha256';

export interface OpenOptions {
  /** Who works now; nobody is named until the program knows operators. */
  readonly operator?: () => string;
  /** Told while rows are applied or rebuilt. */
  readonly onProgress?: (progress: RebuildProgress) => void;
}

type Rebuilt = Extract<HealNotice, { kind: 'rebuilt' }>['why'];

/**
 * Opens a data set: lock, journal, rows; brings the rows in step with the journal whichever of them is behind or gone.
 * Rejects with StoreUnavailable when the data set is in use elsewhere, cannot be read, or was written by a later version.
 */
export async function openStore(
  bridge: DesktopBridge,
  set: DataSet,
  clock: StoreClock,
  options: OpenOptions = {},
): Promise<DataStore> {
  const outcome = await bridge.openDataSet(set);
  if (outcome.kind === 'locked') throw new StoreUnavailable([problem('storage-locked')], 'in-use');
  if (outcome.kind === 'failed')
    throw outcome.fault === 'missing'
      ? new StoreUnavailable([problem('data-folder-missing', { folder: outcome.message })], 'folder-gone')
      : notOpened(outcome.fault ?? 'io', outcome.message);
  const port = recordingPort(bridge.journal(set));
  const steady = { initials: loadInitials, folder: outcome.folder.display };
  const follow: FollowOptions = { ...steady, ...(options.onProgress && { onProgress: options.onProgress }) };
  const journalOptions = {
    port,
    deviceId: outcome.folder.deviceId,
    sha256: webSha256,
    random: clock.randomBytes,
    clock: clock.now,
    operator: options.operator ?? (() => ''),
  };
  const db = projection(projectionName(set));
  try {
    // Journal and rows are opened side by side: each waits for another part of the machine.
    const [journal, state] = await Promise.all([openJournal(journalOptions), rowState(db)]);
    // A folder may be a copy of the one that these rows were made from, and both may be written from now on.
    if (state.kind === 'usable' && state.meta.folder !== follow.folder && journal.head()) await journal.beginEpoch();
    const { notices, troubles } = await bringInStep(db, state, journal, port, follow);
    port.take();
    if (state.kind === 'unusable' || notices.length > 0 || !state.meta.filled) await rememberFilled(db);
    const heads = (await db.meta.get('projection'))?.heads ?? [];
    const question = new ClockQuestion((await lastLine(db))?.time);
    const found = [...notices, ...question.see(clock.now()), ...lowSpace(outcome.folder.freeBytes)];
    return new DataStore({
      bridge,
      set,
      port,
      journal,
      openJournal: () => openJournal(journalOptions),
      db,
      heads,
      follow: steady,
      clock: question,
      notices: found,
      troubles,
    });
  } catch (error) {
    db.close();
    if (error instanceof StoreUnavailable) throw error;
    if (error instanceof UnknownTable) throw new StoreUnavailable([problem('journal-newer')]);
    if (error instanceof StorageError) throw notOpened(error.fault, error.message, outcome.folder.display);
    throw error;
  }
}

/** Who finds the data in use at the opening is told to look for the other window. */
const notOpened = (fault: StorageFault, detail: string, folder?: string): StoreUnavailable =>
  fault === 'locked'
    ? new StoreUnavailable([problem('storage-locked')], 'in-use')
    : new StoreUnavailable([problemOfFault(fault, detail, folder === undefined ? {} : { folder })], 'other');

/** Throws the demo data set away, rows first: if it is interrupted, what is left of the journal makes the rows anew. */
export async function discardDemo(bridge: DesktopBridge): Promise<void> {
  await projection(projectionName('demo')).delete();
  await bridge.discardDemo();
}

interface InStep {
  readonly notices: readonly HealNotice[];
  readonly troubles: readonly JournalTrouble[];
}

async function bringInStep(
  db: Projection,
  state: RowState,
  journal: Journal,
  port: RecordingPort,
  follow: FollowOptions,
): Promise<InStep> {
  const notices: HealNotice[] = journal.findings().tornEnds.map(({ bytes }) => ({ kind: 'torn-end', bytes }));
  if (state.kind === 'unusable') return rebuilt(db, journal, follow, notices, state.why);
  const { meta } = state;
  const troubles = await findTrouble(journal, port, meta.heads);
  if (meta.folder !== follow.folder && troubles.some(({ kind }) => kind !== 'journal-damaged'))
    return rebuilt(db, journal, follow, notices, 'other-folder');
  const undecidedTroubles = await undecided(db, troubles);
  const garbled = await garbledEnds(journal, meta, undecidedTroubles);
  if (garbled.length > 0)
    await recordDecision(
      journal,
      garbled.map(({ trouble }) => trouble),
    );
  notices.push(...garbled.map(({ bytes }): HealNotice => ({ kind: 'torn-end', bytes })));
  const open = undecidedTroubles.filter((trouble) => !garbled.some((one) => one.trouble === trouble));
  if (open.length > 0) return { notices: [...notices, ...open], troubles: open };
  try {
    const applied = await applyMissing(db, journal, follow, meta, troubles);
    const missed = applied - garbled.length;
    if (missed > 0) notices.push({ kind: 'applied', entries: missed });
    return { notices, troubles: [] };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return rebuilt(db, journal, follow, notices, 'damaged');
  }
}

/**
 * Damages that a power failure leaves behind: a last line written whole but garbled, after everything that was ever shown
 * as saved. It never was acknowledged, so the journal goes on without asking; the entry that says so keeps it from being
 * told again.
 */
async function garbledEnds(
  journal: Journal,
  meta: MetaRow,
  troubles: readonly JournalTrouble[],
): Promise<readonly { readonly trouble: JournalTrouble; readonly bytes: number }[]> {
  if (troubles.length === 0 || !(await Promise.all(meta.heads.map((head) => journal.contains(head)))).every(Boolean))
    return [];
  const ends = journal.findings().damages.filter(({ code, atEnd }) => code === 'line-damaged' && atEnd);
  return troubles.flatMap((trouble) => {
    const end = ends.find(
      ({ chain, seq }) => trouble.kind === 'journal-damaged' && trouble.chain === chain && trouble.seq === seq,
    );
    return end ? [{ trouble, bytes: end.bytes }] : [];
  });
}

/** Applies what the rows lack; a chain whose damage was decided about ends where its valid part ends. */
async function applyMissing(
  db: Projection,
  journal: Journal,
  follow: FollowOptions,
  meta: MetaRow,
  decided: readonly JournalTrouble[],
): Promise<number> {
  const stopped = new Set(decided.map(({ chain }) => chain));
  const heads = journal.heads().filter(({ chain }) => !stopped.has(chain));
  const late = heads.flatMap(({ chain, seq }): readonly JournalTrouble[] => {
    const applied = meta.heads.find((head) => head.chain === chain)?.seq ?? 0;
    return applied < seq ? [{ kind: 'journal-damaged', chain, seq: applied + 1, message: '' }] : [];
  });
  // Behind a damage in the middle that was decided about nothing is to be applied, though the chain's end is sound.
  const behind = await undecided(db, late);
  if (behind.length === 0) return 0;
  // With several chains an entry may come before ones that are applied already; their order is found only from the start.
  if (journal.heads().length > 1) {
    const all = await rebuild(db, journal, follow);
    return all - meta.place;
  }
  return catchUp(db, journal, meta.heads, follow);
}

/** Makes the rows anew from what of the journal is valid, and says what is not. */
async function rebuilt(
  db: Projection,
  journal: Journal,
  follow: FollowOptions,
  notices: readonly HealNotice[],
  why: Rebuilt,
): Promise<InStep> {
  const entries = await rebuild(db, journal, follow);
  const all: HealNotice[] =
    entries > 0 || why !== 'missing' ? [...notices, { kind: 'rebuilt', entries, why }] : [...notices];
  const { damages } = journal.findings();
  const open = await undecided(db, troublesOf(damages, [], []));
  return { notices: [...all, ...open], troubles: open };
}
