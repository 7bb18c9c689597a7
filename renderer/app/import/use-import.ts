import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Intent } from '../../../shared/commands/intent';
import { saveColumnMapping } from '../../../shared/commands/save-column-mapping';
import type { ReadChoices } from '../../../shared/import/preview';
import type { Problem } from '../../../shared/problems/problem';
import type { ColumnMapping } from '../../../shared/records/settings';
import type { Result } from '../../../shared/basics/result';
import type { Receipt } from '../../data/store-api';
import { useCommit } from '../../data/use-store';
import { platform } from '../../platform';
import { commandContext, now } from '../../platform/clock';
import { importText } from '../../text/import';
import type { DroppedFile } from '../../ui/file-drop';
import { makeWorkbook } from '../../workers/documents-client';
import { ImportClient } from '../../workers/import-client';
import type { CellEdit, FileView, RowView } from '../../workers/import-view';
import { FIRST_OPTIONS, type ImportJob, type ImportOptions } from './import-job';
import { decisionsOf, NOTHING_DECIDED, willImport, withEdit, type Decided } from './preview-model';

export interface Reading {
  readonly fileName: string;
  readonly done: number;
  readonly total: number | null;
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

export interface ImportState {
  readonly options: ImportOptions;
  readonly fileName: string;
  readonly view: FileView | null;
  readonly decided: Decided;
  readonly reading: Reading | null;
  /** Why a file was not read or an import refused. */
  readonly problems: readonly Problem[];
  /** The confirmed import waits for a reason. */
  readonly asking: boolean;
  readonly busy: boolean;
  readonly done: Imported | null;
  readonly setOptions: (options: ImportOptions) => void;
  readonly setDecided: (decided: Decided) => void;
  readonly open: (file: DroppedFile) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  readonly choose: (choices: ReadChoices) => Promise<void>;
  readonly edit: (edit: CellEdit) => Promise<void>;
  /** Imports; without a reason where one is needed it asks. */
  readonly confirm: (reason?: string) => Promise<void>;
  readonly cancelReason: () => void;
  readonly saveRefused: () => Promise<void>;
  readonly saveTemplate: () => Promise<void>;
  /** Back to the choice of a file. */
  readonly restart: () => void;
}

const NONE: readonly Problem[] = [];

/** One import from the choice of a file to its result. The file stays in a worker as long as the screen is open. */
export function useImport(job: ImportJob, mappings: readonly ColumnMapping[]): ImportState {
  const commit = useCommit();
  const { message } = App.useApp();
  const client = useMemo(() => new ImportClient(), []);
  useEffect(() => () => client.close(), [client]);
  const latest = useRef({ job, mappings });
  useEffect(() => {
    latest.current = { job, mappings };
  });
  const [options, setOptions] = useState(FIRST_OPTIONS);
  const [fileName, setFileName] = useState('');
  const [view, setView] = useState<FileView | null>(null);
  const [decided, setDecided] = useState(NOTHING_DECIDED);
  const [reading, setReading] = useState<Reading | null>(null);
  const [problems, setProblems] = useState(NONE);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Imported | null>(null);

  const restart = useCallback(() => {
    client.close();
    setView(null);
    setDone(null);
    setDecided(NOTHING_DECIDED);
    setProblems(NONE);
  }, [client]);

  /** Does what may take long, with progress and cancel; what could not be read leads back to the choice of a file. */
  const read = async (
    name: string,
    work: (how: {
      onProgress: (done: number, of: number) => void;
      signal: AbortSignal;
    }) => Promise<Result<FileView, Problem>>,
  ): Promise<void> => {
    const stop = new AbortController();
    const cancel = (): void => stop.abort();
    setProblems(NONE);
    setReading({ fileName: name, done: 0, total: null, cancel });
    const onProgress = (at: number, total: number): void => setReading({ fileName: name, done: at, total, cancel });
    const result = await work({ onProgress, signal: stop.signal });
    setReading(null);
    setFileName(name);
    setDecided(NOTHING_DECIDED);
    setView(result.ok ? result.value : null);
    setProblems(result.ok || result.error.code === 'import-cancelled' ? NONE : [result.error]);
  };
  const setup = () => ({ task: latest.current.job.task(options), mappings: latest.current.mappings });

  const attempt = async (reason: string | undefined): Promise<void> => {
    if (!view) return;
    const rows = view.rows.filter((row) => willImport(row, decided)).length;
    const confirmed = { client, decisions: decisionsOf(decided), fileName, options };
    const command = await latest.current.job.prepare(confirmed);
    if (!command.ok) return setProblems([command.error]);
    const result = command.value(reason, commandContext());
    if (!result.ok) {
      const errors = result.error.filter(({ level }) => level === 'error');
      const onlyReason = reason === undefined && errors.length > 0 && errors.every(({ field }) => field === 'reason');
      setAsking(onlyReason);
      return setProblems(onlyReason ? NONE : result.error);
    }
    await remember(view, latest.current.mappings, commit);
    const saved = await commit(result.value);
    setAsking(false);
    if (!saved.ok) return setProblems(saved.error);
    setProblems(NONE);
    setDone({ receipt: saved.value, rows, refused: view.counts.refused, warnings: result.value.warnings ?? NONE });
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
  const kindText = importText.kinds[job.kind];

  return {
    options,
    fileName,
    view,
    decided,
    reading,
    problems,
    asking,
    busy,
    done,
    setOptions,
    setDecided,
    restart,
    open: (file) => read(file.name, (how) => client.open(setup(), file, how)),
    paste: (text) => read(importText.file.pasted, () => client.paste(setup(), text)),
    choose: (choices) => read(fileName, (how) => client.choose(choices, how)),
    async edit(edit) {
      const result = await client.edit([edit]);
      if (!result.ok) return setProblems([result.error]);
      setView(
        (before) => before && { ...before, counts: result.value.counts, rows: withEdit(before.rows, result.value) },
      );
    },
    async confirm(reason) {
      if (busy) return;
      setBusy(true);
      try {
        await attempt(reason);
      } finally {
        setBusy(false);
      }
    },
    cancelReason: () => setAsking(false),
    async saveRefused() {
      const made = { created: now(), author: job.author };
      const model = await client.refused(made);
      if (!model.ok) return setProblems([model.error]);
      const rows: readonly RowView[] = view?.rows ?? [];
      const count = rows.filter(({ state }) => state === 'refused').length;
      await save(makeWorkbook(model.value), importText.bar.refusedName(kindText.file), (name) =>
        importText.bar.refusedSaved(name, count),
      );
    },
    saveTemplate: () =>
      save(
        makeWorkbook(job.template({ created: now(), author: job.author })),
        `${kindText.file}.xlsx`,
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
