import path from 'node:path';
import type { DiskCalls, DiskFile } from '../../electron/main/disk-calls';
import type { SeededRandom } from './seeded-random';

const SECTOR = 512;

/** A file as programs see it and as it would be found after a power cut. */
interface FileNode {
  live: Uint8Array;
  durable: Uint8Array;
}

/** The names in a folder, likewise. */
interface FolderNode {
  live: Map<string, Node>;
  durable: Map<string, Node>;
}

type Node =
  | { readonly kind: 'file'; readonly file: FileNode }
  | { readonly kind: 'folder'; readonly folder: FolderNode };

/** How a call fails: as a whole, or, where it writes, with a part of its bytes on the disk. */
export interface Failure {
  /** Counted from 1, from now on. */
  readonly call: number;
  readonly code: 'ENOSPC' | 'EIO' | 'EROFS';
  /** All later calls that change something fail too. */
  readonly forever: boolean;
}

export interface FakeDisk extends DiskCalls {
  /** Calls so far. */
  calls(): number;
  failAt(failure: Failure | null): void;
  /** Bytes that files may take together; a write beyond it stops in the middle with ENOSPC. */
  limit(bytes: number | null): void;
  /**
   * The power goes: of every byte that was written and not synced the old state, the new one, zeros or rubbish is
   * found, sector by sector; of every name that was not synced either state. What was synced stays: like SQLite's
   * "powersafe overwrite", a sector that is written again keeps the bytes in it that are not changed.
   */
  cutPower(random: SeededRandom): void;
  /** Flips one bit of a stored file. */
  flipBit(file: string, bit: number): void;
  /** All files with their bytes. */
  files(): ReadonlyMap<string, Uint8Array>;
  /** The same disk as it is now, to try something else on. */
  copy(): FakeDisk;
}

const errno = (code: string): Error => Object.assign(new Error(`${code}: fake disk`), { code });
const newFolder = (): FolderNode => ({ live: new Map(), durable: new Map() });

/** An empty disk whose root folder is '/'. */
export function createFakeDisk(root: FolderNode = newFolder()): FakeDisk {
  let calls = 0;
  let failure: Failure | null = null;
  let room: number | null = null;
  let failed = false;

  /** True when this call has to fail. */
  const falls = (changes: boolean): boolean => {
    calls++;
    if (!failure) return false;
    const now = calls === failure.call || (failed && failure.forever && changes);
    if (now) failed = true;
    return now;
  };
  const step = (changes: boolean): void => {
    if (falls(changes)) throw errno(failure!.code);
  };

  const parts = (name: string): readonly string[] => name.split(path.sep).filter((part) => part !== '');
  const folderAt = (name: string): FolderNode | null => {
    let at: FolderNode = root;
    for (const part of parts(name)) {
      const next = at.live.get(part);
      if (next?.kind !== 'folder') return null;
      at = next.folder;
    }
    return at;
  };
  const parentOf = (name: string): FolderNode => {
    const parent = folderAt(path.dirname(name));
    if (!parent) throw errno('ENOENT');
    return parent;
  };
  const nodeAt = (name: string): Node | undefined => folderAt(path.dirname(name))?.live.get(path.basename(name));
  const used = (): number => [...walk(root)].reduce((sum, [, { live }]) => sum + live.length, 0);

  const opened = (file: FileNode): DiskFile => ({
    async size() {
      step(false);
      return file.live.length;
    },
    async read(offset, length) {
      step(false);
      return Uint8Array.from(file.live.subarray(offset, offset + length));
    },
    async write(bytes, at) {
      const fails = falls(true);
      const grown = Math.max(0, at + bytes.length - file.live.length);
      const short = room !== null && used() + grown > room;
      const done = fails
        ? Math.floor(bytes.length / 2)
        : short
          ? Math.max(0, bytes.length - (used() + grown - room!))
          : bytes.length;
      const next = new Uint8Array(Math.max(file.live.length, at + done));
      next.set(file.live);
      next.set(bytes.subarray(0, done), at);
      file.live = next;
      if (fails) throw errno(failure!.code);
      if (short) throw errno('ENOSPC');
    },
    async truncate(size) {
      step(true);
      file.live = file.live.slice(0, size);
    },
    async sync() {
      // A failed fsync tells nothing of what reached the disk; a power cut decides.
      step(true);
      file.durable = file.live;
    },
    async close() {
      step(false);
    },
  });

  return {
    async open(name, mode) {
      step(mode === 'create');
      const found = nodeAt(name);
      if (mode === 'create') {
        if (found) throw errno('EEXIST');
        const file: FileNode = { live: new Uint8Array(0), durable: new Uint8Array(0) };
        parentOf(name).live.set(path.basename(name), { kind: 'file', file });
        return opened(file);
      }
      if (found?.kind !== 'file') throw errno('ENOENT');
      return opened(found.file);
    },
    async list(folder) {
      step(false);
      return [...(folderAt(folder)?.live ?? [])].map(([name, { kind }]) => ({ name, kind }));
    },
    async size(name) {
      step(false);
      const found = nodeAt(name);
      return found?.kind === 'file' ? found.file.live.length : null;
    },
    async makeFolder(name) {
      step(true);
      const parent = parentOf(name);
      if (!parent.live.has(path.basename(name)))
        parent.live.set(path.basename(name), { kind: 'folder', folder: newFolder() });
    },
    async rename(from, to) {
      step(true);
      const found = nodeAt(from);
      if (!found) throw errno('ENOENT');
      parentOf(to).live.set(path.basename(to), found);
      parentOf(from).live.delete(path.basename(from));
    },
    async remove(name) {
      step(true);
      parentOf(name).live.delete(path.basename(name));
    },
    async syncFolder(name) {
      step(true);
      const folder = folderAt(name);
      if (!folder) throw errno('ENOENT');
      folder.durable = new Map(folder.live);
    },
    calls: () => calls,
    failAt(next) {
      failure = next && { ...next, call: calls + next.call };
      failed = false;
    },
    limit(bytes) {
      room = bytes;
    },
    cutPower: (random) => settleFolder(root, random, new Set()),
    flipBit(name, bit) {
      const found = nodeAt(name);
      if (found?.kind !== 'file') throw errno('ENOENT');
      const bytes = Uint8Array.from(found.file.live);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      found.file.live = bytes;
      found.file.durable = bytes;
    },
    files: () => new Map([...walk(root)].map(([name, { live }]) => [name, live])),
    copy: () => createFakeDisk(copied({ kind: 'folder', folder: root }, new Map()).folder),
  };
}

