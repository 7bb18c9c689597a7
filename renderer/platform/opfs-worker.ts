import { expose, transfer } from 'comlink';
import { fail, ok } from '../../shared/basics/result';
import type { DataSet } from '../../shared/bridge';
import type { Answer } from '../../shared/bridge-channels';
import type { BlobPort, JournalPort } from '../../shared/journal/journal-port';
import { storageFault } from './browser-storage';
import { opfsBlobFiles } from './opfs-blob-files';
import { opfsJournalFiles } from './opfs-journal-files';

let turn: Promise<unknown> = Promise.resolve();

const journals = new Map<DataSet, JournalPort>();

/** One for each data set: it knows the segment that it wrote last. */
function journalFiles(set: DataSet): JournalPort {
  const known = journals.get(set) ?? opfsJournalFiles(set);
  journals.set(set, known);
  return known;
}

/** One call after the other: two writers of one file would find each other's handle. Errors go out as data. */
function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  const mine = turn.then(work).then(ok, (error: unknown) => {
    const { fault, message } = storageFault(error);
    return fail({ fault, message });
  });
  turn = mine;
  return mine;
}

/** Hands bytes over without copying them. */
async function handed<B extends Uint8Array | null>(found: Promise<Answer<B>>): Promise<Answer<B>> {
  const result = await found;
  return result.ok && result.value ? transfer(result, [result.value.buffer]) : result;
}

type Args<F extends (...args: never[]) => unknown> = Parameters<F>;

/** What the page asks of the worker: the two ports, with the data set in front. */
const service = {
  segments: (set: DataSet) => answer(() => journalFiles(set).segments()),
  read: (set: DataSet, ...args: Args<JournalPort['read']>) => handed(answer(() => journalFiles(set).read(...args))),
  append: (set: DataSet, ...args: Args<JournalPort['append']>) => answer(() => journalFiles(set).append(...args)),
  setAside: (set: DataSet, ...args: Args<JournalPort['setAside']>) =>
    answer(() => journalFiles(set).setAside(...args)),
  tryWrite: (set: DataSet, bytes: number) => answer(() => journalFiles(set).tryWrite(bytes)),
  put: (set: DataSet, ...args: Args<BlobPort['put']>) => answer(() => opfsBlobFiles(set).put(...args)),
  get: (set: DataSet, ...args: Args<BlobPort['get']>) => handed(answer(() => opfsBlobFiles(set).get(...args))),
  list: (set: DataSet) => answer(() => opfsBlobFiles(set).list()),
};
export type OpfsService = typeof service;

expose(service);
