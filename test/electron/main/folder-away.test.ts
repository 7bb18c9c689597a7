import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodeBlobs } from '../../../electron/main/blobs';
import { createDataSets, type DataSets } from '../../../electron/main/data-sets';
import { createNodeJournal } from '../../../electron/main/journal';
import { lockFolder } from '../../../electron/main/lock';
import { protect, smallDisk, takeAway } from '../../fakes/small-disk';
import { temporaryFolder } from '../../fakes/temporary-folder';

const CHAIN = 'device-a.1-0123abcd';
const FIRST = '0000000001.jsonl';
const line = new TextEncoder().encode('{"v":1}\n');

function program(folder: string): DataSets {
  const sets = createDataSets({
    folder: async () => folder,
    deviceId: async () => 'device-a',
    lock: lockFolder,
    journal: createNodeJournal,
    blobs: createNodeBlobs,
  });
  onTestFinished(() => sets.close());
  return sets;
}

/** A data set with one line in it. */
async function opened(folder: string): Promise<DataSets> {
  const sets = program(folder);
  await sets.open('main');
  await sets.journal('main').append(CHAIN, FIRST, 0, line);
  return sets;
}
const append = (sets: DataSets, at: number): Promise<void> => sets.journal('main').append(CHAIN, FIRST, at, line);
const lines = (folder: string): number =>
  readFileSync(path.join(folder, 'main/journal', CHAIN, FIRST), 'utf8')
    .trimEnd()
    .split('\n').length;

describe('a data folder that is moved away while it is open', () => {
  it('is missing, not changed by another program; nothing is made in its place; back, it is written as before', async () => {
    const folder = path.join(temporaryFolder(), '学时簿数据');
    const sets = await opened(folder);
    renameSync(folder, `${folder}-away`);
    await expect(append(sets, line.length)).rejects.toMatchObject({ fault: 'missing' });
    await expect(sets.journal('main').tryWrite(10)).rejects.toMatchObject({ fault: 'missing' });
    for (let n = 0; n < 2; n += 1)
      expect(await sets.open('main')).toEqual({ kind: 'failed', fault: 'missing', message: folder });
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-away`, folder);
    expect((await sets.open('main')).kind).toBe('open');
    await sets.journal('main').tryWrite(10);
    await append(sets, line.length);
    expect(lines(folder)).toBe(2);
    expect(readFileSync(path.join(folder, 'main/writer.lock'), 'utf8')).toBe('device-a');
  });

  it('a segment that is gone while its folder stands is the work of another program', async () => {
    const folder = temporaryFolder();
    const sets = await opened(folder);
    rmSync(path.join(folder, 'main/journal', CHAIN, FIRST));
    await expect(append(sets, line.length)).rejects.toMatchObject({ fault: 'moved' });
  });

  it('the folder of a chain that was taken out is made again for the next chain', async () => {
    const folder = path.join(temporaryFolder(), '学时簿数据');
    const sets = await opened(folder);
    rmSync(path.join(folder, 'main/journal', CHAIN), { recursive: true });
    await sets.journal('main').append('device-a.2-0123abcd', FIRST, 0, line);
    expect(readdirSync(path.join(folder, 'main/journal'))).toEqual(['device-a.2-0123abcd']);
  });

  it('another machine wrote its name meanwhile: locked as long as it is there, and ours again when it has gone', async () => {
    const folder = temporaryFolder();
    const sets = await opened(folder);
    const lock = path.join(folder, 'main/writer.lock');
    writeFileSync(lock, 'device-b');
    expect(await sets.open('main')).toEqual({ kind: 'locked' });
    expect(readFileSync(lock, 'utf8')).toBe('device-b');
    expect(() => sets.journal('main')).toThrow(expect.objectContaining({ fault: 'missing' }));
    rmSync(lock);
    expect((await sets.open('main')).kind).toBe('open');
    await append(sets, line.length);
    expect(readFileSync(lock, 'utf8')).toBe('device-a');
  });
});

describe('a disk of its own', () => {
  it('that turns read-only refuses as read-only, and takes what comes when it may be written again', async (context) => {
    const folder = temporaryFolder();
    if (!(await smallDisk(folder))) return context.skip('no tmpfs can be mounted here');
    onTestFinished(() => takeAway(folder));
    const sets = await opened(folder);
    protect(folder, 'ro');
    await expect(append(sets, line.length)).rejects.toMatchObject({ fault: 'read-only' });
    await expect(sets.journal('main').tryWrite(10)).rejects.toMatchObject({ fault: 'read-only' });
    expect((await sets.open('main')).kind).toBe('open');
    protect(folder, 'rw');
    await sets.journal('main').tryWrite(10);
    await append(sets, line.length);
    expect(lines(folder)).toBe(2);
  });

  it('that is full says so for what does not fit, and takes what does', async (context) => {
    const folder = temporaryFolder();
    if (!(await smallDisk(folder))) return context.skip('no tmpfs can be mounted here');
    onTestFinished(() => takeAway(folder));
    const sets = await opened(folder);
    const journal = sets.journal('main');
    await expect(journal.tryWrite(400 * 1024 * 1024)).rejects.toMatchObject({ fault: 'disk-full' });
    await journal.tryWrite(10 * 1024 * 1024);
    await append(sets, line.length);
    expect(readdirSync(path.join(folder, 'main/journal'))).toEqual([CHAIN]);
    expect(lines(folder)).toBe(2);
  });

  it('that is pulled out leaves an empty folder behind: the records are missing', async (context) => {
    const folder = temporaryFolder();
    if (!(await smallDisk(folder))) return context.skip('no tmpfs can be mounted here');
    const sets = await opened(folder);
    takeAway(folder);
    await expect(append(sets, line.length)).rejects.toMatchObject({ fault: 'missing' });
    expect(await sets.open('main')).toMatchObject({ kind: 'failed', fault: 'missing' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
