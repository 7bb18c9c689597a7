import { decodeEntry } from '../../shared/journal/decode-entry';
import type { Entry } from '../../shared/journal/entry';
import type { JournalPort } from '../../shared/journal/journal-port';

/**
 * A journal port that keeps the entries whose bytes the disk has just confirmed, so that the rows are made from exactly
 * what was written and nothing has to be read back.
 */
export interface RecordingPort extends JournalPort {
  /** The entries confirmed since the last call, in order. */
  take(): readonly Entry[];
}

export function recordingPort(port: JournalPort): RecordingPort {
  let written: Uint8Array[] = [];
  return {
    segments: () => port.segments(),
    read: (chain, segment, offset, length) => port.read(chain, segment, offset, length),
    setAside: (chain, segment, from) => port.setAside(chain, segment, from),
    async append(chain, segment, at, bytes) {
      await port.append(chain, segment, at, bytes);
      written.push(bytes);
    },
    take() {
      const entries = written.flatMap(entriesIn);
      written = [];
      return entries;
    },
  };
}

const NEWLINE = 10;

function entriesIn(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    const read = decodeEntry(bytes.subarray(start, end));
    if (end < 0 || !read.ok) throw new Error('the journal appended bytes that are no entry');
    entries.push(read.value.entry);
    start = end + 1;
  }
  return entries;
}