function* walk(folder: FolderNode, at = ''): Generator<[string, FileNode]> {
  for (const [name, node] of folder.live) {
    if (node.kind === 'file') yield [`${at}${path.sep}${name}`, node.file];
    else yield* walk(node.folder, `${at}${path.sep}${name}`);
  }
}

function settleFolder(folder: FolderNode, random: SeededRandom, settled: Set<FileNode | FolderNode>): void {
  if (settled.has(folder)) return;
  settled.add(folder);
  const found = new Map<string, Node>();
  for (const name of new Set([...folder.live.keys(), ...folder.durable.keys()])) {
    const [old, now] = [folder.durable.get(name), folder.live.get(name)];
    const kept = old === now || random.next() < 0.5 ? now : old;
    if (kept) found.set(name, kept);
  }
  folder.live = found;
  folder.durable = new Map(found);
  for (const node of found.values()) {
    if (node.kind === 'folder') settleFolder(node.folder, random, settled);
    else if (!settled.has(node.file)) {
      settled.add(node.file);
      const bytes = afterCut(node.file, random);
      node.file.live = bytes;
      node.file.durable = bytes;
    }
  }
}

/** What a power cut leaves of a file. */
function afterCut({ live, durable }: FileNode, random: SeededRandom): Uint8Array {
  if (live === durable) return live;
  const [least, most] = [Math.min(live.length, durable.length), Math.max(live.length, durable.length)];
  const cut = random.below(3);
  const length = cut === 0 ? durable.length : cut === 1 ? live.length : least + random.below(most - least + 1);
  const found = new Uint8Array(length);
  found.set(durable.subarray(0, length));
  for (let from = 0; from < length; from += SECTOR) {
    const fate = random.below(4);
    for (let i = from; i < Math.min(from + SECTOR, length); i++) {
      const changed = i >= durable.length || (i < live.length && live[i] !== durable[i]);
      if (!changed || fate === 0) continue;
      found[i] = fate === 1 ? (live[i] ?? 0) : fate === 2 ? 0 : random.below(256);
    }
  }
  return found;
}

function copied<N extends Node>(node: N, known: Map<FileNode | FolderNode, Node>): N {
  const original = node.kind === 'file' ? node.file : node.folder;
  const done = known.get(original);
  if (done) return done as N;
  if (node.kind === 'file') {
    const copy: Node = { kind: 'file', file: { ...node.file } };
    known.set(original, copy);
    return copy as N;
  }
  const folder = newFolder();
  const copy: Node = { kind: 'folder', folder };
  known.set(original, copy);
  for (const side of ['live', 'durable'] as const) {
    for (const [name, child] of node.folder[side]) folder[side].set(name, copied(child, known));
  }
  return copy as N;
}
