import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { addressOf, claimAddress, lockFolder } from '../../../electron/main/lock';
import { temporaryFolder } from '../../fakes/temporary-folder';

/** Another process that holds a socket; the function kills it as `kill -9` does. */
async function holder(kind: 'abstract' | 'file', name: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'lock-holder.mjs'), kind, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return async () => {
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  };
}

describe('one writer per folder on one machine', () => {
  it('a second claim is refused until the first is released', async () => {
    const folder = path.join(temporaryFolder(), '学时簿数据/main');
    const first = await lockFolder(folder, 'device-a');
    expect(first).not.toBeNull();
    expect(await lockFolder(folder, 'device-a')).toBeNull();
    await first?.release();
    const again = await lockFolder(folder, 'device-a');
    expect(again).not.toBeNull();
    await again?.release();
    expect(existsSync(path.join(folder, 'writer.lock'))).toBe(false);
  });

  it('another process that is killed leaves no lock behind', async () => {
    const folder = temporaryFolder();
    const kill = await holder('abstract', addressOf(folder, 'linux').slice(1));
    expect(await lockFolder(folder, 'device-a')).toBeNull();
    writeFileSync(path.join(folder, 'writer.lock'), 'device-a');
    await kill();
    const lock = await lockFolder(folder, 'device-a');
    expect(lock).not.toBeNull();
    await lock?.release();
  });

  it('where locks are socket files, that of a killed process is cleared away and that of a living one is not', async () => {
    const address = path.join(temporaryFolder(), 'lock.sock');
    const kill = await holder('file', address);
    expect(await claimAddress(address)).toBeNull();
    await kill();
    expect(existsSync(address)).toBe(true);
    const claim = await claimAddress(address);
    expect(claim).not.toBeNull();
    await claim?.free();
  });

  it('one folder has one address, whatever the case on Windows; two folders have two', () => {
    expect(addressOf('C:\\数据\\Main', 'win32')).toBe(addressOf('c:\\数据\\main', 'win32'));
    expect(addressOf('C:\\数据', 'win32')).toMatch(/^\\\\\.\\pipe\\xueshibu-[0-9a-f]{32}$/);
    expect(addressOf('/a', 'linux')).not.toBe(addressOf('/A', 'linux'));
  });
});

describe('one writer per folder on several machines', () => {
  const foreign = (folder: string, secondsAgo: number): void => {
    const file = path.join(folder, 'writer.lock');
    writeFileSync(file, 'device-b');
    const then = statSync(file).mtimeMs / 1000 - secondsAgo;
    utimesSync(file, then, then);
  };

  it('a machine that wrote its name lately keeps the folder', async () => {
    const folder = temporaryFolder();
    foreign(folder, 30);
    expect(await lockFolder(folder, 'device-a')).toBeNull();
    expect(readFileSync(path.join(folder, 'writer.lock'), 'utf8')).toBe('device-b');
  });

  it('a machine that has been silent for a minute has lost it', async () => {
    const folder = temporaryFolder();
    foreign(folder, 61);
    const lock = await lockFolder(folder, 'device-a');
    expect(readFileSync(path.join(folder, 'writer.lock'), 'utf8')).toBe('device-a');
    await lock?.release();
  });

  it('a machine that slept finds out that another one took over, and leaves its file alone', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = temporaryFolder();
    const lock = await lockFolder(folder, 'device-a');
    expect(lock?.lost()).toBe(false);
    foreign(folder, 0);
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(lock?.lost()).toBe(true));
    await lock?.release();
    expect(readFileSync(path.join(folder, 'writer.lock'), 'utf8')).toBe('device-b');
  });
});
