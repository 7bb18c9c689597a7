import { useCallback, useEffect, useState } from 'react';
import type { DataFolder, DataSet } from '../../shared/bridge';
import type { Problem } from '../../shared/problems/problem';
import type { DataStore } from '../data/data-store';
import { openStore, type OpenOptions } from '../data/open-store';
import { StoreUnavailable } from '../data/storage-faults';
import { platform } from '../platform';
import { now, randomBytes } from '../platform/clock';
import { useAppState } from './app-state';
import { operatorName } from './operator';

/** Where the opening of a data set stands. */
export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'rebuilding'; readonly done: number; readonly total: number }
  | { readonly kind: 'locked' }
  | {
      readonly kind: 'failed';
      readonly problems: readonly Problem[];
      readonly message: string;
      readonly folderGone: boolean;
    }
  | { readonly kind: 'ready'; readonly store: DataStore };

const OPENING: Opening = { kind: 'opening' };

function reasonOf(error: unknown): Opening {
  if (!(error instanceof StoreUnavailable))
    return {
      kind: 'failed',
      problems: [],
      message: error instanceof Error ? error.message : String(error),
      folderGone: false,
    };
  if (error.why === 'in-use') return { kind: 'locked' };
  return { kind: 'failed', problems: error.problems, message: '', folderGone: error.why === 'folder-gone' };
}

type Tell = NonNullable<OpenOptions['onProgress']>;

const open = (set: DataSet, onProgress: Tell): Promise<DataStore> =>
  openStore(platform, set, { now, randomBytes }, { operator: operatorName, onProgress });

/** A data set whose opening was begun before anything is drawn; `tell` is whoever waits for it. */
interface Ahead {
  readonly set: DataSet;
  readonly store: Promise<DataStore>;
  tell: Tell;
}

let ahead: Ahead | null = null;

/** Begins to open a data set, so that disk and worker are asked while the first picture is still being made. */
export function openAhead(set: DataSet): void {
  const store = open(set, (progress) => begun.tell(progress));
  const begun: Ahead = { set, store, tell: () => undefined };
  store.catch(() => undefined); // Whoever takes it is told.
  ahead = begun;
}

/** What was begun ahead, once; null where nothing was, or for another set. */
function takeAhead(set: DataSet, tell: Tell): Promise<DataStore> | null {
  if (ahead?.set !== set) return null;
  const { store } = Object.assign(ahead, { tell });
  ahead = null;
  return store;
}

/** Opens a data set while the part is shown, and closes it behind. One set after the other, never two at once. */
export function useOpenData(set: DataSet): { readonly opening: Opening; readonly retry: () => void } {
  const [{ of, opening }, setOpening] = useState<{ readonly of: DataSet; readonly opening: Opening }>({
    of: set,
    opening: OPENING,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    const show = (next: Opening): void => {
      if (!left) setOpening({ of: set, opening: next });
    };
    show(OPENING);
    const tell: Tell = ({ done, of }) => show({ kind: 'rebuilding', done, total: of });
    const mine = closing.then(() => takeAhead(set, tell) ?? open(set, tell));
    mine.then(
      (store) => show({ kind: 'ready', store }),
      (error: unknown) => show(reasonOf(error)),
    );
    return () => {
      left = true;
      closing = mine.then(
        (store) => store.close(),
        () => undefined,
      );
    };
  }, [set, attempt]);
  // Between the choice of another set and its opening the last one's store is still in the state: it must not be taken for it.
  return { opening: of === set ? opening : OPENING, retry: useCallback(() => setAttempt((n) => n + 1), []) };
}

/** The closing of the set that was open before; the next one waits for it. */
let closing: Promise<void> = Promise.resolve();

/** Resolves when the set that was left is closed. */
export const dataClosed = (): Promise<void> => closing;

/** The folder of the open data set, as the user may see it; undefined until the answer came. */
export function useDataFolder(): DataFolder | undefined {
  const set = useAppState((state) => state.dataSet);
  const [folder, setFolder] = useState<DataFolder>();
  useEffect(() => {
    void platform.openDataSet(set).then((outcome) => {
      if (outcome.kind === 'open') setFolder(outcome.folder);
    });
  }, [set]);
  return folder;
}
