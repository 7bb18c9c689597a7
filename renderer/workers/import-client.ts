import type { Instant } from '../../shared/basics/instant';
import { fail, ok, type Result } from '../../shared/basics/result';
import type { WorkbookModel } from '../../shared/basics/workbook';
import type { ImportDecisions, ImportKind, ReadChoices } from '../../shared/import/preview';
import type { ImportTask } from '../../shared/import/read-task';
import type { ImportEntries } from '../../shared/import/entries-to-import';
import { importProblem } from '../../shared/problems/import-problems';
import type { Problem } from '../../shared/problems/problem';
import type { JobOptions } from './documents-client';
import type { CellEdit, EditView, FileView, ImportSetup } from './import-view';
import type { ImportWorker } from './import-worker';
import { JobCancelled, WorkerLine } from './worker-line';

/** Reading the bytes of a file ends after this; what takes longer is no roster. */
const READING_LIMIT_MS = 10_000;

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Line = WorkerLine<ImportWorker>;

/**
 * One file on its way in, read and kept in a worker of its own: previews, edits and entries come from there. A job that is
 * cancelled ('import-cancelled'), too slow ('file-slow') or broken ('import-interrupted') ends the worker, and the file must be
 * opened again. `close` gives the memory back.
 */
export class ImportClient {
  readonly #line: Line = new WorkerLine<ImportWorker>(
    () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module', name: 'import' }),
  );

  constructor(private readonly limitMs = READING_LIMIT_MS) {}

  /** Reads and previews a file. */
  async open(setup: ImportSetup, file: FileToRead, options: JobOptions = {}): Promise<Result<FileView, Problem>> {
    this.close();
    const ready = await this.#run((api) => api.ready(), options.signal);
    if (!ready.ok) return ready;
    const limit = AbortSignal.timeout(this.limitMs);
    const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
    const slow = importProblem('file-slow', { file: file.name, seconds: Math.round(this.limitMs / 1000) });
    const read = await this.#run<Result<null, Problem>>(
      async (api) => await api.readFile(file.bytes, file.name),
      signal,
      () => (limit.aborted ? slow : null),
    );
    if (!read.ok) return read;
    if (!read.value.ok) return read.value;
    return this.#run((api, live) => api.preview(setup, {}, live(progressOf(options))), options.signal);
  }

  /** Previews cells pasted from a spreadsheet. */
  paste(setup: ImportSetup, text: string): Promise<Result<FileView, Problem>> {
    this.close();
    return this.#run((api) => api.previewPaste(setup, text));
  }

  choose(choices: ReadChoices, options: JobOptions = {}): Promise<Result<FileView, Problem>> {
    return this.#run((api, live) => api.choose(choices, live(progressOf(options))), options.signal);
  }

  /** Reads the verdicts again by what is stored now; columns and corrected cells stay. */
  refresh(task: ImportTask): Promise<Result<FileView, Problem>> {
    return this.#run((api) => api.refresh(task));
  }

  edit(cells: readonly CellEdit[]): Promise<Result<EditView, Problem>> {
    return this.#run((api) => api.edit(cells));
  }

  /** What the command of the kind takes of the confirmed preview. */
  async entries<Kind extends ImportKind>(
    kind: Kind,
    decisions: ImportDecisions,
  ): Promise<Result<readonly ImportEntries[Kind][], Problem>> {
    const found = await this.#run((api) => api.entries(kind, decisions));
    return found.ok ? ok(found.value as readonly ImportEntries[Kind][]) : found;
  }

  /** The rows that cannot be imported, with the reasons. */
  refused(made: { readonly created: Instant; readonly author: string }): Promise<Result<WorkbookModel, Problem>> {
    return this.#run((api) => api.refused(made));
  }

  close(): void {
    this.#line.drop();
  }

  async #run<R>(
    job: (...given: Parameters<Parameters<Line['run']>[0]>) => Promise<R>,
    signal?: AbortSignal,
    why: () => Problem | null = () => null,
  ): Promise<Result<R, Problem>> {
    try {
      return ok(await this.#line.run(async (...given) => await job(...given), signal));
    } catch (error) {
      if (error instanceof JobCancelled) return fail(why() ?? importProblem('import-cancelled'));
      return fail(
        importProblem('import-interrupted', { message: error instanceof Error ? error.message : String(error) }),
      );
    }
  }
}

const progressOf =
  ({ onProgress }: JobOptions) =>
  (done: number, of: number): void =>
    onProgress?.(done, of);
