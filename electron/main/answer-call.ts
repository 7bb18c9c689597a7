import type { BrowserWindow } from 'electron';
import { isPayload, type Answer, type BridgeChannels, type Channel } from '../../shared/bridge-channels';
import { fail, ok } from '../../shared/basics/result';
import { storageError } from './files';
import type { Handlers } from './handlers';

/**
 * Runs a handler when the payload is exactly what its channel takes. What the disk refused comes back as data;
 * a payload that our own preload cannot have sent is thrown.
 */
export async function answerCall<C extends Channel>(
  handlers: Handlers,
  channel: C,
  window: BrowserWindow,
  args: readonly unknown[],
): Promise<Answer<BridgeChannels[C]['result']>> {
  if (!isPayload(channel, args)) throw new Error(`${channel}: refused payload`);
  try {
    return ok(await handlers[channel](window, ...args));
  } catch (error) {
    const { fault, message } = storageError(error);
    return fail({ fault, message });
  }
}
