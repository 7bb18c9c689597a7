import { App } from 'antd';
import { useMemo } from 'react';
import type { Digest } from '../../../shared/basics/sha256';
import { fail, ok, type Result } from '../../../shared/basics/result';
import type { FileKind } from '../../../shared/bridge';
import { problem } from '../../../shared/problems/catalogue';
import type { Problem } from '../../../shared/problems/problem';
import { problemOfStorageError } from '../../data/storage-faults';
import { platform } from '../../platform';
import { appText } from '../../text/app';
import { useAppState } from '../../app/app-state';

type Stored<T> = Promise<Result<T, readonly Problem[]>>;

/** Files that the program keeps beside the journal, and files that it hands out. What the disk refuses comes back as a problem. */
export interface StoredFiles {
  /** Stores bytes for ever; they are on the disk when this resolves. */
  put(bytes: Uint8Array): Stored<Digest>;
  /** The bytes exactly as they were stored; 'file-lost' when they are gone or no longer the same. */
  get(digest: Digest, what: string): Stored<Uint8Array>;
  /** Save dialog; the file's name, or null when it was cancelled. Says so on the screen. */
  save(name: string, kind: FileKind, bytes: Uint8Array): Stored<string | null>;
  /** Shows a PDF to the system's viewer, which prints it. */
  print(name: string, bytes: Uint8Array): Stored<null>;
}

/** The files of the open data set. */
export function useStoredFiles(): StoredFiles {
  const dataSet = useAppState((state) => state.dataSet);
  const { message } = App.useApp();
  return useMemo((): StoredFiles => {
    const blobs = platform.blobs(dataSet);
    return {
      put: (bytes) => answered(() => blobs.put(bytes)),
      async get(digest, what) {
        const found = await answered(() => blobs.get(digest));
        if (!found.ok) return found;
        return found.value ? ok(found.value) : fail([problem('file-lost', { what })]);
      },
      async save(name, kind, bytes) {
        const saved = await answered(() => platform.saveFile(named(name, kind), kind, bytes));
        if (saved.ok && saved.value !== null) void message.success(appText.files.saved(saved.value));
        return saved;
      },
      print: (name, bytes) =>
        answered(async () => {
          await platform.printPdf(named(name, 'pdf'), bytes);
          return null;
        }),
    };
  }, [dataSet, message]);
}

/** A name with the extension of its kind, once. */
const named = (name: string, kind: FileKind): string =>
  name.toLowerCase().endsWith(`.${kind}`) ? name : `${name}.${kind}`;

async function answered<T>(work: () => Promise<T>): Stored<T> {
  try {
    return ok(await work());
  } catch (error) {
    return fail([problemOfStorageError(error)]);
  }
}
