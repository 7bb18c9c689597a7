import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createOnce,
  freeBytes,
  makeFolder,
  readBytes,
  removeFolder,
  storageError,
  writeAtomically,
} from '../../../electron/main/files';
import { temporaryFolder } from '../../fakes/temporary-folder';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing a file as one step', () => {
  it('replaces the old one and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, '证明.pdf');
    await writeAtomically(file, bytes('旧'));
    await writeAtomically(file, bytes('新'));
    expect(readFileSync(file, 'utf8')).toBe('新');
    expect(readdirSync(folder)).toEqual(['证明.pdf']);
  });

  it('when it cannot be done the old file stays and no temporary file is left', async () => {
    const folder = temporaryFolder();
    const target = path.join(folder, '材料.zip');
    mkdirSync(target); // A folder of that name: the rename is refused.
    writeFileSync(path.join(target, 'old'), '旧');
    await expect(writeAtomically(target, bytes('新'))).rejects.toMatchObject({ name: 'StorageError' });
    expect(readFileSync(path.join(target, 'old'), 'utf8')).toBe('旧');
    expect(readdirSync(folder)).toEqual(['材料.zip']);
  });

  it('a folder that is gone is named as missing', async () => {
    await expect(writeAtomically(path.join(temporaryFolder(), 'gone/x.pdf'), bytes('x'))).rejects.toMatchObject({
      fault: 'missing',
    });
  });

  it('two at once on the same file: one of them wins wholly', async () => {
    const file = path.join(temporaryFolder(), 'x.xlsx');
    const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(10_000));
    await Promise.all(contents.map((content) => writeAtomically(file, bytes(content))));
    expect(contents).toContain(readFileSync(file, 'utf8'));
  });

  it('a name as long as the system takes can be written', async () => {
    const name = `${'名'.repeat(80)}.pdf`;
    const folder = temporaryFolder();
    await writeAtomically(path.join(folder, name), bytes('x'));
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe('faults of the system', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EBUSY', 'locked'],
    ['ENOENT', 'missing'],
    ['EIO', 'io'],
  ])('%s is %s', (code, fault) => {
    expect(storageError(Object.assign(new Error('x'), { code })).fault).toBe(fault);
  });
  it('what is not an error of the system is io', () =>
    expect(storageError('text')).toMatchObject({ fault: 'io', message: 'text' }));
  it('a file system that refuses writing, even to root, is read-only', async () => {
    await expect(writeAtomically('/sys/xueshibu.pdf', bytes('x'))).rejects.toMatchObject({ fault: 'read-only' });
  });
});

describe('small files of the program', () => {
  it('made once: the first content stays, for whoever comes at the same time too', async () => {
    const file = path.join(temporaryFolder(), 'deep/device-id.txt');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => createOnce(file, `id-${i}`)));
    expect(new Set(answers).size).toBe(1);
    expect(await createOnce(file, 'later')).toBe(answers[0]);
    expect(readdirSync(path.dirname(file))).toEqual(['device-id.txt']);
  });
  it('a file that is not there reads as null', async () =>
    expect(await readBytes(path.join(temporaryFolder(), 'x'))).toBeNull());
  it('a folder is made with everything above it and removed with everything in it', async () => {
    const root = temporaryFolder();
    await makeFolder(path.join(root, 'a/b/c'));
    await makeFolder(path.join(root, 'a/b/c'));
    await removeFolder(path.join(root, 'a'));
    await removeFolder(path.join(root, 'a'));
    expect(readdirSync(root)).toEqual([]);
  });
  it('free space is a number of bytes, or null where there is no folder', async () => {
    expect(await freeBytes(temporaryFolder())).toBeGreaterThan(0);
    expect(await freeBytes('/no/such/folder')).toBeNull();
  });
});
