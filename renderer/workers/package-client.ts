import { fail, type Result } from '../../shared/basics/result';
import type { MadePackage, MakePackageInput } from '../../shared/package/make-package';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import type { JobOptions } from './documents-client';
import type { PackageContent, PackageWorker } from './package-worker';
import { JobCancelled, WorkerLine } from './worker-line';

const line = new WorkerLine<PackageWorker>(
  () => new Worker(new URL('./package-worker.ts', import.meta.url), { type: 'module', name: 'package' }),
);

const failure = (error: unknown): { readonly ok: false; readonly error: Problem } =>
  fail(error instanceof JobCancelled ? problem('print-cancelled') : problem('package-failed'));

/**
 * Makes 报审材料包 off the main thread and reads it back with the receiver's parser before it answers. The same record, facts and
 * certificates give the same bytes.
 */
export async function buildPackage(
  input: MakePackageInput,
  { onProgress, signal }: JobOptions = {},
): Promise<Result<MadePackage, Problem>> {
  try {
    return await line.run(
      async (api, whileRunning) =>
        await api.make(
          input,
          whileRunning((done: number, of: number) => onProgress?.(done, of)),
        ),
      signal,
    );
  } catch (error) {
    return failure(error);
  } finally {
    line.drop();
  }
}

/** Checks and reads the bytes of a package; a refusal is a named problem. */
export async function openPackage(
  bytes: Uint8Array,
  { signal }: JobOptions = {},
): Promise<Result<PackageContent, Problem>> {
  try {
    return await line.run(async (api) => await api.read(bytes), signal);
  } catch (error) {
    return failure(error);
  } finally {
    line.drop();
  }
}
