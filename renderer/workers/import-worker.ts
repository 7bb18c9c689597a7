import { expose } from 'comlink';
import type { Instant } from '../../shared/basics/instant';
import type { Result } from '../../shared/basics/result';
import type { WorkbookModel } from '../../shared/basics/workbook';
import type { ImportDecisions, ImportKind, ReadChoices } from '../../shared/import/preview';
import type { ImportTask } from '../../shared/import/read-task';
import type { Problem } from '../../shared/problems/problem';
import { ImportSession } from './import-session';
import type { CellEdit, EditView, FileView, ImportSetup } from './import-view';

type Progress = (done: number, of: number) => void;

const session = new ImportSession();

const imports = {
  /** Answers as soon as the program of the worker is loaded: the limit of reading counts from then. */
  ready: (): true => true,
  readFile: (bytes: Uint8Array, fileName: string): Result<null, Problem> => session.readFile(bytes, fileName),
  preview: (setup: ImportSetup, choices: ReadChoices, progress: Progress): FileView =>
    session.preview(setup, choices, progress),
  previewPaste: (setup: ImportSetup, text: string): FileView => session.previewPaste(setup, text),
  choose: (choices: ReadChoices, progress: Progress): FileView => session.choose(choices, progress),
  refresh: (task: ImportTask): FileView => session.refresh(task),
  edit: (cells: readonly CellEdit[]): EditView => session.edit(cells),
  entries: (kind: ImportKind, decisions: ImportDecisions): readonly unknown[] => session.entries(kind, decisions),
  refused: (made: { readonly created: Instant; readonly author: string }): WorkbookModel => session.refused(made),
};

export type ImportWorker = typeof imports;

expose(imports);
