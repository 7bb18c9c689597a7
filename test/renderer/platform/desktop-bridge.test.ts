import { describe, expect, it, vi } from 'vitest';
import { createDesktopBridge } from '../../../renderer/platform/desktop-bridge';
import type { ExposedBridge } from '../../../shared/bridge-channels';
import { StorageError } from '../../../shared/journal/journal-port';

/** A preload whose every function answers the same. */
function preload(answer: unknown) {
  const call = vi.fn(async () => answer);
  const port = new Proxy({}, { get: () => call });
  const exposed = new Proxy(
    {},
    { get: (_target, name) => (name === 'journal' || name === 'blobs' ? () => port : call) },
  );
  return { bridge: createDesktopBridge(exposed as ExposedBridge), call };
}
const bytes = new Uint8Array(2);

describe('the bridge of the desktop edition', () => {
  const calls = (bridge: ReturnType<typeof createDesktopBridge>): Record<string, () => Promise<unknown>> => ({
    appInfo: () => bridge.appInfo(),
    openDataSet: () => bridge.openDataSet('main'),
    discardDemo: () => bridge.discardDemo(),
    chooseDataFolder: () => bridge.chooseDataFolder(),
    forgetDataFolder: () => bridge.forgetDataFolder(),
    segments: () => bridge.journal('main').segments(),
    read: () => bridge.journal('main').read('c', 's', 1, 2),
    append: () => bridge.journal('main').append('c', 's', 0, bytes),
    setAside: () => bridge.journal('main').setAside('c', 's', 0),
    put: () => bridge.blobs('demo').put(bytes),
    get: () => bridge.blobs('demo').get('d'),
    list: () => bridge.blobs('demo').list(),
    saveFile: () => bridge.saveFile('x', 'pdf', bytes),
    printPdf: () => bridge.printPdf('x', bytes),
  });
  const names = Object.keys(calls(preload(null).bridge));

  it.each(names)('%s gives the value of the answer', async (name) => {
    const { bridge, call } = preload({ ok: true, value: 'value' });
    await expect(calls(bridge)[name]?.()).resolves.toBe('value');
    expect(call).toHaveBeenCalledOnce();
  });

  it.each(names)('%s throws what the disk refused as StorageError', async (name) => {
    const { bridge } = preload({ ok: false, error: { fault: 'disk-full', message: 'no space' } });
    const error: unknown = await calls(bridge)
      [name]?.()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StorageError);
    expect(error).toMatchObject({ fault: 'disk-full', message: 'no space' });
  });
});
