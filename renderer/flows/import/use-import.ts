import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Intent } from '../../../shared/commands/intent';
import { saveColumnMapping } from '../../../shared/commands/save-column-mapping';
import type { ImportAnswers } from '../../../shared/import/import-question';
import type { ReadChoices } from '../../../shared/import/preview';
import type { Problem } from '../../../shared/problems/problem';
import type { ColumnMapping } from '../../../shared/records/settings';
import type { Result } from '../../../shared/basics/result';
import type { CommitProgress } from '../../data/store-api';
import { useCommit } from '../../data/use-store';
import { platform } from '../../platform';
import { commandContext, now } from '../../platform/clock';
import { importText } from '../../text/import';
import type { DroppedFile } from '../../ui/window-drop';
import { makeWorkbook, type JobOptions } from '../../workers/documents-client';
import { progressOf } from '../../workers/import-client';
import type { CellEdit, FileView, RowView } from '../../workers/import-view';
import { useUndoStack } from '../commands/use-undo-stack';
import { clearDesk, type DeskState, type ImportDesk } from './import-desk';
import type { ImportJob } from './import-job';
import { decisionsOf, NOTHING_DECIDED, willImport, withEdit, type Decided } from './preview-model';

export interface ImportState extends DeskState {
  readonly setAnswers: (answers: ImportAnswers) => void;
  readonly setDecided: (decided: Decided) => void;
  readonly open: (file: DroppedFile) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  readonly choose: (choices: ReadChoices) => Promise<void>;
  readonly edit: (edit: CellEdit) => Promise<void>;
  /** How many cells were corrected and not imported, the one whose verdict is still being worked out included. */
  readonly corrected: () => Promise<number>;
  /** Imports; without a reason where one is needed it asks. */
  readonly confirm: (reason?: string) => Promise<void>;
  readonly cancelReason: () => void;
  readonly saveRefused: () => Promise<void>;
  readonly saveTemplate: () => Promise<void>;
  /** Back to the choice of a file. */
  readonly restart: () => void;
}

const NONE: readonly Problem[] = [];

