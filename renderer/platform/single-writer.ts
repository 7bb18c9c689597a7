import type { DataSet } from '../../shared/bridge';

const mine = new Set<DataSet>();
/** A page that is being reloaded still holds its lock for a moment. */
const TRIES = 10;
const PAUSE = 100;

/**
 * Claims a data set for this page until the page ends (Web Locks API: the browser frees it in any case). False when
 * another tab writes it. Claiming twice is one claim.
 */
export async function claimDataSet(set: DataSet): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (mine.has(set) || (await tryClaim(set))) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}

function tryClaim(set: DataSet): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(`xueshibu.${set}`, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(false);
      mine.add(set);
      resolve(true);
      return new Promise<never>(() => undefined);
    });
    held.catch(reject);
  });
}
