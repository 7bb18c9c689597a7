import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeBlobs } from '../../../electron/main/blobs';
import { createDataSets, type DataSetPorts } from '../../../electron/main/data-sets';
import { createNodeJournal } from '../../../electron/main/journal';
import { lockFolder } from '../../../electron/main/lock';
import { StorageError } from '../../../shared/journal/journal-port';
import { temporaryFolder } from '../../fakes/temporary-folder';

function program(folder: string, change: Partial<DataSetPorts> = {}) {
  return createDataSets({
    folder: async () => folder,
    deviceId: async () => 'device-a',
    lock: lockFolder,
    journal: createNodeJournal,
    blobs: createNodeBlobs,
    ...change,
  });
}
const line = new TextEncoder().encode('{"v":1}\n');

describe('data sets', () => {
  it('main and demo never mix', async () => {
    const folder = temporaryFolder();
    const sets = program(folder);
    await sets.open('main');
    await sets.open('demo');
    await sets.journal('demo').append('device-a.1-0123abcd', '0000000001.jsonl', 0, line);
    expect(await sets.journal('main').segments()).toEqual([]);
    expect(await sets.journal('demo').segments()).toHaveLength(1);
    await sets.close();
  });

  it('says where the records are and how much space is left', async () => {
    const folder = temporaryFolder();
    const sets = program(folder);
    const outcome = await sets.open('main');
    expect(outcome).toMatchObject({ kind: 'open', folder: { display: folder, deviceId: 'device-a' } });
    expect(outcome.kind === 'open' && outcome.folder.freeBytes).toBeGreaterThan(0);
    await sets.close();
  });

  it('opening twice, even at once, is opening once; a second program is told that it is locked', async () => {
    const folder = temporaryFolder();
    const [first, second] = [program(folder), program(folder)];
    expect(
      (await Promise.all([first.open('main'), first.open('main'), first.open('demo')])).map(({ kind }) => kind),
    ).toEqual(['open', 'open', 'open']);
    expect(await second.open('main')).toEqual({ kind: 'locked' });
    await first.close();
    expect((await second.open('main')).kind).toBe('open');
    await second.close();
  });

  it('nothing is read or written before it is open', () => {
    const sets = program(temporaryFolder());
    expect(() => sets.journal('main')).toThrow(StorageError);
    expect(() => sets.blobs('demo')).toThrow(StorageError);
  });

  it('nothing is written any more when another machine took the folder', async () => {
    const sets = program(temporaryFolder(), {
      lock: async () => ({ lost: () => true, look: async () => undefined, release: async () => undefined }),
    });
    await sets.open('main');
    expect(() => sets.journal('main')).toThrow(expect.objectContaining({ fault: 'moved' }));
  });

  it('a folder that cannot be made is a named failure', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await program(path.join(file, 'data')).open('main')).toMatchObject({ kind: 'failed', fault: 'io' });
    const gone = program('', { folder: () => Promise.reject(new StorageError('missing', 'E:\\')) });
    expect(await gone.open('main')).toEqual({ kind: 'failed', fault: 'missing', message: 'E:\\' });
  });

  it('a new choice of the folder counts at the next opening, and the old folder is free again', async () => {
    const [old, chosen] = [temporaryFolder(), temporaryFolder()];
    let folder = old;
    const sets = program(old, { folder: async () => folder });
    await sets.open('main');
    folder = chosen;
    await sets.journal('main').append('device-a.1-0123abcd', '0000000001.jsonl', 0, line);
    expect(await sets.open('main')).toMatchObject({ folder: { display: chosen } });
    expect(await sets.journal('main').segments()).toEqual([]);
    const other = program(old);
    await other.open('main');
    expect(await other.journal('main').segments()).toHaveLength(1);
    await Promise.all([sets.close(), other.close()]);
  });

  it('the demo is thrown away whole, open or not, and main is untouched', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'main'), { recursive: true });
    writeFileSync(path.join(folder, 'main/keep'), '');
    const sets = program(folder);
    await sets.open('demo');
    await sets.journal('demo').append('device-a.1-0123abcd', '0000000001.jsonl', 0, line);
    await sets.discardDemo();
    expect(existsSync(path.join(folder, 'demo'))).toBe(false);
    await sets.discardDemo();
    await sets.open('demo');
    expect(await sets.journal('demo').segments()).toEqual([]);
    expect(existsSync(path.join(folder, 'main/keep'))).toBe(true);
    await sets.close();
  });
});
