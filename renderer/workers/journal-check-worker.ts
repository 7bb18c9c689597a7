import { expose } from 'comlink';
import type { EntryRef } from '../../shared/journal/entry';
import { verifyJournal, type ReadablePort, type VerifyReport } from '../../shared/journal/verify';
import { webSha256 } from '../data/web-sha256';

const journalCheck = {
  check: (port: ReadablePort, known: readonly EntryRef[]): Promise<VerifyReport> =>
    verifyJournal(port, webSha256, known),
};

export type JournalCheckWorker = typeof journalCheck;

expose(journalCheck);
