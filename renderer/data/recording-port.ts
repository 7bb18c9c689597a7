import type { Entry } from '../../shared/journal/entry';
import type { JournalPort } from '../../shared/journal/journal-port';

/**
 * A journal port that keeps the entries whose bytes the disk has just confirmed, so that the rows are made from exactly
 * what was written and nothing has to be read back.
 */
export interface RecordingPort extends JournalPort {
  /** The entries confirmed since the last call, in order. */
  take(): readonly Entry[];
  /** The bytes that the last append could not store; empty when it could. */
  refused(): Uint8Array;
}

const NONE = new Uint8Array();

export function recordingPort(port: JournalPort): RecordingPort {
  let written: Uint8Array[] = [];
  let refused: Uint8Array = NONE;
  return {
    segments: () => port.segments(),
    read: (chain, segment, offset, length) => port.read(chain, segment, offset, length),
    setAside: (chain, segment, from) => port.setAside(chain, segment, from),
    tryWrite: (bytes) => port.tryWrite(bytes),
    async append(chain, segment, at, bytes) {
      refused = bytes;
      await port.append(chain, segment, at, bytes);
      refused = NONE;
      written.push(bytes);
    },
    take() {
      const entries = written.flatMap(entriesIn);
      written = [];
      return entries;
    },
    refused: () => refused,
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The writer has read each line back as strictly as any reader before it came here: checking it again would only cost. */
const entriesIn = (bytes: Uint8Array): readonly Entry[] =>
  utf8
    .decode(bytes)
    .split('\n')
    .flatMap((line): readonly Entry[] => {
      if (line === '') return [];
      const { header, hash, items } = JSON.parse(line) as Entry;
      return [{ header, hash, items }];
    });
