import { describe, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { answerCall } from '../../../electron/main/answer-call';
import type { Handlers } from '../../../electron/main/handlers';
import { CHANNELS, isPayload, type Channel } from '../../../shared/bridge-channels';
import { StorageError } from '../../../shared/journal/journal-port';

const window = {} as BrowserWindow;
const bytes = new Uint8Array(3);
const digest = 'a'.repeat(64);

/** One good payload of each channel. */
const GOOD: Record<Channel, readonly unknown[]> = {
  'app:info': [],
  'data:open': ['main'],
  'data:discard-demo': [],
  'data:choose-folder': [],
  'data:default-folder': [],
  'journal:segments': ['demo'],
  'journal:read': ['main', '5f0c.1-0123abcd', '0000000001.jsonl', undefined, 12],
  'journal:append': ['main', '5f0c.1-0123abcd', '0000000001.jsonl', 0, bytes],
  'journal:set-aside': ['main', '5f0c.1-0123abcd', '0000000001.jsonl', 7],
  'journal:try-write': ['main', 4096],
  'blobs:put': ['main', bytes],
  'blobs:get': ['main', digest],
  'blobs:list': ['main'],
  'file:save': ['名册', 'xlsx', bytes],
  'pdf:print': ['学时证明', bytes],
};
/** What a page that was taken over might send instead. */
const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  -1,
  1.5,
  2 ** 60,
  NaN,
  '',
  '..',
  '../x',
  'a/b',
  'a\\b',
  '.hidden',
  'x\0',
  'x'.repeat(500),
  {},
  [],
  [bytes],
  new ArrayBuffer(3),
  { length: 0 },
  'other',
  true,
];

const handlersWith = (handler: (...args: unknown[]) => unknown): Handlers =>
  Object.fromEntries(
    CHANNELS.map((channel) => [channel, async (...args: unknown[]) => handler(...args)]),
  ) as unknown as Handlers;

describe('the door between page and machine', () => {
  it.each(CHANNELS)('%s lets its own payload through', async (channel) => {
    const handler = vi.fn(() => 'done');
    expect(await answerCall(handlersWith(handler), channel, window, GOOD[channel])).toEqual({
      ok: true,
      value: 'done',
    });
    expect(handler).toHaveBeenCalledExactlyOnceWith(window, ...GOOD[channel]);
  });

  it.each(CHANNELS)('%s refuses a payload that is too long or too short', async (channel) => {
    const handlers = handlersWith(() => expect.unreachable());
    const wrong = [[...GOOD[channel], 1], ...(GOOD[channel].length > 0 ? [GOOD[channel].slice(1)] : [])];
    for (const args of wrong)
      await expect(answerCall(handlers, channel, window, args)).rejects.toThrow('refused payload');
  });

  const places = CHANNELS.flatMap((channel) => GOOD[channel].map((_good, place) => ({ channel, place })));
  it.each(places)('$channel refuses every hostile value in place $place', ({ channel, place }) => {
    const harmless = (value: unknown): boolean =>
      (channel === 'journal:read' && place > 2 && value === undefined) ||
      (['file:save', 'pdf:print'].includes(channel) &&
        place === 0 &&
        typeof value === 'string' &&
        value !== '' &&
        value.length <= 400);
    const letThrough = HOSTILE.filter(
      (value) => !harmless(value) && isPayload(channel, GOOD[channel].with(place, value)),
    );
    expect(letThrough).toEqual([]);
  });

  it('what the disk refused comes back as data, other errors too, never as an Error that loses its members', async () => {
    const full = handlersWith(() => Promise.reject(new StorageError('disk-full', 'no space')));
    const broken = handlersWith(() => Promise.reject(Object.assign(new Error('EBUSY: busy'), { code: 'EBUSY' })));
    expect(await answerCall(full, 'blobs:put', window, GOOD['blobs:put'])).toEqual({
      ok: false,
      error: { fault: 'disk-full', message: 'no space' },
    });
    expect(await answerCall(broken, 'app:info', window, [])).toEqual({
      ok: false,
      error: { fault: 'locked', message: 'EBUSY: busy' },
    });
  });
});
