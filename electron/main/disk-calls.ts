/** An open file. Calls reject with the error of the system, whose `code` is its errno. */
export interface DiskFile {
  size(): Promise<number>;
  /** The bytes from an offset on; fewer at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Writes all bytes at an offset; when it rejects, some of them may stand there. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Resolves when everything written is on the disk (fsync). */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The calls of the file system that journal and blobs are built on, one by one, so that tests can cut the power between
 * any two of them. Names in a folder are durable only after syncFolder.
 */
export interface DiskCalls {
  /** 'create' rejects with EEXIST where there is such a file, the others with ENOENT where there is none. */
  open(file: string, mode: 'read' | 'write' | 'create'): Promise<DiskFile>;
  /** What a folder holds; nothing when it is not there. */
  list(folder: string): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' }[]>;
  /** Size of a file in bytes; null when it is not there. */
  size(file: string): Promise<number | null>;
  /** Makes one folder; one that is there is no error. */
  makeFolder(folder: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  remove(file: string): Promise<void>;
  syncFolder(folder: string): Promise<void>;
}
