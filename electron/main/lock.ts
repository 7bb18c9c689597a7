import { createHash } from 'node:crypto';
import { readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { randomSuffix } from './clock';
import { makeFolder } from './files';

/** The file that tells other machines (a shared folder, a stick) who writes here. */
const LOCK_FILE = 'writer.lock';
/** How often the holder touches the file, and after what silence another machine may take it over. Milliseconds. */
const HEARTBEAT = 10_000;
const SILENCE = 60_000;

export interface FolderLock {
  /** True when another machine took the folder while this one slept: nothing more may be written. */
  lost(): boolean;
  /** Looks now, not at the next heartbeat: the folder may have been away. */
  look(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Claims a folder for one writer; null when another process or machine has it. On one machine the claim is a listening
 * local socket named after the folder: the system frees it when its process ends in any way, so no stale lock can
 * remain after a kill. Between machines it is a file with a heartbeat, measured by the clock of the folder's own disk.
 * `owner` is the installation's device id. Rejects with StorageError or the socket's error.
 */
export async function lockFolder(folder: string, owner: string): Promise<FolderLock | null> {
  await makeFolder(folder);
  const claim = await claimAddress(addressOf(await realpath(folder)));
  if (claim === null) return null;
  try {
    if (await heldElsewhere(folder, owner)) {
      await claim.free();
      return null;
    }
    return await keepLock(path.join(folder, LOCK_FILE), owner, claim);
  } catch (error) {
    await claim.free();
    throw error;
  }
}

interface Claim {
  free(): Promise<void>;
}

/** A local socket that belongs to this folder: named pipe on Windows, abstract socket on Linux, socket file elsewhere. */
export function addressOf(realFolder: string, platform: NodeJS.Platform = process.platform): string {
  const folder = platform === 'win32' ? realFolder.toLowerCase() : realFolder;
  const name = `xueshibu-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return platform === 'linux' ? `\0${name}` : path.join(os.tmpdir(), `${name}.sock`);
}

/** Listens on the address; null when somebody else does. A socket file whose process has died is removed first. */
export async function claimAddress(address: string): Promise<Claim | null> {
  const listening = (await listen(address)) ?? ((await isDeadSocketFile(address)) ? await listen(address) : null);
  if (listening === null) return null;
  listening.unref();
  return { free: () => new Promise((resolve) => listening.close(() => resolve())) };
}

function listen(address: string): Promise<net.Server | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((visitor) => visitor.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

async function isDeadSocketFile(address: string): Promise<boolean> {
  if (!path.isAbsolute(address) || address.startsWith('\\\\.\\pipe\\')) return false;
  const refused = await new Promise<boolean>((resolve) => {
    const visitor = net.connect(address, () => resolve(false));
    visitor.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
    visitor.once('close', () => visitor.destroy());
  });
  if (refused) await rm(address, { force: true });
  return refused;
}

/** True when another installation wrote the lock file lately. */
async function heldElsewhere(folder: string, owner: string): Promise<boolean> {
  const file = path.join(folder, LOCK_FILE);
  const holder = await readFile(file, 'utf8').catch(() => null);
  if (holder === null || holder === owner) return false;
  const probe = path.join(folder, `${LOCK_FILE}.${randomSuffix()}`);
  try {
    await writeFile(probe, '');
    const [now, last] = await Promise.all([stat(probe), stat(file)]);
    return now.mtimeMs - last.mtimeMs < SILENCE;
  } finally {
    await rm(probe, { force: true });
  }
}

async function keepLock(file: string, owner: string, claim: Claim): Promise<FolderLock> {
  let taken = false;
  await writeFile(file, owner);
  const beat = async (): Promise<void> => {
    const holder = await readFile(file, 'utf8').catch(() => owner);
    if (holder !== owner && holder !== '') taken = true;
    else await writeFile(file, owner).catch(() => undefined); // A full or absent disk is reported by the write that matters.
  };
  const timer = setInterval(() => void beat(), HEARTBEAT);
  timer.unref();
  return {
    lost: () => taken,
    look: beat,
    async release() {
      clearInterval(timer);
      if (!taken) await rm(file, { force: true });
      await claim.free();
    },
  };
}
