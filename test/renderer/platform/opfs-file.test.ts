import { describe, expect, it } from 'vitest';
import { appendTo, type SyncAccess } from '../../../renderer/platform/opfs-file';

/** A file in memory whose disk has room for so many bytes; beyond it the browser throws, or takes nothing. */
function file(
  room: number,
  full: 'throws' | 'takes nothing',
): SyncAccess & { flushed: Uint8Array; live: Uint8Array } {
  const self = {
    live: new Uint8Array(0),
    flushed: new Uint8Array(0),
    getSize: () => self.live.length,
    read: () => 0,
    write(bytes: Uint8Array, { at }: { readonly at: number }) {
      const taken = bytes.subarray(0, Math.min(7, Math.max(0, room - at)));
      if (taken.length < Math.min(7, bytes.length) && full === 'throws')
        throw new DOMException('no room', 'QuotaExceededError');
      const next = new Uint8Array(Math.max(self.live.length, at + taken.length));
      next.set(self.live);
      next.set(taken, at);
      self.live = next;
      return taken.length;
    },
    truncate(size: number) {
      self.live = self.live.slice(0, size);
    },
    flush() {
      self.flushed = self.live;
    },
    close: () => undefined,
  };
  return self;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (found: Uint8Array): string => new TextDecoder().decode(found);

describe('an append in OPFS', () => {
  it('is written to its last byte, although the browser takes it in pieces, and flushed', () => {
    const access = file(1000, 'throws');
    appendTo(access, bytes('first line\n'));
    appendTo(access, bytes('second line, longer\n'));
    expect(text(access.flushed)).toBe('first line\nsecond line, longer\n');
  });

  it.each(['throws', 'takes nothing'] as const)(
    'leaves nothing behind when the disk is full and the browser %s',
    (full) => {
      const access = file(20, full);
      appendTo(access, bytes('first line\n'));
      expect(() => appendTo(access, bytes('second line, longer\n'))).toThrow();
      expect(text(access.flushed)).toBe('first line\n');
      expect(text(access.live)).toBe('first line\n');
    },
  );

  it('tells of the full disk, not of the way back that failed too', () => {
    const access = file(5, 'throws');
    access.truncate = () => {
      throw new DOMException('gone', 'InvalidStateError');
    };
    expect(() => appendTo(access, bytes('a line\n'))).toThrow('no room');
  });
});
