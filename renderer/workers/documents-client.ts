import { fail, ok, type Result } from '../../shared/basics/result';
import type { WorkbookModel } from '../../shared/basics/workbook';
import type { FormModel } from '../../shared/documents/form-model';
import type { HourCertificatePage } from '../../shared/documents/hour-certificate-page';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import type { DocumentsWorker } from './documents-worker';
import { JobCancelled, WorkerLine } from './worker-line';

/** What a long job can be given: who hears how far it is, and who may stop it. */
export interface JobOptions {
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

type Printed = Result<readonly Uint8Array<ArrayBuffer>[], readonly Problem[]>;
type Made = Result<Uint8Array<ArrayBuffer>, readonly Problem[]>;
type HowToPrint = 'printEach' | 'printTogether';

/** After each batch the engine may be replaced: it never gives memory back. A multiple of the pages of one compile. */
const PAGES_PER_BATCH = 1_000;

const line = new WorkerLine<DocumentsWorker>(
  () => new Worker(new URL('./documents-worker.ts', import.meta.url), { type: 'module', name: 'documents' }),
);

const failure = (error: unknown, code: 'workbook-failed' | 'print-failed'): Problem =>
  error instanceof JobCancelled ? problem('print-cancelled') : problem(code);

/** A form, made off the main thread by the engine of its kind. The same model gives the same bytes. */
export async function makeForm(model: FormModel, { signal }: JobOptions = {}): Promise<Made> {
  try {
    const made = await twice(() => line.run<Made>(async (api) => await api.make(model), signal));
    await dropWhenSpent();
    return made;
  } catch (error) {
    return fail([failure(error, model.kind === 'xlsx' ? 'workbook-failed' : 'print-failed')]);
  }
}

/** makeForm of a workbook that is no form of the list. */
export async function makeWorkbook(
  workbook: WorkbookModel,
  options: JobOptions = {},
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const made = await makeForm({ kind: 'xlsx', workbook }, options);
  return made.ok ? made : fail(made.error[0]!);
}

/** Characters of the pages that cannot be drawn ('glyph-missing'), before anything is printed or recorded. */
async function unprintableCertificates(
  pages: readonly HourCertificatePage[],
  { signal }: JobOptions = {},
): Promise<readonly Problem[]> {
  try {
    return await line.run((api) => api.unprintable(pages), signal);
  } catch (error) {
    return [failure(error, 'print-failed')];
  }
}

/** One PDF per page, in order: what is stored with each 学时证明. All or nothing. */
export const printCertificatesEach = (
  pages: readonly HourCertificatePage[],
  options: JobOptions = {},
): Promise<Printed> => print('printEach', pages, options);

/** All pages in PDFs of up to 500 pages, for the printer. All or nothing. */
export const printCertificatesTogether = (
  pages: readonly HourCertificatePage[],
  options: JobOptions = {},
): Promise<Printed> => print('printTogether', pages, options);

async function print(
  how: HowToPrint,
  pages: readonly HourCertificatePage[],
  { onProgress, signal }: JobOptions,
): Promise<Printed> {
  const missing = await unprintableCertificates(pages, signal ? { signal } : {});
  if (missing.length > 0) return fail(missing);
  const printed: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < pages.length; from += PAGES_PER_BATCH) {
    const batch = pages.slice(from, from + PAGES_PER_BATCH);
    const report = (done: number): void => onProgress?.(from + done, pages.length);
    try {
      const part = await twice(() =>
        line.run<Printed>(async (api, whileRunning) => await api[how](batch, whileRunning(report)), signal),
      );
      if (!part.ok) return part;
      printed.push(...part.value);
      await dropWhenSpent();
    } catch (error) {
      return fail([failure(error, 'print-failed')]);
    }
  }
  return ok(printed);
}

async function dropWhenSpent(): Promise<void> {
  if (await line.run((api) => api.spent())) line.drop();
}

/** An engine that broke is gone with its worker; a fresh one gets a second try. */
async function twice<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof JobCancelled) throw error;
    return job();
  }
}
