import { createStore, type StoreApi } from 'zustand/vanilla';
import { create } from 'zustand';
import type { ImportKind } from '../../../shared/import/import-kinds';
import { NOTHING_ANSWERED, type ImportAnswers } from '../../../shared/import/import-question';
import type { Problem } from '../../../shared/problems/problem';
import type { CourseId } from '../../../shared/records/ids';
import type { CommitProgress, Receipt } from '../../data/store-api';
import { ImportClient } from '../../workers/import-client';
import type { FileView } from '../../workers/import-view';
import { useAppState } from '../../app/app-state';
import type { ImportJob } from './import-job';
import { NOTHING_DECIDED, type Decided } from './preview-model';

export interface Reading {
  readonly fileName: string;
  readonly done: number;
  readonly total: number | null;
  readonly cancel: () => void;
}

/** How far writing is; it can be stopped while its progress says so. */
export interface Writing {
  readonly progress: CommitProgress | null;
  readonly cancel: () => void;
}

/** What an import came to. */
export interface Imported {
  readonly receipt: Receipt;
  readonly rows: number;
  readonly refused: number;
  /** What the command said besides. */
  readonly warnings: readonly Problem[];
}

/** Where an import is, from the choice of a file to its result. */
export interface DeskState {
  readonly answers: ImportAnswers;
  readonly fileName: string;
  readonly view: FileView | null;
  /** What the view was read with. */
  readonly jobOfView: ImportJob | null;
  readonly decided: Decided;
  readonly reading: Reading | null;
  /** Why a file was not read or an import refused. */
  readonly problems: readonly Problem[];
  /** The confirmed import waits for a reason. */
  readonly asking: boolean;
  readonly busy: boolean;
  readonly done: Imported | null;
}

const FIRST: DeskState = {
  answers: NOTHING_ANSWERED,
  fileName: '',
  view: null,
  jobOfView: null,
  decided: NOTHING_DECIDED,
  reading: null,
  problems: [],
  asking: false,
  busy: false,
  done: null,
};

/** One import that is under way: its file stays in a worker, its state here, whatever screen is shown meanwhile. */
export interface ImportDesk {
  readonly client: ImportClient;
  readonly state: StoreApi<DeskState>;
  /** While busy; told dozens of times a second, so that only its bar listens. */
  readonly writing: StoreApi<Writing>;
}

interface OpenImports {
  /** By data set, kind and course. */
  readonly desks: ReadonlyMap<string, ImportDesk>;
}

const useOpenImports = create<OpenImports>(() => ({ desks: new Map() }));

const keyOf = (kind: ImportKind, courseId: CourseId | null): string =>
  `${useAppState.getState().dataSet} ${kind} ${courseId ?? ''}`;

/** Something would be lost if this were closed: a preview that was not imported, or work that goes on. */
const isUnfinished = ({ view, done, reading, busy }: DeskState): boolean =>
  busy || reading !== null || (view !== null && done === null);

/** The window may not close without a question while a preview waits or is being written. */
function onBeforeUnload(event: BeforeUnloadEvent): void {
  const { desks } = useOpenImports.getState();
  if ([...desks.values()].some(({ state }) => isUnfinished(state.getState()))) event.preventDefault();
}

function show(desks: ReadonlyMap<string, ImportDesk>): void {
  useOpenImports.setState({ desks });
  if (desks.size === 0) window.removeEventListener('beforeunload', onBeforeUnload);
  else window.addEventListener('beforeunload', onBeforeUnload);
}

/** The import of this kind as it was left, or a new one. */
export function openDesk(kind: ImportKind, courseId: CourseId | null): ImportDesk {
  const { desks } = useOpenImports.getState();
  const key = keyOf(kind, courseId);
  const found = desks.get(key);
  if (found) return found;
  const desk: ImportDesk = {
    client: new ImportClient(),
    state: createStore<DeskState>(() => FIRST),
    writing: createStore<Writing>(() => ({ progress: null, cancel: () => undefined })),
  };
  show(new Map([...desks, [key, desk]]));
  return desk;
}

/** Ends an import: its file and everything corrected in it are given up. */
function closeDesk(kind: ImportKind, courseId: CourseId | null): void {
  const desks = new Map(useOpenImports.getState().desks);
  const key = keyOf(kind, courseId);
  desks.get(key)?.client.close();
  if (desks.delete(key)) show(desks);
}

/** After its screen was left: an import that has nothing to lose ends, any other waits. Gives whether it waits. */
export function leaveDesk(kind: ImportKind, courseId: CourseId | null): boolean {
  const desk = useOpenImports.getState().desks.get(keyOf(kind, courseId));
  if (!desk) return false;
  if (isUnfinished(desk.state.getState())) return true;
  closeDesk(kind, courseId);
  return false;
}

/** Back to the choice of a file. */
export function clearDesk({ client, state }: ImportDesk): void {
  client.close();
  state.setState({ ...FIRST, answers: state.getState().answers });
}

/** Which of these imports is on the screen of a course, so that one finds it where one left it. */
export function useImporting<Kind extends ImportKind>(
  courseId: CourseId | null,
  kinds: readonly Kind[],
): {
  readonly importing: Kind | null;
  readonly begin: (kind: Kind) => void;
  readonly end: () => void;
} {
  const importing = useOpenImports(({ desks }) => kinds.find((kind) => desks.has(keyOf(kind, courseId))) ?? null);
  return {
    importing,
    begin: (kind) => void openDesk(kind, courseId),
    end: () => {
      if (importing) closeDesk(importing, courseId);
    },
  };
}
