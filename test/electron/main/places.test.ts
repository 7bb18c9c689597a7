import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseDataFolder, dataFolder, deviceId, forgetDataFolder, switchValue } from '../../../electron/main/places';
import { temporaryFolder } from '../../fakes/temporary-folder';

function machine() {
  const root = temporaryFolder();
  return {
    userData: path.join(root, 'user-data'),
    documents: path.join(root, '文档'),
    argv: ['electron', '.'],
    packaged: true,
  };
}

describe('where the records are', () => {
  it('学时簿数据 in the documents, as long as nobody chose', async () => {
    const at = machine();
    expect(await dataFolder(at)).toBe(path.join(at.documents, '学时簿数据'));
  });

  it('the folder that was chosen: 学时簿数据 inside it', async () => {
    const at = machine();
    const picked = path.join(at.documents, 'U盘');
    expect(await chooseDataFolder(at.userData, picked)).toBe(path.join(picked, '学时簿数据'));
    expect(await dataFolder(at)).toBe(path.join(picked, '学时簿数据'));
  });

  it('a folder that holds records already is taken as it is', async () => {
    const at = machine();
    const [named, renamed] = [path.join(at.documents, '学时簿数据'), path.join(at.documents, '旧数据')];
    mkdirSync(path.join(renamed, 'main/journal'), { recursive: true });
    expect(await chooseDataFolder(at.userData, named)).toBe(named);
    expect(await chooseDataFolder(at.userData, renamed)).toBe(renamed);
  });

  it('a chosen folder that is gone is an error, never an empty start', async () => {
    const at = machine();
    const folder = await chooseDataFolder(at.userData, path.join(at.documents, 'U盘'));
    rmSync(folder, { recursive: true });
    await expect(dataFolder(at)).rejects.toMatchObject({ name: 'StorageError', fault: 'missing' });
  });

  it('once the choice is forgotten, the one in the documents; the folder and what is in it stays', async () => {
    const at = machine();
    const folder = await chooseDataFolder(at.userData, path.join(at.documents, 'U盘'));
    await forgetDataFolder(at.userData);
    expect(await dataFolder(at)).toBe(path.join(at.documents, '学时簿数据'));
    expect(existsSync(folder)).toBe(true);
  });

  it('--data-dir counts for unpackaged runs only', async () => {
    const at = { ...machine(), argv: ['electron', '.', '--data-dir=/srv/试验'] };
    expect(await dataFolder({ ...at, packaged: false })).toBe('/srv/试验');
    expect(await dataFolder(at)).toBe(path.join(at.documents, '学时簿数据'));
  });
});

describe('this installation', () => {
  it('has one name for ever, without dots, kept outside the records', async () => {
    const { userData } = machine();
    const id = await deviceId(userData);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await deviceId(userData)).toBe(id);
    expect(await deviceId(machine().userData)).not.toBe(id);
  });

  it.each(['', '\0\0\0\0', 'ä b.c'])('a garbled name is replaced, once: %j', async (garbled) => {
    const { userData } = machine();
    await deviceId(userData);
    writeFileSync(path.join(userData, 'device-id.txt'), garbled);
    const id = await deviceId(userData);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await deviceId(userData)).toBe(id);
  });

  it('reads switches as they are written', () => {
    expect(switchValue(['a', '--x=1=2', '--y'], 'x')).toBe('1=2');
    expect(switchValue(['a', '--x-y=1', '--y'], 'y')).toBeNull();
  });
});
