import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';

/** A small disk of its own for the records; false where this machine lets nobody mount one. */
export async function smallDisk(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  return mount('-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder);
}

/** Turns the write protection of such a disk on or off. */
export function protect(folder: string, mode: 'ro' | 'rw'): void {
  if (!mount('-o', `remount,${mode}`, folder)) throw new Error(`the disk could not be made ${mode}`);
}

/** Takes the disk away; what was on it is gone. */
export const takeAway = (folder: string): void => void spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' });

const mount = (...args: string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