/** One import from the choice of a file to its result. It stays at its desk when another screen is shown. */
export function useImport(desk: ImportDesk, job: ImportJob, mappings: readonly ColumnMapping[]): ImportState {
  const commit = useCommit();
  const undoStack = useUndoStack();
  const { message } = App.useApp();
  const { client } = desk;
  const set = desk.state.setState;
  const state = useStore(desk.state);
  const { answers, view, decided, fileName, busy } = state;
  const latest = useRef({ job, mappings });
  useEffect(() => {
    latest.current = { job, mappings };
  });
  const lastEdit = useRef<Promise<void>>(Promise.resolve());
  const setProblems = (problems: readonly Problem[]): void => set({ problems });

  // What is stored changed while the preview waited: its verdicts are read again, corrections stay.
  const outdated = view !== null && state.jobOfView !== job && !busy && !state.done && !state.reading;
  useEffect(() => {
    if (!outdated) return;
    void client
      .ask((session) => session.refresh(job.task(answers)))
      .then((result) => {
        if (result.ok && desk.state.getState().view === view) set({ view: result.value, jobOfView: job });
      });
  }, [outdated, job, answers, view, client, desk, set]);

  /** Does what may take long, with progress and cancel; what could not be read leads back to the choice of a file. */
  const read = async (name: string, work: (how: JobOptions) => Promise<Result<FileView, Problem>>): Promise<void> => {
    const stop = new AbortController();
    const cancel = (): void => stop.abort();
    const readWith = latest.current.job;
    set({ problems: NONE, reading: { fileName: name, done: 0, total: null, cancel } });
    const onProgress = (at: number, total: number): void =>
      set({ reading: { fileName: name, done: at, total, cancel } });
    const result = await work({ onProgress, signal: stop.signal });
    set({
      reading: null,
      fileName: name,
      decided: NOTHING_DECIDED,
      view: result.ok ? result.value : null,
      jobOfView: readWith,
      problems: result.ok || stop.signal.aborted ? NONE : [result.error],
    });
  };
  const setup = () => ({ task: latest.current.job.task(answers), mappings: latest.current.mappings });

  const attempt = async (reason: string | undefined, signal: AbortSignal): Promise<void> => {
    if (!view) return;
    const rows = view.rows.filter((row) => willImport(row, decided)).length;
    const confirmed = { client, decisions: decisionsOf(decided), fileName, answers };
    const command = await latest.current.job.prepare(confirmed);
    if (!command.ok) return setProblems([command.error]);
    const result = command.value(reason, commandContext());
    if (!result.ok) {
      const onlyReason = reason === undefined && result.kind === 'needs-reason';
      return set({ asking: onlyReason, problems: onlyReason ? NONE : result.error });
    }
    await remember(view, latest.current.mappings, commit);
    const onProgress = (progress: CommitProgress): void =>
      desk.writing.setState((writing) => ({ ...writing, progress }));
    const saved = await commit(result.value, { onProgress, signal });
    if (!saved.ok) return set({ asking: false, problems: saved.error });
    undoStack.push(saved.value, job.words.title);
    const { refused } = view.counts;
    const done = { receipt: saved.value, rows, refused, warnings: result.value.warnings ?? NONE };
    set({ asking: false, problems: NONE, done });
  };

  const save = async (
    made: Promise<Result<Uint8Array<ArrayBuffer>, Problem>>,
    name: string,
    said: (saved: string) => string,
  ): Promise<void> => {
    const bytes = await made;
    if (!bytes.ok) return setProblems([bytes.error]);
    const saved = await platform.saveFile(name, 'xlsx', bytes.value);
    if (saved !== null) void message.success(said(saved));
  };
  const apply = async (edit: CellEdit): Promise<void> => {
    const result = await client.ask((session) => session.edit([edit]));
    if (!result.ok) return setProblems([result.error]);
    set(({ view: before }) => ({
      view: before && { ...before, counts: result.value.counts, rows: withEdit(before.rows, result.value) },
    }));
  };

  return {
    ...state,
    setAnswers: (next) => set({ answers: next }),
    setDecided: (next) => set({ decided: next }),
    restart: () => clearDesk(desk),
    open: (file) => read(file.name, (how) => client.open(setup(), file, how)),
    paste: (text) =>
      read(importText.file.pasted, () => {
        client.close();
        return client.ask((session) => session.previewPaste(setup(), text));
      }),
    choose: (choices) =>
      read(fileName, (how) =>
        client.ask((session, live) => session.choose(choices, live(progressOf(how))), how.signal),
      ),
    edit(edit) {
      lastEdit.current = apply(edit);
      return lastEdit.current;
    },
    async corrected() {
      await lastEdit.current;
      const { view: shown, done } = desk.state.getState();
      return done ? 0 : (shown?.rows.reduce((sum, row) => sum + row.edited.length, 0) ?? 0);
    },
    async confirm(reason) {
      if (busy) return;
      const stop = new AbortController();
      set({ busy: true });
      desk.writing.setState({ progress: null, cancel: () => stop.abort() });
      try {
        await attempt(reason, stop.signal);
      } finally {
        set({ busy: false });
      }
    },
    cancelReason: () => set({ asking: false }),
    async saveRefused() {
      const made = { created: now(), author: job.author };
      const model = await client.ask((session) => session.refused(made));
      if (!model.ok) return setProblems([model.error]);
      const rows: readonly RowView[] = view?.rows ?? [];
      const count = rows.filter(({ state }) => state === 'refused').length;
      await save(makeWorkbook(model.value), importText.bar.refusedName(job.words.file), (name) =>
        importText.bar.refusedSaved(name, count),
      );
    },
    saveTemplate: () =>
      save(
        makeWorkbook(job.template({ created: now(), author: job.author })),
        `${job.words.file}.xlsx`,
        importText.file.templateSaved,
      ),
  };
}

/** Remembers how the columns were chosen by hand; columns of sessions belong to this course only. */
async function remember(
  view: FileView,
  mappings: readonly ColumnMapping[],
  commit: (intent: Intent) => Promise<unknown>,
): Promise<void> {
  const { layout, choice, remembered } = view;
  const fields = Object.fromEntries(Object.entries(choice).filter(([field]) => !field.includes(':')));
  if (remembered || Object.keys(fields).length === 0) return;
  const intent = saveColumnMapping(mappings, { kind: view.kind, layout, fields }, commandContext());
  if (intent.ok) await commit(intent.value);
}
