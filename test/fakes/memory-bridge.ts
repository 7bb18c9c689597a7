import { hex, type Digest } from '../../shared/basics/sha256';
import type { DataSet, DesktopBridge, OpenOutcome } from '../../shared/bridge';
import type { ChainId } from '../../shared/journal/entry';
import {
  StorageError,
  type BlobPort,
  type JournalPort,
  type SegmentInfo,
  type StorageFault,
} from '../../shared/journal/journal-port';

/** The bytes of one data set in memory, and the ways in which a test can spoil them. */
class MemoryDisk implements JournalPort {
  readonly files = new Map<string, Uint8Array>();
  readonly aside = new Map<string, Uint8Array>();
  /** Every append, and every try of one, fails with this until it is null again. */
  fault: StorageFault | null = null;
  /** Called before each append; tests use it to look at the state in the middle of a write. */
  beforeAppend: () => void | Promise<void> = () => undefined;
  appends = 0;

  segments(): Promise<readonly SegmentInfo[]> {
    const names = [...this.files.keys()].sort();
    return Promise.resolve(names.map((file) => ({ ...split(file), size: this.files.get(file)!.length })));
  }

  read(chain: ChainId, segment: string, offset = 0, length?: number): Promise<Uint8Array> {
    const bytes = this.files.get(`${chain}/${segment}`);
    if (!bytes) return Promise.reject(new StorageError('missing', segment));
    return Promise.resolve(bytes.slice(offset, length === undefined ? undefined : offset + length));
  }

  async append(chain: ChainId, segment: string, at: number, bytes: Uint8Array): Promise<void> {
    await this.beforeAppend();
    if (this.fault) throw new StorageError(this.fault, `append refused: ${this.fault}`);
    const file = `${chain}/${segment}`;
    const old = this.files.get(file) ?? new Uint8Array();
    if (old.length !== at) throw new StorageError('moved', `${file} has ${old.length} bytes, not ${at}`);
    const next = new Uint8Array(old.length + bytes.length);
    next.set(old);
    next.set(bytes, old.length);
    this.files.set(file, next);
    this.appends += 1;
  }

  setAside(chain: ChainId, segment: string, from: number): Promise<void> {
    const file = `${chain}/${segment}`;
    const bytes = this.files.get(file);
    if (!bytes) return Promise.reject(new StorageError('missing', segment));
    if (bytes.length <= from) return Promise.resolve();
    this.aside.set(`${file}@${from}`, bytes.slice(from));
    if (from === 0) this.files.delete(file);
    else this.files.set(file, bytes.slice(0, from));
    return Promise.resolve();
  }

  async tryWrite(): Promise<void> {
    if (this.fault) throw new StorageError(this.fault, `refused: ${this.fault}`);
  }

  /** The one journal file of a small test. */
  only(): { readonly file: string; readonly bytes: Uint8Array } {
    const [first, ...more] = this.files;
    if (!first || more.length > 0) throw new Error(`${this.files.size} journal files`);
    return { file: first[0], bytes: first[1] };
  }

  /** The only file's lines, each with its newline. */
  lines(): readonly Uint8Array[] {
    const { bytes } = this.only();
    const lines: Uint8Array[] = [];
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(10, start);
      const stop = end < 0 ? bytes.length : end + 1;
      lines.push(bytes.slice(start, stop));
      start = stop;
    }
    return lines;
  }

  /** Replaces the only file. */
  rewrite(parts: readonly Uint8Array[]): void {
    const { file } = this.only();
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    this.files.set(file, bytes);
  }
}

const split = (file: string): { readonly chain: ChainId; readonly name: string } => {
  const slash = file.indexOf('/');
  return { chain: file.slice(0, slash), name: file.slice(slash + 1) };
};

class MemoryBlobs implements BlobPort {
  readonly blobs = new Map<Digest, Uint8Array>();

  async put(bytes: Uint8Array): Promise<Digest> {
    const copy = bytes.slice();
    const digest = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', copy)));
    this.blobs.set(digest, copy);
    return digest;
  }

  get(digest: Digest): Promise<Uint8Array | null> {
    return Promise.resolve(this.blobs.get(digest) ?? null);
  }

  list(): Promise<readonly { readonly digest: Digest; readonly size: number }[]> {
    return Promise.resolve([...this.blobs].map(([digest, bytes]) => ({ digest, size: bytes.length })));
  }
}

/** A DesktopBridge whose disk is memory: it outlives the stores that a test opens on it, like a disk outlives a crash. */
export class MemoryBridge implements DesktopBridge {
  readonly disks = { main: new MemoryDisk(), demo: new MemoryDisk() };
  readonly blobSets = { main: new MemoryBlobs(), demo: new MemoryBlobs() };
  readonly saved = new Map<string, Uint8Array>();
  folder = '内存';
  deviceId = 'testdevice';
  freeBytes: number | null = 50_000_000_000;
  outcome: OpenOutcome | null = null;

  appInfo: DesktopBridge['appInfo'] = () =>
    Promise.resolve({
      edition: 'browser',
      version: '0',
      engine: 'test',
      capabilities: { chooseDataFolder: false, saveDialog: false },
    });

  openDataSet(_set: DataSet): Promise<OpenOutcome> {
    return Promise.resolve(
      this.outcome ?? {
        kind: 'open',
        folder: { display: this.folder, deviceId: this.deviceId, freeBytes: this.freeBytes },
      },
    );
  }

  discardDemo(): Promise<void> {
    this.disks.demo.files.clear();
    this.blobSets.demo.blobs.clear();
    return Promise.resolve();
  }

  chooseDataFolder = (): Promise<null> => Promise.resolve(null);
  forgetDataFolder = (): Promise<void> => Promise.resolve();
  journal = (set: DataSet): JournalPort => this.disks[set];
  blobs = (set: DataSet): BlobPort => this.blobSets[set];

  saveFile(name: string, _kind: 'xlsx' | 'pdf' | 'zip', bytes: Uint8Array): Promise<string> {
    this.saved.set(name, bytes.slice());
    return Promise.resolve(name);
  }

  printPdf = (): Promise<void> => Promise.resolve();
}
