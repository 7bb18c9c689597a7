import { expect, it } from 'vitest';
import { createBrowserBridge } from '../../../renderer/platform/browser-bridge';
import { StorageError } from '../../../shared/journal/journal-port';

const line = new TextEncoder().encode('{"v":1}\n');
const chain = 'browser.1-01234567';
const segment = '0000000001.jsonl';

it('opens a data set with a device id that stays, and tells the free space', async () => {
  const bridge = createBrowserBridge();
  const [first, second] = [await bridge.openDataSet('main'), await createBrowserBridge().openDataSet('main')];
  if (first.kind !== 'open' || second.kind !== 'open') throw new Error('not open');
  expect(first.folder.display).toBe('本浏览器');
  expect(first.folder.deviceId).toMatch(/^[0-9A-Z]{26}$/);
  expect(second.folder.deviceId).toBe(first.folder.deviceId);
  expect(first.folder.freeBytes).toBeGreaterThan(0);
});

it('throws the demo away whole, also while it is open, and leaves the own records alone', async () => {
  const bridge = createBrowserBridge();
  await bridge.openDataSet('main');
  await bridge.openDataSet('demo');
  const main = (await bridge.journal('main').segments()).find((s) => s.chain === chain)?.size ?? 0;
  await bridge.journal('main').append(chain, segment, main, line);
  await bridge.journal('demo').append(chain, segment, 0, line);
  await bridge.blobs('demo').put(line);
  await bridge.discardDemo();
  expect(await bridge.journal('demo').segments()).toEqual([]);
  expect(await bridge.blobs('demo').list()).toEqual([]);
  await bridge.journal('demo').append(chain, segment, 0, line);
  await bridge.discardDemo();
  expect(await bridge.journal('main').read(chain, segment, main)).toEqual(line);
});

it('refuses to go on behind a segment that somebody removed', async () => {
  const bridge = createBrowserBridge();
  const journal = bridge.journal('demo');
  await journal.append(chain, segment, 0, line);
  await journal.append(chain, segment, line.length, line);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('demo', { recursive: true });
  await expect(journal.append(chain, segment, 2 * line.length, line)).rejects.toBeInstanceOf(StorageError);
  expect(await journal.segments()).toEqual([]);
  for (let n = 0; n < 2; n += 1)
    await expect(journal.append(chain, segment, 2 * line.length, line)).rejects.toMatchObject({ fault: 'missing' });
  await journal.append(chain, '0000000002.jsonl', 0, line);
  await expect(journal.append(chain, segment, 2 * line.length, line)).rejects.toMatchObject({ fault: 'moved' });
  await bridge.discardDemo();
});

it('says what it cannot do', async () => {
  const { edition, capabilities } = await createBrowserBridge().appInfo();
  expect([edition, capabilities]).toEqual(['browser', { chooseDataFolder: false, saveDialog: false }]);
  expect(await createBrowserBridge().chooseDataFolder()).toBeNull();
});
