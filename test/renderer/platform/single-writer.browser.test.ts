import { expect, it } from 'vitest';
import { claimDataSet } from '../../../renderer/platform/single-writer';

/** Holds a lock as another tab would, until the function is called. */
function otherTab(name: string): Promise<() => void> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => new Promise<void>((free) => resolve(() => free())));
  });
}

it('a data set that another tab writes is refused; when that tab is reloaded in the meantime it is ours', async () => {
  const free = await otherTab('xueshibu.demo');
  expect(await claimDataSet('demo')).toBe(false);
  const claim = claimDataSet('demo');
  setTimeout(free, 150);
  expect(await claim).toBe(true);
});

it('claiming twice is one claim, at the same time too, and nobody else gets it then', async () => {
  expect(await Promise.all([claimDataSet('main'), claimDataSet('main')])).toEqual([true, true]);
  expect(await claimDataSet('main')).toBe(true);
  const stranger = await navigator.locks.request('xueshibu.main', { ifAvailable: true }, (lock) => lock);
  expect(stranger).toBeNull();
});
